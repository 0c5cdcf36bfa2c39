//! The page on which a team hands a thread on.

use app::{
    team::handed::{Choice, Sharing, Typed},
    walk::{Millis, Private, ThreadId, hints},
};

use super::described;
use crate::{
    store::{
        Desk, Row, StoreError,
        db::{Result, read_id},
    },
    viewer::Role,
};

/// The most words that can be chosen from: the newest.
const MOST_CHOICES: i64 = 50;

impl Desk {
    /// What can be handed on of a thread, to whom, and what was.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of the viewer's services, with something in it or handed on.
    pub async fn sharing(&self, thread: ThreadId, now: Millis) -> Result<Sharing> {
        self.only(Role::ServiceTeam)?;
        let of = thread.to_string();
        let mut args = self.me();
        args.push((&of).into());
        let sql = "SELECT t.id FROM thread t
             WHERE t.organisation = $1 AND t.service IN (SELECT service FROM person_service WHERE person = $2)
             AND t.id = $3";
        self.db()
            .row(sql, &args)
            .await?
            .ok_or(StoreError::NotFound)?;
        let zone = &self.viewer.time_zone;
        let told = self.store.told(&of, "", zone, now).await?;
        let offers = self.offers(thread, now).await?;
        let packets = self.packets(&of, now).await?;
        if told.is_none() && offers.is_empty() && packets.is_empty() {
            return Err(StoreError::NotFound);
        }
        Ok(Sharing {
            thread,
            told,
            choices: self.choices(&of).await?,
            neighbours: self.neighbours().await?,
            offers,
            packets,
            typed: Typed::default(),
        })
    }

    /// The thread a friction point of the viewer's services is in.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it was felt at one of them and stands.
    pub async fn thread_to_share(&self, friction: app::walk::FrictionId) -> Result<ThreadId> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(friction.to_string().into());
        let sql = "SELECT f.thread FROM friction_row f
             WHERE f.organisation = $1 AND f.service IN (SELECT service FROM person_service WHERE person = $2)
             AND f.id = $3 AND f.thread IS NOT NULL";
        let row = self.db().row(sql, &args).await?;
        read_id(&row.ok_or(StoreError::NotFound)?, 0)
    }

    async fn choices(&self, thread: &str) -> Result<Vec<Choice>> {
        let sql = concat!(
            "SELECT f.id, f.note, ",
            described!(),
            " FROM friction_row f WHERE f.thread = $1 AND f.note <> '' ORDER BY f.felt_at DESC, f.id LIMIT $2"
        );
        let rows = self
            .db()
            .rows(sql, &[thread.into(), MOST_CHOICES.into()])
            .await?;
        let choice = |row: &Row| {
            let note = row.text(1)?;
            let mut private: Vec<Private> = Vec::new();
            for hint in hints(&note) {
                if !private.contains(&hint.kind) {
                    private.push(hint.kind);
                }
            }
            Ok(Choice {
                value: format!("{}.{}", row.text(0)?, row.int(2)?),
                note,
                private,
            })
        };
        rows.iter().map(choice).collect()
    }
}
