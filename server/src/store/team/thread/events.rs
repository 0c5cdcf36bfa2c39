//! What happened to a thread, as it is stored and as it is shown.

use app::{
    team::{Day, Event, Happened},
    walk::{Millis, ThreadId, thread::Decision},
};
use serde::{Deserialize, Serialize};

use crate::store::{
    Desk, Row, StoreError,
    db::{Result, read_json},
};

/// What an event of a thread holds, as JSON. Stored for years: add, never change.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Said {
    /// The day it names, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// What the team says of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The other thread it has to do with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<ThreadId>,
    /// How many times it was felt went with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
}

impl Said {
    pub(super) fn to_json(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| StoreError::Unreadable(error.to_string()))
    }

    /// With these words.
    pub(super) fn saying(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// About another thread.
    pub(super) fn of(other: ThreadId) -> Self {
        Self {
            other: Some(other),
            ..Self::default()
        }
    }
}

/// A thread and all that were put together with it, as a subquery of their ids; $1 is the thread.
macro_rules! with_parts {
    () => {
        "(WITH RECURSIVE part(id) AS (SELECT id FROM thread WHERE id = $1
          UNION SELECT t.id FROM thread t JOIN part ON t.merged_into = part.id) SELECT id FROM part)"
    };
}
pub(in crate::store::team) use with_parts;

impl Desk {
    /// What happened to a thread and to what was put together with it, newest first.
    pub(super) async fn events(&self, id: ThreadId, now: Millis) -> Result<Vec<Event>> {
        let sql = concat!(
            "SELECT p.name, e.at, e.what, e.body, o.name
             FROM thread_event e JOIN person p ON p.id = e.person LEFT JOIN person o ON o.id = e.about
             WHERE e.thread IN ",
            with_parts!(),
            " AND (e.thread = $1 OR e.what NOT IN ('merged', 'apart')) ORDER BY e.at DESC, e.id DESC"
        );
        let rows = self.db().rows(sql, &[id.to_string().into()]).await?;
        let mut events = Vec::new();
        for row in &rows {
            let said: Said = read_json(&row.text(3)?)?;
            // What a newer version writes is skipped by this one, not lost.
            let Some(what) = happened(row, &said)? else {
                continue;
            };
            events.push(Event {
                at: self.when(row.int(1)?, now),
                name: row.text(0)?,
                what,
                day: said.day.as_deref().and_then(read_day),
                why: said.text,
            });
        }
        Ok(events)
    }
}

/// From `…, what, body, the name of whom it is about`.
fn happened(row: &Row, said: &Said) -> Result<Option<Happened>> {
    let code = row.text(2)?;
    Ok(match (code.as_str(), said.other) {
        ("merged", Some(other)) => Some(Happened::Joined(other)),
        ("apart", Some(other)) => Some(Happened::Apart(other)),
        ("split", Some(other)) => Some(Happened::Split(other, said.times.unwrap_or_default())),
        ("split_from", Some(other)) => Some(Happened::SplitFrom(other)),
        ("given", _) => Some(Happened::Given(row.opt_text(4)?)),
        ("view", _) => Some(Happened::View),
        ("file", _) => Some(Happened::FileAdded),
        ("file_gone", _) => Some(Happened::FileRemoved),
        (code, _) => Decision::from_code(code).map(Happened::Decided),
    })
}

/// A day as it is stored, `YYYY-MM-DD`.
pub(super) fn read_day(text: &str) -> Option<Day> {
    let date: jiff::civil::Date = text.parse().ok()?;
    Some(Day {
        year: date.year(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    })
}
