//! Who is written to, and about what.

use app::{
    mine::{Digest, MailChoice, MailFault, MailForm},
    walk::{Lang, Millis},
};
use serde_json::json;

use super::{digest::next_digest, outbox::Telling};
use crate::{
    store::{Desk, Row, Store, StoreError, Tx, db::Result},
    token,
    viewer::Role,
};

/// How often it may be asked within [`A_DAY`] whether an address is right: nobody is made to write to strangers.
const MOST_ASKED: i64 = 5;
const A_DAY: Millis = 86_400_000;

/// What a message's secret stands for.
#[derive(Clone, Debug)]
pub struct MailSecret {
    /// The language of the page.
    pub lang: Lang,
    /// The address, shown to whoever got a message there.
    pub address: String,
    /// True once it is known to be right.
    pub confirmed: bool,
}

impl Desk {
    /// Where the viewer is written to; none while they chose nothing. For service teams and boards.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for everybody else.
    pub async fn mail_choice(&self) -> Result<Option<MailChoice>> {
        self.only_written_to()?;
        let sql = "SELECT address, digest, alerts, confirmed_at, months FROM mail_choice WHERE person = $1";
        let row = self.db().row(sql, &[(&self.viewer.person).into()]).await?;
        row.as_ref().map(choice).transpose()
    }

    /// Chooses it. An address that is new is only asked whether it is right; an empty one ends it all.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who is in no service team and no board.
    pub async fn choose_mail(
        &self,
        form: &MailForm,
        lang: Lang,
        now: Millis,
    ) -> Result<std::result::Result<(), MailFault>> {
        self.only_written_to()?;
        let person = &self.viewer.person;
        let mut tx = self.db().begin().await?;
        if form.address.is_empty() {
            tx.execute(
                "DELETE FROM mail_choice WHERE person = $1",
                &[person.into()],
            )
            .await?;
            tx.commit().await?;
            return Ok(Ok(()));
        }
        let next = next_digest(&self.viewer.time_zone, form.digest, now);
        let sql = "UPDATE mail_choice SET digest = $2, alerts = $3, lang = $4, next_digest = $5, changed_at = $6, months = $8
                   WHERE person = $1 AND address = $7";
        let kept = tx
            .execute(
                sql,
                &[
                    person.into(),
                    form.digest.code().into(),
                    form.alerts.into(),
                    lang.code().into(),
                    next.into(),
                    now.into(),
                    (&form.address).into(),
                    form.months.into(),
                ],
            )
            .await?;
        if kept > 0 {
            tx.commit().await?;
            return Ok(Ok(()));
        }
        if self.asked_too_often(&mut tx, now).await? {
            return Ok(Err(MailFault::TooOften));
        }
        let secret = token::fresh();
        tx.execute(
            "INSERT INTO mail_choice (person, address, lang, digest, alerts, secret, changed_at, next_digest, months)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (person) DO UPDATE SET address = excluded.address, lang = excluded.lang, digest = excluded.digest,
             alerts = excluded.alerts, secret = excluded.secret, changed_at = excluded.changed_at,
             next_digest = excluded.next_digest, months = excluded.months, confirmed_at = NULL",
            &[
                person.into(),
                (&form.address).into(),
                lang.code().into(),
                form.digest.code().into(),
                form.alerts.into(),
                (&secret).into(),
                now.into(),
                next.into(),
                form.months.into(),
            ],
        )
        .await?;
        tx.tell(&self.asking(&secret), now).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// Asks once more whether the viewer's address is right: the message that asked may be lost. Both messages say so
    /// by the same address, whichever is opened.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who is in no service team and no board, and where nothing is to be asked.
    pub async fn ask_mail_again(&self, now: Millis) -> Result<std::result::Result<(), MailFault>> {
        self.only_written_to()?;
        let mut tx = self.db().begin().await?;
        // Two that ask at once are counted one after the other.
        let sql =
            "UPDATE mail_choice SET changed_at = $2 WHERE person = $1 AND confirmed_at IS NULL";
        let args = [(&self.viewer.person).into(), now.into()];
        if tx.execute(sql, &args).await? == 0 {
            return Err(StoreError::NotFound);
        }
        if self.asked_too_often(&mut tx, now).await? {
            return Ok(Err(MailFault::TooOften));
        }
        tx.tell(&self.asking(&token::fresh()), now).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// True when something that was sent to the viewer's address did not arrive, and nothing after it did.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who is in no service team and no board.
    pub async fn mail_trouble(&self) -> Result<bool> {
        self.only_written_to()?;
        let sql = "SELECT o.id FROM outbox o JOIN mail_choice c ON c.person = o.person
                   WHERE o.person = $1 AND o.fault NOT IN ('', 'not_wanted') AND o.made_at >= c.changed_at
                   AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.person = o.person AND b.fault = '' AND b.done_at > o.made_at)
                   LIMIT 1";
        let row = self.db().row(sql, &[(&self.viewer.person).into()]).await?;
        Ok(row.is_some())
    }

    /// Service teams are told what waits, boards what is published.
    fn only_written_to(&self) -> Result<()> {
        self.only(Role::ServiceTeam)
            .or_else(|_| self.only(Role::Board))
    }

    /// One more of these would be too many.
    async fn asked_too_often(&self, tx: &mut Tx, now: Millis) -> Result<bool> {
        let sql =
            "SELECT COUNT(*) FROM outbox WHERE person = $1 AND topic = 'confirm' AND made_at > $2";
        let args = [
            (&self.viewer.person).into(),
            now.saturating_sub(A_DAY).into(),
        ];
        let asked = tx.row(sql, &args).await?;
        Ok(asked.map_or(Ok(0), |row| row.int(0))? >= MOST_ASKED)
    }

    fn asking<'a>(&'a self, about: &'a str) -> Telling<'a> {
        Telling {
            organisation: &self.viewer.organisation,
            person: Some(&self.viewer.person),
            hook: None,
            topic: "confirm",
            about,
            body: json!({}),
        }
    }
}

impl Store {
    /// What the secret of a message stands for.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is nobody's.
    pub async fn mail_secret(&self, secret: &str) -> Result<MailSecret> {
        let sql = "SELECT lang, address, confirmed_at FROM mail_choice WHERE secret = $1 AND secret <> ''";
        let row = self.db().row(sql, &[secret.into()]).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        Ok(MailSecret {
            lang: Lang::from_code(&row.text(0)?).unwrap_or(Lang::En),
            address: row.text(1)?,
            confirmed: row.opt_int(2)?.is_some(),
        })
    }

    /// Notes that an address is right: whoever reads there said so. Saying it again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the secret is nobody's.
    pub async fn confirm_mail(&self, secret: &str, now: Millis) -> Result<()> {
        self.with_secret(
            "UPDATE mail_choice SET confirmed_at = COALESCE(confirmed_at, $2) WHERE secret = $1 AND secret <> ''",
            secret,
            now,
        )
        .await
    }

    /// Ends it all: nothing is sent to that address any more.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the secret is nobody's.
    pub async fn stop_mail(&self, secret: &str, now: Millis) -> Result<()> {
        self.with_secret(
            "DELETE FROM mail_choice WHERE secret = $1 AND secret <> '' AND changed_at <= $2",
            secret,
            now,
        )
        .await
    }

    async fn with_secret(&self, sql: &'static str, secret: &str, now: Millis) -> Result<()> {
        let mut tx = self.db().begin().await?;
        if tx.execute(sql, &[secret.into(), now.into()]).await? == 0 {
            return Err(StoreError::NotFound);
        }
        tx.commit().await
    }
}

fn choice(row: &Row) -> Result<MailChoice> {
    Ok(MailChoice {
        address: row.text(0)?,
        digest: Digest::from_code(&row.text(1)?).unwrap_or(Digest::None),
        alerts: row.flag(2)?,
        confirmed: row.opt_int(3)?.is_some(),
        months: row.flag(4)?,
    })
}
