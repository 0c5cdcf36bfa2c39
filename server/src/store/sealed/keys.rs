//! What a phone seals with: its organisation's public key, and a ticket that says who it is from.

use app::{walk::Millis, wire::Sealing};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use super::super::{Store, StoreError, Tx, db::Result};
use crate::{
    seal::KeyPair,
    token,
    viewer::{Role, Viewer},
};

impl Store {
    /// What the phone of a leader seals with; nothing for everybody else. The key pair is made when it is first needed.
    /// The ticket follows from the session's token, so that it is the same for as long as the session lives, and is
    /// nowhere but in a hash; it outlives the session.
    pub async fn sealing(
        &self,
        viewer: &Viewer,
        session: &str,
        now: Millis,
    ) -> Result<Option<Sealing>> {
        if !viewer.roles.has(Role::Leader) {
            return Ok(None);
        }
        let public = self.public_key(&viewer.organisation, now).await?;
        let ticket = ticket_of(session);
        self.keep_ticket(&token::hash(&ticket), &viewer.person, now)
            .await?;
        let key = URL_SAFE_NO_PAD.encode(public);
        Ok(Some(Sealing { key, ticket }))
    }

    async fn public_key(&self, organisation: &str, now: Millis) -> Result<Vec<u8>> {
        let sql = "SELECT public FROM sealing_key WHERE organisation = $1";
        if let Some(row) = self.db().row(sql, &[organisation.into()]).await? {
            return row.bytes(0);
        }
        let pair = KeyPair::fresh();
        let mut tx = self.db().begin().await?;
        tx.execute(
            "INSERT INTO sealing_key (organisation, name, secret, public, made_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (organisation) DO NOTHING",
            &[
                organisation.into(),
                pair.name.into(),
                pair.secret.into(),
                pair.public.into(),
                now.into(),
            ],
        )
        .await?;
        // Somebody may have been quicker.
        let row = tx.row(sql, &[organisation.into()]).await?;
        tx.commit().await?;
        row.ok_or(StoreError::NotFound)?.bytes(0)
    }

    async fn keep_ticket(&self, hash: &str, person: &str, now: Millis) -> Result<()> {
        let sql = "SELECT 1 FROM upload_ticket WHERE ticket_hash = $1";
        if self.db().row(sql, &[hash.into()]).await?.is_some() {
            return Ok(());
        }
        let mut tx = self.db().begin().await?;
        tx.execute(
            "INSERT INTO upload_ticket (ticket_hash, person, made_at) VALUES ($1, $2, $3)
             ON CONFLICT (ticket_hash) DO NOTHING",
            &[hash.into(), person.into(), now.into()],
        )
        .await?;
        tx.commit().await
    }
}

impl Tx {
    /// Ends a person's upload tickets but that of the session they ask with, and drops what came with the others and
    /// is held: at recovery, and when a way of signing in is taken away. What comes with them from now on is refused.
    pub(in crate::store) async fn end_tickets(
        &mut self,
        person: &str,
        staying: Option<&str>,
    ) -> Result<()> {
        let staying = staying.map(|session| token::hash(&ticket_of(session)));
        let sql = "DELETE FROM upload_ticket WHERE person = $1 AND ticket_hash <> $2";
        let args = [person.into(), staying.unwrap_or_default().into()];
        self.execute(sql, &args).await?;
        let sql = "DELETE FROM held_seal WHERE person = $1";
        self.execute(sql, &[person.into()]).await.map(drop)
    }
}

fn ticket_of(session: &str) -> String {
    token::hash(&["upload ticket of ", session].concat())
}
