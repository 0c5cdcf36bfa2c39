//! Signing records: Ed25519, one key for each organisation.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use super::canonical::hash;
use crate::token::{self, hex};

/// A key to sign with, as it is kept: hexadecimal.
#[derive(Clone)]
pub struct Key {
    /// What it is called: the beginning of the hash of its public half.
    pub id: String,
    /// For everybody: to check signatures with.
    pub public: String,
    /// For the server alone.
    pub secret: String,
}

impl Key {
    /// A fresh key, from the operating system's randomness.
    #[must_use]
    pub fn make() -> Self {
        Self::of(token::fresh()).unwrap_or_else(Self::make)
    }

    /// The key with this secret; none when it is no secret of a key.
    fn of(secret: String) -> Option<Self> {
        let public = hex(signing(&secret)?.verifying_key().as_bytes());
        Some(Self {
            id: key_id(&public),
            public,
            secret,
        })
    }

    /// The signature of a text, in hexadecimal. None when the secret cannot be read.
    #[must_use]
    pub fn sign(&self, text: &str) -> Option<String> {
        let signature = signing(&self.secret)?.sign(text.as_bytes());
        Some(hex(&signature.to_bytes()))
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// What a public key is called.
#[must_use]
pub fn key_id(public: &str) -> String {
    hash(public).chars().take(16).collect()
}

/// True when this is the public half of a key, in hexadecimal.
#[must_use]
pub fn is_key(public: &str) -> bool {
    bytes::<32>(public).is_some_and(|it| VerifyingKey::from_bytes(&it).is_ok())
}

/// True when `signature` is of this text, by the key whose public half this is. All in hexadecimal.
#[must_use]
pub fn is_signed(text: &str, signature: &str, public: &str) -> bool {
    let key = bytes::<32>(public).and_then(|it| VerifyingKey::from_bytes(&it).ok());
    let signature = bytes::<64>(signature).map(|it| Signature::from_bytes(&it));
    match (key, signature) {
        (Some(key), Some(signature)) => key.verify_strict(text.as_bytes(), &signature).is_ok(),
        _ => false,
    }
}

fn signing(secret: &str) -> Option<SigningKey> {
    Some(SigningKey::from_bytes(&bytes(secret)?))
}

/// Reads lower-case hexadecimal digits, exactly as many as there must be.
fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    let lower = digits
        .iter()
        .all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(it));
    if digits.len() != N * 2 || !lower {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_of_its_text_and_key_alone() {
        let (key, other) = (Key::make(), Key::make());
        let signature = key.sign("7 of 10").expect("signed");
        assert!(is_signed("7 of 10", &signature, &key.public));
        assert!(!is_signed("8 of 10", &signature, &key.public));
        assert!(!is_signed("7 of 10", &signature, &other.public));
        for odd in ["", "00", &signature.to_uppercase(), &"0".repeat(128)] {
            assert!(!is_signed("7 of 10", odd, &key.public), "{odd}");
            assert!(!is_signed("7 of 10", &signature, odd), "{odd}");
        }
        assert!(is_key(&key.public) && !is_key("") && !is_key(&key.id));
        assert!(!format!("{key:?}").contains(&key.secret));
    }

    #[test]
    fn it_signs_as_published() {
        // RFC 8032, section 7.1, the first test.
        let secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let key = Key::of(secret.to_owned()).expect("a key");
        assert_eq!(
            key.public,
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        );
        assert_eq!(
            key.sign("").expect("signed"),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        );
    }
}
