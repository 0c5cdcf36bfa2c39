//! What a service team does about a friction point: sees it, and answers.

use std::collections::BTreeSet;

use app::{
    team::ReplyText,
    walk::{FrictionId, Millis},
};
use uuid::Uuid;

use super::item::mine;
use crate::{
    store::{
        Desk, StoreError, Tx,
        db::{Result, read_id},
        threads::{count_seen, refresh},
        tx::Hold,
    },
    viewer::Role,
};

impl Desk {
    /// Notes that the team has seen a friction point. Noting it again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it was felt at a service of the viewer's.
    pub async fn mark_seen(&self, id: FrictionId, now: Millis) -> Result<()> {
        let mut tx = self.begin_on(id).await?;
        self.note_seen(&mut tx, id, now).await?;
        tx.commit().await
    }

    /// Sends a reply to the leader who felt it. The same `reply_id` again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it was felt at a service of the viewer's.
    pub async fn reply(
        &self,
        id: FrictionId,
        text: &ReplyText,
        reply_id: Uuid,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.begin_on(id).await?;
        tx.execute(
            "INSERT INTO reply (id, friction, organisation, person, at, text) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (id) DO NOTHING",
            &[
                reply_id.to_string().into(),
                id.to_string().into(),
                (&self.viewer.organisation).into(),
                (&self.viewer.person).into(),
                now.into(),
                text.as_str().into(),
            ],
        )
        .await?;
        self.note_seen(&mut tx, id, now).await?;
        tx.commit().await
    }

    /// Begins a change to a friction point, after making sure that it is the viewer's to change.
    async fn begin_on(&self, id: FrictionId) -> Result<Tx> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(id.to_string().into());
        let mut tx = self.db().begin().await?;
        // In the same order as a walk that comes in: the organisation, then the thread.
        tx.hold(&self.viewer.organisation, Hold::Shared).await?;
        let found = tx
            .row(mine!("friction_row", "f.id", "AND f.id = $3"), &args)
            .await?;
        found.map(|_| tx).ok_or(StoreError::NotFound)
    }

    async fn note_seen(&self, tx: &mut Tx, id: FrictionId, now: Millis) -> Result<()> {
        // Its walk, so that it stays in its thread until this is counted there.
        let sql = "UPDATE walk SET author = author WHERE id = (SELECT f.walk FROM friction_row f WHERE f.id = $1)";
        tx.execute(sql, &[id.to_string().into()]).await?;
        let sql = "SELECT thread FROM friction_row WHERE thread IS NOT NULL AND id = $1";
        let thread = tx.row(sql, &[id.to_string().into()]).await?;
        if let Some(row) = &thread {
            tx.lock_threads(&[row.text(0)?.into()]).await?;
        }
        let first = tx
            .execute(
                "INSERT INTO friction_seen (friction, organisation, person, seen_at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (friction) DO NOTHING",
                &[
                    id.to_string().into(),
                    (&self.viewer.organisation).into(),
                    (&self.viewer.person).into(),
                    now.into(),
                ],
            )
            .await?;
        if first == 1 {
            count_seen(tx, id).await?;
        }
        if let Some(row) = thread {
            refresh(tx, &BTreeSet::from([read_id(&row, 0)?]), Some(now)).await?;
        }
        Ok(())
    }
}
