//! Sessions. Only hashes of their tokens come here.

use app::walk::{Millis, Text};

use super::{
    Store, Tx,
    audit::{Deed, What},
    db::Result,
};
use crate::{
    token,
    viewer::{Role, Roles, Viewer},
};

const HOUR: Millis = 60 * 60 * 1000;
const DAY: Millis = 24 * HOUR;
/// No session lives longer, whoever's it is.
const LONGEST_SESSION: Millis = 90 * DAY;

/// How somebody got in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// By an invitation alone: only on a demonstration.
    Invitation,
    /// By a passkey.
    Passkey,
    /// By the organisation's own single sign-on.
    SingleSignOn,
}

impl How {
    /// The way with this code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let all = [Self::Invitation, Self::Passkey, Self::SingleSignOn];
        all.into_iter().find(|how| how.code() == code)
    }

    /// The code it is stored by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Passkey => "passkey",
            Self::SingleSignOn => "single_sign_on",
        }
    }
}

/// A session to begin. Whoever begins one has just proved to be there.
#[derive(Clone, Copy, Debug)]
pub struct Begin<'a> {
    /// Whose.
    pub person: &'a str,
    /// The hash of its token.
    pub session_hash: &'a str,
    /// How they got in.
    pub how: How,
    /// Browser and system, in words, for its owner to know it by.
    pub device: &'a str,
}

/// How long a session lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Life {
    /// Not used for so long, it has ended.
    pub(super) idle: Millis,
    /// It ends after so long, used or not.
    pub(super) longest: Millis,
}

/// A leader walks from their own phone and must not lose a walk to a sign-in page; who can change what others may
/// see signs in every working day. Of several roles the strictest counts.
pub(super) fn life(roles: &Roles) -> Life {
    let (idle, longest) = if roles.has(Role::Administrator) {
        (12 * HOUR, 12 * HOUR)
    } else if roles.has(Role::ServiceTeam) || roles.has(Role::Board) {
        (7 * DAY, 30 * DAY)
    } else {
        (14 * DAY, LONGEST_SESSION)
    };
    Life { idle, longest }
}

/// How long a session of somebody with these roles lives at most.
#[must_use]
pub fn longest(roles: &Roles) -> Millis {
    life(roles).longest
}

impl Store {
    /// Who a session belongs to; none when it is unknown or has outlived its role's life, or the person is disabled.
    pub async fn viewer(&self, session_hash: &str, now: Millis) -> Result<Option<Viewer>> {
        let Some((viewer, seen_at)) = self.seated(session_hash, now).await? else {
            return Ok(None);
        };
        if now.saturating_sub(seen_at) > HOUR {
            self.note_seen(session_hash, now).await;
        }
        Ok(Some(viewer))
    }

    /// As [`Store::viewer`], but looking does not count as using the session.
    pub async fn still(&self, session_hash: &str, now: Millis) -> Result<Option<Viewer>> {
        let seated = self.seated(session_hash, now).await?;
        Ok(seated.map(|(viewer, _)| viewer))
    }

    /// The viewer, and when the session was last used.
    async fn seated(&self, session_hash: &str, now: Millis) -> Result<Option<(Viewer, Millis)>> {
        let rows = self
            .db()
            .rows(
                "SELECT p.id, p.name, o.id, o.name_en, o.name_cy, o.time_zone, o.demonstration, p.roles,
                 s.seen_at, s.created_at, s.id, s.confirmed_at, ps.service
                 FROM session s JOIN person p ON p.id = s.person JOIN organisation o ON o.id = p.organisation
                 LEFT JOIN person_service ps ON ps.person = p.id
                 WHERE s.token_hash = $1 AND p.disabled_at IS NULL ORDER BY ps.service",
                &[session_hash.into()],
            )
            .await?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        let roles = Roles::from_codes(&row.text(7)?);
        let Life { idle, longest } = life(&roles);
        let (seen_at, created_at) = (row.int(8)?, row.int(9)?);
        if now.saturating_sub(seen_at) >= idle || now.saturating_sub(created_at) >= longest {
            return Ok(None);
        }
        let services = rows.iter().filter_map(|row| row.opt_text(12).transpose());
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
            roles,
            services: services.collect::<Result<_>>()?,
            session: row.text(10)?,
            confirmed_at: row.int(11)?,
        };
        Ok(Some((viewer, seen_at)))
    }

    /// True for a session whose person was erased while it was open.
    pub async fn was_erased(&self, session_hash: &str) -> Result<bool> {
        let sql = "SELECT 1 FROM session s JOIN person p ON p.id = s.person
                   WHERE s.token_hash = $1 AND p.erased_at IS NOT NULL";
        Ok(self.db().row(sql, &[session_hash.into()]).await?.is_some())
    }

    /// Begins a session for a person who proved to be there.
    pub async fn begin_session(&self, begin: Begin<'_>, now: Millis) -> Result<()> {
        let mut tx = self.db().begin().await?;
        tx.begin_session(begin, now).await?;
        tx.commit().await
    }

    /// Ends a session. Ending one that is not there does nothing.
    pub async fn end_session(&self, session_hash: &str, now: Millis) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let ended = tx
            .row(
                "DELETE FROM session WHERE token_hash = $1
                 RETURNING id, person, (SELECT organisation FROM person WHERE person.id = session.person)",
                &[session_hash.into()],
            )
            .await?;
        if let Some(row) = ended {
            let deed = Deed {
                organisation: &row.text(2)?,
                person: Some(&row.text(1)?),
                what: What::SignedOut,
                about: &row.text(0)?,
            };
            tx.note(deed, now).await?;
        }
        tx.commit().await
    }

    /// Notes that the owner of a session proved to be there just now.
    pub async fn confirm(&self, viewer: &Viewer, how: How, now: Millis) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let sql = "UPDATE session SET confirmed_at = $2 WHERE id = $1";
        tx.execute(sql, &[(&viewer.session).into(), now.into()])
            .await?;
        let deed = Deed {
            organisation: &viewer.organisation,
            person: Some(&viewer.person),
            what: What::Confirmed,
            about: how.code(),
        };
        tx.note(deed, now).await?;
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

impl Tx {
    /// Begins a session, when the way is open to the person.
    pub(super) async fn begin_session(&mut self, begin: Begin<'_>, now: Millis) -> Result<()> {
        self.open_way(begin.person, begin.how, now).await?;
        let id: String = token::fresh().chars().take(16).collect();
        self.execute(
            "INSERT INTO session (token_hash, person, created_at, seen_at, id, how, device, confirmed_at)
             VALUES ($1, $2, $3, $3, $4, $5, $6, $3)",
            &[
                begin.session_hash.into(),
                begin.person.into(),
                now.into(),
                id.into(),
                begin.how.code().into(),
                begin.device.into(),
            ],
        )
        .await?;
        self.execute(
            "INSERT INTO audit (id, organisation, at, person, what, about)
             SELECT CAST($1 AS TEXT), organisation, CAST($2 AS BIGINT), id, CAST($3 AS TEXT), CAST($4 AS TEXT)
             FROM person WHERE id = $5",
            &[
                token::fresh().into(),
                now.into(),
                What::SignedIn.code().into(),
                begin.how.code().into(),
                begin.person.into(),
            ],
        )
        .await
        .map(drop)
    }

    /// Ends every session of a person, and what they have begun: at disablement, recovery, and when a way of signing
    /// in is taken away.
    pub(super) async fn end_sessions(&mut self, person: &str) -> Result<()> {
        let sql = "DELETE FROM ceremony WHERE person = $1";
        self.execute(sql, &[person.into()]).await?;
        let sql = "DELETE FROM session WHERE person = $1";
        self.execute(sql, &[person.into()]).await.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_roles_the_strictest_counts() {
        let of = |roles: &[Role]| life(&Roles::new(roles)).longest;
        assert_eq!(of(&[Role::Leader]), 90 * DAY);
        assert_eq!(of(&[Role::Leader, Role::Board]), 30 * DAY);
        assert_eq!(of(&[Role::Leader, Role::Administrator]), 12 * HOUR);
    }
}
