//! What may be wrong with a record, and how that is said.

use std::fmt;

use super::check::Kept;

/// What is wrong with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It is no record.
    Unreadable,
    /// Another spelling.
    Spelling,
    /// The hash is not of the text.
    Hash,
    /// The record before it is not there.
    Gap,
    /// It names another record before it.
    Previous,
    /// It names another version that it corrects.
    Corrects,
    /// It is kept as another record than it is: the column that says something else.
    Filed(&'static str),
    /// Another version of this month has the same number, or one before it is not there.
    Version,
    /// The signature is not of this text by this key.
    Signature,
    /// The key is not known.
    Key,
    /// A sentence is not the one that was published.
    Word(u32),
    /// A walk was not counted.
    Walk,
    /// A sentence is of a kind that this program does not know.
    UnknownWord(u32),
    /// A later program wrote it, in a way that this one does not know.
    Newer,
}

impl Fault {
    /// True for what could not be looked at, so that nobody knows whether anything is wrong with it.
    #[must_use]
    pub fn is_unchecked(self) -> bool {
        matches!(self, Self::UnknownWord(_) | Self::Newer)
    }
}

/// A fault, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The organisation's id.
    pub organisation: String,
    /// The month.
    pub month: String,
    /// The version.
    pub version: u32,
    /// What.
    pub fault: Fault,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}, version {}: ",
            self.organisation, self.month, self.version
        )?;
        match self.fault {
            Fault::Unreadable => f.write_str("it cannot be read as a record"),
            Fault::Spelling => f.write_str("it is not spelled the one way records are"),
            Fault::Hash => f.write_str("the text does not give its fingerprint"),
            Fault::Gap => f.write_str("the record before it is not there"),
            Fault::Previous => f.write_str("it does not follow the record before it"),
            Fault::Corrects => f.write_str("it does not follow the version it corrects"),
            Fault::Filed(column) => write!(
                f,
                "it is kept as another record than it says it is: {column} is not what was signed"
            ),
            Fault::Version => f.write_str("its number is not the next version of the month"),
            Fault::Signature => f.write_str("the signature is not of this text by this key"),
            Fault::Key => f.write_str("the key it was signed with is not known"),
            Fault::Word(position) => {
                let n = u64::from(position) + 1;
                write!(f, "sentence {n} is not the one that was published")
            }
            Fault::Walk => f.write_str("a walkthrough is kept behind it that it did not count"),
            Fault::UnknownWord(position) => {
                let n = u64::from(position) + 1;
                write!(
                    f,
                    "sentence {n} was NOT CHECKED: this program does not know its kind"
                )
            }
            Fault::Newer => f.write_str(
                "its sentences and walkthroughs were NOT CHECKED: a later program wrote them",
            ),
        }
    }
}

/// A fault of this record.
pub(super) fn at(kept: &Kept, fault: Fault) -> Found {
    Found {
        organisation: kept.organisation.clone(),
        month: kept.month.clone(),
        version: kept.version,
        fault,
    }
}
