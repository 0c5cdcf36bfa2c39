//! What a team decides of a thread: its row, the event and the state, all or none.

use std::collections::BTreeSet;

use app::{
    team::Decided,
    walk::{
        Millis, ThreadId,
        thread::{Decision, State},
    },
};
use uuid::Builder;

use super::{Reached, events::Said};
use crate::{
    store::{Desk, StoreError, Tx, db::Result, many::insert, threads::refresh},
    viewer::Role,
};

impl Desk {
    /// Keeps what the viewer's team says of a thread. Saying the same again, word for word, changes nothing. Of what is
    /// part of another thread by now it is said of that, unless the team has said something of that already.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of a service of the viewer's.
    pub async fn decide(&self, id: ThreadId, decided: &Decided, now: Millis) -> Result<Reached> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let whole = self.hold_whole(&mut tx, id).await?;
        let before = Before::read(&mut tx, whole).await?;
        if before.says(decided)? {
            return Ok(Reached::Kept(whole));
        }
        if whole != id && before.is_decided() {
            return Ok(Reached::Elsewhere(whole));
        }
        self.say(&mut tx, whole, &before, decided, now).await?;
        refresh(&mut tx, &BTreeSet::from([whole]), Some(now)).await?;
        tx.commit().await?;
        Ok(Reached::Kept(whole))
    }

    /// The same, of a thread that is held. Its row is to be computed anew.
    pub(in crate::store::team) async fn say(
        &self,
        tx: &mut Tx,
        id: ThreadId,
        before: &Before,
        decided: &Decided,
        now: Millis,
    ) -> Result<()> {
        let judged_from = before.judged_from(decided.decision, now);
        let said = said(decided);
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
        self.note_event(tx, id, what, &said, None, now).await?;
        if decided.decision == Decision::NotNow {
            self.answer_not_now(tx, id, decided, now).await?;
        }
        Ok(())
    }

    /// Tells everybody who felt it why not now, as an answer to what they felt last of it.
    async fn answer_not_now(
        &self,
        tx: &mut Tx,
        id: ThreadId,
        decided: &Decided,
        now: Millis,
    ) -> Result<()> {
        let sql = "SELECT id FROM (
                       SELECT id, ROW_NUMBER() OVER (PARTITION BY author ORDER BY felt_at DESC, id DESC) AS place
                       FROM friction_row WHERE thread = $1
                   ) f WHERE place = 1";
        let until = decided.day.map(|day| day.to_string());
        let mut replies = Vec::new();
        for row in tx.rows(sql, &[id.to_string().into()]).await? {
            let reply = Builder::from_random_bytes(rand::random()).into_uuid();
            replies.push(vec![
                reply.to_string().into(),
                row.text(0)?.into(),
                (&self.viewer.organisation).into(),
                (&self.viewer.person).into(),
                now.into(),
                (&decided.why).into(),
                until.clone().into(),
            ]);
        }
        let sql =
            "INSERT INTO reply (id, friction, organisation, person, at, text, not_before) VALUES";
        insert(tx, sql, &replies, "").await.map(drop)
    }
}

fn said(decided: &Decided) -> Said {
    Said {
        day: decided.day.map(|day| day.to_string()),
        text: decided.why.clone(),
        ..Said::default()
    }
}

/// How a thread stood before something is decided.
pub(in crate::store::team) struct Before {
    decision: Option<Decision>,
    judged_from: Option<Millis>,
    /// True when a re-walk has said whether the change held.
    judged: bool,
    /// What the team said last, and how.
    last: Option<(String, String)>,
}

impl Before {
    pub(in crate::store::team) async fn read(tx: &mut Tx, id: ThreadId) -> Result<Self> {
        let last = "SELECT what, body FROM thread_event WHERE thread = $1
                    AND what NOT IN ('merged', 'apart', 'split', 'split_from', 'given', 'view', 'file', 'file_gone')
                    ORDER BY at DESC, id DESC LIMIT 1";
        let last = tx.row(last, &[id.to_string().into()]).await?;
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
            last: last
                .map(|row| Ok::<_, StoreError>((row.text(0)?, row.text(1)?)))
                .transpose()?,
        })
    }

    /// True when just this was said last, word for word, and nobody has walked it again since.
    pub(in crate::store::team) fn says(&self, decided: &Decided) -> Result<bool> {
        let said = (decided.decision.code().to_owned(), said(decided).to_json()?);
        Ok(!self.judged && self.last.as_ref() == Some(&said))
    }

    /// True once the team has said how it stands.
    pub(in crate::store::team) fn is_decided(&self) -> bool {
        !matches!(self.decision, None | Some(Decision::None))
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
