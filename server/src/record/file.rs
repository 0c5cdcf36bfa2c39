//! A record as a file of its own, to be kept and checked by anybody.

use app::walk::{
    Millis, Text,
    month::{Said, SaidAs},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    canonical::spell,
    check::{Head, Kept, KeptWord, alone},
    fault::{Fault, Found, at},
};

/// What the file holds.
#[derive(Debug, Serialize, Deserialize)]
struct RecordFile {
    /// The record. Its one spelling is what the hash and the signature are of.
    record: Value,
    /// SHA-256 of the spelling.
    hash: String,
    /// Ed25519 signature of the spelling.
    signature: String,
    /// The public half of the key, as `/.well-known/firsthand-keys.json` has it.
    key: String,
    /// The sentences of the page, with what shows that each stood there.
    words: Vec<Word>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Word {
    position: u32,
    said: String,
    text: Text,
    task: String,
    step: Option<u16>,
    at: Millis,
    salt: String,
}

/// The file cannot be read as one.
#[derive(Debug, thiserror::Error)]
#[error("this is no file of a published month: {0}")]
pub struct NoRecord(#[from] serde_json::Error);

/// Writes a record as a file, with the sentences that are still there.
///
/// # Errors
/// When what is kept is no record.
pub fn write_file(kept: &Kept) -> Result<String, NoRecord> {
    let word = |word: &KeptWord| {
        Some(Word {
            position: word.position,
            said: word.said.is.code().to_owned(),
            text: word.said.text.clone()?,
            task: word.said.task.clone(),
            step: word.said.step,
            at: word.said.at,
            salt: word.salt.clone(),
        })
    };
    let file = RecordFile {
        record: serde_json::from_str(&kept.body)?,
        hash: kept.hash.clone(),
        signature: kept.signature.clone(),
        key: kept.key.clone().unwrap_or_default(),
        words: kept.words.iter().filter_map(word).collect(),
    };
    let mut text = serde_json::to_string_pretty(&file)?;
    text.push('\n');
    Ok(text)
}

/// Checks a file by itself; what it was signed with must be `key` when that is given. Returns what it holds and what is
/// wrong.
///
/// # Errors
/// When it is no such file.
pub fn check_file(text: &str, key: Option<&str>) -> Result<(Kept, Vec<Found>), NoRecord> {
    let file: RecordFile = serde_json::from_str(text)?;
    let head: Head = serde_json::from_value(file.record.clone())?;
    let (words, unknown) = sort(file.words);
    let kept = Kept {
        organisation: head.organisation,
        sequence: head.sequence,
        month: head.month,
        version: head.version,
        // A file may be laid out in any way: what counts is the one spelling of what it says.
        body: spell(&file.record)?,
        hash: file.hash,
        previous: head.previous,
        signature: file.signature,
        published_at: head.published_at,
        key: Some(file.key),
        words,
        unknown,
        walks: Vec::new(),
    };
    let faults = alone(&kept, key).into_iter();
    let found = faults.map(|fault: Fault| at(&kept, fault)).collect();
    Ok((kept, found))
}

/// The sentences, and the positions of those whose kind this program does not know.
fn sort(words: Vec<Word>) -> (Vec<KeptWord>, Vec<u32>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for word in words {
        let Some(is) = SaidAs::from_code(&word.said) else {
            unknown.push(word.position);
            continue;
        };
        known.push(KeptWord {
            position: word.position,
            said: Said {
                is,
                text: Some(word.text),
                task: word.task,
                step: word.step,
                at: word.at,
                walk: None,
            },
            salt: word.salt,
        });
    }
    (known, unknown)
}
