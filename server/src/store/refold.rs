//! From a walk's facts in the database to its read rows.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use app::walk::{Fact, FactId, Kind, Millis, Task, WalkId, counted_at};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::value::RawValue;

use super::{
    Row, Tx, Value,
    db::{Result, read_id, read_json},
    many::among,
    mine::end_shares_of_what_is_gone,
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

/// Folds walks of one organisation anew and replaces their read rows. The walks, given with their authors, must be
/// locked. `now` is when something of them changed; none when they are only folded anew.
pub(super) async fn refold(
    tx: &mut Tx,
    ground: &mut Ground,
    walks: &BTreeMap<WalkId, String>,
    now: Option<Millis>,
) -> Result<()> {
    let mut logs = logs_of(tx, walks).await?;
    blank_erased(tx, logs.values_mut().flatten()).await?;
    end_shares_of_what_is_gone(tx, &logs).await?;
    let tasks: BTreeSet<String> = logs.values().filter_map(|log| task_of(log)).collect();
    ground.learn(tx, tasks).await?;
    let rows = logs.iter().map(|(walk, log)| {
        let author = walks.get(walk).map_or("", String::as_str);
        let task = task_of(log).and_then(|task| ground.task(&task));
        read_rows::of(*walk, author, log, task, ground)
    });
    let rows = rows.collect();
    read_rows::replace(tx, walks, rows, now).await
}

/// The facts of each walk, in the order of their ids.
async fn logs_of(
    tx: &mut Tx,
    walks: &BTreeMap<WalkId, String>,
) -> Result<BTreeMap<WalkId, Vec<Kept>>> {
    let walks: Vec<Value> = walks.keys().map(|walk| walk.to_string().into()).collect();
    let sql = "SELECT id, walk, at, kind, body, sent_at, received_at FROM fact WHERE walk IN";
    let mut logs = BTreeMap::<WalkId, Vec<Kept>>::new();
    for row in among(tx, sql, &walks, "ORDER BY id").await? {
        let kept = read_kept(&row)?;
        logs.entry(kept.fact.walk).or_default().push(kept);
    }
    Ok(logs)
}

/// The task of a walk whose beginning has arrived.
fn task_of(log: &[Kept]) -> Option<String> {
    let started = |kept: &Kept| match kept.read("started") {
        Some(Kind::Started(started)) => Some(started.task),
        _ => None,
    };
    log.iter().find_map(started)
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
        read_json(&body)?
    };
    Ok(Kept {
        fact,
        sent_at: row.int(5)?,
        received_at: row.int(6)?,
        blank,
    })
}

/// Takes the content from facts that were erased, whichever came first. An `erased` fact has none to take, and
/// keeps saying what it says. It speaks of facts of its own walk only.
async fn blank_erased(tx: &mut Tx, facts: impl Iterator<Item = &mut Kept>) -> Result<()> {
    let facts: Vec<&mut Kept> = facts.collect();
    let erased = |kept: &&mut Kept| match kept.read("erased") {
        Some(Kind::Erased(erased)) => Some((kept.fact.walk, erased.fact)),
        _ => None,
    };
    let erased: BTreeSet<(WalkId, FactId)> = facts.iter().filter_map(erased).collect();
    let mut blanked: Vec<Value> = Vec::new();
    for kept in facts {
        let here = (kept.fact.walk, kept.fact.id);
        if !kept.blank && erased.contains(&here) && kept.read("erased").is_none() {
            blanked.push(kept.fact.id.to_string().into());
            kept.fact.data = RawValue::NULL.to_owned();
            kept.blank = true;
        }
    }
    among(tx, "UPDATE fact SET body = '' WHERE id IN", &blanked, "").await?;
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

    /// Reads the tasks it does not know yet.
    async fn learn(&mut self, tx: &mut Tx, tasks: BTreeSet<String>) -> Result<()> {
        for id in tasks {
            if self.tasks.contains_key(&id) {
                continue;
            }
            let sql = "SELECT body FROM task WHERE organisation = $1 AND id = $2";
            let row = tx
                .row(sql, &[(&self.organisation).into(), (&id).into()])
                .await?;
            let task = row.map(|row| read_json(&row.text(0)?)).transpose()?;
            self.tasks.insert(id, task);
        }
        Ok(())
    }
}

impl Kept {
    /// When it really happened, by the server's clock.
    pub(super) fn counted_at(&self) -> Millis {
        counted_at(self.fact.at, self.sent_at, self.received_at)
    }

    /// What it says, if it is of this kind, has its content and can be read.
    pub(super) fn read(&self, kind: &str) -> Option<Kind> {
        let here = self.fact.kind == kind && !self.blank;
        here.then(|| self.fact.read()).flatten()
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
