//! Which thread friction is in: the one of its place, unless the team has put it elsewhere.

use std::collections::{BTreeMap, HashMap};

use app::walk::{Category, FrictionId, Millis, ThreadId};
use sha2::{Digest, Sha256};
use uuid::Builder;

use crate::store::{
    Tx, Value,
    db::{Result, read_id},
    many::{among, insert},
};

/// Where friction is felt: what makes it the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Place {
    pub organisation: String,
    pub service: String,
    pub task: String,
    pub step: u16,
    pub category: Option<Category>,
}

/// One friction point and its place.
#[derive(Clone, Debug)]
pub(in crate::store) struct Felt {
    pub friction: FrictionId,
    /// When, by the server's clock.
    pub at: Millis,
    pub place: Place,
}

impl Place {
    /// The thread of this place: the same id wherever and whenever it is computed.
    pub(in crate::store) fn thread(&self) -> ThreadId {
        let mut hash = Sha256::new();
        for part in [&self.organisation, &self.task, &self.step.to_string()] {
            hash.update(part);
            hash.update([0]);
        }
        hash.update(self.code());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.finalize()[..16]);
        ThreadId(Builder::from_custom_bytes(bytes).into_uuid())
    }

    fn code(&self) -> &'static str {
        self.category.map_or("", Category::code)
    }

    fn row(&self, id: ThreadId, at: Millis) -> Vec<Value> {
        vec![
            id.to_string().into(),
            (&self.organisation).into(),
            (&self.service).into(),
            (&self.task).into(),
            self.step.into(),
            self.code().into(),
            "none".into(),
            at.into(),
            "".into(),
            "".into(),
            at.into(),
        ]
    }
}

/// Makes the threads that are not there yet, and says for each friction point its own thread and the one it is in
/// after merging.
pub(in crate::store) async fn settle(
    tx: &mut Tx,
    felt: &[&Felt],
) -> Result<HashMap<FrictionId, (ThreadId, ThreadId)>> {
    if felt.is_empty() {
        return Ok(HashMap::new());
    }
    // In the order of their ids, so that two transactions do not wait for each other.
    let mut places = BTreeMap::new();
    for it in felt {
        places.entry(it.place.thread()).or_insert(*it);
    }
    let rows: Vec<Vec<Value>> = places
        .iter()
        .map(|(id, it)| it.place.row(*id, it.at))
        .collect();
    insert(
        tx,
        "INSERT INTO thread (id, organisation, service, task, step, category, decision, decided_at, reason, view, created_at)
         VALUES",
        &rows,
        "ON CONFLICT (id) DO NOTHING",
    )
    .await?;
    let pins = pins(tx, felt).await?;
    let own = |it: &&Felt| {
        let own = pins.get(&it.friction).copied();
        (it.friction, own.unwrap_or_else(|| it.place.thread()))
    };
    let own: HashMap<FrictionId, ThreadId> = felt.iter().map(own).collect();
    let roots = roots(tx, own.values().copied()).await?;
    let settled = |(friction, own)| (friction, (own, roots.get(&own).copied().unwrap_or(own)));
    Ok(own.into_iter().map(settled).collect())
}

async fn pins(tx: &mut Tx, felt: &[&Felt]) -> Result<HashMap<FrictionId, ThreadId>> {
    let ids: Vec<Value> = felt
        .iter()
        .map(|it| it.friction.to_string().into())
        .collect();
    let sql = "SELECT friction, thread FROM thread_pin WHERE friction IN";
    let rows = among(tx, sql, &ids, "").await?;
    let pin = |row: &crate::store::Row| Ok((read_id(row, 0)?, read_id(row, 1)?));
    rows.iter().map(pin).collect()
}

/// Where each thread has gone by merging: the end of its line.
pub(in crate::store) async fn roots(
    tx: &mut Tx,
    threads: impl Iterator<Item = ThreadId>,
) -> Result<HashMap<ThreadId, ThreadId>> {
    let mut roots: HashMap<ThreadId, ThreadId> = threads.map(|id| (id, id)).collect();
    loop {
        let ends: Vec<Value> = roots.values().map(|id| id.to_string().into()).collect();
        let sql = "SELECT id, merged_into FROM thread WHERE merged_into IS NOT NULL AND id IN";
        let mut onward = HashMap::<ThreadId, ThreadId>::new();
        for row in among(tx, sql, &ends, "").await? {
            onward.insert(read_id(&row, 0)?, read_id(&row, 1)?);
        }
        if onward.is_empty() {
            return Ok(roots);
        }
        for end in roots.values_mut() {
            if let Some(next) = onward.get(end) {
                *end = *next;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(task: &str, step: u16, category: Option<Category>) -> Place {
        Place {
            organisation: "aber".to_owned(),
            service: "waste".to_owned(),
            task: task.to_owned(),
            step,
            category,
        }
    }

    /// Stored for years: another id would tear every thread from what its team has said.
    #[test]
    fn the_thread_of_a_place_never_changes() {
        let id = place("missed-bin", 2, Category::ALL.first().copied()).thread();
        assert_eq!(id.to_string(), "4a4fbcd4-1310-8f71-85bd-3329115a9e68");
    }

    #[test]
    fn other_places_are_other_threads() {
        let all = [
            place("a", 1, None),
            place("a", 2, None),
            place("a1", 1, None),
            place("a", 1, Category::ALL.first().copied()),
        ];
        let ids: std::collections::BTreeSet<ThreadId> = all.iter().map(Place::thread).collect();
        assert_eq!(ids.len(), all.len());
    }
}
