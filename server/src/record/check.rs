//! Whether records are what was published: each by itself, and as a chain.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    board::{RECORD_FORMAT, Record, SaidSeal, WalkSeal},
    walk::{Millis, WalkId, month::Said},
};
use serde::{Deserialize, de::IgnoredAny};

use super::{
    canonical::{hash, is_canonical},
    commit::{commit_said, commit_walk},
    fault::{Fault, Found, at},
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
    /// When it was published, as its row has it. Milliseconds since 1970.
    pub published_at: Millis,
    /// The public half of the key it was signed with; none when that is not known.
    pub key: Option<String>,
    /// The sentences that are still there.
    pub words: Vec<KeptWord>,
    /// The positions of those that are of a kind this program does not know.
    pub unknown: Vec<u32>,
    /// The walks that are still there; none looked at in a file, which holds none.
    pub walks: Vec<KeptWalk>,
}

/// What every record says of itself, whatever program wrote it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Head {
    pub format: u16,
    pub organisation: String,
    pub sequence: u32,
    pub month: String,
    pub version: u32,
    pub previous: Option<String>,
    pub published_at: Millis,
    corrects: Option<String>,
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

/// How many of a record's sentences are not there any more, and of how many. Nothing is wrong with that: their authors
/// took them back, or are erased. None while all of them are there.
#[must_use]
pub fn taken_back(kept: &Kept) -> Option<(usize, usize)> {
    /// The record's commitments, whatever program wrote it.
    #[derive(Deserialize)]
    struct Committed {
        said: Vec<IgnoredAny>,
    }
    let all = serde_json::from_str::<Committed>(&kept.body)
        .ok()?
        .said
        .len();
    let there = kept.words.iter().map(|it| it.position);
    let there = there.chain(kept.unknown.iter().copied());
    let there = there.filter(|it| usize::try_from(*it).is_ok_and(|it| it < all));
    let gone = all.saturating_sub(there.count());
    (gone > 0).then_some((gone, all))
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
    match serde_json::from_str::<Head>(&kept.body) {
        Err(_) => looked.push((true, Fault::Unreadable)),
        Ok(head) => {
            looked.extend(filed(kept, &head));
            looked.extend(behind(kept, &head));
        }
    }
    let wrong = looked.into_iter().filter(|(wrong, _)| *wrong);
    wrong.map(|(_, fault)| fault).collect()
}

/// What was looked at of the sentences and walks behind it.
fn behind(kept: &Kept, head: &Head) -> Vec<(bool, Fault)> {
    if head.format > RECORD_FORMAT {
        return vec![(true, Fault::Newer)];
    }
    let Ok(record) = serde_json::from_str::<Record>(&kept.body) else {
        return vec![(true, Fault::Unreadable)];
    };
    let word = |it: &KeptWord| (!stood(it, &record), Fault::Word(it.position));
    let unknown = |position: &u32| (true, Fault::UnknownWord(*position));
    let walk = |it: &KeptWalk| (!was_counted(it, &record), Fault::Walk);
    let words = kept.words.iter().map(word);
    let words = words.chain(kept.unknown.iter().map(unknown));
    words.chain(kept.walks.iter().map(walk)).collect()
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
    } else if let Ok(head) = serde_json::from_str::<Head>(&kept.body)
        && head.corrects.as_ref() != corrected.map(|it| &it.hash)
    {
        faults.insert(Fault::Corrects);
    }
    faults
}

/// Every column that repeats what the record says, each by its name: a page or a list may read either.
fn filed(kept: &Kept, head: &Head) -> [(bool, Fault); 6] {
    [
        (head.organisation != kept.organisation, "organisation"),
        (head.sequence != kept.sequence, "sequence"),
        (head.month != kept.month, "month"),
        (head.version != kept.version, "version"),
        (head.previous != kept.previous, "previous"),
        (head.published_at != kept.published_at, "published_at"),
    ]
    .map(|(differs, column)| (differs, Fault::Filed(column)))
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
