//! Offers as the team sees them that makes them: offering, taking back, and what came back.

use app::{
    team::handed::{Answer, Offered, Verdict},
    walk::{Millis, ThreadId},
};

use super::{Ticked, left, tick, told::text};
use crate::{
    store::{Desk, StoreError, audit::What, db::Result},
    viewer::Role,
    when::when,
};

/// What became of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offering {
    /// It stands, or was made before by the same form.
    Made,
    /// That service takes no offers.
    TakesNone,
    /// That service has an offer of this thread already, which stays as it is: nothing of this one was kept.
    Already,
}

impl Desk {
    /// Offers a thread of the viewer's to a service of another organisation that takes offers. The same `id` again
    /// changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of the viewer's services.
    pub async fn offer(
        &self,
        thread: ThreadId,
        to: (&str, &str),
        message: &str,
        ticked: &Ticked,
        id: &str,
        now: Millis,
    ) -> Result<Offering> {
        self.only(Role::ServiceTeam)?;
        let of = thread.to_string();
        let mut tx = self.begin_telling(&of).await?;
        let sql = "SELECT id FROM offer WHERE id = $1";
        if tx.row(sql, &[id.into()]).await?.is_some() {
            return Ok(Offering::Made);
        }
        let there = [to.0.into(), to.1.into(), (&self.viewer.organisation).into()];
        let sql = "SELECT service FROM takes_offers WHERE organisation = $1 AND service = $2 AND organisation <> $3";
        if tx.row(sql, &there).await?.is_none() {
            return Ok(Offering::TakesNone);
        }
        let sql = concat!(
            "SELECT o.id FROM offer o WHERE o.to_organisation = $1 AND o.to_service = $2 AND o.thread = $3
             AND o.taken_back_at IS NULL AND ",
            left!("o.thread", "o.offered_at")
        );
        let same = [to.0.into(), to.1.into(), (&of).into()];
        if tx.row(sql, &same).await?.is_some() {
            return Ok(Offering::Already);
        }
        tx.execute(
            "INSERT INTO offer (id, organisation, thread, person, to_organisation, to_service, message, offered_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                id.into(),
                (&self.viewer.organisation).into(),
                of.into(),
                (&self.viewer.person).into(),
                to.0.into(),
                to.1.into(),
                message.into(),
                now.into(),
            ],
        )
        .await?;
        tick(&mut tx, id, thread, ticked).await?;
        tx.note(self.deed(What::Offered, id), now).await?;
        tx.commit().await?;
        Ok(Offering::Made)
    }

    /// Takes an offer back: from then on it is nowhere for those it was made to. Its thread. Once is enough.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is of a thread of the viewer's services.
    pub async fn take_back_offer(&self, id: &str, now: Millis) -> Result<String> {
        self.only(Role::ServiceTeam)?;
        let sql = "SELECT thread FROM offer WHERE id = $1 AND organisation = $2";
        let row = self
            .db()
            .row(sql, &[id.into(), (&self.viewer.organisation).into()])
            .await?
            .ok_or(StoreError::NotFound)?;
        let thread = row.text(0)?;
        let mut tx = self.begin_on_thread(&thread).await?;
        let sql = "UPDATE offer SET taken_back_at = $2 WHERE id = $1 AND taken_back_at IS NULL";
        if tx.execute(sql, &[id.into(), now.into()]).await? > 0 {
            tx.note(self.deed(What::OfferTakenBack, id), now).await?;
        }
        tx.commit().await?;
        Ok(thread)
    }

    /// What was offered of a thread of the viewer's, before it was put together too, newest first, and what came back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for whoever is of no service team.
    pub async fn offers(&self, thread: ThreadId, now: Millis) -> Result<Vec<Offered>> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(thread.to_string().into());
        let sql = concat!(
            "SELECT o.id, n.name_en, n.name_cy, s.name_en, s.name_cy, o.offered_at, o.taken_back_at, o.message, CASE WHEN ",
            left!("o.thread", "o.offered_at"),
            " THEN 1 ELSE 0 END FROM offer o JOIN thread t ON t.id = o.thread JOIN organisation n ON n.id = o.to_organisation
             JOIN service s ON s.organisation = o.to_organisation AND s.id = o.to_service
             WHERE t.organisation = $1 AND t.service IN (SELECT service FROM person_service WHERE person = $2)
             AND (t.id = $3 OR t.merged_into = $3 OR t.id IN (SELECT f.own FROM friction_row f WHERE f.thread = $3))
             ORDER BY o.offered_at DESC, o.id"
        );
        let at = |at| when(&self.viewer.time_zone, at, now);
        let mut offers = Vec::new();
        for row in self.db().rows(sql, &args).await? {
            let id = row.text(0)?;
            offers.push(Offered {
                to: text(&row, 1)?,
                service: text(&row, 3)?,
                at: at(row.int(5)?),
                taken_back: row.opt_int(6)?.map(at),
                message: row.text(7)?,
                left: row.flag(8)?,
                answers: self.answers(&id, now).await?,
                id,
            });
        }
        Ok(offers)
    }

    /// What was answered to an offer, oldest first. Only the viewer's own colleagues have names.
    pub(super) async fn answers(&self, offer: &str, now: Millis) -> Result<Vec<Answer>> {
        let sql = "SELECT a.at, a.answer, a.text, CASE WHEN a.organisation = $2 THEN p.name ELSE NULL END
             FROM offer_answer a JOIN person p ON p.id = a.person WHERE a.offer = $1 ORDER BY a.at, a.id";
        let args = [offer.into(), (&self.viewer.organisation).into()];
        let mut answers = Vec::new();
        for row in self.db().rows(sql, &args).await? {
            // What a newer version says is skipped by this one, not lost.
            let Some(verdict) = Verdict::from_code(&row.text(1)?) else {
                continue;
            };
            answers.push(Answer {
                at: when(&self.viewer.time_zone, row.int(0)?, now),
                verdict,
                text: row.text(2)?,
                name: row.opt_text(3)?,
            });
        }
        Ok(answers)
    }
}
