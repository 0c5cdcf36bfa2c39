//! The journal of erasures: who was erased when, in a file outside the database.
//!
//! A backup that is brought back knows people who were erased after it was made. The journal is read at every start,
//! before anybody is served, and they are erased again. It holds ids and times and nothing else.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use app::walk::Millis;
use serde::{Deserialize, Serialize};

/// The journal's name in the folder of the data.
pub const FILE: &str = "erasures.jsonl";

/// Where erasures are written down.
#[derive(Clone, Debug)]
pub struct Journal(PathBuf);

/// One person, erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The person's id.
    pub person: String,
    /// When, by the server's clock.
    pub at: Millis,
}

impl Journal {
    /// The journal in this file. It is made when the first erasure is written.
    #[must_use]
    pub fn at(file: &Path) -> Self {
        Self(file.to_owned())
    }

    /// Writes an erasure down. It is durable when this returns.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add(&self, entry: &Entry) -> io::Result<()> {
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .read(true)
            .open(&self.0)?;
        // A line that was cut short by a crash stays by itself.
        let torn = !ends_a_line(&mut file)?;
        let line = serde_json::to_string(entry)?;
        let line = [if torn { "\n" } else { "" }, &line, "\n"].concat();
        file.write_all(line.as_bytes())?;
        file.sync_all()?;
        match self.0.parent().filter(|it| !it.as_os_str().is_empty()) {
            Some(folder) => File::open(folder)?.sync_all(),
            None => File::open(".")?.sync_all(),
        }
    }

    /// Every erasure written down, the oldest first; none while there is no file. A line that was cut short is left
    /// out: its erasure was not done.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(&self) -> io::Result<Vec<Entry>> {
        let text = match std::fs::read_to_string(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            text => text?,
        };
        let mut entries = Vec::new();
        for (number, line) in text.lines().enumerate().filter(|(_, it)| !it.is_empty()) {
            match serde_json::from_str(line) {
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    tracing::warn!(line = number + 1, %error, "a line of the journal of erasures cannot be read")
                }
            }
        }
        Ok(entries)
    }
}

fn ends_a_line(file: &mut File) -> io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(true);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(person: &str) -> Entry {
        Entry {
            person: person.to_owned(),
            at: 7,
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let journal = Journal::at(&folder.path().join(FILE));
        assert_eq!(journal.read().expect("nothing"), []);
        journal.add(&entry("ann")).expect("written");
        journal.add(&entry("ben")).expect("written");
        assert_eq!(journal.read().expect("read"), [entry("ann"), entry("ben")]);
    }

    #[test]
    fn a_line_cut_short_harms_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(FILE);
        let journal = Journal::at(&file);
        journal.add(&entry("ann")).expect("written");
        let whole = std::fs::read_to_string(&file).expect("text");
        std::fs::write(&file, [&whole, "{\"person\":\"be"].concat()).expect("cut");
        assert_eq!(journal.read().expect("read"), [entry("ann")]);
        journal.add(&entry("col")).expect("written");
        assert_eq!(journal.read().expect("read"), [entry("ann"), entry("col")]);
    }
}
