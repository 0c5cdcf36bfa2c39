//! What came sealed while its person was disabled: held as it came, until they are enabled again.

use app::walk::Millis;
use sha2::{Digest, Sha256};

use super::{
    super::{Store, StoreError, db::Result},
    Sender,
};
use crate::{seal::Content, token::hex};

/// The most bytes held for one person. More stays on the phone it comes from.
const MOST_HELD_BYTES: i64 = 256 * 1024 * 1024;

impl Store {
    /// Keeps a seal as it came.
    pub(super) async fn hold(
        &self,
        sender: &Sender,
        content: &Content<'_>,
        sealed: &[u8],
        now: Millis,
    ) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let sql = "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM held_seal WHERE person = $1";
        let held = tx.row(sql, &[(&sender.person).into()]).await?;
        let size = i64::try_from(sealed.len()).unwrap_or(i64::MAX);
        let held = held.ok_or(StoreError::NotFound)?.int(0)?;
        if held.saturating_add(size) > MOST_HELD_BYTES {
            return Err(StoreError::Full);
        }
        let position = content
            .words
            .photo
            .map_or(0, |piece| i64::from(piece.from) + 1);
        tx.execute(
            "INSERT INTO held_seal (id, person, position, sealed, size, received_at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (id) DO NOTHING",
            &[
                hex(&Sha256::digest(sealed)).into(),
                (&sender.person).into(),
                position.into(),
                sealed.to_vec().into(),
                size.into(),
                now.into(),
            ],
        )
        .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Takes in what is held for a person, once they are enabled again: as it would have been when it came. How many
    /// seals were taken in. Does nothing while they are disabled.
    pub async fn take_in_held(&self, person: &str, now: Millis) -> Result<usize> {
        let sql = "SELECT id FROM held_seal WHERE person = $1 ORDER BY position, received_at, id";
        let mut taken = 0;
        for row in self.db().rows(sql, &[person.into()]).await? {
            let id = row.text(0)?;
            if self.take_in_one(&id, now).await? {
                let mut tx = self.db().begin().await?;
                let sql = "DELETE FROM held_seal WHERE id = $1";
                tx.execute(sql, &[id.into()]).await?;
                tx.commit().await?;
                taken += 1;
            }
        }
        Ok(taken)
    }

    async fn take_in_one(&self, id: &str, now: Millis) -> Result<bool> {
        let sql = "SELECT sealed, received_at FROM held_seal WHERE id = $1";
        let Some(row) = self.db().row(sql, &[id.into()]).await? else {
            return Ok(false);
        };
        let received_at = row.int(1)?.min(now);
        let Some((organisation, opened)) = self.open_seal(&row.bytes(0)?).await? else {
            return Ok(false);
        };
        let Some(content) = Content::read(&opened) else {
            return Ok(false);
        };
        match self.sender(&content.words.ticket, &organisation).await? {
            Some(sender) if !sender.disabled => self.file(&sender, &content, received_at).await,
            _ => Ok(false),
        }
    }
}
