//! What a team decides of a thread: its row, the event and the state, all or none.

use std::collections::BTreeSet;

use app::{
    team::Decided,
    walk::{
        Millis, ThreadId,
        thread::{Decision, State},
    },
};

use super::events::Said;
use crate::{
    store::{Desk, StoreError, Tx, db::Result, threads::refresh},
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
        self.hold_thread(&mut tx, id).await?;
        let before = Before::read(&mut tx, id).await?;
        let judged_from = before.judged_from(decided.decision, now);
        let said = Said {
            day: decided.day.map(|day| day.to_string()),
            text: decided.why.clone(),
            ..Said::default()
        };
        let last = self.said_last(&mut tx, id).await?;
        if !before.judged && last == Some((decided.decision.code().into(), said.to_json()?)) {
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
        let what = decided.decision.code();
        self.note_event(&mut tx, id, what, &said, None, now).await?;
        refresh(&mut tx, &BTreeSet::from([id])).await?;
        tx.commit().await
    }

    async fn said_last(&self, tx: &mut Tx, id: ThreadId) -> Result<Option<(String, String)>> {
        let sql = "SELECT what, body FROM thread_event WHERE thread = $1
                   AND what NOT IN ('merged', 'apart', 'split', 'split_from', 'given', 'view') ORDER BY at DESC, id DESC LIMIT 1";
        let row = tx.row(sql, &[id.to_string().into()]).await?;
        row.map(|row| Ok((row.text(0)?, row.text(1)?))).transpose()
    }
}

/// How a thread stood before something is decided.
struct Before {
    decision: Option<Decision>,
    judged_from: Option<Millis>,
    /// True when a re-walk has said whether the change held.
    judged: bool,
}

impl Before {
    async fn read(tx: &mut Tx, id: ThreadId) -> Result<Self> {
        let sql = "SELECT t.decision, t.judged_from, r.state FROM thread t JOIN thread_row r ON r.thread = t.id WHERE t.id = $1";
        let row = tx.row(sql, &[id.to_string().into()]).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        let state = State::from_code(&row.text(2)?);
        Ok(Self {
            decision: Decision::from_code(&row.text(0)?),
            judged_from: row.opt_int(1)?,
            judged: matches!(
                state,
                Some(State::Confirmed | State::HalfFixed | State::NotFixed)
            ),
        })
    }

    /// From when on re-walks judge what was changed: walks after it judge a new change. Asking for a re-walk of what
    /// was said to be changed leaves that as it was, unless it was judged already: then it asks for a new judgement.
    fn judged_from(&self, decision: Decision, now: Millis) -> Option<Millis> {
        let waits = !self.judged
            && matches!(
                self.decision,
                Some(Decision::Changed | Decision::RewalkAsked)
            );
        match decision {
            Decision::Changed => Some(now),
            Decision::RewalkAsked if waits => self.judged_from.or(Some(now)),
            Decision::RewalkAsked => Some(now),
            _ => self.judged_from,
        }
    }
}
