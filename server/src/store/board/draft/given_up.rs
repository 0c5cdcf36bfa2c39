//! Giving up a correction that was begun: what is published stands as it is, and so does what it asks for.

use app::walk::{Millis, Text, month::YearMonth};

use super::{number, text};
use crate::{
    store::{Desk, Row, Tx, Value, audit::What, db::Result},
    token,
};

/// Something asked for on a published page; none where the words were taken back since.
type Words = Option<Text>;

/// Something that is asked for, as its row has it now.
struct Asked {
    id: Value,
    words: Text,
}

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
        self.ask_as_published(&mut tx, month, version - 1, now)
            .await?;
        self.drop_correction(&mut tx, month, version).await?;
        let about = format!("{month}.v{version}");
        tx.note(self.deed(What::CorrectionGivenUp, &about), now)
            .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Takes the draft of a correction away. The editions of the next one go on from its own, so that nobody takes what
    /// was seen of this one for that.
    pub(super) async fn drop_correction(
        &self,
        tx: &mut Tx,
        month: YearMonth,
        version: u32,
    ) -> Result<()> {
        let [organisation, month] = self.whose(month);
        let this = [organisation, month, version.into()];
        let sql = "UPDATE month_draft SET edition = (SELECT d.edition FROM month_draft d
                       WHERE d.organisation = $1 AND d.month = $2 AND d.version = $3)
                   WHERE organisation = $1 AND month = $2 AND version + 1 = $3";
        tx.execute(sql, &this).await?;
        let sql = "DELETE FROM month_draft WHERE organisation = $1 AND month = $2 AND version = $3";
        tx.execute(sql, &this).await.map(drop)
    }

    /// What is asked for, and what became of what was, stand beside the drafts and not in them: what was written of
    /// them in a draft is undone by what the published version says.
    async fn ask_as_published(
        &self,
        tx: &mut Tx,
        month: YearMonth,
        version: u32,
        now: Millis,
    ) -> Result<()> {
        let sql = "SELECT s.said, s.text_en, s.text_cy FROM month_said s
                   JOIN month_record r ON r.organisation = s.organisation AND r.sequence = s.sequence
                   WHERE r.organisation = $1 AND r.month = $2 AND r.version = $3 AND s.said IN ('asked', 'became')
                   ORDER BY s.position";
        let [organisation, named] = self.whose(month);
        let args = [organisation, named, version.into()];
        let (mut asked, mut became) = (Vec::new(), Vec::new());
        for row in tx.rows(sql, &args).await? {
            let words = words(&row)?;
            // An answer stands right after what it answers, which was asked in a month before.
            match row.text(0)?.as_str() {
                "became" => became.extend(asked.pop().map(|it| (it, words))),
                _ => asked.push(words),
            }
        }
        self.ask_again(tx, month, asked, now).await?;
        self.answer_again(tx, month, became).await
    }

    async fn ask_again(
        &self,
        tx: &mut Tx,
        month: YearMonth,
        published: Vec<Words>,
        now: Millis,
    ) -> Result<()> {
        let sql =
            "SELECT id, text_en, text_cy FROM month_ask WHERE organisation = $1 AND month = $2
                   ORDER BY made_at, id";
        let rows = tx.rows(sql, &self.whose(month)).await?;
        let mut there: Vec<Asked> = rows.iter().map(asked).collect::<Result<_>>()?;
        for (words, row) in matched(published, &mut there, |it| it) {
            let Some(words) = words else {
                continue;
            };
            let [organisation, named] = self.whose(month);
            let (en, cy): (Value, Value) = (words.en.into(), words.cy.into());
            if let Some(row) = row {
                let sql = "UPDATE month_ask SET text_en = $2, text_cy = $3 WHERE id = $1";
                tx.execute(sql, &[row.id, en, cy]).await?;
            } else {
                let sql = "INSERT INTO month_ask (id, organisation, month, text_en, text_cy, became_en, became_cy, made_at)
                           VALUES ($1, $2, $3, $4, $5, '', '', $6)";
                let id = token::fresh().into();
                let args = [id, organisation, named, en, cy, now.into()];
                tx.execute(sql, &args).await?;
            }
        }
        for row in there {
            let sql = "DELETE FROM month_ask WHERE id = $1";
            tx.execute(sql, &[row.id]).await?;
        }
        Ok(())
    }

    async fn answer_again(
        &self,
        tx: &mut Tx,
        month: YearMonth,
        published: Vec<(Words, Words)>,
    ) -> Result<()> {
        let sql = "SELECT id, text_en, text_cy FROM month_ask WHERE organisation = $1 AND became_month = $2
                   ORDER BY month, made_at, id";
        let rows = tx.rows(sql, &self.whose(month)).await?;
        let mut there: Vec<Asked> = rows.iter().map(asked).collect::<Result<_>>()?;
        for ((_, answer), row) in matched(published, &mut there, |it| &it.0) {
            if let Some((answer, row)) = answer.zip(row) {
                let sql = "UPDATE month_ask SET became_en = $2, became_cy = $3 WHERE id = $1";
                let args = [row.id, answer.en.into(), answer.cy.into()];
                tx.execute(sql, &args).await?;
            }
        }
        for row in there {
            let sql = "UPDATE month_ask SET became_en = '', became_cy = '', became_month = NULL WHERE id = $1";
            tx.execute(sql, &[row.id]).await?;
        }
        Ok(())
    }

    /// The first arguments of every statement here: whose, and which month.
    fn whose(&self, month: YearMonth) -> [Value; 2] {
        [(&self.viewer.organisation).into(), month.to_string().into()]
    }
}

/// What was published, each with the row that it stands in now: the one that says the same, or else the first that says
/// what was not published. What is left of the rows was written since.
fn matched<T>(
    published: Vec<T>,
    there: &mut Vec<Asked>,
    words: impl Fn(&T) -> &Words,
) -> Vec<(T, Option<Asked>)> {
    let same = |it: T| {
        let says = |row: &Asked| words(&it).as_ref() == Some(&row.words);
        let found = there.iter().position(says).map(|at| there.remove(at));
        (it, found)
    };
    let mut all: Vec<(T, Option<Asked>)> = published.into_iter().map(same).collect();
    for (_, row) in all.iter_mut().filter(|it| it.1.is_none()) {
        *row = (!there.is_empty()).then(|| there.remove(0));
    }
    all
}

fn asked(row: &Row) -> Result<Asked> {
    Ok(Asked {
        id: row.text(0)?.into(),
        words: text(row, 1)?,
    })
}

fn words(row: &Row) -> Result<Words> {
    let both = row.opt_text(1)?.zip(row.opt_text(2)?);
    Ok(both.map(|(en, cy)| Text { en, cy }))
}
