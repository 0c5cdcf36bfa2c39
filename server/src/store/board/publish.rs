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
    approved::digest,
    beside::Viewed,
    filed::unspellable,
    published::{Newest, WalksThen},
};
use crate::{
    period::{Period, day_of, period},
    record::{commit_said, commit_walk},
    store::{
        Desk, Row, StoreError, Tx,
        audit::What,
        db::{Result, read_id},
        reads::Within,
        tx::Hold,
    },
    token,
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
    /// Something else would be published than what was approved: nothing was.
    CameIn,
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

impl Counted {
    fn digest(&self) -> Result<String> {
        let waiting = match self.newest {
            None => &self.page.waiting[..],
            Some(_) => &[],
        };
        digest(&self.page, waiting, &self.beside, &self.words, &self.walks)
    }
}

/// A record with the salts of what it commits to.
pub(super) struct Sealed {
    pub record: Record,
    /// Of each sentence.
    pub salts: Vec<String>,
    /// Of each walk.
    pub walks: BTreeMap<WalkId, String>,
}

impl Desk {
    /// Publishes a month that is over as it stands now, with the words of its page and these: version 1, or the
    /// correction of the version before. Months may be published in any order; the chain is in the order of
    /// publishing. Publishing twice what says the same publishes once.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who does not keep the board's record, and as for [`Desk::month`].
    pub async fn publish(
        &self,
        month: YearMonth,
        words: Vec<PublishedWord>,
        now: Millis,
    ) -> Result<Publishing> {
        self.only_secretary()?;
        let mut tx = self.db().begin().await?;
        // Nobody else publishes, and no walk arrives, before this is durable.
        tx.hold(&self.viewer.organisation, Hold::Alone).await?;
        let (tx, published) = self.publish_in(tx, month, words, None, now).await?;
        tx.commit().await?;
        Ok(published)
    }

    /// The same in a transaction that holds the organisation alone, and is to be committed when it is done. With
    /// `approved`, the digest of what was approved, nothing else is published than that.
    pub(super) async fn publish_in(
        &self,
        tx: Tx,
        month: YearMonth,
        words: Vec<PublishedWord>,
        approved: Option<&str>,
        now: Millis,
    ) -> Result<(Tx, Publishing)> {
        let within = Within::of(tx);
        let counted = self.within(&within).counted_now(month, words, now).await;
        let mut tx = within.done()?;
        let Some(counted) = counted? else {
            return Ok((tx, Publishing::NotOver));
        };
        if let Some(approved) = approved
            && counted.digest()? != approved
        {
            return Ok((tx, Publishing::CameIn));
        }
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
        let (beside, mut all) = self.sentences(&page, words).await?;
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

    /// What stands beside what gets in the way, and every sentence of the page: its own, the teams' views, and these.
    pub(super) async fn sentences(
        &self,
        page: &MonthPage,
        words: Vec<PublishedWord>,
    ) -> Result<(
        BTreeMap<(String, u16, Category), Viewed>,
        Vec<PublishedWord>,
    )> {
        let shown = page.month.in_the_way.iter().take(MOST_IN_THE_WAY);
        let shown: Vec<_> = shown.cloned().collect();
        let beside = self.viewed_places(page.month.month, &shown).await?;
        let own = page.said.iter().map(|said| PublishedWord {
            said: on_its_day(&self.viewer.time_zone, said),
            person: None,
        });
        let views = beside
            .iter()
            .filter_map(|(place, viewed)| view(place, viewed));
        let all = own.chain(views).chain(words).collect();
        Ok((beside, all))
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
            waiting: newest
                .map_or(&page.waiting, |it| &it.record.waiting)
                .clone(),
            waiting_at: newest.map(|it| it.record.waited_at()),
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
}

/// A sentence that comes from a walk says its day and no more: from the minute somebody could find the walk.
pub(super) fn on_its_day(zone: &str, said: &Said) -> Said {
    let day = said.walk.and_then(|_| day_of(zone, said.at));
    Said {
        at: day.unwrap_or(said.at),
        ..said.clone()
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
