//! Filing what was sealed: facts and pieces of photos, through the same doors as from a phone that is signed in.

use app::walk::{Millis, Text};

use super::{
    super::{
        Desk, PhotoFault, Store,
        append::by_itself,
        db::Result,
        intake::{self, Intake},
    },
    Sender,
};
use crate::{
    seal::{Content, Piece},
    viewer::{Role, Roles, Viewer},
};

impl Store {
    /// Files what was in a seal. False for a piece of a photo whose fact or beginning is not here.
    pub(super) async fn file(
        &self,
        sender: &Sender,
        content: &Content<'_>,
        received_at: Millis,
    ) -> Result<bool> {
        let facts = content.words.facts.iter();
        let intake = Intake {
            organisation: sender.organisation.clone(),
            person: sender.person.clone(),
            time_zone: sender.time_zone.clone(),
            // It may have waited for long: only a clock that is ahead of ours is known to be wrong.
            sent_at: content.words.sealed_at.max(received_at),
            received_at,
            facts: facts.map(|raw| intake::read(raw)).collect(),
        };
        // What is refused here would be refused from its owner's hands too.
        match self.writer() {
            Some(writer) => writer.append(intake).await?,
            None => by_itself(self.db(), &intake).await?,
        };
        match content.words.photo {
            None => Ok(true),
            Some(piece) => {
                let desk = self.desk(&as_leader(sender));
                match desk.keep_piece(piece, content.bytes).await {
                    Ok(()) => Ok(true),
                    Err(PhotoFault::Unknown | PhotoFault::Elsewhere(_)) => Ok(false),
                    Err(PhotoFault::Store(error)) => Err(error),
                    // It was taken back, or is no picture: there is nothing left to send.
                    Err(_) => Ok(true),
                }
            }
        }
    }
}

impl Desk {
    /// Keeps what is new of a piece. A piece that is here already changes nothing.
    async fn keep_piece(&self, piece: Piece, bytes: &[u8]) -> std::result::Result<(), PhotoFault> {
        let mut arriving = self.arriving(piece.id).await?;
        let here = arriving.reply();
        if here.done {
            return Ok(());
        }
        let known = here.have.checked_sub(piece.from);
        let known = known.ok_or(PhotoFault::Elsewhere(here.have))? as usize;
        let rest = bytes.get(known..).unwrap_or_default();
        arriving.take(here.have, rest.to_vec()).await?;
        arriving.end().await.map(drop)
    }
}

/// The sender as the leader they are, or were when they got their ticket.
fn as_leader(sender: &Sender) -> Viewer {
    Viewer {
        person: sender.person.clone(),
        name: String::new(),
        organisation: sender.organisation.clone(),
        organisation_name: Text::default(),
        time_zone: sender.time_zone.clone(),
        demonstration: false,
        roles: Roles::new(&[Role::Leader]),
        services: Vec::new(),
        session: String::new(),
        confirmed_at: 0,
    }
}
