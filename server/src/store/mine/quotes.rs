//! What a leader lets the board have: words to quote, agreed to item by item, and which commitments were kept.

use std::collections::BTreeSet;

use app::{
    mine::{Promise, Quotable, QuotesPage, Wrote},
    walk::{Millis, Task, Text, WalkId, month::YearMonth},
};
use sha2::{Digest, Sha256};

use super::shares::commitments;
use crate::{
    period::month_of,
    store::{
        Desk, Row, StoreError, Value,
        board::take_back_unsaid,
        db::{Result, read_id, read_json},
        tx::Hold,
    },
    token::hex,
    viewer::Role,
    when::when,
};

/// For how many months a leader can agree to be quoted: this one and the last.
const QUOTED_MONTHS: usize = 2;
/// For how many months a commitment can be marked as kept.
const PROMISED_MONTHS: usize = 12;

/// The viewer's notes of friction since a month: `walk, what of it, words, task, when`. What worked is read by the board as
/// it is: there is nothing to agree to.
const WRITTEN: &str = "SELECT f.walk, f.id, f.note, t.body, f.felt_at FROM friction_row f
         JOIN walk_row w ON w.walk = f.walk
         LEFT JOIN task t ON t.organisation = f.organisation AND t.id = f.task
         WHERE f.organisation = $1 AND w.author = $2 AND f.note <> '' AND (f.month >= $3
             OR EXISTS (SELECT 1 FROM quote_agreed q WHERE q.walk = f.walk AND q.friction = f.id))
     ORDER BY 5 DESC, 1, 2, 3";

/// What the viewer's commitments since a month are made of: as [`super::COMMITTED`], then `task, when`.
const PROMISED: &str = "SELECT f.id, f.walk, f.at, f.kind, f.body, f.sent_at, f.received_at, t.body, w.counted_at
     FROM fact f JOIN walk_row w ON w.walk = f.walk
     LEFT JOIN task t ON t.organisation = w.organisation AND t.id = w.task
     WHERE f.kind IN ('committed', 'erased') AND w.organisation = $1 AND w.author = $2
     AND (w.month >= $3 OR EXISTS (SELECT 1 FROM quote_agreed q WHERE q.walk = w.walk AND q.friction = 'commitment'))
     AND w.finished = 1 AND w.committed = 1 ORDER BY w.counted_at DESC, f.walk, f.id";

/// Something that the viewer wrote.
struct Writing {
    walk: WalkId,
    of: Wrote,
    text: String,
    task: Text,
    at: Millis,
}

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
        let agreed = self.agreed_words().await?;
        let mut args = self.me();
        args.push(self.since(QUOTED_MONTHS, now)?);
        let written = self.db().rows(WRITTEN, &args).await?;
        let promised = self.db().rows(PROMISED, &args).await?;
        let item = |it: Writing| Quotable {
            agreed: agreed.stand(&it.walk.to_string(), it.of, &it.text),
            walk: it.walk,
            of: it.of,
            words: fingerprint(&it.text),
            text: it.text,
            task: it.task,
            at: when(&self.viewer.time_zone, it.at, now),
        };
        let items = writings(&written, &promised)?.into_iter().map(item);
        Ok(QuotesPage {
            items: items.collect(),
            commitments: self.my_commitments(now).await?,
            changed: false,
        })
    }

    /// What the viewer agrees to be quoted with.
    pub(super) async fn agreed_words(&self) -> Result<AgreedWords> {
        let sql = [AgreedWords::SELECT, " person = $1"].concat();
        let me = [(&self.viewer.person).into()];
        AgreedWords::read(&self.db().rows(sqlx::AssertSqlSafe(sql), &me).await?)
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

    /// Lets the board quote some words of the viewer's, or takes that back: they are gone from every published month at
    /// once. `words` is the [`fingerprint`] of what was agreed to. The same again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless the viewer wrote something there in the last two months, or takes back.
    pub async fn agree_quote(
        &self,
        walk: WalkId,
        of: Wrote,
        words: &str,
        agree: bool,
        now: Millis,
    ) -> Result<Agreed> {
        self.only(Role::Leader)?;
        let mut tx = self.db().begin().await?;
        // No month is published meanwhile with what is just being taken back.
        tx.hold(&self.viewer.organisation, Hold::Shared).await?;
        if !agree {
            let sql = "DELETE FROM quote_agreed WHERE walk = $1 AND friction = $2 AND person = $3";
            let walk: Value = walk.to_string().into();
            let this = [walk.clone(), of.code().into(), (&self.viewer.person).into()];
            tx.execute(sql, &this).await?;
            take_back_unsaid(&mut tx, &[walk]).await?;
            tx.commit().await?;
            return Ok(Agreed::Kept);
        }
        let mut args = self.me();
        args.push(self.since(QUOTED_MONTHS, now)?);
        let written = tx.rows(WRITTEN, &args).await?;
        let promised = tx.rows(PROMISED, &args).await?;
        let mut there = writings(&written, &promised)?;
        there.retain(|it| it.walk == walk && it.of == of);
        if there.is_empty() {
            return Err(StoreError::NotFound);
        }
        if !there.iter().any(|it| fingerprint(&it.text) == words) {
            return Ok(Agreed::Changed);
        }
        let sql = "INSERT INTO quote_agreed (walk, friction, words, person, at) VALUES ($1, $2, $3, $4, $5)
                   ON CONFLICT (walk, friction, words) DO NOTHING";
        let args = [
            walk.to_string().into(),
            of.code().into(),
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

/// From rows of [`WRITTEN`] and of [`PROMISED`].
fn writings(written: &[Row], promised: &[Row]) -> Result<Vec<Writing>> {
    let odd = || StoreError::Unreadable("what somebody wrote".to_owned());
    let noted = |row: &Row| {
        Ok(Writing {
            walk: read_id(row, 0)?,
            of: Wrote::from_code(&row.text(1)?).ok_or_else(odd)?,
            text: row.text(2)?,
            task: task(row, 3)?,
            at: row.int(4)?,
        })
    };
    let mut words = commitments(promised)?;
    let mut all: Vec<Writing> = Vec::new();
    for row in promised {
        let walk = read_id(row, 1)?;
        // A walk's facts are several rows; its commitment is one.
        if let Some(text) = words.remove(&walk) {
            all.push(Writing {
                walk,
                of: Wrote::Commitment,
                text,
                task: task(row, 7)?,
                at: row.int(8)?,
            });
        }
    }
    all.extend(written.iter().map(noted).collect::<Result<Vec<_>>>()?);
    Ok(all)
}

/// What people agree to be quoted with: the very words that stood there, and none that they wrote there since.
pub(in crate::store) struct AgreedWords(BTreeSet<(String, String, String)>);

impl AgreedWords {
    /// What they are read from; which of them is still to be said.
    pub(in crate::store) const SELECT: &str =
        "SELECT walk, friction, words FROM quote_agreed WHERE";

    /// From rows of [`AgreedWords::SELECT`].
    pub(in crate::store) fn read(rows: &[Row]) -> Result<Self> {
        let agreed = rows
            .iter()
            .map(|row| Ok((row.text(0)?, row.text(1)?, row.text(2)?)));
        agreed.collect::<Result<_>>().map(Self)
    }

    /// Whether the words that stand there now are what was agreed to.
    pub(in crate::store) fn stand(&self, walk: &str, of: Wrote, words: &str) -> bool {
        let this = (walk.to_owned(), of.code(), fingerprint(words));
        self.0.contains(&this)
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
