//! Other systems are told when a thread stands differently than before, in the transaction that changes it.

use std::collections::HashMap;

use app::walk::ThreadId;
use serde_json::json;

use super::{alerts::hooks, outbox::Telling};
use crate::store::{
    Tx, Value,
    db::{Result, read_id},
    many::among,
};

/// How threads stood, as far as anybody is to be told of a change.
pub(in crate::store) struct Before(HashMap<ThreadId, String>);

/// How some threads stand now. Nothing is read while nobody is told.
pub(in crate::store) async fn before(tx: &mut Tx, threads: &[Value]) -> Result<Before> {
    let sql = "SELECT r.thread, r.state FROM thread_row r WHERE EXISTS
               (SELECT 1 FROM hook h WHERE h.organisation = r.organisation AND h.ended_at IS NULL) AND r.thread IN";
    let mut states = HashMap::new();
    for row in among(tx, sql, threads, "").await? {
        states.insert(read_id(&row, 0)?, row.text(1)?);
    }
    Ok(Before(states))
}

/// Tells of those that stand differently.
pub(in crate::store) async fn tell_changes(tx: &mut Tx, before: Before) -> Result<()> {
    if before.0.is_empty() {
        return Ok(());
    }
    let mut ids: Vec<&ThreadId> = before.0.keys().collect();
    ids.sort();
    let ids: Vec<Value> = ids.iter().map(|id| id.to_string().into()).collect();
    let sql = "SELECT r.thread, r.state, r.organisation, r.service, r.felt, r.last_felt, r.held_at, t.decided_at
               FROM thread_row r JOIN thread t ON t.id = r.thread WHERE r.thread IN";
    for row in among(tx, sql, &ids, "ORDER BY r.thread").await? {
        let (state, organisation) = (row.text(1)?, row.text(2)?);
        let was = before.0.get(&read_id(&row, 0)?);
        if was.is_none_or(|was| *was == state) {
            continue;
        }
        let body = json!({
            "thread": row.text(0)?,
            "service": row.text(3)?,
            "state": state,
            "was": was,
            "felt": row.int(4)?,
        });
        // It is so since what came last. It may stand like this again later: then it is told again.
        let since = [
            row.int(5)?,
            row.opt_int(6)?.unwrap_or_default(),
            row.int(7)?,
        ];
        let since = since.into_iter().max().unwrap_or_default();
        let about = format!("{} {state} {since}", row.text(0)?);
        for hook in hooks(tx, &organisation).await? {
            let telling = Telling {
                organisation: &organisation,
                person: None,
                hook: Some(&hook),
                topic: "thread.state",
                about: &about,
                body: body.clone(),
            };
            tx.tell(&telling, since).await?;
        }
    }
    Ok(())
}
