//! What a browser has begun and not finished. Only hashes of its tokens come here.

use app::walk::Millis;

use super::{Row, Store, Tx, db::Result};

const MINUTE: Millis = 60 * 1000;

/// What was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ceremony {
    /// An invitation was spent: the person makes a passkey next. Its state is the kind of the invitation.
    Enrol,
    /// A passkey is being made.
    Make,
    /// Somebody signs in with a passkey.
    SignIn,
    /// Somebody signed in proves to be there with a passkey.
    Confirm,
    /// Somebody is on their way to the organisation's single sign-on.
    SingleSignOn,
}

impl Ceremony {
    /// The code it is stored by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Enrol => "enrol",
            Self::Make => "make",
            Self::SignIn => "sign_in",
            Self::Confirm => "confirm",
            Self::SingleSignOn => "single_sign_on",
        }
    }

    /// How long it can be finished, in milliseconds.
    #[must_use]
    pub fn lasts(self) -> Millis {
        match self {
            Self::Enrol | Self::SingleSignOn => 15 * MINUTE,
            // As long as browsers are asked to wait for a passkey.
            Self::Make | Self::SignIn | Self::Confirm => 5 * MINUTE,
        }
    }
}

/// A ceremony as it was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Whose it is, when that is known.
    pub person: Option<String>,
    /// What must be known to finish it.
    pub state: String,
}

impl Store {
    /// Begins a ceremony, and takes away those nobody finished in time.
    pub async fn begin_ceremony(
        &self,
        what: Ceremony,
        token_hash: &str,
        begun: &Begun,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.db().begin().await?;
        tx.begin_ceremony(what, token_hash, begun, now).await?;
        tx.commit().await
    }

    /// A ceremony that can still be finished; none when it is unknown, of another sort, finished or too old.
    pub async fn peek_ceremony(
        &self,
        what: Ceremony,
        token_hash: &str,
        now: Millis,
    ) -> Result<Option<Begun>> {
        let sql = "SELECT person, state FROM ceremony WHERE token_hash = $1 AND kind = $2 AND expires_at > $3";
        let args = [token_hash.into(), what.code().into(), now.into()];
        self.db().row(sql, &args).await?.map(read).transpose()
    }

    /// Takes a ceremony to finish it: of any number at once exactly one gets it.
    pub async fn take_ceremony(
        &self,
        what: Ceremony,
        token_hash: &str,
        now: Millis,
    ) -> Result<Option<Begun>> {
        let mut tx = self.db().begin().await?;
        let begun = tx.take_ceremony(what, token_hash, now).await?;
        tx.commit().await?;
        Ok(begun)
    }
}

impl Tx {
    /// Begins a ceremony, and takes away those nobody finished in time.
    pub(super) async fn begin_ceremony(
        &mut self,
        what: Ceremony,
        token_hash: &str,
        begun: &Begun,
        now: Millis,
    ) -> Result<()> {
        let sql = "DELETE FROM ceremony WHERE expires_at <= $1";
        self.execute(sql, &[now.into()]).await?;
        self.execute(
            "INSERT INTO ceremony (token_hash, kind, person, state, expires_at) VALUES ($1, $2, $3, $4, $5)",
            &[
                token_hash.into(),
                what.code().into(),
                begun.person.as_deref().into(),
                (&begun.state).into(),
                now.saturating_add(what.lasts()).into(),
            ],
        )
        .await
        .map(drop)
    }

    /// Takes a ceremony to finish it. One that is too old goes too, and is none.
    pub(super) async fn take_ceremony(
        &mut self,
        what: Ceremony,
        token_hash: &str,
        now: Millis,
    ) -> Result<Option<Begun>> {
        let sql = "DELETE FROM ceremony WHERE token_hash = $1 AND kind = $2 AND expires_at > $3 RETURNING person, state";
        let args = [token_hash.into(), what.code().into(), now.into()];
        self.row(sql, &args).await?.map(read).transpose()
    }
}

fn read(row: Row) -> Result<Begun> {
    Ok(Begun {
        person: row.opt_text(0)?,
        state: row.text(1)?,
    })
}
