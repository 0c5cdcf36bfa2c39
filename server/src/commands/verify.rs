//! `firsthand verify`: whether every published month is what was published.

use std::path::Path;

use app::{board::fingerprint, name::clean};

use super::{
    arguments::Verify,
    place::There,
    say,
    stop::{Result, Stop},
};
use crate::{
    record::{Found, Kept, check, check_file, key_id, taken_back},
    store::{Store, StoreError},
};

/// What was looked at, and what is wrong with it.
#[derive(Default)]
struct Looked {
    records: usize,
    organisations: usize,
    /// A line for each fault.
    faults: Vec<String>,
    /// A line for each thing that this program cannot check.
    unchecked: Vec<String>,
    /// A line for each version whose sentences are not all there any more, which is no fault.
    taken_back: Vec<String>,
    /// A line for each record that a chain ends with, and for one in a file: what to compare with papers.
    ends: Vec<String>,
    /// The hashes of the records that are there.
    hashes: Vec<String>,
}

/// Checks a store, a file, or both; exit status 1 when something is wrong.
pub(super) async fn verify(asked: Verify) -> Result<()> {
    let key = asked.key.as_deref();
    let store = match (&asked.database, &asked.data, &asked.file) {
        (None, None, None) => {
            return Err(Stop::bad("--data, --database or --file is needed"));
        }
        (None, None, Some(_)) => None,
        (database, data, _) => {
            let there = There::of(database.as_deref(), data.as_deref())?;
            Some(look(&there, key).await?)
        }
    };
    let file = match &asked.file {
        Some(file) => Some(read(file, key, store.as_ref())?),
        None => None,
    };
    tell(store, file)
}

async fn look(there: &There, key: Option<&str>) -> Result<Looked> {
    let store = there.open().await?;
    let odd = |error: StoreError| there.stopped(&error);
    if !store.check_whole().await.map_err(odd)? {
        return Err(there.stopped(&"the database says that it is damaged: take another copy"));
    }
    let looked = look_into(&store, key).await.map_err(odd)?;
    store.close().await;
    Ok(looked)
}

async fn look_into(store: &Store, key: Option<&str>) -> std::result::Result<Looked, StoreError> {
    let mut looked = Looked::default();
    for organisation in store.publishers().await? {
        let chain: Vec<Kept> = store.chain(&organisation).await?;
        looked.organisations += 1;
        looked.records += chain.len();
        let found = check(&chain, key);
        looked.note(&found);
        looked.taken_back.extend(chain.iter().filter_map(since));
        looked.ends.extend(chain.last().map(printed));
        looked.hashes.extend(chain.into_iter().map(|it| it.hash));
    }
    for (organisation, month, version) in store.without_record().await? {
        looked.faults.push(format!(
            "{organisation}: {month}, version {version}: it was published, and its record is missing"
        ));
    }
    Ok(looked)
}

/// What was taken back of a version since it was published.
fn since(kept: &Kept) -> Option<String> {
    let (gone, all) = taken_back(kept)?;
    let (organisation, month, version) = (&kept.organisation, &kept.month, kept.version);
    let were = if gone == 1 { "was" } else { "were" };
    Some(format!(
        "{organisation}: {month}, version {version}: {gone} of {all} sentences {were} taken back since"
    ))
}

/// A record as its papers print it, and the key that it names.
fn printed(kept: &Kept) -> String {
    let key = kept.key.as_deref();
    format!(
        "{}: {}, version {}: fingerprint {}, key {}",
        kept.organisation,
        kept.month,
        kept.version,
        fingerprint(&kept.hash),
        key.map_or_else(|| "unknown".to_owned(), key_id),
    )
}

/// A file by itself; and that a store has it, where one is given.
fn read(file: &Path, key: Option<&str>, store: Option<&Looked>) -> Result<Looked> {
    let odd =
        |error: &dyn std::fmt::Display| Stop::bad(format!("--file {}: {error}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| odd(&error))?;
    let (kept, found) = check_file(&text, key).map_err(|error| odd(&error))?;
    let mut looked = Looked {
        records: 1,
        organisations: 1,
        ends: vec![printed(&kept)],
        ..Looked::default()
    };
    looked.note(&found);
    if store.is_some_and(|it| !it.hashes.contains(&kept.hash)) {
        let line = format!("{}: the store does not have this record", file.display());
        looked.faults.push(line);
    }
    Ok(looked)
}

impl Looked {
    fn note(&mut self, found: &[Found]) {
        for it in found {
            match it.fault.is_unchecked() {
                true => self.unchecked.push(it.to_string()),
                false => self.faults.push(it.to_string()),
            }
        }
    }
}

fn tell(store: Option<Looked>, file: Option<Looked>) -> Result<()> {
    let by_itself = store.is_none();
    let all: Vec<Looked> = store.into_iter().chain(file).collect();
    let (mut faults, mut unchecked) = (0, 0);
    for looked in &all {
        let wrong = looked.faults.iter().chain(&looked.unchecked);
        for line in wrong.chain(&looked.taken_back).chain(&looked.ends) {
            // A file says what it likes: whatever that is, it is one line.
            say(&[&clean(line), "\n"].concat())?;
        }
        faults += looked.faults.len();
        unchecked += looked.unchecked.len();
    }
    if faults > 0 {
        let line = format!("{faults} faults in what was published; see above");
        return Err(Stop::failed(line));
    }
    if unchecked > 0 {
        let line = format!(
            "{unchecked} times something could not be checked, see above; nothing else is wrong. Check with a newer version of this program"
        );
        return Err(Stop::failed(line));
    }
    for looked in &all {
        let line = match (looked.records, looked.organisations) {
            (0, _) => "there are no records\n".to_owned(),
            (records, organisations) => {
                format!("{records} records of {organisations} organisations: whole\n")
            }
        };
        say(&line)?;
    }
    if by_itself {
        say("Anybody can sign such a file: compare the fingerprint with the board's papers.\n")?;
    }
    Ok(())
}
