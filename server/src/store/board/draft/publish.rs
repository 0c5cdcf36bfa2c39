//! Approving a month, publishing it, and beginning a correction.

use app::{
    board::{Draft, fingerprint},
    walk::{Millis, Text, month::YearMonth},
};
use serde_json::json;

use super::edit::publish_asks;
use crate::store::{
    Desk, StoreError, Tx, Value,
    audit::What,
    board::publish::{PublishedWord, Publishing},
    db::Result,
    outgoing::Telling,
    tx::Hold,
};

/// What became of publishing a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// This version is published, now or before.
    Done,
    /// It would have said what the version before says: it is no draft any more. What it was to correct.
    Same(Text),
    /// It is no draft any more, and was never published.
    Gone,
    /// It is not ready as it was seen: nothing was done.
    Not,
}

impl Desk {
    /// Approves the draft of a month as it stands now; false when something is still to do, or it was changed since.
    /// Approving it again changes nothing.
    ///
    /// # Errors
    /// As for [`Desk::write_draft`].
    pub async fn approve(&self, month: YearMonth, edition: i64, now: Millis) -> Result<bool> {
        self.approve_seen(month, edition, None, now).await
    }

    /// The same by somebody who saw what would be published, as [`Draft::counted`]. False as well when something came
    /// in since: what they did not see they do not approve.
    ///
    /// # Errors
    /// As for [`Desk::write_draft`].
    pub async fn approve_seen(
        &self,
        month: YearMonth,
        edition: i64,
        seen: Option<&str>,
        now: Millis,
    ) -> Result<bool> {
        let draft = self.draft(month, now).await?;
        let mut tx = self.begin_draft(month, now).await?;
        let came_in = seen.is_some_and(|it| it != draft.counted);
        if !draft.can_be_approved() || draft.edition != edition || came_in {
            return Ok(false);
        }
        let sql = "UPDATE month_draft SET approved_by = $4, approved_at = $5, approved_digest = $6, approval_lost = 0
                   WHERE organisation = $1 AND month = $2 AND edition = $3 AND published_at IS NULL
                   AND (approved_at IS NULL OR approved_digest IS NULL OR approved_digest <> $6)";
        let [organisation, named] = self.whose(month);
        let [edition, digest]: [Value; 2] = [edition.into(), (&draft.counted).into()];
        let args = [
            organisation.clone(),
            named.clone(),
            edition.clone(),
            (&self.viewer.person).into(),
            now.into(),
            digest.clone(),
        ];
        if tx.execute(sql, &args).await? > 0 {
            let about = about(&draft);
            tx.note(self.deed(What::MonthApproved, &about), now).await?;
        } else {
            // Approved before, or written by somebody in between.
            let sql = "SELECT 1 FROM month_draft WHERE organisation = $1 AND month = $2 AND edition = $3
                       AND approved_digest = $4 AND approved_at IS NOT NULL AND published_at IS NULL";
            let this = [organisation, named, edition, digest];
            if tx.row(sql, &this).await?.is_none() {
                return Ok(false);
            }
        }
        tx.commit().await?;
        Ok(true)
    }

    /// Publishes a month that is approved; false when it is not, when something is to do again, and when something
    /// came in since. Publishing it again changes nothing.
    ///
    /// # Errors
    /// As for [`Desk::draft`].
    pub async fn publish_draft(&self, month: YearMonth, edition: i64, now: Millis) -> Result<bool> {
        let pressed = self.publish_version(month, None, edition, now).await?;
        Ok(matches!(pressed, Pressed::Done | Pressed::Same(_)))
    }

    /// The same by somebody who means to publish this version, and wants to know what became of it.
    ///
    /// # Errors
    /// As for [`Desk::draft`].
    pub async fn publish_version(
        &self,
        month: YearMonth,
        meant: Option<u32>,
        edition: i64,
        now: Millis,
    ) -> Result<Pressed> {
        let draft = self.draft(month, now).await?;
        let version = meant.unwrap_or(draft.version);
        if !draft.drafting || draft.version != version {
            return self.already(month, version).await;
        }
        if draft.running || draft.to_do().is_some() || draft.edition != edition {
            return Ok(Pressed::Not);
        }
        match publish_now(self, &draft, now).await {
            // Somebody else was first at the same moment: published it, or gave it up.
            Ok(Pressed::Not) | Err(StoreError::NotFound) => self.already(month, version).await,
            pressed => pressed,
        }
    }

    /// What became already of a version that somebody means to publish.
    async fn already(&self, month: YearMonth, version: u32) -> Result<Pressed> {
        let sql = "SELECT published_at FROM month_draft WHERE organisation = $1 AND month = $2 AND version = $3";
        let [organisation, month] = self.whose(month);
        let this = [organisation, month, version.into()];
        Ok(match self.db().row(sql, &this).await? {
            None => Pressed::Gone,
            Some(row) if row.opt_int(0)?.is_some() => Pressed::Done,
            Some(_) => Pressed::Not,
        })
    }

    /// Begins a correction of the version that stands: a draft of the next, with the same words. Teams had their time
    /// for what it lists. Its editions go on from those of the version before, so that what was seen of one is never
    /// taken for the other.
    /// Beginning it again for the same reason changes nothing; false for another one, which is not kept.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who does not keep the board's record, and for a month that is not published.
    pub async fn correct(&self, month: YearMonth, reason: &Text, now: Millis) -> Result<bool> {
        self.begin_version(month, None, reason, now).await
    }

    /// The same by somebody who means to begin this version. False as well when it is not the next one any more.
    ///
    /// # Errors
    /// As for [`Desk::correct`].
    pub async fn begin_version(
        &self,
        month: YearMonth,
        begins: Option<u32>,
        reason: &Text,
        now: Millis,
    ) -> Result<bool> {
        self.only_secretary()?;
        let stands = self.stands(month).await?.ok_or(StoreError::NotFound)?;
        let version = stands.version;
        if begins.is_some_and(|it| it != version + 1) {
            return Ok(false);
        }
        let page = self.published(month, Some(version), now).await?;
        let listed = self.listed_on(page.as_deref().ok_or(StoreError::NotFound)?)?;
        let mut tx = self.db().begin().await?;
        let sql = "INSERT INTO month_draft (organisation, month, version, edition, reply_opened_at, reply_until, reply_asked,
                       words_en, words_cy, reason_en, reason_cy, approval_lost)
                   SELECT organisation, month, version + 1, edition + 1, reply_opened_at, reply_until, COALESCE(reply_asked, $6),
                       words_en, words_cy, CAST($4 AS TEXT), CAST($5 AS TEXT), 0
                   FROM month_draft WHERE organisation = $1 AND month = $2 AND version = $3 AND published_at IS NOT NULL
                   ON CONFLICT (organisation, month, version) DO NOTHING";
        let args = [
            (&self.viewer.organisation).into(),
            month.to_string().into(),
            version.into(),
            (&reason.en).into(),
            (&reason.cy).into(),
            listed.into(),
        ];
        if tx.execute(sql, &args).await? > 0 {
            let about = format!("{month}.v{}", version + 1);
            tx.note(self.deed(What::MonthCorrected, &about), now)
                .await?;
            tx.commit().await?;
            return Ok(true);
        }
        drop(tx);
        let begun = self.newest_version(month).await?;
        Ok(begun.is_some_and(|it| it.version == i64::from(version) + 1 && it.reason == *reason))
    }
}

/// The one place where a month that is ready becomes a published one, with the words of [`Draft::spoken`]. Those who
/// want to know are told in the same transaction.
async fn publish_now(desk: &Desk, draft: &Draft, now: Millis) -> Result<Pressed> {
    let mut tx = desk.begin_draft(draft.month, now).await?;
    tx.hold(&desk.viewer.organisation, Hold::Alone).await?;
    let sql = "UPDATE month_draft SET published_at = $4
               WHERE organisation = $1 AND month = $2 AND edition = $3 AND approved_digest = $5 AND published_at IS NULL";
    let args = [
        (&desk.viewer.organisation).into(),
        draft.month.to_string().into(),
        draft.edition.into(),
        now.into(),
        (&draft.counted).into(),
    ];
    if tx.execute(sql, &args).await? == 0 {
        return Ok(Pressed::Not);
    }
    let words = draft.spoken(now).into_iter();
    let words = words.map(|said| PublishedWord {
        person: Some(desk.viewer.person.clone()),
        said,
    });
    let (mut tx, published) = desk
        .publish_in(tx, draft.month, words.collect(), Some(&draft.counted), now)
        .await?;
    let issue = match published {
        Publishing::Done(issue) => issue,
        // There was nothing to correct: its draft goes, and the version that stands is told of to nobody again.
        Publishing::Same(_) => {
            desk.drop_correction(&mut tx, draft.month, draft.version)
                .await?;
            tx.commit().await?;
            return Ok(Pressed::Same(draft.reason.clone()));
        }
        // Dropped, the transaction leaves all as it was.
        Publishing::CameIn | Publishing::NotOver => return Ok(Pressed::Not),
    };
    publish_asks(&mut tx, &desk.viewer.organisation, draft.month).await?;
    let about = format!("{}.v{}", draft.month, issue.version);
    let met = (issue.need_met.k(), issue.need_met.n());
    let print = fingerprint(&issue.hash);
    tell_board(&mut tx, &desk.viewer.organisation, &about, met, &print, now).await?;
    tx.commit().await?;
    Ok(Pressed::Done)
}

/// Tells everybody of the board who wants to know that a version of a month is published, each once: how many of how
/// many attempts met their need, and the fingerprint, empty where there is none.
pub(in crate::store) async fn tell_board(
    tx: &mut Tx,
    organisation: &str,
    about: &str,
    (k, n): (u64, u64),
    fingerprint: &str,
    now: Millis,
) -> Result<()> {
    let sql = "SELECT c.person FROM mail_choice c JOIN person p ON p.id = c.person
               WHERE p.organisation = $1 AND c.months = 1 AND c.confirmed_at IS NOT NULL
               AND p.disabled_at IS NULL AND p.erased_at IS NULL AND (',' || p.roles || ',') LIKE '%,board,%'
               ORDER BY c.person";
    let (month, version) = about.split_once(".v").unwrap_or((about, "1"));
    for row in tx.rows(sql, &[organisation.into()]).await? {
        let person = row.text(0)?;
        let telling = Telling {
            organisation,
            person: Some(&person),
            hook: None,
            topic: "month",
            about,
            body: json!({ "month": month, "version": version, "k": k, "n": n, "fingerprint": fingerprint }),
        };
        tx.tell(&telling, now).await?;
    }
    Ok(())
}

/// "2025-10.v1"
fn about(draft: &Draft) -> String {
    format!("{}.v{}", draft.month, draft.version)
}
