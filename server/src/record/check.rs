//! Whether records are what was published: each by itself, and as a chain.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use app::{
    board::{Record, SaidSeal, WalkSeal},
    walk::{
        WalkId,
        month::{Said, YearMonth},
    },
};

use super::{
    canonical::{hash, is_canonical},
    commit::{commit_said, commit_walk},
    sign::is_signed,
};

/// A record as it is kept, with what it was filed under.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The organisation's id.
    pub organisation: String,
    /// Its place in the chain, counted from 1.
    pub sequence: u32,
    /// The month.
    pub month: String,
    /// The version, counted from 1.
    pub version: u32,
    /// The record, in its one spelling.
    pub body: String,
    /// Its hash.
    pub hash: String,
    /// The hash of the record before it.
    pub previous: Option<String>,
    /// The signature of the body.
    pub signature: String,
    /// The public half of the key it was signed with; none when that is not known.
    pub key: Option<String>,
    /// The sentences that are still there.
    pub words: Vec<KeptWord>,
    /// The walks that are still there; none looked at in a file, which holds none.
    pub walks: Vec<KeptWalk>,
}

/// A sentence of a published month.
#[derive(Clone, Debug)]
pub struct KeptWord {
    /// Its position in the record, counted from 0.
    pub position: u32,
    /// The sentence.
    pub said: Said,
    /// Its salt.
    pub salt: String,
}

/// A walk of a published month.
#[derive(Clone, Debug)]
pub struct KeptWalk {
    /// Which.
    pub walk: WalkId,
    /// True when it was finished then.
    pub finished: bool,
    /// Its salt.
    pub salt: String,
}

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
    /// It is kept as another record than it is.
    Filed,
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
            Fault::Filed => f.write_str("it is kept as another record than it says it is"),
            Fault::Version => f.write_str("its number is not the next version of the month"),
            Fault::Signature => f.write_str("the signature is not of this text by this key"),
            Fault::Key => f.write_str("the key it was signed with is not known"),
            Fault::Word(position) => write!(
                f,
                "sentence {} is not the one that was published",
                u64::from(position) + 1
            ),
            Fault::Walk => f.write_str("a walkthrough is kept behind it that it did not count"),
        }
    }
}

/// Checks one organisation's records, all of them, in the order of their sequence. With `key`, a public one, they must
/// all be signed by it.
#[must_use]
pub fn check(chain: &[Kept], key: Option<&str>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut before: Option<&Kept> = None;
    let mut newest: BTreeMap<&str, &Kept> = BTreeMap::new();
    for kept in chain {
        let mut faults = alone(kept, key);
        faults.extend(after(
            kept,
            before,
            newest.get(kept.month.as_str()).copied(),
        ));
        found.extend(faults.into_iter().map(|fault| at(kept, fault)));
        newest.insert(&kept.month, kept);
        before = Some(kept);
    }
    found
}

/// What is wrong with a record whatever stands before it.
pub(super) fn alone(kept: &Kept, key: Option<&str>) -> BTreeSet<Fault> {
    let signed = match key.or(kept.key.as_deref()) {
        Some(key) => (
            !is_signed(&kept.body, &kept.signature, key),
            Fault::Signature,
        ),
        None => (true, Fault::Key),
    };
    let mut looked = vec![
        (!is_canonical(&kept.body), Fault::Spelling),
        (hash(&kept.body) != kept.hash, Fault::Hash),
        signed,
    ];
    match serde_json::from_str::<Record>(&kept.body) {
        Err(_) => looked.push((true, Fault::Unreadable)),
        Ok(record) => {
            looked.push((!is_filed_as(kept, &record), Fault::Filed));
            let word = |it: &KeptWord| (!stood(it, &record), Fault::Word(it.position));
            looked.extend(kept.words.iter().map(word));
            let walk = |it: &KeptWalk| (!was_counted(it, &record), Fault::Walk);
            looked.extend(kept.walks.iter().map(walk));
        }
    }
    let wrong = looked.into_iter().filter(|(wrong, _)| *wrong);
    wrong.map(|(_, fault)| fault).collect()
}

/// What is wrong with where it stands.
fn after(kept: &Kept, before: Option<&Kept>, corrected: Option<&Kept>) -> BTreeSet<Fault> {
    let mut faults = BTreeSet::new();
    if kept.sequence != before.map_or(0, |it| it.sequence).saturating_add(1) {
        faults.insert(Fault::Gap);
    } else if kept.previous.as_ref() != before.map(|it| &it.hash) {
        faults.insert(Fault::Previous);
    }
    if kept.version != corrected.map_or(0, |it| it.version).saturating_add(1) {
        faults.insert(Fault::Version);
    } else if let Ok(record) = serde_json::from_str::<Record>(&kept.body)
        && record.corrects.as_ref() != corrected.map(|it| &it.hash)
    {
        faults.insert(Fault::Corrects);
    }
    faults
}

fn is_filed_as(kept: &Kept, record: &Record) -> bool {
    let month: Option<YearMonth> = kept.month.parse().ok();
    record.organisation == kept.organisation
        && record.sequence == kept.sequence
        && Some(record.month) == month
        && record.version == kept.version
        && record.previous == kept.previous
}

/// True for a sentence that stood where it says it stood.
fn stood(word: &KeptWord, record: &Record) -> bool {
    let committed = usize::try_from(word.position).ok();
    let committed = committed.and_then(|at| record.said.get(at));
    let Some(seal) = SaidSeal::of(&word.said) else {
        return false;
    };
    commit_said(&word.salt, &seal).is_ok_and(|it| Some(&it) == committed)
}

/// True for a walk that was counted.
fn was_counted(walk: &KeptWalk, record: &Record) -> bool {
    let seal = WalkSeal {
        walk: walk.walk,
        finished: walk.finished,
    };
    commit_walk(&walk.salt, &seal).is_ok_and(|it| record.walks.binary_search(&it).is_ok())
}

pub(super) fn at(kept: &Kept, fault: Fault) -> Found {
    Found {
        organisation: kept.organisation.clone(),
        month: kept.month.clone(),
        version: kept.version,
        fault,
    }
}
