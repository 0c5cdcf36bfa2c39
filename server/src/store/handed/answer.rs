//! Offers as the team sees them that they are made to: only what is told, while it is not taken back.

use std::cmp::Reverse;

use app::{
    team::handed::{Handed, ToUs, Verdict},
    walk::{Millis, boundary::days_since},
};

use super::{left, told::text};
use crate::{
    store::{Desk, Row, StoreError, audit::What, db::Result},
    viewer::Role,
    when::when,
};

/// Offers that stand, made to a service of the viewer's ($1 the organisation, $2 the person). Whatever the other
/// organisation may know of an offer begins here.
macro_rules! to_me {
    ($more:literal) => {
        concat!(
            "SELECT o.id, o.thread, s.name_en, s.name_cy, o.offered_at, o.message
             FROM offer o JOIN service s ON s.organisation = o.to_organisation AND s.id = o.to_service
             WHERE o.taken_back_at IS NULL AND o.to_organisation = $1
             AND o.to_service IN (SELECT service FROM person_service WHERE person = $2)
             AND ",
            left!("o.thread", "o.offered_at"),
            " ",
            $more
        )
    };
}

impl Desk {
    /// What others offered to the viewer's team, what waits for it first and the oldest of that; and what of its own
    /// waits elsewhere.
    pub async fn handed(&self, now: Millis) -> Result<Handed> {
        self.only(Role::ServiceTeam)?;
        let rows = self
            .db()
            .rows(to_me!("ORDER BY o.offered_at, o.id"), &self.me())
            .await?;
        let mut to_us = Vec::new();
        for row in &rows {
            to_us.extend(self.to_us(row, now).await?);
        }
        to_us.sort_by_key(|it| Reverse(it.waits()));
        Ok(Handed {
            to_us,
            boundaries: self.boundaries(now).await?,
        })
    }

    /// One offer made to the viewer's team.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one, and stands, and something is left to tell.
    pub async fn handed_one(&self, id: &str, now: Millis) -> Result<ToUs> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(id.into());
        let row = self
            .db()
            .row(to_me!("AND o.id = $3"), &args)
            .await?
            .ok_or(StoreError::NotFound)?;
        self.to_us(&row, now).await?.ok_or(StoreError::NotFound)
    }

    /// True for an offer that was made to the viewer's team, whatever became of it: who typed an answer is told that it
    /// is over.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for whoever is of no service team.
    pub async fn was_offered(&self, id: &str) -> Result<bool> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(id.into());
        let sql = "SELECT o.id FROM offer o WHERE o.to_organisation = $1
             AND o.to_service IN (SELECT service FROM person_service WHERE person = $2) AND o.id = $3";
        Ok(self.db().row(sql, &args).await?.is_some())
    }

    /// True when the viewer answered an offer with this `answer_id` before, whatever became of the offer since.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for whoever is of no service team.
    pub async fn has_answered(&self, id: &str, answer_id: &str) -> Result<bool> {
        self.only(Role::ServiceTeam)?;
        let sql = "SELECT id FROM offer_answer WHERE id = $1 AND offer = $2 AND person = $3";
        let args = [answer_id.into(), id.into(), (&self.viewer.person).into()];
        Ok(self.db().row(sql, &args).await?.is_some())
    }

    /// Answers an offer. What was answered before stays; the same `answer_id` again changes nothing.
    ///
    /// # Errors
    /// As for [`Desk::handed_one`].
    pub async fn answer_offer(
        &self,
        id: &str,
        verdict: Verdict,
        text: &str,
        answer_id: &str,
        now: Millis,
    ) -> Result<()> {
        self.handed_one(id, now).await?;
        let mut tx = self.db().begin().await?;
        // The offer's own row is held, so that nothing is answered that is just being taken back.
        let sql = "UPDATE offer SET message = message WHERE id = $1 AND taken_back_at IS NULL";
        if tx.execute(sql, &[id.into()]).await? == 0 {
            return Err(StoreError::NotFound);
        }
        let sql = "INSERT INTO offer_answer (id, offer, organisation, person, at, answer, text)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING";
        let added = tx
            .execute(
                sql,
                &[
                    answer_id.into(),
                    id.into(),
                    (&self.viewer.organisation).into(),
                    (&self.viewer.person).into(),
                    now.into(),
                    verdict.code().into(),
                    text.into(),
                ],
            )
            .await?;
        if added > 0 {
            tx.note(self.deed(What::OfferAnswered, id), now).await?;
        }
        tx.commit().await
    }

    async fn to_us(&self, row: &Row, now: Millis) -> Result<Option<ToUs>> {
        let (id, zone) = (row.text(0)?, &self.viewer.time_zone);
        let Some(told) = self.store.told(&row.text(1)?, &id, zone, now).await? else {
            return Ok(None);
        };
        let at = row.int(4)?;
        Ok(Some(ToUs {
            told,
            service: text(row, 2)?,
            at: when(zone, at, now),
            days: days_since(at, now),
            message: row.text(5)?,
            answers: self.answers(&id, now).await?,
            id,
        }))
    }
}
