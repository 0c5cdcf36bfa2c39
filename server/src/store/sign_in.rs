//! Invitations. Only hashes of tokens come here.

use app::walk::{Millis, Text};

use super::{
    Desk, Row, Store, StoreError, Tx,
    audit::{Deed, What},
    ceremony::{Begun, Ceremony},
    db::Result,
    people::by_operator,
    sessions::{Begin, How},
};
use crate::{
    invitation::{Invitation, Kind},
    viewer::Roles,
};

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
    /// What it is for.
    pub kind: Kind,
}

/// What became of a new invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issued {
    /// What it is for.
    pub kind: Kind,
    /// Until when it works.
    pub until: Millis,
}

/// What an invitation is spent on: one of the two begins.
#[derive(Clone, Copy, Debug)]
pub struct Spend<'a> {
    /// The hash of the token of a session.
    pub session_hash: &'a str,
    /// The hash of the token of a ceremony.
    pub ceremony_hash: &'a str,
    /// Browser and system, in words.
    pub device: &'a str,
}

/// What spending an invitation began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spent {
    /// A session: only on a demonstration.
    Session,
    /// A [`Ceremony::Enrol`], bound to this browser.
    Ceremony,
}

impl Store {
    /// Keeps a new invitation for a person, by the operator: the first one, or a recovery when they have a passkey
    /// already. It can be spent once, by its address or its code, before it ends. Those made before end.
    pub async fn issue(&self, person: &str, made: &Invitation, now: Millis) -> Result<Issued> {
        let mut tx = self.db().begin().await?;
        let sql = "SELECT organisation FROM person WHERE id = $1";
        let row = tx.row(sql, &[person.into()]).await?;
        let organisation = row.ok_or(StoreError::NotFound)?.text(0)?;
        tx.end_invitations(person, now).await?;
        let issued = tx.issue(person, made, now).await?;
        let made = by_operator(&organisation, What::InvitationMade, person);
        tx.note(made, now).await?;
        tx.commit().await?;
        Ok(issued)
    }

    /// Keeps an invitation of the first kind by its hashes: of its address's token, and of its code to type when it
    /// has one.
    pub async fn invite(
        &self,
        person: &str,
        token_hash: &str,
        code_hash: Option<&str>,
        now: Millis,
        expires_at: Millis,
    ) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let issued = Issued {
            kind: Kind::First,
            until: expires_at,
        };
        tx.add_invitation(person, (token_hash, code_hash), issued, now)
            .await?;
        tx.commit().await
    }

    /// Whom an invitation is for, by the hash of its token or code; none when it is unknown, spent or expired.
    /// Looking does not spend it.
    pub async fn peek_invitation(&self, hash: &str, now: Millis) -> Result<Option<Invited>> {
        let row = self
            .db()
            .row(
                "SELECT p.name, o.name_en, o.name_cy, p.roles, o.demonstration, i.kind
                 FROM invitation i JOIN person p ON p.id = i.person JOIN organisation o ON o.id = p.organisation
                 WHERE (i.token_hash = $1 OR i.code_hash = $1) AND i.spent_at IS NULL AND i.expires_at > $2
                 AND p.disabled_at IS NULL",
                &[hash.into(), now.into()],
            )
            .await?;
        let invited = |row: Row| {
            Ok(Invited {
                name: row.text(0)?,
                organisation: Text {
                    en: row.text(1)?,
                    cy: row.text(2)?,
                },
                roles: Roles::from_codes(&row.text(3)?),
                demonstration: row.flag(4)?,
                kind: Kind::from_code(&row.text(5)?).unwrap_or(Kind::First),
            })
        };
        row.map(invited).transpose()
    }

    /// Spends an invitation, named by the hash of its token or code. In a real organisation this is no way in yet: it
    /// begins a ceremony in which a passkey is made. A recovery ends every session of the person at once. None when
    /// it is unknown, expired, or somebody was faster: of any number at once exactly one gets something.
    pub async fn redeem(&self, hash: &str, spend: Spend<'_>, now: Millis) -> Result<Option<Spent>> {
        let mut tx = self.db().begin().await?;
        let Some(row) = tx.spend(hash, now).await? else {
            return Ok(None);
        };
        let (person, kind) = (row.text(0)?, row.text(1)?);
        let (demonstration, organisation) = (row.flag(2)?, row.text(3)?);
        let spent = if demonstration {
            let begin = Begin {
                person: &person,
                session_hash: spend.session_hash,
                how: How::Invitation,
                device: spend.device,
            };
            tx.begin_session(begin, now).await?;
            Spent::Session
        } else {
            if Kind::from_code(&kind) == Some(Kind::Recovery) {
                tx.end_sessions(&person).await?;
                tx.end_tickets(&person, None).await?;
            }
            let deed = Deed {
                organisation: &organisation,
                person: Some(&person),
                what: What::InvitationSpent,
                about: &kind,
            };
            tx.note(deed, now).await?;
            let begun = Begun {
                person: Some(person.clone()),
                state: kind,
            };
            tx.begin_ceremony(Ceremony::Enrol, spend.ceremony_hash, &begun, now)
                .await?;
            Spent::Ceremony
        };
        tx.commit().await?;
        Ok(Some(spent))
    }

    /// Spends an invitation and begins a session with nothing more, wherever it is: no address leads here. False
    /// when it is unknown, expired, or somebody was faster.
    pub async fn spend_invitation(
        &self,
        hash: &str,
        session_hash: &str,
        now: Millis,
    ) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let spent = tx.spend(hash, now).await?;
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

impl Desk {
    /// An invitation of the viewer's own, for another device of theirs. Those made before and not used end.
    pub async fn invite_device(&self, made: &Invitation, now: Millis) -> Result<Issued> {
        let person = &self.viewer().person;
        let mut tx = self.db().begin().await?;
        tx.end_invitations(person, now).await?;
        let issued = Issued {
            kind: Kind::Device,
            until: now.saturating_add(Kind::Device.lasts()),
        };
        let (by_token, by_code) = made.hashes();
        tx.add_invitation(person, (&by_token, Some(&by_code)), issued, now)
            .await?;
        let deed = self.deed(What::InvitationMade, person);
        tx.note(deed, now).await?;
        tx.commit().await?;
        Ok(issued)
    }
}

impl Tx {
    /// Keeps a new invitation for a person: the first one, or a recovery when they have a passkey already.
    pub(super) async fn issue(
        &mut self,
        person: &str,
        made: &Invitation,
        now: Millis,
    ) -> Result<Issued> {
        let sql = "SELECT (SELECT COUNT(*) FROM passkey k WHERE k.person = p.id) FROM person p WHERE p.id = $1";
        let row = self.row(sql, &[person.into()]).await?;
        let passkeys = row.ok_or(StoreError::NotFound)?.int(0)?;
        let kind = if passkeys > 0 {
            Kind::Recovery
        } else {
            Kind::First
        };
        let issued = Issued {
            kind,
            until: now.saturating_add(kind.lasts()),
        };
        let (by_token, by_code) = made.hashes();
        self.add_invitation(person, (&by_token, Some(&by_code)), issued, now)
            .await?;
        Ok(issued)
    }

    /// Ends a person's invitations that nobody used, and what was begun with the others.
    pub(super) async fn end_invitations(&mut self, person: &str, now: Millis) -> Result<()> {
        let sql = "UPDATE invitation SET expires_at = $2
             WHERE person = $1 AND spent_at IS NULL AND expires_at > $2";
        self.execute(sql, &[person.into(), now.into()]).await?;
        let sql = "DELETE FROM ceremony WHERE person = $1 AND kind = $2";
        let enrol = Ceremony::Enrol.code();
        self.execute(sql, &[person.into(), enrol.into()])
            .await
            .map(drop)
    }

    async fn add_invitation(
        &mut self,
        person: &str,
        (by_token, by_code): (&str, Option<&str>),
        issued: Issued,
        now: Millis,
    ) -> Result<()> {
        self.execute(
            "INSERT INTO invitation (token_hash, code_hash, person, created_at, expires_at, kind)
             VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                by_token.into(),
                by_code.into(),
                person.into(),
                now.into(),
                issued.until.into(),
                issued.kind.code().into(),
            ],
        )
        .await
        .map(drop)
    }

    /// Spends an invitation on a way of the person's own, where that is open to them: the person, its kind, whether that is on a demonstration, and the organisation.
    async fn spend(&mut self, hash: &str, now: Millis) -> Result<Option<Row>> {
        self.row(
            "UPDATE invitation SET spent_at = $2
             WHERE (token_hash = $1 OR code_hash = $1) AND spent_at IS NULL AND expires_at > $2
             AND person IN (SELECT p.id FROM person p JOIN organisation o ON o.id = p.organisation
                            WHERE p.disabled_at IS NULL AND (o.sign_in <> 'sso_only' OR p.break_glass <> 0))
             RETURNING person, kind,
             (SELECT o.demonstration FROM person p JOIN organisation o ON o.id = p.organisation
              WHERE p.id = invitation.person),
             (SELECT p.organisation FROM person p WHERE p.id = invitation.person)",
            &[hash.into(), now.into()],
        )
        .await
    }
}
