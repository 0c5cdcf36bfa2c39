//! Keeping the facts of one request, inside a transaction.

use std::collections::{BTreeSet, HashMap, HashSet};

use app::{
    walk::{FactId, WalkId},
    wire::{Refusal, SyncItem, SyncStatus},
};
use sqlx::AssertSqlSafe;

use super::{
    Tx, Value,
    db::{Result, places, read_id},
    intake::{Intake, NewFact, refused},
    refold::{Ground, refold},
    tx::Hold,
};

/// The most facts in one statement.
const AT_ONCE: usize = 64;

/// Locks the walks, adds the facts that are new, and folds the walks they touch. One item for each fact sent.
pub(super) async fn keep(tx: &mut Tx, intake: &Intake) -> Result<Vec<SyncItem>> {
    tx.hold(&intake.organisation, Hold::Shared).await?;
    let mine = lock_walks(tx, intake).await?;
    let mut seen = HashSet::new();
    let once: Vec<&NewFact> = sent(intake)
        .filter(|fact| mine.contains(&fact.walk) && seen.insert(fact.id))
        .collect();
    let mut stored = insert(tx, intake, &once).await?;
    let owners = owners(tx, &once, &stored).await?;

    let touched: BTreeSet<WalkId> = once
        .iter()
        .filter(|fact| stored.contains(&fact.id))
        .map(|fact| fact.walk)
        .collect();
    let mut ground = Ground::new(&intake.organisation, &intake.time_zone);
    for walk in touched {
        refold(tx, &mut ground, walk, &intake.person).await?;
    }

    let item = |fact: &std::result::Result<NewFact, SyncItem>| match fact {
        Err(refused) => refused.clone(),
        Ok(fact) if !mine.contains(&fact.walk) => refused(Some(fact.id), Refusal::NotYours),
        Ok(fact) if owners.get(&fact.id) != Some(&fact.walk) => {
            refused(Some(fact.id), Refusal::IdTaken)
        }
        // Taken out, so that the same fact twice in one request is new once.
        Ok(fact) => SyncItem {
            id: Some(fact.id),
            status: if stored.remove(&fact.id) {
                SyncStatus::Stored
            } else {
                SyncStatus::Known
            },
            reason: None,
        },
    };
    Ok(intake.facts.iter().map(item).collect())
}

fn sent(intake: &Intake) -> impl Iterator<Item = &NewFact> {
    intake.facts.iter().filter_map(|fact| fact.as_ref().ok())
}

/// Makes the walks that are not there yet, locks them all, and says which are the sender's.
async fn lock_walks(tx: &mut Tx, intake: &Intake) -> Result<HashSet<WalkId>> {
    let mut mine = HashSet::new();
    // In the order of their ids, so that two requests do not wait for each other.
    let walks: BTreeSet<WalkId> = sent(intake).map(|fact| fact.walk).collect();
    for walk in walks {
        let row = tx
            .row(
                // Changes nothing in a walk that is there: it only takes the row's lock.
                "INSERT INTO walk (id, organisation, author, first_received_at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (id) DO UPDATE SET author = walk.author RETURNING organisation, author",
                &[
                    walk.to_string().into(),
                    (&intake.organisation).into(),
                    (&intake.person).into(),
                    intake.received_at.into(),
                ],
            )
            .await?;
        if let Some(row) = row
            && row.text(0)? == intake.organisation
            && row.text(1)? == intake.person
        {
            mine.insert(walk);
        }
    }
    Ok(mine)
}

/// Adds the facts that are not there yet, and says which those were.
async fn insert(tx: &mut Tx, intake: &Intake, facts: &[&NewFact]) -> Result<HashSet<FactId>> {
    let mut stored = HashSet::new();
    for facts in facts.chunks(AT_ONCE) {
        let sql = format!(
            "INSERT INTO fact (id, walk, at, sent_at, received_at, kind, body) VALUES {} ON CONFLICT (id) DO NOTHING RETURNING id",
            places(facts.len(), 7)
        );
        let args: Vec<Value> = facts
            .iter()
            .flat_map(|fact| {
                [
                    fact.id.to_string().into(),
                    fact.walk.to_string().into(),
                    fact.at.into(),
                    intake.sent_at.into(),
                    intake.received_at.into(),
                    (&fact.kind).into(),
                    (&fact.body).into(),
                ]
            })
            .collect();
        for row in tx.rows(AssertSqlSafe(sql), &args).await? {
            stored.insert(read_id(&row, 0)?);
        }
    }
    Ok(stored)
}

/// Which walk each fact's id belongs to, now that the new ones are in.
async fn owners(
    tx: &mut Tx,
    facts: &[&NewFact],
    stored: &HashSet<FactId>,
) -> Result<HashMap<FactId, WalkId>> {
    let (new, old): (Vec<&NewFact>, Vec<&NewFact>) =
        facts.iter().partition(|fact| stored.contains(&fact.id));
    let mut owners: HashMap<FactId, WalkId> =
        new.into_iter().map(|fact| (fact.id, fact.walk)).collect();
    for facts in old.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT id, walk FROM fact WHERE id IN {}",
            places(1, facts.len())
        );
        let args: Vec<Value> = facts
            .iter()
            .map(|fact| fact.id.to_string().into())
            .collect();
        for row in tx.rows(AssertSqlSafe(sql), &args).await? {
            owners.insert(read_id(&row, 0)?, read_id(&row, 1)?);
        }
    }
    Ok(owners)
}
