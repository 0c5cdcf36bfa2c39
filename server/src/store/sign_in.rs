//! Invitations. Only hashes of tokens come here.

use app::walk::{Millis, Text};

use super::{
    Store,
    db::Result,
    sessions::{Begin, How},
};
use crate::viewer::Roles;

/// Whom an invitation that can still be used is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The person's name.
    pub name: String,
    /// What the organisation is called.
    pub organisation: Text,
    /// What the person may do.
    pub roles: Roles,
    /// True on a demonstration.
    pub demonstration: bool,
}

impl Store {
    /// Keeps a new invitation for a person: the hash of its address's token, and of its code to type when it has
    /// one. It can be spent once, by either, before it expires.
    pub async fn invite(
        &self,
        person: &str,
        token_hash: &str,
        code_hash: Option<&str>,
        now: Millis,
        expires_at: Millis,
    ) -> Result<()> {
        let mut tx = self.db().begin().await?;
        tx.execute(
            "INSERT INTO invitation (token_hash, code_hash, person, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5)",
            &[
                token_hash.into(),
                code_hash.into(),
                person.into(),
                now.into(),
                expires_at.into(),
            ],
        )
        .await?;
        tx.commit().await
    }

    /// Whom an invitation is for, by the hash of its token or code; none when it is unknown, spent or expired.
    /// Looking does not spend it.
    pub async fn peek_invitation(&self, hash: &str, now: Millis) -> Result<Option<Invited>> {
        let row = self
            .db()
            .row(
                "SELECT p.name, o.name_en, o.name_cy, p.roles, o.demonstration
                 FROM invitation i JOIN person p ON p.id = i.person JOIN organisation o ON o.id = p.organisation
                 WHERE (i.token_hash = $1 OR i.code_hash = $1) AND i.spent_at IS NULL AND i.expires_at > $2
                 AND p.disabled_at IS NULL",
                &[hash.into(), now.into()],
            )
            .await?;
        let invited = |row: super::Row| {
            Ok(Invited {
                name: row.text(0)?,
                organisation: Text {
                    en: row.text(1)?,
                    cy: row.text(2)?,
                },
                roles: Roles::from_codes(&row.text(3)?),
                demonstration: row.flag(4)?,
            })
        };
        row.map(invited).transpose()
    }

    /// Spends an invitation, named by the hash of its token or code, and begins a session. False when it is unknown,
    /// expired, or somebody was faster: of any number at once exactly one gets true.
    pub async fn spend_invitation(
        &self,
        hash: &str,
        session_hash: &str,
        now: Millis,
    ) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let spent = tx
            .row(
                "UPDATE invitation SET spent_at = $2
                 WHERE (token_hash = $1 OR code_hash = $1) AND spent_at IS NULL AND expires_at > $2
                 AND person IN (SELECT id FROM person WHERE disabled_at IS NULL)
                 RETURNING person",
                &[hash.into(), now.into()],
            )
            .await?;
        if let Some(row) = &spent {
            let begin = Begin {
                person: &row.text(0)?,
                session_hash,
                how: How::Invitation,
                device: "",
            };
            tx.begin_session(begin, now).await?;
        }
        tx.commit().await?;
        Ok(spent.is_some())
    }
}
