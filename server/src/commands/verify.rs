//! `firsthand verify`: whether every published month is what was published.

use std::path::Path;

use super::{
    arguments::Verify,
    place::{FILE, sqlite_url},
    say,
    stop::{Result, Stop},
};
use crate::{
    record::{Found, Kept, check, check_file, taken_back},
    store::{Db, Store},
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
    /// The hashes of the records that are there.
    hashes: Vec<String>,
}

/// Checks a store, a file, or both; exit status 1 when something is wrong.
pub(super) async fn verify(asked: Verify) -> Result<()> {
    let url = match (&asked.database, &asked.data, &asked.file) {
        (Some(url), ..) => Some(url.clone()),
        (None, Some(data), _) => Some(url_of(data)?),
        (None, None, Some(_)) => None,
        (None, None, None) => {
            return Err(Stop::bad("--data, --database or --file is needed"));
        }
    };
    let key = asked.key.as_deref();
    let store = match &url {
        Some(url) => Some(look(url, key).await?),
        None => None,
    };
    let file = match &asked.file {
        Some(file) => Some(read(file, key, store.as_ref())?),
        None => None,
    };
    tell(store, file)
}

/// The database of a folder, or the file itself.
fn url_of(data: &Path) -> Result<String> {
    let file = if data.is_dir() {
        data.join(FILE)
    } else {
        data.to_owned()
    };
    if !file.is_file() {
        let line = format!("--data {}: there is no such file", file.display());
        return Err(Stop::bad(line));
    }
    Ok(sqlite_url(&file))
}

async fn look(url: &str, key: Option<&str>) -> Result<Looked> {
    let db = Db::open_to_read(url)
        .await
        .map_err(|error| Stop::bad(error.to_string()))?;
    let store = Store::on(db);
    let mut looked = Looked::default();
    for organisation in store.publishers().await? {
        let chain: Vec<Kept> = store.chain(&organisation).await?;
        looked.organisations += 1;
        looked.records += chain.len();
        let found = check(&chain, key);
        looked.note(&found);
        looked.taken_back.extend(chain.iter().filter_map(since));
        looked.hashes.extend(chain.into_iter().map(|it| it.hash));
    }
    store.close().await;
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

/// A file by itself; and that a store has it, where one is given.
fn read(file: &Path, key: Option<&str>, store: Option<&Looked>) -> Result<Looked> {
    let odd =
        |error: &dyn std::fmt::Display| Stop::bad(format!("--file {}: {error}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| odd(&error))?;
    let (hash, found) = check_file(&text, key).map_err(|error| odd(&error))?;
    let mut looked = Looked {
        records: 1,
        organisations: 1,
        ..Looked::default()
    };
    looked.note(&found);
    if store.is_some_and(|it| !it.hashes.contains(&hash)) {
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
    let all: Vec<Looked> = store.into_iter().chain(file).collect();
    let (mut faults, mut unchecked) = (0, 0);
    for looked in &all {
        let wrong = looked.faults.iter().chain(&looked.unchecked);
        for line in wrong.chain(&looked.taken_back) {
            say(&format!("{line}\n"))?;
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
        say(&format!(
            "{} records of {} organisations: whole\n",
            looked.records, looked.organisations
        ))?;
    }
    Ok(())
}
