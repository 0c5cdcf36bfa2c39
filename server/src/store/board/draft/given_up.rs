//! Giving up a correction that was begun: what is published stands as it is, and so does what it asks for.

use app::walk::{Millis, month::YearMonth};

use super::number;
use crate::store::{Desk, Tx, Value, audit::What, db::Result};

impl Desk {
    /// Gives up the correction of a month as it was seen: its draft goes, and what is asked for is what the published
    /// version asks for. False when it was changed since, or there is none. Giving it up again changes nothing.
    ///
    /// # Errors
    /// As for [`Desk::write_draft`].
    pub async fn give_up(&self, month: YearMonth, edition: i64, now: Millis) -> Result<bool> {
        let mut tx = self.begin_draft(month, now).await?;
        let sql = "SELECT version FROM month_draft WHERE organisation = $1 AND month = $2 AND edition = $3
                   AND version > 1 AND published_at IS NULL";
        let [organisation, named] = self.whose(month);
        let row = tx.row(sql, &[organisation, named, edition.into()]).await?;
        let Some(row) = row else {
            return Ok(false);
        };
        let version = number(row.int(0)?);
        self.ask_as_published(&mut tx, month).await?;
        self.drop_correction(&mut tx, month, version).await?;
        let about = format!("{month}.v{version}");
        tx.note(self.deed(What::CorrectionGivenUp, &about), now)
            .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Takes the draft of a correction away. The editions of the next one go on from its own, so that nobody takes what
    /// was seen of this one for that; and the teams that were asked in it stay asked, with the time they were given.
    pub(super) async fn drop_correction(
        &self,
        tx: &mut Tx,
        month: YearMonth,
        version: u32,
    ) -> Result<()> {
        let [organisation, month] = self.whose(month);
        let this = [organisation, month, version.into()];
        let sql = "UPDATE month_draft SET (edition, reply_opened_at, reply_until, reply_asked) =
                       (SELECT d.edition, d.reply_opened_at, d.reply_until, d.reply_asked FROM month_draft d
                       WHERE d.organisation = $1 AND d.month = $2 AND d.version = $3)
                   WHERE organisation = $1 AND month = $2 AND version + 1 = $3";
        tx.execute(sql, &this).await?;
        let sql = "DELETE FROM month_draft WHERE organisation = $1 AND month = $2 AND version = $3";
        tx.execute(sql, &this).await.map(drop)
    }

    /// What is asked for, and what became of what was, is again as it is published. What the version that stands asks no
    /// longer is not asked again, and goes once no month answers it.
    async fn ask_as_published(&self, tx: &mut Tx, month: YearMonth) -> Result<()> {
        for sql in [
            "DELETE FROM month_ask WHERE organisation = $1 AND month = $2 AND published_en IS NULL",
            "UPDATE month_ask SET text_en = published_en, text_cy = published_cy WHERE organisation = $1 AND month = $2
             AND (text_en <> '' OR text_cy <> '' OR EXISTS (SELECT 1 FROM month_said s
                 WHERE s.organisation = $1 AND s.said = 'asked' AND s.text_en = published_en AND s.text_cy = published_cy
                 AND s.sequence = (SELECT MAX(r.sequence) FROM month_record r
                     WHERE r.organisation = $1 AND r.month = $2)))",
            "UPDATE month_ask SET became_en = COALESCE(published_became_en, ''), became_cy = COALESCE(published_became_cy, ''),
                 became_month = published_became_month
             WHERE organisation = $1 AND (became_month = $2 OR published_became_month = $2)",
            "DELETE FROM month_ask WHERE organisation = $1 AND month < $2 AND text_en = '' AND text_cy = ''
             AND became_month IS NULL AND published_became_month IS NULL
             AND NOT EXISTS (SELECT 1 FROM month_draft d WHERE d.organisation = $1 AND d.month = month_ask.month
                 AND d.published_at IS NULL)",
        ] {
            tx.execute(sql, &self.whose(month)).await?;
        }
        Ok(())
    }

    /// The first arguments of every statement here: whose, and which month.
    pub(super) fn whose(&self, month: YearMonth) -> [Value; 2] {
        [(&self.viewer.organisation).into(), month.to_string().into()]
    }
}
