//! Single sign-on: who provides it, whom it knows, and who may still get in by other ways.

use app::{
    front::SsoOffer,
    walk::{Millis, Text},
};

use super::{
    Row, Store, Tx,
    audit::{Deed, What},
    db::Result,
    error::StoreError,
    sessions::{Begin, How},
};
use crate::{invitation::Kind, sso::Provider, viewer::Viewer};

/// How an organisation's people sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// By passkeys.
    Passkey,
    /// By passkeys and by single sign-on.
    Either,
    /// By single sign-on, but for those who may break the glass.
    SsoOnly,
}

impl SignIn {
    /// The code it is stored by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Passkey => "passkey",
            Self::Either => "either",
            Self::SsoOnly => "sso_only",
        }
    }

    /// A code nobody knows lets nobody in by what it may have shut.
    fn from_code(code: &str) -> Self {
        match code {
            "passkey" => Self::Passkey,
            "either" => Self::Either,
            _ => Self::SsoOnly,
        }
    }
}

/// Somebody a provider vouches for.
#[derive(Clone, Copy, Debug)]
pub struct Vouched<'a> {
    /// The organisation whose provider it is.
    pub organisation: &'a str,
    /// The provider.
    pub issuer: &'a str,
    /// Whom it means.
    pub subject: &'a str,
}

/// What became of an invitation that was to be linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linked {
    /// It is spent, and a session has begun.
    Yes,
    /// It is unknown, spent or expired, or of another organisation.
    Gone,
    /// Whom the provider means is somebody else here already. The invitation is not spent.
    SomebodyElse,
}

impl Store {
    /// Sets an organisation's provider up, or changes it, and how its people sign in. Sessions begun by a way that is
    /// shut now have ended.
    pub async fn set_sso(&self, provider: &Provider, sign_in: SignIn, now: Millis) -> Result<()> {
        let mut tx = self.db().begin().await?;
        tx.execute(
            "INSERT INTO sso_provider (organisation, issuer, client_id, client_secret, tenant, acr, amr)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (organisation) DO UPDATE SET issuer = excluded.issuer, client_id = excluded.client_id,
             client_secret = excluded.client_secret, tenant = excluded.tenant, acr = excluded.acr, amr = excluded.amr",
            &[
                (&provider.organisation).into(),
                (&provider.issuer).into(),
                (&provider.client_id).into(),
                (&provider.client_secret).into(),
                provider.tenant.as_deref().into(),
                provider.acr.as_deref().into(),
                provider.amr.as_deref().into(),
            ],
        )
        .await?;
        tx.sign_in_by(&provider.organisation, sign_in, now).await?;
        tx.commit().await
    }

    /// Changes how an organisation's people sign in, and forgets the provider's secret when that is by passkeys alone.
    pub async fn set_sign_in(
        &self,
        organisation: &str,
        sign_in: SignIn,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.db().begin().await?;
        if sign_in == SignIn::Passkey {
            let sql = "DELETE FROM sso_provider WHERE organisation = $1";
            tx.execute(sql, &[organisation.into()]).await?;
        }
        tx.sign_in_by(organisation, sign_in, now).await?;
        tx.commit().await
    }

    /// An organisation's provider, as it was set up.
    pub async fn sso_provider(&self, organisation: &str) -> Result<Option<Provider>> {
        let sql =
            "SELECT s.organisation, s.issuer, s.client_id, s.client_secret, s.tenant, s.acr, s.amr
                   FROM sso_provider s JOIN organisation o ON o.id = s.organisation
                   WHERE s.organisation = $1 AND o.sign_in <> 'passkey'";
        let row = self.db().row(sql, &[organisation.into()]).await?;
        row.map(|row| read_provider(&row)).transpose()
    }

    /// The organisations that have single sign-on, by name.
    pub async fn sso_offers(&self) -> Result<Vec<SsoOffer>> {
        let sql = "SELECT o.id, o.name_en, o.name_cy FROM organisation o JOIN sso_provider s ON s.organisation = o.id
                   WHERE o.sign_in <> 'passkey' ORDER BY o.name_en, o.id";
        let rows = self.db().rows(sql, &[]).await?;
        let offer = |row: &Row| {
            Ok(SsoOffer {
                organisation: row.text(0)?,
                name: Text {
                    en: row.text(1)?,
                    cy: row.text(2)?,
                },
            })
        };
        rows.iter().map(offer).collect()
    }

    /// The organisation an invitation that still works belongs to, and how the person it is for may sign in.
    pub async fn ways_of_invitation(
        &self,
        hash: &str,
        now: Millis,
    ) -> Result<Option<(String, SignIn)>> {
        let sql = "SELECT o.id, o.sign_in, p.break_glass, (SELECT COUNT(*) FROM sso_provider s WHERE s.organisation = o.id)
                   FROM invitation i JOIN person p ON p.id = i.person JOIN organisation o ON o.id = p.organisation
                   WHERE (i.token_hash = $1 OR i.code_hash = $1) AND i.spent_at IS NULL AND i.expires_at > $2
                   AND p.disabled_at IS NULL AND i.kind <> 'device'";
        let row = self.db().row(sql, &[hash.into(), now.into()]).await?;
        let ways = |row: Row| {
            let by = match SignIn::from_code(&row.text(1)?) {
                SignIn::SsoOnly if row.flag(2)? => SignIn::Either,
                SignIn::Either if !row.flag(3)? => SignIn::Passkey,
                by => by,
            };
            Ok((row.text(0)?, by))
        };
        row.map(ways).transpose()
    }

    /// True when a person may have and use passkeys of their own: where single sign-on is the only way, only to break
    /// the glass.
    pub async fn own_ways(&self, person: &str) -> Result<bool> {
        let sql = "SELECT o.sign_in, p.break_glass FROM person p JOIN organisation o ON o.id = p.organisation
                   WHERE p.id = $1 AND p.disabled_at IS NULL";
        let Some(row) = self.db().row(sql, &[person.into()]).await? else {
            return Ok(false);
        };
        Ok(SignIn::from_code(&row.text(0)?) != SignIn::SsoOnly || row.flag(1)?)
    }

    /// Lets a person use a passkey where single sign-on is the only way.
    pub async fn may_break_glass(
        &self,
        organisation: &str,
        person: &str,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let sql = "UPDATE person SET break_glass = 1 WHERE id = $1 AND organisation = $2";
        tx.execute(sql, &[person.into(), organisation.into()])
            .await?;
        let what = What::MayBreakGlass;
        tx.note(by_operator(organisation, what, person), now)
            .await?;
        tx.commit().await
    }

    /// Begins a session for whom a provider means; none when that is nobody here.
    pub async fn sign_in_vouched(
        &self,
        vouched: Vouched<'_>,
        session_hash: &str,
        device: &str,
        now: Millis,
    ) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let Some(person) = tx.known_as(vouched).await? else {
            return Ok(false);
        };
        tx.begin_session(begin(&person, session_hash, device), now)
            .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Spends an invitation, links its person to whom a provider means, and begins a session: all of it, or nothing.
    pub async fn link_invited(
        &self,
        invitation_hash: &str,
        vouched: Vouched<'_>,
        session_hash: &str,
        device: &str,
        now: Millis,
    ) -> Result<Linked> {
        let mut tx = self.db().begin().await?;
        let spent = tx
            .row(
                "UPDATE invitation SET spent_at = $2
                 WHERE (token_hash = $1 OR code_hash = $1) AND spent_at IS NULL AND expires_at > $2 AND kind <> 'device'
                 AND person IN (SELECT id FROM person WHERE disabled_at IS NULL AND organisation = $3)
                 RETURNING person, kind",
                &[invitation_hash.into(), now.into(), vouched.organisation.into()],
            )
            .await?;
        let Some(row) = spent else {
            return Ok(Linked::Gone);
        };
        let person = row.text(0)?;
        if Kind::from_code(&row.text(1)?) == Some(Kind::Recovery) {
            let sql = "DELETE FROM passkey WHERE person = $1";
            tx.execute(sql, &[(&person).into()]).await?;
            tx.end_sessions(&person).await?;
            tx.end_tickets(&person, None).await?;
        }
        tx.end_invitations(&person, now).await?;
        if !tx.link(vouched, &person, now).await? {
            return Ok(Linked::SomebodyElse);
        }
        tx.begin_session(begin(&person, session_hash, device), now)
            .await?;
        tx.commit().await?;
        Ok(Linked::Yes)
    }

    /// True when the viewer's session came by single sign-on.
    pub async fn came_by_sso(&self, viewer: &Viewer) -> Result<bool> {
        let sql = "SELECT how FROM session WHERE id = $1";
        let row = self.db().row(sql, &[(&viewer.session).into()]).await?;
        Ok(row.map(|row| row.text(0)).transpose()?.as_deref() == Some(How::SingleSignOn.code()))
    }

    /// True when the provider means this viewer.
    pub async fn is_vouched(&self, viewer: &Viewer, vouched: Vouched<'_>) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let person = tx.known_as(vouched).await?;
        Ok(person.as_deref() == Some(&viewer.person))
    }
}

impl Tx {
    /// Lets a session begin by a way that is open to the person; [`StoreError::NotFound`] otherwise. Breaking the
    /// glass is noted.
    pub(super) async fn open_way(&mut self, person: &str, how: How, now: Millis) -> Result<()> {
        let sql = "SELECT o.id, o.sign_in, p.break_glass FROM person p JOIN organisation o ON o.id = p.organisation
                   WHERE p.id = $1 AND p.disabled_at IS NULL";
        let row = self.row(sql, &[person.into()]).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        let (organisation, by) = (row.text(0)?, SignIn::from_code(&row.text(1)?));
        match (how, by) {
            (How::SingleSignOn, SignIn::Either | SignIn::SsoOnly)
            | (How::Passkey | How::Invitation, SignIn::Passkey | SignIn::Either) => Ok(()),
            (How::Passkey | How::Invitation, SignIn::SsoOnly) if row.flag(2)? => {
                let deed = Deed {
                    organisation: &organisation,
                    person: Some(person),
                    what: What::BrokeGlass,
                    about: how.code(),
                };
                self.note(deed, now).await
            }
            _ => Err(StoreError::NotFound),
        }
    }

    /// Whom a provider means, in its own organisation.
    async fn known_as(&mut self, vouched: Vouched<'_>) -> Result<Option<String>> {
        let sql = "SELECT p.id FROM single_sign_on s JOIN person p ON p.id = s.person
                   WHERE s.issuer = $1 AND s.subject = $2 AND p.organisation = $3 AND p.disabled_at IS NULL";
        let args = [
            vouched.issuer.into(),
            vouched.subject.into(),
            vouched.organisation.into(),
        ];
        self.row(sql, &args)
            .await?
            .map(|row| row.text(0))
            .transpose()
    }

    /// Links a person to whom a provider means; false when that is somebody else already. Whom it meant before, after
    /// a new account at the provider, is forgotten, and their sessions have ended.
    async fn link(&mut self, vouched: Vouched<'_>, person: &str, now: Millis) -> Result<bool> {
        let (issuer, subject) = (vouched.issuer, vouched.subject);
        self.execute(
            "INSERT INTO single_sign_on (issuer, subject, person, linked_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (issuer, subject) DO NOTHING",
            &[issuer.into(), subject.into(), person.into(), now.into()],
        )
        .await?;
        let sql = "SELECT person FROM single_sign_on WHERE issuer = $1 AND subject = $2";
        let row = self.row(sql, &[issuer.into(), subject.into()]).await?;
        if row.map(|row| row.text(0)).transpose()?.as_deref() != Some(person) {
            return Ok(false);
        }
        let sql =
            "DELETE FROM single_sign_on WHERE person = $1 AND NOT (issuer = $2 AND subject = $3)";
        let args = [person.into(), issuer.into(), subject.into()];
        if self.execute(sql, &args).await? > 0 {
            self.end_sessions(person).await?;
            self.end_tickets(person, None).await?;
        }
        let deed = Deed {
            organisation: vouched.organisation,
            person: Some(person),
            what: What::Linked,
            about: person,
        };
        self.note(deed, now).await?;
        Ok(true)
    }

    async fn sign_in_by(&mut self, organisation: &str, by: SignIn, now: Millis) -> Result<()> {
        let sql = "UPDATE organisation SET sign_in = $2 WHERE id = $1";
        self.execute(sql, &[organisation.into(), by.code().into()])
            .await?;
        let shut = match by {
            SignIn::Either => None,
            SignIn::Passkey => Some(
                "DELETE FROM session WHERE how = 'single_sign_on'
                 AND person IN (SELECT id FROM person WHERE organisation = $1)",
            ),
            SignIn::SsoOnly => Some(
                "DELETE FROM session WHERE how <> 'single_sign_on'
                 AND person IN (SELECT id FROM person WHERE organisation = $1 AND break_glass = 0)",
            ),
        };
        if let Some(sql) = shut {
            self.execute(sql, &[organisation.into()]).await?;
        }
        self.note(by_operator(organisation, What::SignInSet, by.code()), now)
            .await
    }
}

fn begin<'a>(person: &'a str, session_hash: &'a str, device: &'a str) -> Begin<'a> {
    Begin {
        person,
        session_hash,
        how: How::SingleSignOn,
        device,
    }
}

fn by_operator<'a>(organisation: &'a str, what: What, about: &'a str) -> Deed<'a> {
    Deed {
        organisation,
        person: None,
        what,
        about,
    }
}

fn read_provider(row: &Row) -> Result<Provider> {
    Ok(Provider {
        organisation: row.text(0)?,
        issuer: row.text(1)?,
        client_id: row.text(2)?,
        client_secret: row.text(3)?,
        tenant: row.opt_text(4)?,
        acr: row.opt_text(5)?,
        amr: row.opt_text(6)?,
    })
}
