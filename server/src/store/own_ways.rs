//! A person's own ways in: passkeys and sessions, to look after and to end.

use app::{
    mine::{OwnPasskey, OwnSession, OwnWays},
    walk::Millis,
};

use super::{
    Desk, Row, StoreError, Tx,
    audit::What,
    db::Result,
    sessions::{Begin, How, Life, life},
};
use crate::when::when;

/// A session that begins anew.
#[derive(Clone, Copy, Debug)]
pub struct Renewed<'a> {
    /// The token of the one that ends.
    pub session: &'a str,
    /// The hash of the token of the one that begins.
    pub by: &'a str,
}

impl Desk {
    /// The viewer's passkeys, and the sessions that still live.
    pub async fn own_ways(&self, now: Millis) -> Result<OwnWays> {
        let viewer = self.viewer();
        let at = |at: Millis| when(&viewer.time_zone, at, now);
        let sql =
            "SELECT id, name, made_at, used_at FROM passkey WHERE person = $1 ORDER BY made_at, id";
        let rows = self.db().rows(sql, &[(&viewer.person).into()]).await?;
        let passkey = |row: &Row| {
            let made = row.int(2)?;
            Ok(OwnPasskey {
                id: row.text(0)?,
                name: row.text(1)?,
                made: at(made),
                used: at(row.opt_int(3)?.unwrap_or(made)),
            })
        };
        let passkeys: Vec<OwnPasskey> = rows.iter().map(passkey).collect::<Result<_>>()?;
        let Life { idle, longest } = life(&viewer.roles);
        let rows = self
            .db()
            .rows(
                "SELECT id, device, how, created_at, seen_at FROM session
                 WHERE person = $1 AND seen_at > $2 AND created_at > $3 ORDER BY seen_at DESC, id",
                &[
                    (&viewer.person).into(),
                    now.saturating_sub(idle).into(),
                    now.saturating_sub(longest).into(),
                ],
            )
            .await?;
        let session = |row: &Row| {
            let id = row.text(0)?;
            Ok(OwnSession {
                device: row.text(1)?,
                how: row.text(2)?,
                since: at(row.int(3)?),
                used: at(row.int(4)?),
                this: id == viewer.session,
                id,
            })
        };
        let sessions: Vec<OwnSession> = rows.iter().map(session).collect::<Result<_>>()?;
        let other_way = sessions
            .iter()
            .any(|it| it.this && it.how == How::SingleSignOn.code());
        Ok(OwnWays {
            removable: passkeys.len() > 1 || other_way,
            passkeys,
            sessions,
        })
    }

    /// Gives a passkey of the viewer's another name.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one of theirs.
    pub async fn rename_passkey(&self, id: &str, name: &str) -> Result<()> {
        let sql = "UPDATE passkey SET name = $3 WHERE id = $1 AND person = $2";
        let mut tx = self.db().begin().await?;
        let args = [id.into(), (&self.viewer().person).into(), name.into()];
        if tx.execute(sql, &args).await? == 0 {
            return Err(StoreError::NotFound);
        }
        tx.commit().await
    }

    /// Takes a passkey of the viewer's away. Every session of theirs ends, and this browser's begins anew; so do upload
    /// tickets but this browser's. False when it is their only way in, which stays.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one of theirs.
    pub async fn remove_passkey(
        &self,
        id: &str,
        renewed: Renewed<'_>,
        now: Millis,
    ) -> Result<bool> {
        let person = &self.viewer().person;
        let mut tx = self.db().begin().await?;
        let (how, device) = tx.hold_session(person, &self.viewer().session).await?;
        let sql = "DELETE FROM passkey WHERE id = $1 AND person = $2";
        if tx.execute(sql, &[id.into(), person.into()]).await? == 0 {
            return Err(StoreError::NotFound);
        }
        let sql = "SELECT COUNT(*) FROM passkey WHERE person = $1";
        let left = tx.row(sql, &[person.into()]).await?;
        let left = left.ok_or(StoreError::NotFound)?.int(0)?;
        if left == 0 && how != How::SingleSignOn {
            return Ok(false);
        }
        tx.end_sessions(person).await?;
        tx.end_tickets(person, Some(renewed.session)).await?;
        tx.end_invitations(person, now).await?;
        tx.note(self.deed(What::PasskeyRemoved, id), now).await?;
        let begin = Begin {
            person,
            session_hash: renewed.by,
            how,
            device: &device,
        };
        tx.begin_session(begin, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Ends a session of the viewer's by its public id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one of theirs.
    pub async fn end_own_session(&self, id: &str, now: Millis) -> Result<()> {
        let sql = "DELETE FROM session WHERE id = $1 AND person = $2";
        let mut tx = self.db().begin().await?;
        let args = [id.into(), (&self.viewer().person).into()];
        if tx.execute(sql, &args).await? == 0 {
            return Err(StoreError::NotFound);
        }
        tx.note(self.deed(What::SignedOut, id), now).await?;
        tx.commit().await
    }

    /// Ends every session of the viewer's but the one they ask with, and what was begun elsewhere.
    pub async fn end_other_sessions(&self, now: Millis) -> Result<()> {
        let viewer = self.viewer();
        let mut tx = self.db().begin().await?;
        tx.end_invitations(&viewer.person, now).await?;
        let sql = "DELETE FROM session WHERE person = $1 AND id <> $2 RETURNING id";
        let args = [(&viewer.person).into(), (&viewer.session).into()];
        for row in tx.rows(sql, &args).await? {
            tx.note(self.deed(What::SignedOut, &row.text(0)?), now)
                .await?;
        }
        tx.commit().await
    }
}

impl Tx {
    /// How somebody got in, and on what. Until the end of the transaction nobody else changes their ways in.
    async fn hold_session(&mut self, person: &str, session: &str) -> Result<(How, String)> {
        let sql = "UPDATE person SET handle = handle WHERE id = $1";
        self.execute(sql, &[person.into()]).await?;
        let sql = "SELECT how, device FROM session WHERE id = $1 AND person = $2";
        let row = self.row(sql, &[session.into(), person.into()]).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        let how = How::from_code(&row.text(0)?).ok_or(StoreError::NotFound)?;
        Ok((how, row.text(1)?))
    }
}
