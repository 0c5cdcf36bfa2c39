//! Doing the same to several threads at once.

use std::collections::BTreeSet;

use app::{
    team::Decided,
    walk::{Millis, ThreadId},
};

use crate::{
    store::{Desk, StoreError, Value, db::Result, threads::refresh, tx::Hold},
    viewer::Role,
};

impl Desk {
    /// Notes that the team has seen everything that is in these threads now.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless all of them are threads of the viewer's services; then nothing was done.
    pub async fn mark_threads_seen(&self, ids: &BTreeSet<ThreadId>, now: Millis) -> Result<()> {
        self.only(Role::ServiceTeam)?;
        self.all_mine(ids).await?;
        let threads: Vec<Value> = ids.iter().map(|id| id.to_string().into()).collect();
        let mut tx = self.db().begin().await?;
        tx.hold(&self.viewer.organisation, Hold::Shared).await?;
        tx.lock_threads(&threads).await?;
        for thread in &threads {
            tx.execute(
                "INSERT INTO friction_seen (friction, organisation, person, seen_at)
                 SELECT f.id, $2, $3, $4 FROM friction_row f WHERE f.thread = $1 AND f.organisation = $2
                 ON CONFLICT (friction) DO NOTHING",
                &[
                    thread.clone(),
                    (&self.viewer.organisation).into(),
                    (&self.viewer.person).into(),
                    now.into(),
                ],
            )
            .await?;
        }
        refresh(&mut tx, ids).await?;
        tx.commit().await
    }

    /// Says the same of several threads, each with its own history.
    ///
    /// # Errors
    /// As [`Desk::mark_threads_seen`].
    pub async fn decide_all(
        &self,
        ids: &BTreeSet<ThreadId>,
        decided: &Decided,
        now: Millis,
    ) -> Result<()> {
        self.only(Role::ServiceTeam)?;
        self.all_mine(ids).await?;
        // Each by itself: saying the same twice changes nothing, so that a form sent again ends what was begun.
        for id in ids {
            self.decide(*id, decided, now).await?;
        }
        Ok(())
    }

    async fn all_mine(&self, ids: &BTreeSet<ThreadId>) -> Result<()> {
        for id in ids {
            let mut args = self.me();
            args.push(id.to_string().into());
            let mine = self
                .db()
                .row(
                    "SELECT t.id FROM thread t JOIN thread_row r ON r.thread = t.id
                     WHERE t.organisation = $1 AND t.service IN (SELECT service FROM person_service WHERE person = $2)
                     AND t.id = $3 AND t.merged_into IS NULL",
                    &args,
                )
                .await?;
            mine.ok_or(StoreError::NotFound)?;
        }
        Ok(())
    }
}
