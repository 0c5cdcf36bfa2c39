//! What phones seal at sign-out: the keys and tickets for it, and taking in what comes sealed.

mod file;
mod held;
mod keys;

use tokio::sync::Semaphore;

use super::{Store, db::Result};
use crate::{
    seal::{Content, Seal},
    token,
};
use app::walk::Millis;

/// One at a time: the same seal may come several times at once, and what is opened is held in memory.
static TURN: Semaphore = Semaphore::const_new(1);

/// Who sealed something.
struct Sender {
    person: String,
    organisation: String,
    time_zone: String,
    disabled: bool,
}

impl Store {
    /// Takes in what a phone sealed, as its person's own. Taking it in again is harmless. While the person is disabled
    /// it is held as it came. False when it is no seal of ours, was touched, or its ticket is not of that organisation;
    /// and when it is part of a photo whose beginning has not come.
    ///
    /// # Errors
    /// [`super::StoreError::Full`] and others: it is not known to be here; sending it again is right.
    pub async fn take_seal(&self, bytes: &[u8], now: Millis) -> Result<bool> {
        // The semaphore is never closed.
        let _turn = TURN.acquire().await.ok();
        let Some((organisation, opened)) = self.open_seal(bytes).await? else {
            return Ok(false);
        };
        let Some(content) = Content::read(&opened) else {
            return Ok(false);
        };
        match self.sender(&content.words.ticket, &organisation).await? {
            None => Ok(false),
            Some(sender) if sender.disabled => self.hold(&sender, &content, bytes, now).await,
            Some(sender) => self.file(&sender, &content, now).await,
        }
    }

    /// The organisation whose key opens a seal, and what is in it.
    async fn open_seal(&self, bytes: &[u8]) -> Result<Option<(String, Vec<u8>)>> {
        let Some(seal) = Seal::read(bytes) else {
            return Ok(None);
        };
        let sql = "SELECT organisation, secret FROM sealing_key WHERE name = $1";
        let Some(row) = self.db().row(sql, &[seal.key_name().into()]).await? else {
            return Ok(None);
        };
        let opened = seal.open(&row.bytes(1)?);
        let organisation = row.text(0)?;
        Ok(opened.map(|opened| (organisation, opened)))
    }

    /// Whose ticket it is, when they belong to this organisation.
    async fn sender(&self, ticket: &str, organisation: &str) -> Result<Option<Sender>> {
        let sql = "SELECT p.id, o.time_zone, CASE WHEN p.disabled_at IS NULL THEN 0 ELSE 1 END
                   FROM upload_ticket t JOIN person p ON p.id = t.person JOIN organisation o ON o.id = p.organisation
                   WHERE t.ticket_hash = $1 AND o.id = $2";
        let asked = [token::hash(ticket).into(), organisation.into()];
        let Some(row) = self.db().row(sql, &asked).await? else {
            return Ok(None);
        };
        Ok(Some(Sender {
            person: row.text(0)?,
            organisation: organisation.to_owned(),
            time_zone: row.text(1)?,
            disabled: row.flag(2)?,
        }))
    }
}
