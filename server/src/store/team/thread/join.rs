//! Putting threads together that are the same, and taking them apart again.

use std::collections::BTreeSet;

use app::walk::{Millis, ThreadId};

use super::events::{Said, with_parts};
use crate::{
    store::{Desk, StoreError, db::Result, threads::refresh, tx::Hold},
    viewer::Role,
};

impl Desk {
    /// Puts another thread of the same service together with this one: what was felt, and what will be, is in this
    /// one from now on. What was said of the other stays with it, for when they are taken apart.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless both are threads of one service of the viewer's, and not part of another.
    pub async fn join(&self, id: ThreadId, other: ThreadId, now: Millis) -> Result<()> {
        self.only(Role::ServiceTeam)?;
        if id == other {
            return Err(StoreError::NotFound);
        }
        let mut tx = self.db().begin().await?;
        // No walk comes in between: it would put its friction where the other was.
        tx.hold(&self.viewer.organisation, Hold::Alone).await?;
        let both = BTreeSet::from([id, other]);
        let ids: Vec<_> = both.iter().map(|it| it.to_string().into()).collect();
        tx.lock_threads(&ids).await?;
        self.hold_thread(&mut tx, id).await?;
        self.hold_thread(&mut tx, other).await?;
        let args = [id.to_string().into(), other.to_string().into()];
        let joined = tx
            .execute(
                "UPDATE thread SET merged_into = $1 WHERE id = $2 AND service = (SELECT service FROM thread WHERE id = $1)",
                &args,
            )
            .await?;
        if joined == 0 {
            return Err(StoreError::NotFound);
        }
        tx.execute(
            "UPDATE friction_row SET thread = $1 WHERE thread = $2",
            &args,
        )
        .await?;
        for (one, another) in [(id, other), (other, id)] {
            let said = Said::of(another);
            self.note_event(&mut tx, one, "merged", &said, None, now)
                .await?;
        }
        refresh(&mut tx, &both).await?;
        tx.commit().await
    }

    /// Takes a thread out again that was put together with this one, with what was felt of it since.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a part of this one, and this one is the viewer's.
    pub async fn take_apart(&self, id: ThreadId, part: ThreadId, now: Millis) -> Result<()> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        tx.hold(&self.viewer.organisation, Hold::Alone).await?;
        let both = BTreeSet::from([id, part]);
        let ids: Vec<_> = both.iter().map(|it| it.to_string().into()).collect();
        tx.lock_threads(&ids).await?;
        self.hold_thread(&mut tx, id).await?;
        let taken = tx
            .execute(
                "UPDATE thread SET merged_into = NULL WHERE id = $1 AND merged_into = $2",
                &[part.to_string().into(), id.to_string().into()],
            )
            .await?;
        if taken == 0 {
            return Err(StoreError::NotFound);
        }
        let sql = concat!(
            "UPDATE friction_row SET thread = $1 WHERE own IN ",
            with_parts!()
        );
        tx.execute(sql, &[part.to_string().into()]).await?;
        for (one, another) in [(id, part), (part, id)] {
            let said = Said::of(another);
            self.note_event(&mut tx, one, "apart", &said, None, now)
                .await?;
        }
        refresh(&mut tx, &both).await?;
        tx.commit().await
    }

    /// The thread that this one is part of by now, if it is part of one and that is the viewer's.
    ///
    /// # Errors
    /// When the store failed.
    pub async fn whole_of(&self, id: ThreadId) -> Result<Option<ThreadId>> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(id.to_string().into());
        let sql = "WITH RECURSIVE up(id, merged_into) AS (SELECT id, merged_into FROM thread WHERE organisation = $1
             AND service IN (SELECT service FROM person_service WHERE person = $2) AND id = $3
             UNION SELECT t.id, t.merged_into FROM thread t JOIN up ON t.id = up.merged_into)
             SELECT id FROM up WHERE merged_into IS NULL AND id <> $3";
        let row = self.db().row(sql, &args).await?;
        row.map(|row| crate::store::db::read_id(&row, 0))
            .transpose()
    }
}
