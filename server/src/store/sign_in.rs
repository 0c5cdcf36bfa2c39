//! Invitations and sessions. Only hashes of tokens come here.

use app::walk::{Millis, Text};

use super::{Store, Tx, db::Result};
use crate::viewer::{Roles, Viewer};

const HOUR: Millis = 60 * 60 * 1000;
const DAY: Millis = 24 * HOUR;
/// A session not used for so long has ended.
pub const LONGEST_IDLE: Millis = 14 * DAY;
/// A session ends after so long, used or not.
pub const LONGEST_SESSION: Millis = 90 * DAY;

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
                 WHERE (i.token_hash = $1 OR i.code_hash = $1) AND i.spent_at IS NULL AND i.expires_at > $2",
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
                 RETURNING person",
                &[hash.into(), now.into()],
            )
            .await?;
        if let Some(row) = &spent {
            begin_session(&mut tx, &row.text(0)?, session_hash, now).await?;
        }
        tx.commit().await?;
        Ok(spent.is_some())
    }

    /// Who a session belongs to; none when it is unknown, was not used for 14 days, or is 90 days old.
    pub async fn viewer(&self, session_hash: &str, now: Millis) -> Result<Option<Viewer>> {
        let rows = self
            .db()
            .rows(
                "SELECT p.id, p.name, o.id, o.name_en, o.name_cy, o.time_zone, o.demonstration, p.roles, s.seen_at, ps.service
                 FROM session s JOIN person p ON p.id = s.person JOIN organisation o ON o.id = p.organisation
                 LEFT JOIN person_service ps ON ps.person = p.id
                 WHERE s.token_hash = $1 AND s.seen_at > $2 AND s.created_at > $3 ORDER BY ps.service",
                &[
                    session_hash.into(),
                    now.saturating_sub(LONGEST_IDLE).into(),
                    now.saturating_sub(LONGEST_SESSION).into(),
                ],
            )
            .await?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        let services = rows.iter().filter_map(|row| row.opt_text(9).transpose());
        let viewer = Viewer {
            person: row.text(0)?,
            name: row.text(1)?,
            organisation: row.text(2)?,
            organisation_name: Text {
                en: row.text(3)?,
                cy: row.text(4)?,
            },
            time_zone: row.text(5)?,
            demonstration: row.flag(6)?,
            roles: Roles::from_codes(&row.text(7)?),
            services: services.collect::<Result<_>>()?,
        };
        if now.saturating_sub(row.int(8)?) > HOUR {
            self.note_seen(session_hash, now).await;
        }
        Ok(Some(viewer))
    }

    /// Ends a session. Ending one that is not there does nothing.
    pub async fn end_session(&self, session_hash: &str) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let sql = "DELETE FROM session WHERE token_hash = $1";
        tx.execute(sql, &[session_hash.into()]).await?;
        tx.commit().await
    }

    /// Not being able to note it, as on a full disk, keeps nobody out.
    async fn note_seen(&self, session_hash: &str, now: Millis) {
        let note = async {
            let mut tx = self.db().begin().await?;
            let sql = "UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2";
            tx.execute(sql, &[session_hash.into(), now.into()]).await?;
            tx.commit().await
        };
        if let Err(error) = note.await {
            tracing::warn!(%error, "could not note that a session was used");
        }
    }
}

async fn begin_session(tx: &mut Tx, person: &str, session_hash: &str, now: Millis) -> Result<()> {
    let sql =
        "INSERT INTO session (token_hash, person, created_at, seen_at) VALUES ($1, $2, $3, $3)";
    tx.execute(sql, &[session_hash.into(), person.into(), now.into()])
        .await
        .map(drop)
}
