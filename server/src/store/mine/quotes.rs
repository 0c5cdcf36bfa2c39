//! What a leader lets the board have: words to quote, agreed to item by item, and which commitments were kept.

use app::{
    mine::{Promise, Quotable, QuotesPage},
    walk::{FrictionId, Millis, Task, Text, WalkId, month::YearMonth},
};
use sha2::{Digest, Sha256};

use crate::{
    period::month_of,
    store::{
        Desk, Row, StoreError, Value,
        db::{Result, read_id, read_json},
    },
    token::hex,
    viewer::Role,
    when::when,
};

/// For how many months a leader can agree to be quoted: this one and the last.
const QUOTED_MONTHS: usize = 2;
/// For how many months a commitment can be marked as kept.
const PROMISED_MONTHS: usize = 12;

/// What the viewer wrote since a month: `walk, friction, words, task, when`.
const WRITTEN: &str = "SELECT f.walk, f.id, f.note, t.body, f.felt_at FROM friction_row f
         JOIN walk_row w ON w.walk = f.walk
         LEFT JOIN task t ON t.organisation = f.organisation AND t.id = f.task
         WHERE f.organisation = $1 AND w.author = $2 AND f.month >= $3 AND f.note <> ''
     UNION ALL
     SELECT b.walk, '', b.note, t.body, b.noted_at FROM bright_row b
         JOIN walk_row w ON w.walk = b.walk
         LEFT JOIN task t ON t.organisation = b.organisation AND t.id = b.task
         WHERE b.organisation = $1 AND w.author = $2 AND b.month >= $3 AND b.note <> ''
     ORDER BY 5 DESC, 1, 2, 3";

/// Whether the words were those that stand there now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreed {
    /// They were, or an agreement was taken back.
    Kept,
    /// They were changed meanwhile: nothing was agreed to.
    Changed,
}

impl Desk {
    /// The viewer's words and commitments, for leaders.
    pub async fn my_quotes(&self, now: Millis) -> Result<QuotesPage> {
        self.only(Role::Leader)?;
        let sql = "SELECT walk, friction, words FROM quote_agreed WHERE person = $1";
        let rows = self.db().rows(sql, &[(&self.viewer.person).into()]).await?;
        let agreed: Vec<(String, String, String)> = rows
            .iter()
            .map(|row| Ok((row.text(0)?, row.text(1)?, row.text(2)?)))
            .collect::<Result<_>>()?;
        let mut args = self.me();
        args.push(self.since(QUOTED_MONTHS, now)?);
        let mut items = Vec::new();
        for row in self.db().rows(WRITTEN, &args).await? {
            let (walk, friction, text) = (row.text(0)?, row.text(1)?, row.text(2)?);
            let words = fingerprint(&text);
            let this = (walk, friction, words);
            items.push(Quotable {
                walk: read_id(&row, 0)?,
                friction: this.1.parse().ok(),
                agreed: agreed.contains(&this),
                words: this.2,
                text,
                task: task(&row, 3)?,
                at: when(&self.viewer.time_zone, row.int(4)?, now),
            });
        }
        Ok(QuotesPage {
            items,
            commitments: self.my_commitments(now).await?,
            changed: false,
        })
    }

    async fn my_commitments(&self, now: Millis) -> Result<Vec<Promise>> {
        let sql = "SELECT w.walk, t.body, w.counted_at, CASE WHEN k.walk IS NULL THEN 0 ELSE 1 END FROM walk_row w
             LEFT JOIN commitment_kept k ON k.walk = w.walk
             LEFT JOIN task t ON t.organisation = w.organisation AND t.id = w.task
             WHERE w.organisation = $1 AND w.author = $2 AND w.month >= $3 AND w.committed = 1 AND w.finished = 1
             ORDER BY w.counted_at DESC, w.walk";
        let mut args = self.me();
        args.push(self.since(PROMISED_MONTHS, now)?);
        let rows = self.db().rows(sql, &args).await?;
        let promise = |row: &Row| {
            Ok(Promise {
                walk: read_id(row, 0)?,
                task: task(row, 1)?,
                at: when(&self.viewer.time_zone, row.int(2)?, now),
                kept: row.flag(3)?,
            })
        };
        rows.iter().map(promise).collect()
    }

    /// Lets the board quote some words of the viewer's, or takes that back. `words` is the [`fingerprint`] of what was
    /// agreed to. The same again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless the viewer wrote something there in the last two months, or takes back.
    pub async fn agree_quote(
        &self,
        walk: WalkId,
        friction: Option<FrictionId>,
        words: &str,
        agree: bool,
        now: Millis,
    ) -> Result<Agreed> {
        self.only(Role::Leader)?;
        let friction = friction.map(|id| id.to_string()).unwrap_or_default();
        let mut tx = self.db().begin().await?;
        if !agree {
            let sql = "DELETE FROM quote_agreed WHERE walk = $1 AND friction = $2 AND person = $3";
            let person = (&self.viewer.person).into();
            tx.execute(sql, &[walk.to_string().into(), friction.into(), person])
                .await?;
            tx.commit().await?;
            return Ok(Agreed::Kept);
        }
        let mut args = self.me();
        args.push(self.since(QUOTED_MONTHS, now)?);
        let (mut there, mut same) = (false, false);
        for row in tx.rows(WRITTEN, &args).await? {
            if read_id::<WalkId>(&row, 0)? == walk && row.text(1)? == friction {
                there = true;
                same |= fingerprint(&row.text(2)?) == words;
            }
        }
        if !same {
            return if there {
                Ok(Agreed::Changed)
            } else {
                Err(StoreError::NotFound)
            };
        }
        let sql = "INSERT INTO quote_agreed (walk, friction, words, person, at) VALUES ($1, $2, $3, $4, $5)
                   ON CONFLICT (walk, friction, words) DO NOTHING";
        let args = [
            walk.to_string().into(),
            friction.into(),
            words.into(),
            (&self.viewer.person).into(),
            now.into(),
        ];
        tx.execute(sql, &args).await?;
        tx.commit().await?;
        Ok(Agreed::Kept)
    }

    /// Says that a commitment of the viewer's was kept, or that it was not after all. The same again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless the viewer made a commitment after that walk.
    pub async fn keep_commitment(&self, walk: WalkId, kept: bool, now: Millis) -> Result<()> {
        self.only(Role::Leader)?;
        let mut tx = self.db().begin().await?;
        let sql = "SELECT walk FROM walk_row
                   WHERE organisation = $1 AND author = $2 AND walk = $3 AND committed = 1 AND finished = 1";
        let mut args = self.me();
        args.push(walk.to_string().into());
        tx.row(sql, &args).await?.ok_or(StoreError::NotFound)?;
        if kept {
            let sql = "INSERT INTO commitment_kept (walk, person, at) VALUES ($1, $2, $3) ON CONFLICT (walk) DO NOTHING";
            let person = (&self.viewer.person).into();
            tx.execute(sql, &[walk.to_string().into(), person, now.into()])
                .await?;
        } else {
            let sql = "DELETE FROM commitment_kept WHERE walk = $1";
            tx.execute(sql, &[walk.to_string().into()]).await?;
        }
        tx.commit().await
    }

    /// The first of so many months with this one last, as it stands in the rows.
    fn since(&self, months: usize, now: Millis) -> Result<Value> {
        let this = month_of(&self.viewer.time_zone, now).ok_or(StoreError::NotFound)?;
        let first: YearMonth = this.last(months).first().copied().unwrap_or(this);
        Ok(first.to_string().into())
    }
}

/// What tells words from others: SHA-256 in hexadecimal. Kept only beside the words themselves.
pub(in crate::store) fn fingerprint(words: &str) -> String {
    hex(&Sha256::digest(words))
}

fn task(row: &Row, at: usize) -> Result<Text> {
    let task: Option<Task> = row.opt_text(at)?.as_deref().map(read_json).transpose()?;
    Ok(task.map(|it| it.name).unwrap_or_default())
}
