//! A photo that was sent whole and without a phone's work on it: from a form.

use app::walk::{
    Fact, FactId, FrictionId, Kind, MOST_PHOTO_BYTES, MOST_PHOTOS, Millis, PhotoAdded, PhotoId,
    WalkId, next_id,
};
use serde_json::value::to_raw_value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    super::{
        Desk, Tx,
        db::{Result as Stored, read_id},
        intake::{self, Intake},
        keep::keep,
    },
    PhotoFault, keep_picture,
};
use crate::{
    photo::{MOST_FILE_BYTES, Picture, remake, turn},
    token::hex,
    viewer::Role,
};

/// Where a picture goes.
enum Place {
    /// After the walk's last fact.
    After(Uuid),
    /// It is there already.
    Taken(PhotoId),
}

impl Desk {
    /// Adds a photo to a friction point of the viewer's, for leaders: makes the picture anew, forgets the file, and
    /// keeps the picture together with the fact that tells of it. A picture that the friction point has already, as
    /// when a form is sent twice, is not added again.
    ///
    /// # Errors
    /// [`PhotoFault::Unknown`] unless the friction point stands in a walk of the viewer's, [`PhotoFault::TooMany`],
    /// [`PhotoFault::TooLarge`] above [`MOST_FILE_BYTES`], [`PhotoFault::NotAnImage`].
    pub async fn add_photo(
        &self,
        walk: WalkId,
        friction: FrictionId,
        file: Vec<u8>,
        now: Millis,
    ) -> Result<PhotoId, PhotoFault> {
        self.only(Role::Leader)?;
        if file.len() > MOST_FILE_BYTES {
            return Err(PhotoFault::TooLarge);
        }
        let turn = turn().await;
        let picture = remake(&turn, file).await?;
        drop(turn);
        let mut tx = self.db().begin().await?;
        let added = added(friction, &picture)?;
        let last = match self.place_for(&mut tx, walk, &added).await? {
            Place::After(last) => last,
            Place::Taken(same) => return Ok(same),
        };
        let id = next_id(Some(last), now, rand::random());
        let fact = Fact::new(FactId(id), walk, now, &Kind::PhotoAdded(added));
        keep(&mut tx, &[&self.intake(&fact, now)]).await?;
        let id = PhotoId(id);
        keep_picture(&mut tx, &walk.to_string(), id, picture).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Locks the walk, and finds room at the friction point.
    async fn place_for(
        &self,
        tx: &mut Tx,
        walk: WalkId,
        added: &PhotoAdded,
    ) -> Result<Place, PhotoFault> {
        let sql = "UPDATE walk SET author = author WHERE id = $1 AND organisation = $2 AND author = $3 RETURNING id";
        let mine = [
            walk.to_string().into(),
            (&self.viewer.organisation).into(),
            (&self.viewer.person).into(),
        ];
        tx.row(sql, &mine).await?.ok_or(PhotoFault::Unknown)?;
        let sql = "SELECT (SELECT MAX(id) FROM fact WHERE walk = $1),
                   (SELECT COUNT(*) FROM photo_row WHERE friction = $2),
                   (SELECT MIN(r.id) FROM photo_row r JOIN photo p ON p.id = r.id WHERE r.friction = $2 AND r.sha256 = $3)
                   FROM friction_row WHERE walk = $1 AND id = $2";
        let here = [
            walk.to_string().into(),
            added.friction.to_string().into(),
            (&added.sha256).into(),
        ];
        let row = tx.row(sql, &here).await?.ok_or(PhotoFault::Unknown)?;
        if row.opt_text(2)?.is_some() {
            return Ok(Place::Taken(read_id(&row, 2)?));
        }
        if row.int(1)? >= i64::try_from(MOST_PHOTOS).unwrap_or(i64::MAX) {
            return Err(PhotoFault::TooMany);
        }
        let last: Stored<FactId> = read_id(&row, 0);
        Ok(Place::After(last?.0))
    }

    fn intake(&self, fact: &Fact, now: Millis) -> Intake {
        let facts = to_raw_value(fact).map(|raw| intake::read(&raw));
        Intake {
            organisation: self.viewer.organisation.clone(),
            person: self.viewer.person.clone(),
            time_zone: self.viewer.time_zone.clone(),
            sent_at: now,
            received_at: now,
            facts: facts.into_iter().collect(),
        }
    }
}

fn added(friction: FrictionId, picture: &Picture) -> Result<PhotoAdded, PhotoFault> {
    let bytes = u32::try_from(picture.jpeg.len()).unwrap_or(u32::MAX);
    if bytes > MOST_PHOTO_BYTES {
        return Err(PhotoFault::TooLarge);
    }
    Ok(PhotoAdded {
        friction,
        sha256: hex(&Sha256::digest(&picture.jpeg)),
        bytes,
        width: picture.width,
        height: picture.height,
    })
}
