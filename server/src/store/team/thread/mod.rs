//! Threads of the viewer's services: one, whole; what the team says of it, and which of them are the same.

mod alike;
mod care;
mod decide;
mod events;
mod files;
mod join;
mod read;
mod split;

use app::walk::{Millis, ThreadId};

use crate::{
    store::{Desk, StoreError, Tx, db::Result, tx::Hold},
    token,
};
pub(in crate::store::team) use decide::Before;
use events::Said;
pub(in crate::store::team) use events::with_parts;
pub use files::{MOST_FILES, NewFile};
pub(super) use read::HEAD;

/// What became of something that was said of a thread, which a colleague may have put together with another meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// It is kept with this thread: the one it was said of, or what that is part of by now.
    Kept(ThreadId),
    /// Nothing is kept: it is part of this thread by now, of which the team has said something else.
    Elsewhere(ThreadId),
}

impl Desk {
    /// Holds a thread of the viewer's services until the end of the transaction.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one, and is not part of another.
    async fn hold_thread(&self, tx: &mut Tx, id: ThreadId) -> Result<()> {
        // In the same order as a walk that comes in: the organisation, then the thread.
        tx.hold(&self.viewer.organisation, Hold::Shared).await?;
        tx.lock_threads(&[id.to_string().into()]).await?;
        let mut args = self.me();
        args.push(id.to_string().into());
        let sql = "SELECT id FROM thread WHERE organisation = $1
                   AND service IN (SELECT service FROM person_service WHERE person = $2)
                   AND id = $3 AND merged_into IS NULL";
        tx.row(sql, &args)
            .await?
            .ok_or(StoreError::NotFound)
            .map(drop)
    }

    /// Writes down what happened to a thread.
    async fn note_event(
        &self,
        tx: &mut Tx,
        id: ThreadId,
        what: &str,
        said: &Said,
        about: Option<&str>,
        now: Millis,
    ) -> Result<()> {
        tx.execute(
            "INSERT INTO thread_event (id, thread, organisation, person, at, what, body, about)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                token::fresh().into(),
                id.to_string().into(),
                (&self.viewer.organisation).into(),
                (&self.viewer.person).into(),
                now.into(),
                what.into(),
                said.to_json()?.into(),
                about.into(),
            ],
        )
        .await
        .map(drop)
    }
}
