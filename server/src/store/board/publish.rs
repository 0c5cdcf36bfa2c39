//! Publishing a month: counted, chained, signed and kept in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    board::{MOST_IN_THE_WAY, MonthPage, RECORD_FORMAT, Record, SaidSeal, StoodBeside, WalkSeal},
    walk::{
        Category, Millis, Text, WalkId,
        measures::KofN,
        month::{Said, SaidAs, YearMonth},
    },
};

use super::{
    beside::Viewed,
    chain::number,
    published::{Newest, WalksThen},
};
use crate::{
    period::{Period, period},
    record::{Key, commit_said, commit_walk, hash, spell},
    store::{
        Desk, Row, StoreError, Tx, Value,
        audit::What,
        db::{Result, read_id},
        many::insert,
        reads::Within,
        tx::Hold,
    },
    token,
    viewer::Role,
};

/// The program, as a record names it.
const SOFTWARE: &str = concat!("firsthand ", env!("CARGO_PKG_VERSION"));

/// A sentence that goes with what is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedWord {
    /// The sentence.
    pub said: Said,
    /// Who wrote it, so that it goes when they are erased; looked up for a sentence that comes from a walk.
    pub person: Option<String>,
}

/// A version of a month that is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Its place in the organisation's chain, counted from 1.
    pub sequence: u32,
    /// Which version of its month, counted from 1.
    pub version: u32,
    /// Its hash.
    pub hash: String,
    /// What it says first: needs met, of attempts.
    pub need_met: KofN,
}

/// What became of publishing a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publishing {
    /// It is published.
    Done(Issue),
    /// The newest version says exactly this already, so that there is nothing to correct: nothing was published.
    Same(Issue),
    /// The month is not over.
    NotOver,
}

/// The figures of a month with all that goes with them, before it has its place in the chain.
struct Counted {
    page: MonthPage,
    period: Period,
    beside: BTreeMap<(String, u16, Category), Viewed>,
    words: Vec<PublishedWord>,
    walks: WalksThen,
    newest: Option<Newest>,
}

/// What is kept of a sentence or a walk beside its commitment.
struct Sealed {
    record: Record,
    /// The salt of each sentence.
    salts: Vec<String>,
    /// The salt of each walk.
    walks: BTreeMap<WalkId, String>,
}

impl Desk {
    /// Publishes a month that is over as it stands now, with the words of its page and these: version 1, or the
    /// correction of the version before. Months may be published in any order; the chain is in the order of
    /// publishing. Publishing twice what says the same publishes once.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] as for [`Desk::month`].
    pub async fn publish(
        &self,
        month: YearMonth,
        words: Vec<PublishedWord>,
        now: Millis,
    ) -> Result<Publishing> {
        self.only(Role::Board)?;
        let mut tx = self.db().begin().await?;
        // Nobody else publishes, and no walk arrives, before this is durable.
        tx.hold(&self.viewer.organisation, Hold::Alone).await?;
        let (tx, published) = self.publish_in(tx, month, words, now).await?;
        tx.commit().await?;
        Ok(published)
    }

    /// The same in a transaction that holds the organisation alone, and is to be committed.
    pub(super) async fn publish_in(
        &self,
        tx: Tx,
        month: YearMonth,
        words: Vec<PublishedWord>,
        now: Millis,
    ) -> Result<(Tx, Publishing)> {
        let within = Within::of(tx);
        let counted = self.within(&within).counted_now(month, words, now).await;
        let mut tx = within.done()?;
        let Some(counted) = counted? else {
            return Ok((tx, Publishing::NotOver));
        };
        let sealed = self.sealed(&mut tx, &counted, now).await?;
        if let Some(newest) = &counted.newest
            && newest.says_the_same(&sealed.record, &counted.words, &counted.walks)
        {
            return Ok((tx, Publishing::Same(newest.issue.clone())));
        }
        let issue = self.keep_record(&mut tx, &sealed).await?;
        self.keep_words(&mut tx, &issue, &counted.words, &sealed.salts)
            .await?;
        self.keep_walks(&mut tx, &issue, &counted.walks, &sealed.walks)
            .await?;
        let about = format!("{month}.v{}", issue.version);
        tx.note(self.deed(What::MonthPublished, &about), now)
            .await?;
        Ok((tx, Publishing::Done(issue)))
    }

    async fn counted_now(
        &self,
        month: YearMonth,
        words: Vec<PublishedWord>,
        now: Millis,
    ) -> Result<Option<Counted>> {
        let period = period(&self.viewer.time_zone, month).ok_or(StoreError::NotFound)?;
        if now < period.to {
            return Ok(None);
        }
        let page = self.count_month(month, now).await?;
        let shown = page.month.in_the_way.iter().take(MOST_IN_THE_WAY);
        let shown: Vec<_> = shown.cloned().collect();
        let beside = self.viewed_places(&shown).await?;
        let own = page.said.iter().map(|said| PublishedWord {
            said: said.clone(),
            person: None,
        });
        let views = beside
            .iter()
            .filter_map(|(place, viewed)| view(place, viewed));
        let mut all: Vec<PublishedWord> = own.chain(views).chain(words).collect();
        self.find_authors(&mut all).await?;
        Ok(Some(Counted {
            period,
            beside,
            words: all,
            walks: self.walks_now(month).await?,
            newest: self.newest_record(month).await?,
            page,
        }))
    }

    /// Whose the walks are that sentences come from.
    async fn find_authors(&self, words: &mut [PublishedWord]) -> Result<()> {
        let sql = "SELECT author FROM walk WHERE id = $1 AND organisation = $2";
        for word in words.iter_mut().filter(|it| it.person.is_none()) {
            if let Some(walk) = word.said.walk {
                let args = [walk.to_string().into(), (&self.viewer.organisation).into()];
                let row = self.db().row(sql, &args).await?;
                word.person = row.map(|row| row.text(0)).transpose()?;
            }
        }
        Ok(())
    }

    /// The walks of a month, and whether each is finished.
    pub(super) async fn walks_now(&self, month: YearMonth) -> Result<WalksThen> {
        let sql = "SELECT walk, finished FROM walk_row WHERE organisation = $1 AND month = $2";
        let args = [(&self.viewer.organisation).into(), month.to_string().into()];
        let rows = self.db().rows(sql, &args).await?;
        let walk = |row: &Row| Ok((read_id(row, 0)?, row.flag(1)?));
        rows.iter().map(walk).collect()
    }

    /// The record, with a fresh salt for each sentence and walk, at the end of the chain.
    async fn sealed(&self, tx: &mut Tx, counted: &Counted, now: Millis) -> Result<Sealed> {
        let salts: Vec<String> = counted.words.iter().map(|_| token::fresh()).collect();
        let said = counted.words.iter().zip(&salts).filter_map(|(word, salt)| {
            let seal = SaidSeal::of(&word.said)?;
            Some(commit_said(salt, &seal).map_err(unspellable))
        });
        let said = said.collect::<Result<Vec<String>>>()?;
        let mut walks = BTreeMap::new();
        let mut committed = BTreeSet::new();
        for (walk, finished) in &counted.walks {
            let (salt, walk, finished) = (token::fresh(), *walk, *finished);
            let seal = WalkSeal { walk, finished };
            committed.insert(commit_walk(&salt, &seal).map_err(unspellable)?);
            walks.insert(walk, salt);
        }
        let (sequence, previous) = self.end_of_chain(tx).await?;
        let (page, newest) = (&counted.page, counted.newest.as_ref());
        let record = Record {
            format: RECORD_FORMAT,
            organisation: self.viewer.organisation.clone(),
            sequence: sequence.saturating_add(1),
            version: newest.map_or(0, |it| it.issue.version).saturating_add(1),
            month: page.month.month,
            zone: page.zone.clone(),
            from: counted.period.from,
            to: counted.period.to,
            counted_at: now,
            published_at: now,
            software: SOFTWARE.to_owned(),
            previous,
            corrects: newest.map(|it| it.issue.hash.clone()),
            late: newest.map_or(0, |it| it.late(&counted.walks)),
            counts: page.month.clone(),
            names: page.names.clone(),
            waiting: page.waiting.clone(),
            beside: stood_beside(&counted.beside, &counted.words, now),
            said,
            walks: committed.into_iter().collect(),
        };
        Ok(Sealed {
            record,
            salts,
            walks,
        })
    }

    /// The last record of the chain: its place and its hash.
    async fn end_of_chain(&self, tx: &mut Tx) -> Result<(u32, Option<String>)> {
        let sql = "SELECT sequence, hash FROM month_record WHERE organisation = $1 ORDER BY sequence DESC LIMIT 1";
        match tx.row(sql, &[(&self.viewer.organisation).into()]).await? {
            Some(row) => Ok((number(&row, 0)?, Some(row.text(1)?))),
            None => Ok((0, None)),
        }
    }

    async fn keep_record(&self, tx: &mut Tx, sealed: &Sealed) -> Result<Issue> {
        let record = &sealed.record;
        let body = spell(record).map_err(unspellable)?;
        let key = self.signing_key(tx, record.published_at).await?;
        let signature = key
            .sign(&body)
            .ok_or_else(|| StoreError::Unreadable("the key to sign with".to_owned()))?;
        let issue = Issue {
            sequence: record.sequence,
            version: record.version,
            hash: hash(&body),
            need_met: record.counts.need_met,
        };
        let args = [
            (&record.organisation).into(),
            record.sequence.into(),
            record.month.to_string().into(),
            record.version.into(),
            body.into(),
            (&issue.hash).into(),
            record.previous.clone().into(),
            signature.into(),
            (&key.id).into(),
            record.published_at.into(),
        ];
        tx.execute(
            "INSERT INTO month_record (organisation, sequence, month, version, body, hash, previous, signature, key, published_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &args,
        )
        .await?;
        Ok(issue)
    }

    /// The organisation's key, made when it publishes for the first time.
    async fn signing_key(&self, tx: &mut Tx, now: Millis) -> Result<Key> {
        let organisation = &self.viewer.organisation;
        let sql = "SELECT id, public, secret FROM signing_key WHERE organisation = $1 AND retired_at IS NULL
                   ORDER BY made_at DESC, id LIMIT 1";
        if let Some(row) = tx.row(sql, &[organisation.into()]).await? {
            return Ok(Key {
                id: row.text(0)?,
                public: row.text(1)?,
                secret: row.text(2)?,
            });
        }
        let key = Key::make();
        let sql = "INSERT INTO signing_key (organisation, id, public, secret, made_at) VALUES ($1, $2, $3, $4, $5)";
        let args = [
            organisation.into(),
            (&key.id).into(),
            (&key.public).into(),
            (&key.secret).into(),
            now.into(),
        ];
        tx.execute(sql, &args).await?;
        Ok(key)
    }

    async fn keep_words(
        &self,
        tx: &mut Tx,
        issue: &Issue,
        words: &[PublishedWord],
        salts: &[String],
    ) -> Result<()> {
        let row = |((position, word), salt): ((u32, &PublishedWord), &String)| -> Vec<Value> {
            let said = &word.said;
            let text = said.text.as_ref();
            vec![
                (&self.viewer.organisation).into(),
                issue.sequence.into(),
                position.into(),
                said.is.code().into(),
                (&said.task).into(),
                said.step.into(),
                said.at.into(),
                text.map(|it| &it.en).into(),
                text.map(|it| &it.cy).into(),
                salt.into(),
                word.person.clone().into(),
                said.walk.map(|it| it.to_string()).into(),
            ]
        };
        let rows: Vec<Vec<Value>> = (0..).zip(words).zip(salts).map(row).collect();
        let sql = "INSERT INTO month_said (organisation, sequence, position, said, task, step, at, text_en, text_cy, salt,
                   person, walk) VALUES";
        insert(tx, sql, &rows, "").await.map(drop)
    }

    async fn keep_walks(
        &self,
        tx: &mut Tx,
        issue: &Issue,
        walks: &WalksThen,
        salts: &BTreeMap<WalkId, String>,
    ) -> Result<()> {
        let row = |(walk, salt): (&WalkId, &String)| -> Vec<Value> {
            vec![
                (&self.viewer.organisation).into(),
                issue.sequence.into(),
                walk.to_string().into(),
                walks.get(walk).copied().unwrap_or_default().into(),
                salt.into(),
            ]
        };
        let rows: Vec<Vec<Value>> = salts.iter().map(row).collect();
        let sql = "INSERT INTO month_walk (organisation, sequence, walk, finished, salt) VALUES";
        insert(tx, sql, &rows, "").await.map(drop)
    }
}

/// A team's view as a sentence of the page. It is the service's answer, and nobody's in particular.
fn view((task, step, _): &(String, u16, Category), viewed: &Viewed) -> Option<PublishedWord> {
    (!viewed.view.is_empty()).then(|| PublishedWord {
        said: Said {
            is: SaidAs::View,
            text: Some(Text {
                en: viewed.view.clone(),
                cy: String::new(),
            }),
            task: task.clone(),
            step: Some(*step),
            at: viewed.at,
            walk: None,
        },
        person: None,
    })
}

/// What stood beside what gets in the way, with the position of each view among the sentences.
fn stood_beside(
    beside: &BTreeMap<(String, u16, Category), Viewed>,
    words: &[PublishedWord],
    now: Millis,
) -> Vec<StoodBeside> {
    let mut views = (0_u32..)
        .zip(words)
        .filter(|(_, word)| word.said.is == SaidAs::View)
        .map(|(position, _)| position);
    let place = |((task, step, category), viewed): (&(String, u16, Category), &Viewed)| {
        let has_view = !viewed.view.is_empty();
        StoodBeside {
            task: task.clone(),
            step: *step,
            category: *category,
            // The views are in the order of the places.
            view: if has_view { views.next() } else { None },
            open_until: (!has_view && now < viewed.until).then_some(viewed.until),
        }
    };
    beside.iter().map(place).collect()
}

fn unspellable(error: serde_json::Error) -> StoreError {
    StoreError::Unreadable(error.to_string())
}
