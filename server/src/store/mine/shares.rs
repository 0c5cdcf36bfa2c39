//! Reflections and commitments: their author's alone, until shared item by item with named readers.
//!
//! A share says who may read an item, never what it says: what is read is always what the walk's log says now.

use std::collections::BTreeMap;

use app::{
    mine::{Choosing, Item, Own, Person, Preview, Said, Shared, Wrote},
    walk::{Fact, Millis, Task, Text, Walk, WalkId, fold},
    words::When,
};

use super::appears::person;
use crate::{
    store::{
        Desk, Row, StoreError, Tx, Value,
        audit::What,
        db::{Result, read_id, read_json},
        many::among,
        refold::{Kept, read_kept},
    },
    token,
    when::when,
};

/// The facts that items are made of.
const FACTS: &str = "SELECT f.id, f.walk, f.at, f.kind, f.body, f.sent_at, f.received_at
                     FROM fact f JOIN walk w ON w.id = f.walk
                     WHERE f.kind IN ('reflected', 'committed', 'erased') AND w.organisation = $1";
/// The facts that commitments are made of.
pub(in crate::store) const COMMITTED: &str =
    "SELECT f.id, f.walk, f.at, f.kind, f.body, f.sent_at, f.received_at FROM fact f
     WHERE f.kind IN ('committed', 'erased')";
/// Shares that stand ($1 the organisation, $2 the reader): of an author who is there to take them back.
const STANDING: &str =
    "FROM share s JOIN person a ON a.id = s.author AND a.organisation = s.organisation
                        WHERE s.organisation = $1 AND s.reader = $2 AND a.disabled_at IS NULL";

/// What an item says: its words, and a commitment's day.
type Words = (String, Option<String>);

impl Desk {
    /// The viewer's reflections and commitments that the server has, the newest walk first, each with who reads it.
    pub async fn my_items(&self, now: Millis) -> Result<Vec<Own>> {
        let rows = self
            .db()
            .rows(
                "SELECT w.id, COALESCE(r.started_at, w.first_received_at), t.body
                 FROM walk w LEFT JOIN walk_row r ON r.walk = w.id
                 LEFT JOIN task t ON t.organisation = w.organisation AND t.id = r.task
                 WHERE w.organisation = $1 AND w.author = $2 ORDER BY 2 DESC, 1 DESC",
                &self.me(),
            )
            .await?;
        let sql = [FACTS, " AND w.author = $2 ORDER BY f.id"].concat();
        let facts = self.db().rows(sqlx::AssertSqlSafe(sql), &self.me()).await?;
        let mut items = items_of(&facts)?;
        let mut readers = self.readers(now).await?;
        let agreed = self.agreed_words().await?;
        let mut all = Vec::new();
        for row in &rows {
            let walk: WalkId = read_id(row, 0)?;
            for (item, words) in items.remove(&walk).unwrap_or_default() {
                let readers = readers.remove(&(walk, item.clone())).unwrap_or_default();
                let quoted = item == Item::Commitment
                    && agreed.stand(&walk.to_string(), Wrote::Commitment, &words.0);
                let said = self.said(walk, item, words, row, 1, now)?;
                all.push(Own {
                    said,
                    readers,
                    quoted,
                });
            }
        }
        Ok(all)
    }

    /// Whom an item of the viewer's can be shared with.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless the item is the viewer's and says something.
    pub async fn choosing(&self, walk: WalkId, item: &Item, now: Millis) -> Result<Choosing> {
        let own = self.own_item(walk, item, now).await?;
        let rows = self
            .db()
            .rows(
                "SELECT id, name, title_en, title_cy FROM person
                 WHERE organisation = $1 AND id <> $2 AND disabled_at IS NULL AND erased_at IS NULL
                 ORDER BY name, id",
                &self.me(),
            )
            .await?;
        let mut people = rows
            .iter()
            .map(|row| person(row, 0))
            .collect::<Result<Vec<_>>>()?;
        people.retain(|it| own.readers.iter().all(|(_, reader, _)| reader.id != it.id));
        Ok(Choosing {
            own,
            people,
            chosen: Vec::new(),
            nobody: false,
        })
    }

    /// What chosen readers would see of an item. Whoever reads it already is left out.
    ///
    /// # Errors
    /// As for [`Desk::choosing`], and [`StoreError::NotFound`] when it cannot be shared with somebody chosen.
    pub async fn preview(
        &self,
        walk: WalkId,
        item: &Item,
        readers: &[String],
        now: Millis,
    ) -> Result<Preview> {
        let choosing = self.choosing(walk, item, now).await?;
        let mut people = choosing.people;
        let reads = |id: &String| choosing.own.readers.iter().any(|(_, it, _)| it.id == *id);
        let there = |id: &String| people.iter().any(|it| it.id == *id) || reads(id);
        if !readers.iter().all(there) {
            return Err(StoreError::NotFound);
        }
        people.retain(|it| readers.contains(&it.id));
        let me = self
            .db()
            .row(
                "SELECT id, name, title_en, title_cy FROM person WHERE organisation = $1 AND id = $2",
                &self.me(),
            )
            .await?
            .ok_or(StoreError::NotFound)?;
        Ok(Preview {
            shared: Shared {
                id: String::new(),
                author: person(&me, 0)?,
                since: when(&self.viewer.time_zone, now, now),
                said: choosing.own.said,
            },
            readers: people,
        })
    }

    /// Shares an item of the viewer's with people of the organisation; somebody who reads it already goes on.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless the item is the viewer's and says something, and every reader is there.
    pub async fn share(
        &self,
        walk: WalkId,
        item: &Item,
        readers: &[String],
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let mine = [
            walk.to_string().into(),
            (&self.viewer.organisation).into(),
            (&self.viewer.person).into(),
        ];
        let sql = "UPDATE walk SET author = author WHERE id = $1 AND organisation = $2 AND author = $3 RETURNING id";
        tx.row(sql, &mine).await?.ok_or(StoreError::NotFound)?;
        let sql = [FACTS, " AND w.id = $2 ORDER BY f.id"].concat();
        let args = [(&self.viewer.organisation).into(), walk.to_string().into()];
        let facts = tx.rows(sqlx::AssertSqlSafe(sql), &args).await?;
        let items = items_of(&facts)?.remove(&walk).unwrap_or_default();
        if !items.contains_key(item) {
            return Err(StoreError::NotFound);
        }
        for reader in readers {
            self.share_with(&mut tx, walk, item, reader, now).await?;
        }
        tx.commit().await
    }

    async fn share_with(
        &self,
        tx: &mut Tx,
        walk: WalkId,
        item: &Item,
        reader: &str,
        now: Millis,
    ) -> Result<()> {
        let id: String = token::fresh().chars().take(20).collect();
        let sql = "SELECT 1 FROM person WHERE organisation = $1 AND id = $2 AND id <> $3
                   AND disabled_at IS NULL AND erased_at IS NULL";
        let there = [
            (&self.viewer.organisation).into(),
            reader.into(),
            (&self.viewer.person).into(),
        ];
        tx.row(sql, &there).await?.ok_or(StoreError::NotFound)?;
        let added = tx
            .execute(
                "INSERT INTO share (id, organisation, walk, item, author, reader, shared_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (walk, item, reader) DO NOTHING",
                &[
                    (&id).into(),
                    (&self.viewer.organisation).into(),
                    walk.to_string().into(),
                    item.code().into(),
                    (&self.viewer.person).into(),
                    reader.into(),
                    now.into(),
                ],
            )
            .await?;
        if added > 0 {
            tx.note(self.deed(What::Shared, reader), now).await?;
        }
        Ok(())
    }

    /// Takes a share of the viewer's back: from then on its reader finds nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is the viewer's and stands.
    pub async fn take_back(&self, share: &str, now: Millis) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let sql = "DELETE FROM share WHERE id = $1 AND author = $2 RETURNING reader";
        let row = tx
            .row(sql, &[share.into(), (&self.viewer.person).into()])
            .await?;
        let reader = row.ok_or(StoreError::NotFound)?.text(0)?;
        tx.note(self.deed(What::ShareTakenBack, &reader), now)
            .await?;
        tx.commit().await
    }

    /// What others share with the viewer now, the newest first.
    pub async fn shared_with_me(&self, now: Millis) -> Result<Vec<Shared>> {
        let sql = [
            "SELECT s.id, s.walk, s.item, s.shared_at, a.id, a.name, a.title_en, a.title_cy,
             COALESCE((SELECT r.started_at FROM walk_row r WHERE r.walk = s.walk), s.shared_at),
             (SELECT t.body FROM walk_row r JOIN task t ON t.organisation = r.organisation AND t.id = r.task
              WHERE r.walk = s.walk) ",
            STANDING,
            " ORDER BY s.shared_at DESC, s.id",
        ]
        .concat();
        let rows = self.db().rows(sqlx::AssertSqlSafe(sql), &self.me()).await?;
        let sql = [
            FACTS,
            " AND f.walk IN (SELECT s.walk ",
            STANDING,
            ") ORDER BY f.id",
        ]
        .concat();
        let facts = self.db().rows(sqlx::AssertSqlSafe(sql), &self.me()).await?;
        let items = items_of(&facts)?;
        let mut all = Vec::new();
        for row in &rows {
            let walk: WalkId = read_id(row, 1)?;
            let said = Item::from_code(&row.text(2)?)
                .and_then(|item| Some((items.get(&walk)?.get(&item)?.clone(), item)));
            let Some((words, item)) = said else {
                continue;
            };
            all.push(Shared {
                id: row.text(0)?,
                author: person(row, 4)?,
                since: when(&self.viewer.time_zone, row.int(3)?, now),
                said: self.said(walk, item, words, row, 8, now)?,
            });
        }
        Ok(all)
    }

    /// One item that somebody shares with the viewer.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is shared with the viewer now.
    pub async fn shared(&self, share: &str, now: Millis) -> Result<Shared> {
        let all = self.shared_with_me(now).await?;
        let this = all.into_iter().find(|it| it.id == share);
        this.ok_or(StoreError::NotFound)
    }

    async fn own_item(&self, walk: WalkId, item: &Item, now: Millis) -> Result<Own> {
        let all = self.my_items(now).await?;
        let this = |it: &Own| it.said.walk == walk && it.said.item == *item;
        all.into_iter().find(this).ok_or(StoreError::NotFound)
    }

    /// Whom each item of the viewer's is shared with.
    async fn readers(
        &self,
        now: Millis,
    ) -> Result<BTreeMap<(WalkId, Item), Vec<(String, Person, When)>>> {
        let rows = self
            .db()
            .rows(
                "SELECT s.id, s.walk, s.item, s.shared_at, p.id, p.name, p.title_en, p.title_cy
                 FROM share s JOIN person p ON p.id = s.reader
                 WHERE s.organisation = $1 AND s.author = $2 ORDER BY p.name, p.id",
                &self.me(),
            )
            .await?;
        let mut readers: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in &rows {
            if let Some(item) = Item::from_code(&row.text(2)?) {
                let since = when(&self.viewer.time_zone, row.int(3)?, now);
                let reader = (row.text(0)?, person(row, 4)?, since);
                readers
                    .entry((read_id(row, 1)?, item))
                    .or_default()
                    .push(reader);
            }
        }
        Ok(readers)
    }

    /// Reads the moment and the task from a column on.
    fn said(
        &self,
        walk: WalkId,
        item: Item,
        (text, by): Words,
        row: &Row,
        at: usize,
        now: Millis,
    ) -> Result<Said> {
        let task = row.opt_text(at + 1)?;
        let task = task.map(|body| read_json::<Task>(&body)).transpose()?;
        Ok(Said {
            walk,
            item,
            text,
            by,
            task: task.map_or_else(Text::default, |task| task.name),
            walked: when(&self.viewer.time_zone, row.int(at)?, now),
        })
    }
}

/// What each walk's items say, from rows of [`FACTS`].
fn items_of(rows: &[Row]) -> Result<BTreeMap<WalkId, BTreeMap<Item, Words>>> {
    let mut logs: BTreeMap<WalkId, Vec<Fact>> = BTreeMap::new();
    for row in rows {
        let kept = read_kept(row)?;
        logs.entry(kept.fact.walk).or_default().push(kept.fact);
    }
    let items = |(walk, log): (WalkId, Vec<Fact>)| (walk, items(fold(&log)));
    Ok(logs.into_iter().map(items).collect())
}

/// What the commitment of each walk says, from rows that begin as those of [`COMMITTED`].
pub(in crate::store) fn commitments(rows: &[Row]) -> Result<BTreeMap<WalkId, String>> {
    let words = |(walk, mut items): (WalkId, BTreeMap<Item, Words>)| {
        let (words, _) = items.remove(&Item::Commitment)?;
        Some((walk, words))
    };
    Ok(items_of(rows)?.into_iter().filter_map(words).collect())
}

fn items(walk: Walk) -> BTreeMap<Item, Words> {
    let reflections = walk.reflections.into_iter().filter_map(|it| {
        let item = Item::from_code(&Item::Reflection(it.question).code())?;
        Some((item, (it.text, None)))
    });
    let commitment = walk
        .commitment
        .map(|it| (Item::Commitment, (it.text, it.by)));
    let says_something = |(_, (text, _)): &(Item, Words)| !text.trim().is_empty();
    reflections
        .chain(commitment)
        .filter(says_something)
        .collect()
}

/// Ends the shares of items that their walks no longer have: what its author took back or erased is not shared again
/// by being written again.
pub(in crate::store) async fn end_shares_of_what_is_gone(
    tx: &mut Tx,
    logs: &BTreeMap<WalkId, Vec<Kept>>,
) -> Result<()> {
    let walks: Vec<Value> = logs.keys().map(|walk| walk.to_string().into()).collect();
    let mut gone: Vec<Value> = Vec::new();
    for row in among(
        tx,
        "SELECT id, walk, item FROM share WHERE walk IN",
        &walks,
        "",
    )
    .await?
    {
        let log = logs.get(&read_id::<WalkId>(&row, 1)?);
        let facts: Vec<Fact> = log
            .into_iter()
            .flatten()
            .map(|it| it.fact.clone())
            .collect();
        let stands = Item::from_code(&row.text(2)?)
            .is_some_and(|item| items(fold(&facts)).contains_key(&item));
        if !stands {
            gone.push(row.text(0)?.into());
        }
    }
    among(tx, "DELETE FROM share WHERE id IN", &gone, "").await?;
    Ok(())
}
