//! From a walk's facts in the database to its read rows.

use std::collections::{BTreeSet, HashMap};

use app::walk::{Fact, FactId, Kind, Millis, Task, WalkId, counted_at};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::value::RawValue;

use super::{
    Row, StoreError, Tx,
    db::{Result, read_id},
    read_rows,
};

/// What walks of one organisation are folded on: its tasks and its zone.
pub(super) struct Ground {
    organisation: String,
    zone: TimeZone,
    tasks: HashMap<String, Option<Task>>,
}

/// A fact as the database has it.
#[derive(Debug)]
pub(super) struct Kept {
    pub fact: Fact,
    pub sent_at: Millis,
    pub received_at: Millis,
    /// True once its content is gone.
    pub blank: bool,
}

/// Folds the walk anew and replaces its read rows. The walk must be locked.
pub(super) async fn refold(
    tx: &mut Tx,
    ground: &mut Ground,
    walk: WalkId,
    author: &str,
) -> Result<()> {
    let mut facts = facts_of(tx, walk).await?;
    blank_erased(tx, &mut facts).await?;
    let started = facts.iter().find_map(|kept| match kept.fact.read() {
        Some(Kind::Started(started)) => Some(started),
        _ => None,
    });
    let task = match &started {
        Some(started) => {
            ground.learn(tx, &started.task).await?;
            ground.task(&started.task)
        }
        None => None,
    };
    let rows = read_rows::of(walk, author, &facts, task, ground);
    read_rows::replace(tx, walk, rows).await
}

/// A walk's facts, in the order of their ids.
async fn facts_of(tx: &mut Tx, walk: WalkId) -> Result<Vec<Kept>> {
    let sql = "SELECT id, walk, at, kind, body, sent_at, received_at FROM fact WHERE walk = $1 ORDER BY id";
    let rows = tx.rows(sql, &[walk.to_string().into()]).await?;
    rows.iter().map(read_kept).collect()
}

/// Reads a row of `id, walk, at, kind, body, sent_at, received_at`. A blank fact has `null` for content.
pub(super) fn read_kept(row: &Row) -> Result<Kept> {
    let body = row.text(4)?;
    let blank = body.is_empty();
    let fact = if blank {
        Fact {
            id: read_id(row, 0)?,
            walk: read_id(row, 1)?,
            at: row.int(2)?,
            kind: row.text(3)?,
            data: RawValue::NULL.to_owned(),
        }
    } else {
        serde_json::from_str(&body)
            .map_err(|error| StoreError::Unreadable(format!("a fact: {error}")))?
    };
    Ok(Kept {
        fact,
        sent_at: row.int(5)?,
        received_at: row.int(6)?,
        blank,
    })
}

/// Takes the content from facts that were erased, whichever came first. An `erased` fact has none to take, and
/// keeps saying what it says.
async fn blank_erased(tx: &mut Tx, facts: &mut [Kept]) -> Result<()> {
    let erased: BTreeSet<FactId> = facts
        .iter()
        .filter_map(|kept| match kept.fact.read() {
            Some(Kind::Erased(erased)) => Some(erased.fact),
            _ => None,
        })
        .collect();
    for kept in facts {
        let id = kept.fact.id;
        if kept.blank || !erased.contains(&id) || matches!(kept.fact.read(), Some(Kind::Erased(_)))
        {
            continue;
        }
        let sql = "UPDATE fact SET body = '' WHERE id = $1";
        tx.execute(sql, &[id.to_string().into()]).await?;
        kept.fact.data = RawValue::NULL.to_owned();
        kept.blank = true;
    }
    Ok(())
}

impl Ground {
    /// The ground of an organisation. A zone that is not known counts as UTC.
    pub(super) fn new(organisation: &str, time_zone: &str) -> Self {
        Self {
            organisation: organisation.to_owned(),
            zone: TimeZone::get(time_zone).unwrap_or(TimeZone::UTC),
            tasks: HashMap::new(),
        }
    }

    pub(super) fn organisation(&self) -> &str {
        &self.organisation
    }

    /// The month of an instant on the organisation's calendar, `YYYY-MM`; empty when there is no such instant.
    pub(super) fn month(&self, at: Millis) -> String {
        Timestamp::from_millisecond(at).map_or_else(
            |_| String::new(),
            |at| at.to_zoned(self.zone.clone()).strftime("%Y-%m").to_string(),
        )
    }

    fn task(&self, id: &str) -> Option<&Task> {
        self.tasks.get(id).and_then(Option::as_ref)
    }

    async fn learn(&mut self, tx: &mut Tx, id: &str) -> Result<()> {
        if self.tasks.contains_key(id) {
            return Ok(());
        }
        let sql = "SELECT body FROM task WHERE organisation = $1 AND id = $2";
        let row = tx
            .row(sql, &[(&self.organisation).into(), id.into()])
            .await?;
        let read = |row: Row| {
            serde_json::from_str(&row.text(0)?)
                .map_err(|error| StoreError::Unreadable(format!("task {id}: {error}")))
        };
        self.tasks.insert(id.to_owned(), row.map(read).transpose()?);
        Ok(())
    }
}

impl Kept {
    /// When it really happened, by the server's clock.
    pub(super) fn counted_at(&self) -> Millis {
        counted_at(self.fact.at, self.sent_at, self.received_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_organisations_calendar() {
        // 2026-06-30 23:30 UTC is already July in London.
        let late = 1_782_862_200_000;
        assert_eq!(Ground::new("o", "Europe/London").month(late), "2026-07");
        assert_eq!(Ground::new("o", "UTC").month(late), "2026-06");
        assert_eq!(Ground::new("o", "Nowhere/At_all").month(late), "2026-06");
        assert_eq!(Ground::new("o", "Europe/London").month(Millis::MAX), "");
    }
}
