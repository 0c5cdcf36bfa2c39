//! What a leader's phone reads back.

use app::{
    walk::{Fact, WalkId},
    wire::{Briefing, Me},
};

use super::{Desk, StoreError, db::Result};
use crate::viewer::Role;

impl Desk {
    /// The news for the viewer's phone. Tasks are for leaders; the first is the one suggested.
    pub async fn briefing(&self) -> Result<Briefing> {
        Ok(Briefing {
            me: Me {
                id: self.viewer.person.clone(),
                name: self.viewer.name.clone(),
                organisation: self.viewer.organisation_name.clone(),
                demonstration: self.viewer.demonstration,
                leader: self.viewer.roles.has(Role::Leader),
            },
            tasks: Vec::new(),
            replies: Vec::new(),
            seen: Vec::new(),
        })
    }

    /// Every fact of a walk, for its author alone.
    pub async fn own_log(&self, walk: WalkId) -> Result<Vec<Fact>> {
        self.only(Role::Leader)?;
        let _ = walk;
        Err(StoreError::NotFound)
    }
}
