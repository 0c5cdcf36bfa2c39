//! Sync: adding facts to walks.

use app::{
    walk::Millis,
    wire::{SyncItem, SyncReply, SyncRequest},
};

use super::{
    Db, Desk, StoreError,
    db::Result,
    intake::{self, Intake},
    keep::keep,
};
use crate::viewer::Role;

/// PostgreSQL ends one of two transactions that wait for each other; so often it is tried again.
const TRIES: usize = 5;

impl Desk {
    /// Adds facts to the viewer's walks, for leaders. The answer has one item for each fact sent, and comes only
    /// when everything stored is durable. Facts that cannot be taken are refused one by one; sending facts again
    /// is harmless.
    ///
    /// # Errors
    /// [`StoreError::Full`] and [`StoreError::Closed`]: nothing of the request was kept, or it is not known;
    /// sending it again is right.
    pub async fn append(&self, request: SyncRequest, received_at: Millis) -> Result<SyncReply> {
        self.only(Role::Leader)?;
        let intake = Intake {
            organisation: self.viewer.organisation.clone(),
            person: self.viewer.person.clone(),
            time_zone: self.viewer.time_zone.clone(),
            sent_at: request.sent_at,
            received_at,
            facts: request.facts.iter().map(|raw| intake::read(raw)).collect(),
        };
        let items = match self.store.writer() {
            Some(writer) => writer.append(intake).await?,
            None => by_itself(&self.db(), &intake).await?,
        };
        Ok(SyncReply { received_at, items })
    }
}

/// Keeps one request in a transaction of its own.
pub(super) async fn by_itself(db: &Db, intake: &Intake) -> Result<Vec<SyncItem>> {
    for _ in 1..TRIES {
        match once(db, intake).await {
            Err(error) if may_work_again(&error) => {}
            done => return done,
        }
    }
    once(db, intake).await
}

async fn once(db: &Db, intake: &Intake) -> Result<Vec<SyncItem>> {
    let mut tx = db.begin().await?;
    let items = keep(&mut tx, &[intake]).await?;
    tx.commit().await?;
    Ok(items.concat())
}

/// PostgreSQL: a deadlock, or a serialisation failure.
fn may_work_again(error: &StoreError) -> bool {
    let StoreError::Database(error) = error else {
        return false;
    };
    let code = error.as_database_error().and_then(|error| error.code());
    matches!(code.as_deref(), Some("40P01" | "40001"))
}
