//! Doing the same to several threads at once.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    team::Decided,
    walk::{Millis, ThreadId},
};

use crate::{
    store::{
        Desk, Tx,
        db::Result,
        team::thread::{Before, with_parts},
        threads::{add_up, refresh},
    },
    viewer::Role,
};

impl Desk {
    /// Notes that the team has seen everything that is in these threads now, wherever colleagues have put them
    /// together with others meanwhile; how many threads that are now.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] unless all of them are threads of the viewer's services; then nothing
    /// was done.
    pub async fn mark_threads_seen(&self, ids: &BTreeSet<ThreadId>, now: Millis) -> Result<usize> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let wholes = self.hold_wholes(&mut tx, ids).await?;
        for id in ids {
            // What else is in the whole has not been looked at.
            let sql = concat!(
                "INSERT INTO friction_seen (friction, organisation, person, seen_at)
                 SELECT f.id, $2, $3, $4 FROM friction_row f WHERE f.organisation = $2 AND f.own IN ",
                with_parts!(),
                " ON CONFLICT (friction) DO NOTHING"
            );
            let args = [
                id.to_string().into(),
                (&self.viewer.organisation).into(),
                (&self.viewer.person).into(),
                now.into(),
            ];
            tx.execute(sql, &args).await?;
        }
        let wholes: BTreeSet<ThreadId> = wholes.into_values().collect();
        add_up(&mut tx, &wholes, Some(now)).await?;
        tx.commit().await?;
        Ok(wholes.len())
    }

    /// Says the same of several threads, each with its own history; of how many. What a colleague has put together
    /// with another meanwhile is said of that. When the team has said something of such a one already, nothing is
    /// said of any, and the threads come back as they are by now.
    ///
    /// # Errors
    /// As [`Desk::mark_threads_seen`].
    pub async fn decide_all(
        &self,
        ids: &BTreeSet<ThreadId>,
        decided: &Decided,
        now: Millis,
    ) -> Result<std::result::Result<usize, BTreeSet<ThreadId>>> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let held = self.hold_wholes(&mut tx, ids).await?;
        let wholes: BTreeSet<ThreadId> = held.into_values().collect();
        let (mut changed, mut elsewhere) = (BTreeSet::new(), false);
        for whole in &wholes {
            let before = Before::read(&mut tx, *whole).await?;
            if before.says(decided)? {
                continue;
            }
            elsewhere |= !ids.contains(whole) && before.is_decided();
            self.say(&mut tx, *whole, &before, decided, now).await?;
            changed.insert(*whole);
        }
        if elsewhere {
            return Ok(Err(wholes));
        }
        refresh(&mut tx, &changed, Some(now)).await?;
        tx.commit().await?;
        Ok(Ok(wholes.len()))
    }

    /// Holds what each of these threads is in by now.
    async fn hold_wholes(
        &self,
        tx: &mut Tx,
        ids: &BTreeSet<ThreadId>,
    ) -> Result<BTreeMap<ThreadId, ThreadId>> {
        let mut wholes = BTreeMap::new();
        for id in ids {
            wholes.insert(*id, self.whole(tx, *id).await?);
        }
        let held: BTreeSet<&ThreadId> = wholes.values().collect();
        let held: Vec<_> = held.iter().map(|id| id.to_string().into()).collect();
        tx.lock_threads(&held).await?;
        Ok(wholes)
    }
}
