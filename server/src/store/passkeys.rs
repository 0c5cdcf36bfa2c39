//! Passkeys: public keys of people. There is nothing secret in them.

use app::walk::{Millis, Text};
use sqlx::AssertSqlSafe;
use uuid::{Builder, Uuid};

use super::{
    Row, Store, StoreError, Tx,
    audit::{Deed, What},
    ceremony::Ceremony,
    db::Result,
    sessions::{Begin, How},
};
use crate::invitation::Kind;

/// Whose passkeys count: nobody's who is disabled; where single sign-on is the only way, those who may break the glass.
const MAY: &str = "p.disabled_at IS NULL AND (o.sign_in <> 'sso_only' OR p.break_glass = 1)";

/// A passkey as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPasskey {
    /// The credential's id, base64url.
    pub id: String,
    /// Whose it is.
    pub person: String,
    /// What it knows that person by.
    pub handle: Uuid,
    /// Public key and counter, as JSON.
    pub body: String,
}

/// Who makes a passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maker {
    /// The person's name.
    pub name: String,
    /// What the organisation is called.
    pub organisation: Text,
    /// What their passkeys know them by.
    pub handle: Uuid,
    /// The ids of those they have.
    pub passkeys: Vec<String>,
}

/// A passkey that was just made.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// The hash of the ceremony an invitation began.
    pub ceremony_hash: &'a str,
    /// Whose it is; the ceremony must be theirs.
    pub person: &'a str,
    /// The credential's id, base64url.
    pub id: &'a str,
    /// Public key and counter, as JSON.
    pub body: &'a str,
    /// The hash of the token of the session that begins.
    pub session_hash: &'a str,
    /// Browser and system, in words.
    pub device: &'a str,
}

/// A passkey that was just used.
#[derive(Clone, Copy, Debug)]
pub struct Used<'a> {
    /// The passkey as it was read before.
    pub before: &'a KeptPasskey,
    /// Public key and counter after it.
    pub body: &'a str,
}

impl Store {
    /// A passkey that may be used, by its id.
    pub async fn passkey(&self, id: &str) -> Result<Option<KeptPasskey>> {
        let sql = format!(
            "SELECT k.id, k.person, p.handle, k.body FROM passkey k JOIN person p ON p.id = k.person
             JOIN organisation o ON o.id = p.organisation WHERE k.id = $1 AND {MAY}"
        );
        let row = self.db().row(AssertSqlSafe(sql), &[id.into()]).await?;
        row.map(read).transpose()
    }

    /// The passkeys a person may use.
    pub async fn passkeys_of(&self, person: &str) -> Result<Vec<KeptPasskey>> {
        let sql = format!(
            "SELECT k.id, k.person, p.handle, k.body FROM passkey k JOIN person p ON p.id = k.person
             JOIN organisation o ON o.id = p.organisation WHERE k.person = $1 AND {MAY} ORDER BY k.made_at, k.id"
        );
        let rows = self.db().rows(AssertSqlSafe(sql), &[person.into()]).await?;
        rows.into_iter().map(read).collect()
    }

    /// Somebody about to make a passkey; none when they may not. They get a handle when they have none.
    pub async fn maker(&self, person: &str) -> Result<Option<Maker>> {
        let mut tx = self.db().begin().await?;
        let fresh = Builder::from_random_bytes(rand::random()).into_uuid();
        tx.execute(
            "UPDATE person SET handle = $2 WHERE id = $1 AND handle IS NULL",
            &[person.into(), fresh.to_string().into()],
        )
        .await?;
        let sql = format!(
            "SELECT p.name, o.name_en, o.name_cy, p.handle FROM person p
             JOIN organisation o ON o.id = p.organisation WHERE p.id = $1 AND {MAY}"
        );
        let row = tx.row(AssertSqlSafe(sql), &[person.into()]).await?;
        let Some(row) = row else { return Ok(None) };
        let ids = tx
            .rows("SELECT id FROM passkey WHERE person = $1", &[person.into()])
            .await?;
        let maker = Maker {
            name: row.text(0)?,
            organisation: Text {
                en: row.text(1)?,
                cy: row.text(2)?,
            },
            handle: handle(&row, 3)?,
            passkeys: ids.iter().map(|row| row.text(0)).collect::<Result<_>>()?,
        };
        tx.commit().await?;
        Ok(Some(maker))
    }

    /// Keeps a passkey and begins the session it was made for; this ends the ceremony an invitation began, and every
    /// invitation of the person that is still open. On
    /// recovery the person's other passkeys and sessions go. False, and nothing changed, when that ceremony is over or
    /// not theirs, the person is not let in, or there is such a passkey already.
    pub async fn keep_passkey(&self, made: Made<'_>, now: Millis) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let begun = tx
            .take_ceremony(Ceremony::Enrol, made.ceremony_hash, now)
            .await?;
        let Some(begun) = begun.filter(|it| it.person.as_deref() == Some(made.person)) else {
            return Ok(false);
        };
        let Some(organisation) = tx.may(made.person).await? else {
            return Ok(false);
        };
        if Kind::from_code(&begun.state) == Some(Kind::Recovery) {
            let sql = "DELETE FROM passkey WHERE person = $1";
            tx.execute(sql, &[made.person.into()]).await?;
            tx.end_sessions(made.person).await?;
            tx.end_tickets(made.person, None).await?;
        }
        tx.end_invitations(made.person, now).await?;
        let added = tx
            .execute(
                "INSERT INTO passkey (id, person, name, body, made_at, used_at) VALUES ($1, $2, $3, $4, $5, $5)
                 ON CONFLICT (id) DO NOTHING",
                &[
                    made.id.into(),
                    made.person.into(),
                    made.device.into(),
                    made.body.into(),
                    now.into(),
                ],
            )
            .await?;
        if added == 0 {
            return Ok(false);
        }
        let deed = Deed {
            organisation: &organisation,
            person: Some(made.person),
            what: What::PasskeyMade,
            about: made.id,
        };
        tx.note(deed, now).await?;
        let begin = Begin {
            person: made.person,
            session_hash: made.session_hash,
            how: How::Passkey,
            device: made.device,
        };
        tx.begin_session(begin, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Begins a session for somebody who used a passkey. False when it was used or taken away in the meantime.
    pub async fn enter_by_passkey(
        &self,
        used: Used<'_>,
        session_hash: &str,
        device: &str,
        now: Millis,
    ) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        if !tx.use_passkey(used, now).await? {
            return Ok(false);
        }
        let begin = Begin {
            person: &used.before.person,
            session_hash,
            how: How::Passkey,
            device,
        };
        tx.begin_session(begin, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Notes that a passkey was used to confirm. False when it was used or taken away in the meantime.
    pub async fn note_passkey_used(&self, used: Used<'_>, now: Millis) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let done = tx.use_passkey(used, now).await?;
        tx.commit().await?;
        Ok(done)
    }
}

impl Tx {
    /// The person's organisation, when they may use passkeys.
    async fn may(&mut self, person: &str) -> Result<Option<String>> {
        let sql = format!(
            "SELECT o.id FROM person p JOIN organisation o ON o.id = p.organisation WHERE p.id = $1 AND {MAY}"
        );
        let row = self.row(AssertSqlSafe(sql), &[person.into()]).await?;
        row.map(|row| row.text(0)).transpose()
    }

    /// The counter of a passkey only grows, whoever comes first.
    async fn use_passkey(&mut self, used: Used<'_>, now: Millis) -> Result<bool> {
        let sql = "UPDATE passkey SET body = $3, used_at = $4 WHERE id = $1 AND body = $2";
        let before = used.before;
        let args = [
            (&before.id).into(),
            (&before.body).into(),
            used.body.into(),
            now.into(),
        ];
        Ok(self.execute(sql, &args).await? > 0)
    }
}

fn read(row: Row) -> Result<KeptPasskey> {
    Ok(KeptPasskey {
        id: row.text(0)?,
        person: row.text(1)?,
        handle: handle(&row, 2)?,
        body: row.text(3)?,
    })
}

fn handle(row: &Row, at: usize) -> Result<Uuid> {
    let handle = row.text(at)?;
    Uuid::parse_str(&handle).map_err(|_| StoreError::NotFound)
}
