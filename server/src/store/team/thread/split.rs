//! Taking what is something else out of a thread, into one of its own.

use std::collections::BTreeSet;

use app::walk::{FrictionId, Millis, ThreadId};
use uuid::Builder;

use super::events::Said;
use crate::{
    store::{
        Desk, StoreError, Value,
        db::Result,
        many::{among, insert},
        threads::add_up,
        tx::Hold,
    },
    viewer::Role,
};

impl Desk {
    /// Takes some of what was felt out of a thread, or of what that is part of by now, into one of its own that nothing
    /// was said of yet; its id. None when that would leave nothing behind. Putting both together again undoes it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of the viewer's, and some of it is in there.
    pub async fn split(
        &self,
        id: ThreadId,
        frictions: &BTreeSet<FrictionId>,
        now: Millis,
    ) -> Result<Option<ThreadId>> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        // No walk comes in between: it would put its friction where it was.
        tx.hold(&self.viewer.organisation, Hold::Alone).await?;
        let id = self.hold_whole(&mut tx, id).await?;
        let here = [Value::from(id.to_string())];
        let sql = "SELECT id FROM friction_row WHERE thread = $1";
        let rows = tx.rows(sql, &here).await?;
        let all = rows.iter().map(|row| crate::store::db::read_id(row, 0));
        let all: BTreeSet<FrictionId> = all.collect::<Result<_>>()?;
        let taken: Vec<String> = frictions
            .intersection(&all)
            .map(ToString::to_string)
            .collect();
        if taken.is_empty() {
            return Err(StoreError::NotFound);
        }
        if taken.len() == all.len() {
            return Ok(None);
        }
        let own = ThreadId(Builder::from_random_bytes(rand::random()).into_uuid());
        tx.execute(
            "INSERT INTO thread (id, organisation, service, task, step, category, decision, decided_at, reason, view, created_at)
             SELECT CAST($2 AS TEXT), organisation, service, task, step, category, 'none', CAST($3 AS BIGINT), '', '', CAST($3 AS BIGINT)
             FROM thread WHERE id = $1",
            &[id.to_string().into(), own.to_string().into(), now.into()],
        )
        .await?;
        let pins: Vec<Vec<Value>> = taken
            .iter()
            .map(|it| vec![it.into(), own.to_string().into()])
            .collect();
        insert(
            &mut tx,
            "INSERT INTO thread_pin (friction, thread) VALUES",
            &pins,
            "ON CONFLICT (friction) DO UPDATE SET thread = excluded.thread",
        )
        .await?;
        let taken: Vec<Value> = taken.iter().map(Value::from).collect();
        let sql = "UPDATE friction_row SET
                   own = (SELECT p.thread FROM thread_pin p WHERE p.friction = friction_row.id),
                   thread = (SELECT p.thread FROM thread_pin p WHERE p.friction = friction_row.id) WHERE id IN";
        among(&mut tx, sql, &taken, "").await?;
        let said = Said {
            times: u64::try_from(taken.len()).ok(),
            ..Said::of(own)
        };
        self.note_event(&mut tx, id, "split", &said, None, now)
            .await?;
        let said = Said::of(id);
        self.note_event(&mut tx, own, "split_from", &said, None, now)
            .await?;
        add_up(&mut tx, &BTreeSet::from([id, own]), Some(now)).await?;
        tx.commit().await?;
        Ok(Some(own))
    }
}
