//! A walk that comes in a file instead of from its phone.

use app::{
    office::{FileFault, TakenIn},
    walk::Millis,
    wire::{MOST_FACTS, Refusal, SyncItem, SyncRequest, SyncStatus},
};

use super::{Desk, PhotoFault, audit::What, db::Result};
use crate::{
    viewer::{Role, Roles, Viewer},
    walk_file::{FilePhoto, WalkFile},
};

/// What became of a photo in the file.
enum Became {
    Taken,
    Here,
    NotTaken,
}

impl Desk {
    /// Files a walk for the leader it belongs to, for administrators: through the same doors as from their phone.
    /// Taking it in again is harmless.
    ///
    /// # Errors
    /// A fault when nothing of it was taken in. [`super::StoreError::Full`] in the middle leaves what was taken in before.
    pub async fn take_in(
        &self,
        file: &WalkFile<'_>,
        now: Millis,
    ) -> Result<std::result::Result<TakenIn, FileFault>> {
        self.only(Role::Administrator)?;
        let Some(author) = self.as_leader(&file.person).await? else {
            return Ok(Err(FileFault::NobodyHere));
        };
        let mut taken = TakenIn {
            name: author.viewer.name.clone(),
            ..TakenIn::default()
        };
        for facts in file.facts.chunks(MOST_FACTS) {
            let request = SyncRequest {
                // A file is carried for a while: only a clock that is ahead of ours is known to be wrong.
                sent_at: file.saved_at.max(now),
                facts: facts.iter().map(|fact| (*fact).to_owned()).collect(),
            };
            let reply = author.append(request, now).await?;
            let not_theirs = |item: &SyncItem| item.reason == Some(Refusal::NotYours);
            if reply.items.iter().any(not_theirs) {
                return Ok(Err(FileFault::SomebodyElses));
            }
            for item in reply.items {
                match item.status {
                    SyncStatus::Stored => taken.facts += 1,
                    SyncStatus::Known => taken.known += 1,
                    SyncStatus::Refused => taken.refused += 1,
                }
            }
        }
        for photo in &file.photos {
            match author.photo_from_file(photo).await? {
                Became::Taken => taken.photos += 1,
                Became::Here => taken.known += 1,
                Became::NotTaken => taken.refused += 1,
            }
        }
        // Each part was kept by itself: whoever takes it in again finds it here.
        let deed = self.deed(What::WalkTakenIn, &file.person);
        self.store.note(deed, now).await?;
        Ok(Ok(taken))
    }

    /// The desk of a person of this organisation, as the leader they are or were when they walked.
    async fn as_leader(&self, person: &str) -> Result<Option<Self>> {
        let sql =
            "SELECT name FROM person WHERE id = $1 AND organisation = $2 AND erased_at IS NULL";
        let here = [person.into(), (&self.viewer.organisation).into()];
        let Some(row) = self.db().row(sql, &here).await? else {
            return Ok(None);
        };
        Ok(Some(self.store.desk(&Viewer {
            person: person.to_owned(),
            name: row.text(0)?,
            roles: Roles::new(&[Role::Leader]),
            services: Vec::new(),
            ..self.viewer.clone()
        })))
    }

    async fn photo_from_file(&self, photo: &FilePhoto<'_>) -> Result<Became> {
        // What arrived of it before may be of another try: then once more from the beginning.
        for _ in 0..2 {
            match self.whole_photo(photo).await {
                Err(PhotoFault::Damaged | PhotoFault::Elsewhere(_)) => {}
                Err(PhotoFault::Store(error)) => return Err(error),
                Err(_) => return Ok(Became::NotTaken),
                Ok(became) => return Ok(became),
            }
        }
        Ok(Became::NotTaken)
    }

    async fn whole_photo(&self, photo: &FilePhoto<'_>) -> std::result::Result<Became, PhotoFault> {
        let mut arriving = self.arriving(photo.id).await?;
        let here = arriving.reply();
        if here.done {
            return Ok(Became::Here);
        }
        let bytes = photo.bytes();
        let rest = bytes.get(here.have as usize..).unwrap_or_default();
        arriving.take(here.have, rest.to_vec()).await?;
        let end = arriving.end().await?;
        Ok(if end.done {
            Became::Taken
        } else {
            Became::NotTaken
        })
    }
}
