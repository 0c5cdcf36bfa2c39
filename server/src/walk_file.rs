//! A walk as its phone saved it to a file.

use std::borrow::Cow;

use app::{
    mine::FileFault,
    walk::{Millis, PhotoId, WalkId},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Deserialize;
use serde_json::value::RawValue;

/// The most bytes of a file: some dozens of photos.
pub const MOST_FILE_BYTES: usize = 64 * 1024 * 1024;
/// The newest version that can be read.
const VERSION: u32 = 1;

/// A walk in a file. Its facts are read one by one when they are taken in.
#[derive(Debug)]
pub struct WalkFile<'a> {
    /// Whose it is.
    pub person: String,
    /// Which walk.
    pub walk: WalkId,
    /// The phone's clock when it was saved.
    pub saved_at: Millis,
    /// As they were recorded.
    pub facts: Vec<&'a RawValue>,
    /// The photos with it.
    pub photos: Vec<FilePhoto<'a>>,
}

/// A photo in a file, as base64. What its bytes must be its fact tells.
#[derive(Debug, Deserialize)]
pub struct FilePhoto<'a> {
    /// Which photo.
    pub id: PhotoId,
    #[serde(borrow)]
    data: Cow<'a, str>,
}

/// Enough to know what file it is.
#[derive(Deserialize)]
struct Head {
    firsthand: String,
    version: u32,
}

#[derive(Deserialize)]
struct Content<'a> {
    person: String,
    walk: WalkId,
    #[serde(default)]
    saved_at: Millis,
    #[serde(borrow)]
    facts: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    photos: Vec<FilePhoto<'a>>,
}

#[derive(Deserialize)]
struct OfWalk {
    walk: WalkId,
}

impl<'a> WalkFile<'a> {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(file: &'a [u8]) -> Result<Self, FileFault> {
        if file.is_empty() {
            return Err(FileFault::NoFile);
        }
        let text = std::str::from_utf8(file).map_err(|_| FileFault::NotAWalk)?;
        let text = text.trim_start_matches('\u{feff}');
        let head: Head = serde_json::from_str(text).map_err(|_| FileFault::NotAWalk)?;
        if head.firsthand != "walk" {
            return Err(FileFault::NotAWalk);
        }
        if head.version > VERSION {
            return Err(FileFault::Newer);
        }
        let Content {
            person,
            walk,
            saved_at,
            facts,
            photos,
        } = serde_json::from_str(text).map_err(|_| FileFault::NotAWalk)?;
        if facts.is_empty() {
            return Err(FileFault::Empty);
        }
        let of = |fact: &&RawValue| serde_json::from_str(fact.get()).ok();
        if facts
            .iter()
            .filter_map(of)
            .any(|of: OfWalk| of.walk != walk)
        {
            return Err(FileFault::SeveralWalks);
        }
        Ok(Self {
            person,
            walk,
            saved_at,
            facts,
            photos,
        })
    }
}

impl FilePhoto<'_> {
    /// Its bytes; none when they cannot be read.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        STANDARD.decode(self.data.as_bytes()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WALK: &str = "0198c5f0-0000-7000-8000-000000000001";

    fn file(version: u32, walk: &str) -> String {
        format!(
            r#"{{"firsthand":"walk","version":{version},"person":"ann","walk":"{WALK}","saved_at":7,"later":[],
            "facts":[{{"walk":"{walk}"}},{{"odd":1}}],"photos":[{{"id":"{WALK}","sha256":"","data":"aGk\u003d"}}]}}"#
        )
    }

    #[test]
    fn a_file_is_read_with_what_it_does_not_know() {
        for text in [file(1, WALK), ["\u{feff}", &file(1, WALK)].concat()] {
            let read = WalkFile::read(text.as_bytes()).expect("a walk");
            assert_eq!((read.person.as_str(), read.saved_at), ("ann", 7));
            assert_eq!(
                (read.facts.len(), read.photos[0].bytes()),
                (2, b"hi".to_vec())
            );
        }
    }

    #[test]
    fn every_bad_file_has_its_own_fault() {
        let other = WALK.replace('1', "2");
        let empty = file(1, WALK)
            .replace("{\"odd\":1}", "")
            .replace(&format!("{{\"walk\":\"{WALK}\"}},"), "");
        for (text, fault) in [
            (String::new(), FileFault::NoFile),
            ("{}".to_owned(), FileFault::NotAWalk),
            ("[[[[".repeat(10_000), FileFault::NotAWalk),
            (
                file(1, WALK).replace("walk\",\"version", "tasks\",\"version"),
                FileFault::NotAWalk,
            ),
            (
                file(1, WALK).replace("\"person\"", "\"people\""),
                FileFault::NotAWalk,
            ),
            (file(1, WALK)[..90].to_owned(), FileFault::NotAWalk),
            (file(2, WALK), FileFault::Newer),
            (file(1, &other), FileFault::SeveralWalks),
            (empty, FileFault::Empty),
        ] {
            assert_eq!(WalkFile::read(text.as_bytes()).err(), Some(fault), "{text}");
        }
        assert_eq!(
            WalkFile::read(b"\xff\xd8\xff").err(),
            Some(FileFault::NotAWalk)
        );
    }
}
