//! Secrets: 256 random bits, given out once and kept only as a hash.

use rand::{TryRngCore, rngs::OsRng};
use sha2::{Digest, Sha256};

/// A fresh token: 64 hexadecimal characters from the operating system's randomness.
#[must_use]
pub fn fresh() -> String {
    let mut bits = [0_u8; 32];
    // Without randomness there is no safe way on; the operating system does not fail here in practice.
    OsRng
        .try_fill_bytes(&mut bits)
        .expect("the operating system gives random bits");
    hex(&bits)
}

/// What is kept of a token: its SHA-256, in hexadecimal. A token has enough bits that no salt is needed.
#[must_use]
pub fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_differ_and_hash_as_published() {
        assert_ne!(fresh(), fresh());
        assert_eq!(fresh().len(), 64);
        assert_eq!(
            hash("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
