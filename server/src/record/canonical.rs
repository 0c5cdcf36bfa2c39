//! A record's one and only spelling (RFC 8785), and its hash.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::token::hex;

/// Spells a value out, so that the same value is always the same bytes.
///
/// # Errors
/// For what JSON cannot say.
pub fn spell(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json_canonicalizer::to_string(value)
}

/// True for JSON that is spelled as [`spell`] does it: nothing added, nothing said twice.
#[must_use]
pub fn is_canonical(text: &str) -> bool {
    let read: serde_json::Result<serde_json::Value> = serde_json::from_str(text);
    read.and_then(|value| spell(&value))
        .is_ok_and(|spelled| spelled == text)
}

/// SHA-256 in lower-case hexadecimal.
#[must_use]
pub fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_spelling() {
        let value: serde_json::Value =
            serde_json::from_str("{\"b\": 5.50, \"a\": [1e2, 14.0, 0.1], \"ŵ\": \"\\u0041\"}")
                .expect("JSON");
        let spelled = spell(&value).expect("spelled");
        assert_eq!(spelled, "{\"a\":[100,14,0.1],\"b\":5.5,\"ŵ\":\"A\"}");
        assert!(is_canonical(&spelled));
        for other in [
            "{\"b\":1,\"a\":2}",
            "{\"a\":1.0}",
            "{\"a\": 1}",
            "{\"a\":1,\"a\":1}",
            "{\"a\":\"\\u0041\"}",
            "{",
        ] {
            assert!(!is_canonical(other), "{other}");
        }
    }

    #[test]
    fn every_share_of_whole_numbers_comes_back_as_it_was() {
        for n in 1..200_u32 {
            for k in 0..=n {
                let share = f64::from(k) / f64::from(n) * 100.0;
                let spelled = spell(&share).expect("a number");
                assert_eq!(serde_json::from_str::<f64>(&spelled).ok(), Some(share));
            }
        }
    }
}
