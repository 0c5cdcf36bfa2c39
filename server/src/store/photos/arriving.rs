//! A photo on its way from its author's phone, in as many pieces as the signal makes of it.

use app::{
    walk::{MOST_PHOTO_BYTES, PhotoId},
    wire::PhotoReply,
};
use sha2::{Digest, Sha256};

use super::{
    super::{Desk, StoreError, db::Result as Stored},
    PhotoFault, drop_parts, keep_picture, stands,
};
use crate::{
    photo::{Turn, remake, turn},
    token::hex,
    viewer::Role,
};

type Result<T> = std::result::Result<T, PhotoFault>;

/// A photo that may still arrive, and how much of it is here.
#[derive(Debug)]
pub struct Arriving {
    desk: Desk,
    id: PhotoId,
    walk: String,
    sha256: String,
    size: u32,
    have: u32,
    done: bool,
}

impl Desk {
    /// A photo of the viewer's, for leaders.
    ///
    /// # Errors
    /// [`PhotoFault::Unknown`], [`PhotoFault::Gone`], or [`PhotoFault::TooLarge`] by its own account.
    pub async fn arriving(&self, id: PhotoId) -> Result<Arriving> {
        self.only(Role::Leader)?;
        let row = self
            .db()
            .row(
                "SELECT r.walk, r.sha256, r.size, (SELECT COUNT(*) FROM photo p WHERE p.id = r.id),
                 (SELECT CAST(COALESCE(MAX(a.begins + a.size), 0) AS BIGINT) FROM photo_part a WHERE a.photo = r.id)
                 FROM photo_row r WHERE r.id = $1 AND r.organisation = $2 AND r.author = $3",
                &[
                    id.to_string().into(),
                    (&self.viewer.organisation).into(),
                    (&self.viewer.person).into(),
                ],
            )
            .await?;
        let Some(row) = row else {
            return Err(self.fault_of_missing(id).await?);
        };
        let size = u32::try_from(row.int(2)?).ok();
        let size = size.filter(|size| *size <= MOST_PHOTO_BYTES);
        let size = size.ok_or(PhotoFault::TooLarge)?;
        let done = row.flag(3)?;
        let have = u32::try_from(row.int(4)?).unwrap_or_default();
        Ok(Arriving {
            desk: self.clone(),
            id,
            walk: row.text(0)?,
            sha256: row.text(1)?,
            size,
            have: if done { size } else { have },
            done,
        })
    }
}

impl Arriving {
    /// How much is here.
    #[must_use]
    pub fn reply(&self) -> PhotoReply {
        PhotoReply {
            have: self.have,
            done: self.done,
        }
    }

    /// Keeps the bytes from the place `from` on. They are durable once this returns.
    ///
    /// # Errors
    /// [`PhotoFault::Elsewhere`] when that is not where it goes on, [`PhotoFault::Damaged`] when they are more than
    /// its fact tells of, [`PhotoFault::Gone`].
    pub async fn take(&mut self, from: u32, bytes: Vec<u8>) -> Result<()> {
        if bytes.is_empty() || self.done {
            return Ok(());
        }
        let taken = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let mut tx = self.desk.db().begin().await?;
        if !stands(&mut tx, &self.walk, self.id).await? {
            return Err(PhotoFault::Gone);
        }
        let id = [self.id.to_string().into()];
        let sql = "SELECT CAST(COALESCE(MAX(begins + size), 0) AS BIGINT),
                   (SELECT COUNT(*) FROM photo WHERE id = $1) FROM photo_part WHERE photo = $1";
        let row = tx.row(sql, &id).await?.ok_or(StoreError::NotFound)?;
        if row.flag(1)? {
            // Another request was quicker.
            (self.have, self.done) = (self.size, true);
            return Ok(());
        }
        self.have = u32::try_from(row.int(0)?).unwrap_or_default();
        if from != self.have {
            return Err(PhotoFault::Elsewhere(self.have));
        }
        if taken > self.size - self.have.min(self.size) {
            drop_parts(&mut tx, self.id).await?;
            tx.commit().await?;
            return Err(PhotoFault::Damaged);
        }
        tx.execute(
            "INSERT INTO photo_part (photo, walk, begins, size, bytes) VALUES ($1, $2, $3, $4, $5)",
            &[
                self.id.to_string().into(),
                (&self.walk).into(),
                from.into(),
                taken.into(),
                bytes.into(),
            ],
        )
        .await?;
        tx.commit().await?;
        self.have += taken;
        Ok(())
    }

    /// Once all bytes are here: checks them, and makes the picture. Before, it only says how much is here.
    ///
    /// # Errors
    /// [`PhotoFault::Damaged`] and [`PhotoFault::NotAnImage`], which leave nothing of it; [`PhotoFault::Gone`].
    pub async fn end(mut self) -> Result<PhotoReply> {
        if self.done || self.have < self.size {
            return Ok(self.reply());
        }
        let turn = turn().await;
        let made = self.made(&turn).await;
        let mut tx = self.desk.db().begin().await?;
        if !stands(&mut tx, &self.walk, self.id).await? {
            return Err(PhotoFault::Gone);
        }
        match made {
            Ok(Some(picture)) => keep_picture(&mut tx, &self.walk, self.id, picture).await?,
            // Another request was quicker.
            Ok(None) => return Ok(self.desk.arriving(self.id).await?.reply()),
            Err(PhotoFault::Store(error)) => return Err(error.into()),
            Err(fault) => {
                drop_parts(&mut tx, self.id).await?;
                tx.commit().await?;
                return Err(fault);
            }
        }
        tx.commit().await?;
        self.done = true;
        Ok(self.reply())
    }

    /// The picture from what arrived, when that is what its fact tells of; nothing when nothing is here any more.
    async fn made(&self, turn: &Turn) -> Result<Option<crate::photo::Picture>> {
        let bytes = self.arrived().await?;
        if bytes.is_empty() && self.size > 0 {
            return Ok(None);
        }
        if hex(&Sha256::digest(&bytes)) != self.sha256 {
            return Err(PhotoFault::Damaged);
        }
        Ok(Some(remake(turn, bytes).await?))
    }

    async fn arrived(&self) -> Stored<Vec<u8>> {
        let sql = "SELECT bytes FROM photo_part WHERE photo = $1 ORDER BY begins";
        let parts = self
            .desk
            .db()
            .rows(sql, &[self.id.to_string().into()])
            .await?;
        let mut all = Vec::with_capacity(self.size as usize);
        for part in parts {
            all.extend(part.bytes(0)?);
        }
        Ok(all)
    }
}
