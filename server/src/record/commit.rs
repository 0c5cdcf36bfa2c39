//! Commitments: a record says that something stood in it without saying what.
//!
//! HMAC-SHA256 with a salt of 256 random bits as its key. A bare hash of a short sentence could be guessed; with the
//! salt gone, this one cannot.

use app::board::{SaidSeal, WalkSeal};
use hmac::{Hmac, Mac};
use serde::Serialize;
use sha2::Sha256;

use super::canonical::spell;
use crate::token::hex;

/// The commitment to a sentence.
///
/// # Errors
/// For what JSON cannot say.
pub fn commit_said(salt: &str, said: &SaidSeal<'_>) -> serde_json::Result<String> {
    commit(salt, said)
}

/// The commitment to a walk.
///
/// # Errors
/// As [`commit_said`].
pub fn commit_walk(salt: &str, walk: &WalkSeal) -> serde_json::Result<String> {
    commit(salt, walk)
}

fn commit(salt: &str, what: &impl Serialize) -> serde_json::Result<String> {
    let said = spell(what)?;
    // A key of any length will do: this cannot fail.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(salt.as_bytes()) else {
        return Ok(String::new());
    };
    mac.update(said.as_bytes());
    Ok(hex(&mac.finalize().into_bytes()))
}
