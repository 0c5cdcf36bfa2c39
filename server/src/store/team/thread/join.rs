//! Putting threads together that are the same, and taking them apart again.

use app::walk::{Millis, ThreadId};

use super::events::{Said, with_parts};
use crate::{
    store::{
        Desk, StoreError, Tx, Value,
        db::{Result, read_id},
        threads::add_up,
        tx::Hold,
    },
    viewer::Role,
};

impl Desk {
    /// Puts another thread of the same service together with this one: what was felt, and what will be, is in this
    /// one from now on. What was said of the other stays with it, for when they are taken apart; the day it is to be
    /// done by counts for both from now on, unless this one is to be done before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless both are threads of one service of the viewer's, and not part of another.
    pub async fn join(&self, id: ThreadId, other: ThreadId, now: Millis) -> Result<()> {
        let mut two = self.hold_two(id, other).await?;
        self.hold_thread(&mut two.tx, other).await?;
        let joined = two
            .tx
            .execute(
                "UPDATE thread SET merged_into = $1 WHERE id = $2 AND service = (SELECT service FROM thread WHERE id = $1)",
                &two.args,
            )
            .await?;
        if joined == 0 {
            return Err(StoreError::NotFound);
        }
        let sql = "UPDATE friction_row SET thread = $1 WHERE thread = $2";
        two.tx.execute(sql, &two.args).await?;
        let day = earlier_day(&mut two.tx, &two.args).await?;
        self.end_two(two, "merged", day, now).await
    }

    /// Takes a thread out again that was put together with this one, with what was felt of it since.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a part of this one, and this one is the viewer's.
    pub async fn take_apart(&self, id: ThreadId, part: ThreadId, now: Millis) -> Result<()> {
        let mut two = self.hold_two(id, part).await?;
        let sql = "UPDATE thread SET merged_into = NULL WHERE id = $2 AND merged_into = $1";
        if two.tx.execute(sql, &two.args).await? == 0 {
            return Err(StoreError::NotFound);
        }
        let sql = concat!(
            "UPDATE friction_row SET thread = $1 WHERE own IN ",
            with_parts!()
        );
        two.tx.execute(sql, &two.args[1..]).await?;
        self.end_two(two, "apart", None, now).await
    }

    /// Begins a change to two threads, of which the first is the viewer's and no part of another.
    async fn hold_two(&self, id: ThreadId, other: ThreadId) -> Result<Two> {
        self.only(Role::ServiceTeam)?;
        if id == other {
            return Err(StoreError::NotFound);
        }
        let mut tx = self.db().begin().await?;
        // No walk comes in between: it would put its friction where the other was.
        tx.hold(&self.viewer.organisation, Hold::Alone).await?;
        let args = [id, other].map(|it| it.to_string().into());
        tx.lock_threads(&args).await?;
        self.hold_thread(&mut tx, id).await?;
        let ids = [id, other];
        Ok(Two { tx, ids, args })
    }

    /// Writes down at both what happened to them, with the day that came to the first, and ends the change.
    async fn end_two(&self, two: Two, what: &str, day: Option<String>, now: Millis) -> Result<()> {
        let Two { mut tx, ids, .. } = two;
        let [id, other] = ids;
        for (one, another) in [(id, other), (other, id)] {
            let said = Said {
                day: day.clone().filter(|_| one == id),
                ..Said::of(another)
            };
            self.note_event(&mut tx, one, what, &said, None, now)
                .await?;
        }
        add_up(&mut tx, &ids.into(), Some(now)).await?;
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
        let row = self.db().row(WHOLE, &args).await?;
        let whole = row.map(|row| read_id(&row, 0)).transpose()?;
        Ok(whole.filter(|whole| *whole != id))
    }

    /// Holds the thread that this one is by now, itself or what it was put together with, until the end of the
    /// transaction; which that is.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless that is a thread of the viewer's services.
    pub(super) async fn hold_whole(&self, tx: &mut Tx, id: ThreadId) -> Result<ThreadId> {
        let whole = self.whole(tx, id).await?;
        tx.lock_threads(&[whole.to_string().into()]).await?;
        Ok(whole)
    }

    /// The same, which is still to be held. It stays so: whoever puts threads together holds the organisation alone.
    pub(in crate::store::team) async fn whole(
        &self,
        tx: &mut Tx,
        id: ThreadId,
    ) -> Result<ThreadId> {
        tx.hold(&self.viewer.organisation, Hold::Shared).await?;
        let mut args = self.me();
        args.push(id.to_string().into());
        let row = tx.row(WHOLE, &args).await?;
        read_id(&row.ok_or(StoreError::NotFound)?, 0)
    }
}

/// A change to two threads; their ids are its arguments $1 and $2.
struct Two {
    tx: Tx,
    ids: [ThreadId; 2],
    args: [Value; 2],
}

/// The end of the line that begins with the thread $3, if that is the viewer's.
pub(super) const WHOLE: &str = "WITH RECURSIVE up(id, merged_into) AS (SELECT id, merged_into FROM thread WHERE id = $3
     UNION SELECT t.id, t.merged_into FROM thread t JOIN up ON t.id = up.merged_into)
     SELECT t.id FROM up JOIN thread t ON t.id = up.id WHERE t.merged_into IS NULL AND t.organisation = $1
     AND t.service IN (SELECT service FROM person_service WHERE person = $2)";

/// Gives the thread $1 the day by which $2 is to be done, when it has none or a later one; that day, if it did.
async fn earlier_day(tx: &mut Tx, args: &[Value]) -> Result<Option<String>> {
    let sql =
        "UPDATE thread SET due_on = (SELECT p.due_on FROM thread p WHERE p.id = $2) WHERE id = $1
               AND EXISTS (SELECT 1 FROM thread p WHERE p.id = $2 AND p.due_on IS NOT NULL
               AND (thread.due_on IS NULL OR p.due_on < thread.due_on)) RETURNING due_on";
    let row = tx.row(sql, args).await?;
    row.map_or(Ok(None), |row| row.opt_text(0))
}
