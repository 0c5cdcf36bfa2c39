//! Other systems are told when a thread stands differently than before, in the transaction that changes it.

use std::collections::BTreeMap;

use app::walk::{Millis, ThreadId};
use serde_json::json;

use super::{alerts::hooks, outbox::Telling};
use crate::{
    store::{
        Tx, Value,
        db::{Result, read_id},
        many::among,
    },
    token,
};

/// How threads stood, as far as anybody is to be told of a change.
pub(in crate::store) struct Before(BTreeMap<ThreadId, Stood>);

struct Stood {
    state: String,
    organisation: String,
    service: String,
}

/// How some threads stand now. Nothing is read while nobody is told.
pub(in crate::store) async fn before(tx: &mut Tx, threads: &[Value]) -> Result<Before> {
    let sql = "SELECT r.thread, r.state, r.organisation, r.service FROM thread_row r WHERE EXISTS
               (SELECT 1 FROM hook h WHERE h.organisation = r.organisation AND h.ended_at IS NULL) AND r.thread IN";
    let mut states = BTreeMap::new();
    for row in among(tx, sql, threads, "").await? {
        let stood = Stood {
            state: row.text(1)?,
            organisation: row.text(2)?,
            service: row.text(3)?,
        };
        states.insert(read_id(&row, 0)?, stood);
    }
    Ok(Before(states))
}

/// Tells of those that stand differently, and of those that are no more: all of it was taken back, or they were put
/// together with another. It happened `now`; when nobody knows, with the last that was felt, walked again or said of it.
pub(in crate::store) async fn tell_changes(
    tx: &mut Tx,
    before: Before,
    now: Option<Millis>,
) -> Result<()> {
    if before.0.is_empty() {
        return Ok(());
    }
    let ids: Vec<Value> = before.0.keys().map(|id| id.to_string().into()).collect();
    let sql = "SELECT r.thread, r.state, r.felt, r.last_felt, r.held_at, t.decided_at
               FROM thread_row r JOIN thread t ON t.id = r.thread WHERE r.thread IN";
    let mut rows = BTreeMap::new();
    for row in among(tx, sql, &ids, "").await? {
        rows.insert(read_id::<ThreadId>(&row, 0)?, row);
    }
    for (id, was) in &before.0 {
        let (state, felt, since) = match rows.get(id) {
            Some(row) => {
                let since = [
                    row.int(3)?,
                    row.opt_int(4)?.unwrap_or_default(),
                    row.int(5)?,
                ];
                let since = since.into_iter().max().unwrap_or_default();
                (row.text(1)?, row.int(2)?, since)
            }
            None => ("gone".to_owned(), 0, 0),
        };
        if was.state == state {
            continue;
        }
        let body = json!({
            "thread": id.to_string(),
            "service": was.service,
            "state": state,
            "was": was.state,
            "felt": felt,
        });
        // It may stand like this once more, by what is taken back: each time is told.
        let about = token::fresh();
        for hook in hooks(tx, &was.organisation).await? {
            let telling = Telling {
                organisation: &was.organisation,
                person: None,
                hook: Some(&hook),
                topic: "thread.state",
                about: &about,
                body: body.clone(),
            };
            tx.tell(&telling, now.unwrap_or(since)).await?;
        }
    }
    Ok(())
}
