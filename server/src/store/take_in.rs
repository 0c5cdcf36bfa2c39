//! A walk of one's own that comes in a file instead of from its phone.

use app::{
    mine::{FileFault, TakenIn},
    walk::Millis,
    wire::{MOST_FACTS, Refusal, SyncItem, SyncRequest, SyncStatus},
};

use super::{Desk, PhotoFault, audit::What, db::Result};
use crate::{
    viewer::Role,
    walk_file::{FilePhoto, WalkFile},
};

/// What became of a photo in the file.
enum Became {
    Taken,
    Here,
    NotTaken,
}

impl Desk {
    /// Takes in a walk of the viewer's own, through the same doors as from their phone: what is in the file becomes
    /// their words, so nobody else can do it for them. Taking it in again is harmless.
    ///
    /// # Errors
    /// A fault when nothing of it was taken in. [`super::StoreError::Full`] in the middle leaves what was taken in before.
    pub async fn take_in(
        &self,
        file: &WalkFile<'_>,
        now: Millis,
    ) -> Result<std::result::Result<TakenIn, FileFault>> {
        self.only(Role::Leader)?;
        if file.person != self.viewer.person {
            return Ok(Err(FileFault::NotYours));
        }
        let mut taken = TakenIn::default();
        for facts in file.facts.chunks(MOST_FACTS) {
            let request = SyncRequest {
                // A file is carried for a while: only a clock that is ahead of ours is known to be wrong.
                sent_at: file.saved_at.max(now),
                facts: facts.iter().map(|fact| (*fact).to_owned()).collect(),
            };
            let reply = self.append(request, now).await?;
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
            match self.photo_from_file(photo).await? {
                Became::Taken => taken.photos += 1,
                Became::Here => taken.known += 1,
                Became::NotTaken => taken.refused += 1,
            }
        }
        // Each part was kept by itself: whoever takes it in again finds it here.
        let walk = file.walk.to_string();
        let deed = self.deed(What::WalkTakenIn, &walk);
        self.store.note(deed, now).await?;
        Ok(Ok(taken))
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
