//! Photos: bytes on their way from a phone, and the pictures made from them.

mod add;
mod arriving;

use app::walk::{FrictionId, Kind, PhotoId};

pub use arriving::Arriving;

use super::{Desk, StoreError, Tx, Value, db::Result, db::read_id, refold::read_kept};
use crate::{
    photo::{NotAnImage, Picture},
    viewer::Role,
};

/// Why a photo was not taken.
#[derive(Debug)]
pub enum PhotoFault {
    /// The fact that tells of it is not here, or it is someone else's.
    Unknown,
    /// It was taken back: by itself, with its friction point, or by erasing.
    Gone,
    /// It goes on at another place: how many bytes are here.
    Elsewhere(u32),
    /// What arrived is not what its fact tells of. Nothing of it is kept.
    Damaged,
    /// It cannot be read as an image. Nothing of it is kept.
    NotAnImage,
    /// It is larger than any photo may be.
    TooLarge,
    /// Its friction point has as many as one may have.
    TooMany,
    /// The store failed.
    Store(StoreError),
}

impl From<StoreError> for PhotoFault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::Unknown,
            error => Self::Store(error),
        }
    }
}

impl From<NotAnImage> for PhotoFault {
    fn from(_: NotAnImage) -> Self {
        Self::NotAnImage
    }
}

impl Desk {
    /// The picture, as JPEG: for its author and for the team of the service it was taken at.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for everybody else, and while it is not here.
    pub async fn photo(&self, id: PhotoId) -> Result<Vec<u8>> {
        let row = self
            .db()
            .row(
                "SELECT p.jpeg FROM photo p JOIN photo_row r ON r.id = p.id
                 WHERE p.id = $1 AND r.organisation = $2
                 AND (r.author = $3 OR ($4 = 1 AND r.service IN
                     (SELECT service FROM person_service WHERE person = $3)))",
                &[
                    id.to_string().into(),
                    (&self.viewer.organisation).into(),
                    (&self.viewer.person).into(),
                    self.viewer.roles.has(Role::ServiceTeam).into(),
                ],
            )
            .await?;
        row.ok_or(StoreError::NotFound)?.bytes(0)
    }

    /// Why a photo of the viewer's has no row: it is gone, or its story has not arrived whole.
    async fn fault_of_missing(&self, id: PhotoId) -> Result<PhotoFault> {
        let sql = "SELECT f.id, f.walk, f.at, f.kind, f.body, f.sent_at, f.received_at
                   FROM fact f JOIN walk w ON w.id = f.walk
                   WHERE f.id = $1 AND f.kind = 'photo_added' AND w.organisation = $2 AND w.author = $3";
        let mine = [
            id.to_string().into(),
            (&self.viewer.organisation).into(),
            (&self.viewer.person).into(),
        ];
        let Some(row) = self.db().row(sql, &mine).await? else {
            return Ok(PhotoFault::Unknown);
        };
        let added = read_kept(&row)?;
        if added.blank {
            return Ok(PhotoFault::Gone);
        }
        let Some(Kind::PhotoAdded(photo)) = added.read("photo_added") else {
            return Ok(PhotoFault::Unknown);
        };
        let gone = self.taken_back(&row.text(1)?, id, photo.friction).await?;
        Ok(if gone {
            PhotoFault::Gone
        } else {
            PhotoFault::Unknown
        })
    }

    async fn taken_back(&self, walk: &str, id: PhotoId, friction: FrictionId) -> Result<bool> {
        let sql = "SELECT id, walk, at, kind, body, sent_at, received_at FROM fact WHERE walk = $1
                   AND kind IN ('photo_removed', 'friction_withdrawn', 'friction_felt')";
        for row in self.db().rows(sql, &[walk.into()]).await? {
            let kept = read_kept(&row)?;
            let gone = match kept.read(&kept.fact.kind) {
                Some(Kind::PhotoRemoved(it)) => it.photo == id,
                Some(Kind::FrictionWithdrawn(it)) => it.friction == friction,
                _ => kept.blank && kept.fact.id.0 == friction.0,
            };
            if gone {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Locks the walk, so that nobody takes the photo back meanwhile; false when somebody has.
async fn stands(tx: &mut Tx, walk: &str, id: PhotoId) -> Result<bool> {
    let sql = "UPDATE walk SET author = author WHERE id = $1";
    tx.execute(sql, &[walk.into()]).await?;
    let sql = "SELECT id FROM photo_row WHERE id = $1";
    let row = tx.row(sql, &[id.to_string().into()]).await?;
    row.map(|row| read_id::<PhotoId>(&row, 0))
        .transpose()
        .map(|it| it.is_some())
}

/// Keeps the picture in place of what arrived of it.
async fn keep_picture(tx: &mut Tx, walk: &str, id: PhotoId, picture: Picture) -> Result<()> {
    tx.execute(
        "INSERT INTO photo (id, walk, width, height, jpeg) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO NOTHING",
        &[
            id.to_string().into(),
            walk.into(),
            picture.width.into(),
            picture.height.into(),
            picture.jpeg.into(),
        ],
    )
    .await?;
    drop_parts(tx, id).await
}

async fn drop_parts(tx: &mut Tx, id: PhotoId) -> Result<()> {
    let id: [Value; 1] = [id.to_string().into()];
    tx.execute("DELETE FROM photo_part WHERE photo = $1", &id)
        .await
        .map(drop)
}
