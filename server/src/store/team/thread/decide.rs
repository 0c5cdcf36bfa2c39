//! What a team decides of a thread: its row, the event and the state, all or none.

use std::collections::BTreeSet;

use app::{
    team::Decided,
    walk::{Millis, ThreadId, thread::Decision},
};

use super::read::Said;
use crate::{
    store::{Desk, StoreError, Tx, db::Result, threads::refresh},
    token,
    viewer::Role,
};

impl Desk {
    /// Keeps what the viewer's team says of a thread. Saying the same again, word for word, changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of a service of the viewer's.
    pub async fn decide(&self, id: ThreadId, decided: &Decided, now: Millis) -> Result<()> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        tx.lock_threads(&[id.to_string().into()]).await?;
        let judged_from = self.judged_from(&mut tx, id, decided.decision, now).await?;
        let body = Said {
            day: decided.day.map(|day| day.to_string()),
            text: decided.why.clone(),
        };
        let body = serde_json::to_string(&body)
            .map_err(|error| StoreError::Unreadable(error.to_string()))?;
        if self.said_last(&mut tx, id).await?
            == Some((decided.decision.code().into(), body.clone()))
        {
            return Ok(());
        }
        let planned = decided
            .day
            .filter(|_| decided.decision == Decision::Planned);
        let reason = if decided.decision == Decision::NotNow {
            decided.why.as_str()
        } else {
            ""
        };
        tx.execute(
            "UPDATE thread SET decision = $2, decided_at = $3, judged_from = $4, planned_for = $5, reason = $6
             WHERE id = $1",
            &[
                id.to_string().into(),
                decided.decision.code().into(),
                now.into(),
                judged_from.into(),
                planned.map(|day| day.to_string()).into(),
                reason.into(),
            ],
        )
        .await?;
        tx.execute(
            "INSERT INTO thread_event (id, thread, organisation, person, at, what, body)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                token::fresh().into(),
                id.to_string().into(),
                (&self.viewer.organisation).into(),
                (&self.viewer.person).into(),
                now.into(),
                decided.decision.code().into(),
                body.into(),
            ],
        )
        .await?;
        refresh(&mut tx, &BTreeSet::from([id])).await?;
        tx.commit().await
    }

    /// From when on re-walks judge what was changed. A new change is judged by walks after it. Asking for a re-walk
    /// of one that was judged already asks for a new judgement.
    async fn judged_from(
        &self,
        tx: &mut Tx,
        id: ThreadId,
        decision: Decision,
        now: Millis,
    ) -> Result<Option<Millis>> {
        let mut args = self.me();
        args.push(id.to_string().into());
        let row = tx
            .row(
                "SELECT t.judged_from, r.state FROM thread t JOIN thread_row r ON r.thread = t.id
                 WHERE t.organisation = $1 AND t.service IN (SELECT service FROM person_service WHERE person = $2)
                 AND t.id = $3 AND t.merged_into IS NULL",
                &args,
            )
            .await?
            .ok_or(StoreError::NotFound)?;
        let before = row.opt_int(0)?;
        let judged = matches!(
            row.text(1)?.as_str(),
            "confirmed" | "half_fixed" | "not_fixed"
        );
        Ok(match decision {
            Decision::Changed => Some(now),
            Decision::RewalkAsked if judged => Some(now),
            Decision::RewalkAsked => Some(before.unwrap_or(now)),
            _ => before,
        })
    }

    async fn said_last(&self, tx: &mut Tx, id: ThreadId) -> Result<Option<(String, String)>> {
        let sql = "SELECT what, body FROM thread_event WHERE thread = $1 ORDER BY at DESC, id DESC LIMIT 1";
        let row = tx.row(sql, &[id.to_string().into()]).await?;
        row.map(|row| Ok((row.text(0)?, row.text(1)?))).transpose()
    }
}
