//! What the secretary writes. Any change takes an approval away.

use app::walk::{Millis, Text, month::YearMonth};

use crate::store::{Desk, StoreError, Tx, Value, db::Result};

/// What a form at the desk writes.
#[derive(Clone, Debug)]
pub enum Asking {
    /// The secretary's words.
    Words(Text),
    /// What a correction corrects.
    Reason(Text),
    /// Something the board is asked for, by its id; empty to remove it.
    Ask(String, Text),
    /// What became of something asked before, by its id.
    Became(String, Text),
}

impl Desk {
    /// Writes something into the draft of a month. The same again changes nothing; anything else takes the approval
    /// away.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who does not keep the board's record, for a month of which no version is prepared,
    /// and for what is not asked there.
    pub async fn write_draft(&self, month: YearMonth, it: &Asking, now: Millis) -> Result<()> {
        match self.write_seen(month, None, it, now).await? {
            true => Ok(()),
            false => Err(StoreError::NotFound),
        }
    }

    /// The same by somebody who saw this edition of the draft. False, and nothing is written, when another was made
    /// since: what they did not see is not written over. The same again is no change, whatever they saw. False as well
    /// for what is not asked there, or not any more: another month answered it, or a correction removed it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who does not keep the board's record, and for a month of which no version is
    /// prepared.
    pub async fn write_seen(
        &self,
        month: YearMonth,
        seen: Option<i64>,
        it: &Asking,
        now: Millis,
    ) -> Result<bool> {
        let mut tx = self.begin_draft(month, now).await?;
        let changed = match it {
            Asking::Words(text) => {
                let sql = "UPDATE month_draft SET words_en = $3, words_cy = $4 WHERE organisation = $1 AND month = $2
                           AND published_at IS NULL AND (words_en <> $3 OR words_cy <> $4)";
                tx.execute(sql, &self.here(month, text)).await?
            }
            Asking::Reason(text) => {
                let sql = "UPDATE month_draft SET reason_en = $3, reason_cy = $4 WHERE organisation = $1 AND month = $2
                           AND version > 1 AND published_at IS NULL AND (reason_en <> $3 OR reason_cy <> $4)";
                tx.execute(sql, &self.here(month, text)).await?
            }
            Asking::Ask(id, text) if text.en.is_empty() && text.cy.is_empty() => {
                let [organisation, month, ..] = self.here(month, text);
                remove_ask(&mut tx, &[organisation, month, id.into()]).await?
            }
            Asking::Ask(id, text) => {
                let sql = "INSERT INTO month_ask (organisation, month, text_en, text_cy, id, made_at, became_en, became_cy)
                           VALUES ($1, $2, $3, $4, $5, $6, '', '')
                           ON CONFLICT (id) DO UPDATE SET text_en = excluded.text_en, text_cy = excluded.text_cy
                           WHERE month_ask.organisation = excluded.organisation AND month_ask.month = excluded.month
                           AND (month_ask.text_en <> excluded.text_en OR month_ask.text_cy <> excluded.text_cy)";
                let [organisation, month, en, cy] = self.here(month, text);
                let args = [organisation, month, en, cy, id.into(), now.into()];
                tx.execute(sql, &args).await?
            }
            Asking::Became(id, text) => match self.became(&mut tx, month, id, text).await? {
                Some(changed) => changed,
                None => return Ok(false),
            },
        };
        if changed > 0 {
            let edition = self.touch(&mut tx, month).await?;
            // Dropped, the transaction leaves all as it was.
            if seen.is_some_and(|seen| seen + 1 != edition) {
                return Ok(false);
            }
        }
        tx.commit().await?;
        Ok(true)
    }

    /// How many answers are another than before; none when this month's page has nothing to answer there.
    async fn became(
        &self,
        tx: &mut Tx,
        month: YearMonth,
        id: &str,
        text: &Text,
    ) -> Result<Option<u64>> {
        // It locks the row as well: of two months that answer at once, the second finds that it is answered.
        let sql = "UPDATE month_ask SET became_month = became_month WHERE id = $3 AND organisation = $1 AND month < $2
                   AND published_en IS NOT NULL AND (became_month IS NULL OR became_month = $2)";
        let [organisation, month, en, cy] = self.here(month, text);
        let here = [organisation.clone(), month.clone(), id.into()];
        if tx.execute(sql, &here).await? == 0 {
            return Ok(None);
        }
        let sql = "UPDATE month_ask SET became_en = $3, became_cy = $4, became_month = $2
                   WHERE id = $5 AND organisation = $1 AND (became_en <> $3 OR became_cy <> $4)";
        let args = [organisation, month, en, cy, id.into()];
        tx.execute(sql, &args).await.map(Some)
    }

    /// A transaction on the draft of a month that is over. Version 1 begins by itself; a later one by a correction.
    pub(super) async fn begin_draft(&self, month: YearMonth, now: Millis) -> Result<Tx> {
        self.only_secretary()?;
        if now < self.over_at(month, now).await? {
            return Err(StoreError::NotFound);
        }
        let mut tx = self.db().begin().await?;
        let here: [Value; 2] = [(&self.viewer.organisation).into(), month.to_string().into()];
        tx.execute(
            "INSERT INTO month_draft (organisation, month, version, edition, words_en, words_cy, reason_en, reason_cy, approval_lost)
             VALUES ($1, $2, 1, 0, '', '', '', '', 0) ON CONFLICT DO NOTHING",
            &here,
        )
        .await?;
        // It locks the row as well: two that write wait for each other.
        let sql = "UPDATE month_draft SET edition = edition WHERE organisation = $1 AND month = $2 AND published_at IS NULL";
        if tx.execute(sql, &here).await? == 0 {
            return Err(StoreError::NotFound);
        }
        Ok(tx)
    }

    /// Something was changed: it is another edition, and nobody has approved that. The edition it is now.
    pub(super) async fn touch(&self, tx: &mut Tx, month: YearMonth) -> Result<i64> {
        let sql =
            "UPDATE month_draft SET edition = edition + 1, approved_by = NULL, approved_at = NULL, approved_digest = NULL,
                   approval_lost = CASE WHEN approved_at IS NULL THEN approval_lost ELSE 1 END
                   WHERE organisation = $1 AND month = $2 AND published_at IS NULL RETURNING edition";
        let here = [(&self.viewer.organisation).into(), month.to_string().into()];
        let row = tx.row(sql, &here).await?.ok_or(StoreError::NotFound)?;
        row.int(0)
    }

    /// The first arguments of every statement here: whose, which month, and what was written.
    fn here(&self, month: YearMonth, text: &Text) -> [Value; 4] {
        [
            (&self.viewer.organisation).into(),
            month.to_string().into(),
            (&text.en).into(),
            (&text.cy).into(),
        ]
    }
}

/// Removes something that is asked, from the draft alone: what is published stands until a correction is.
async fn remove_ask(tx: &mut Tx, it: &[Value]) -> Result<u64> {
    let sql = "DELETE FROM month_ask WHERE organisation = $1 AND month = $2 AND id = $3 AND published_en IS NULL";
    let removed = tx.execute(sql, it).await?;
    let sql = "UPDATE month_ask SET text_en = '', text_cy = '' WHERE organisation = $1 AND month = $2 AND id = $3
               AND (text_en <> '' OR text_cy <> '')";
    Ok(removed + tx.execute(sql, it).await?)
}

/// What a month asks, and what it says became of what was asked, is published as its draft has it. What it asks no longer
/// goes, unless another month answers it: there it stays as it was published.
pub(super) async fn publish_asks(tx: &mut Tx, organisation: &str, month: YearMonth) -> Result<()> {
    let here = [organisation.into(), month.to_string().into()];
    for sql in [
        "DELETE FROM month_ask WHERE organisation = $1 AND month = $2 AND text_en = '' AND text_cy = ''
         AND became_month IS NULL AND published_became_month IS NULL",
        "UPDATE month_ask SET published_en = text_en, published_cy = text_cy
         WHERE organisation = $1 AND month = $2 AND (text_en <> '' OR text_cy <> '')",
        "UPDATE month_ask SET published_became_en = became_en, published_became_cy = became_cy,
             published_became_month = became_month
         WHERE organisation = $1 AND (became_month = $2 OR published_became_month = $2)",
    ] {
        tx.execute(sql, &here).await?;
    }
    Ok(())
}
