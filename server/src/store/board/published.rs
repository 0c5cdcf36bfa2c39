//! Published months, drawn from their records alone.

use std::{collections::BTreeMap, sync::Arc};

use app::{
    board::{Beside, MonthPage, Record, SaidSeal, Stamp, StillThere, StoodBeside, fingerprint},
    walk::{
        Millis, WalkId,
        month::{Said, YearMonth},
    },
};

use super::{
    Issue, KeptMonth, PublishedWord,
    chain::{SAID, number, said},
    evidence::VersionThen,
    publish::on_its_day,
};
use crate::{
    period::period,
    store::{
        Desk, Row, StoreError, Value,
        db::{Result, read_id, read_json},
    },
    viewer::Role,
    when::when,
};

/// The walks a version counted, and whether each was finished then.
pub(super) type WalksThen = BTreeMap<WalkId, bool>;

/// The newest version of a month, as what comes after it is compared with it.
pub(super) struct Newest {
    pub issue: Issue,
    pub record: Record,
    /// Its sentences, those taken back included.
    words: Vec<Said>,
    /// The walks that are still there.
    walks: WalksThen,
}

impl Newest {
    /// True when a new version would say nothing else: neither figures, nor words, nor walks.
    pub(super) fn says_the_same(
        &self,
        record: &Record,
        words: &[PublishedWord],
        walks: &WalksThen,
    ) -> bool {
        // Records of earlier versions of the program say of a walk's sentence when it was written to the millisecond.
        let spelled = |said: &Said| {
            let said = on_its_day(&record.zone, said);
            SaidSeal::of(&said).and_then(|seal| crate::record::spell(&seal).ok())
        };
        let then: Vec<_> = self.words.iter().filter_map(spelled).collect();
        let now: Vec<_> = words.iter().filter_map(|it| spelled(&it.said)).collect();
        self.record.says_the_same(record) && then == now && self.walks == *walks
    }

    /// How many walks are finished now that were not counted as finished then.
    pub(super) fn late(&self, now: &WalksThen) -> u64 {
        late(&self.walks, now)
    }
}

fn late(then: &WalksThen, now: &WalksThen) -> u64 {
    let late = now
        .iter()
        .filter(|(walk, finished)| **finished && then.get(walk) != Some(&true));
    late.count() as u64
}

/// The version of a month that stands.
pub(super) struct Stands {
    pub version: u32,
    pub published_at: Millis,
    /// How many finished walks came after it.
    pub late: u64,
}

/// A version of a month, and where it is in the chain.
struct Version {
    version: u32,
    sequence: u32,
    /// As it was signed, not as its row has it.
    published_at: Millis,
    hash: String,
}

/// When a record says that it was published: this was signed, and the column beside it was not.
#[derive(serde::Deserialize)]
pub(in crate::store) struct Dated {
    pub published_at: Millis,
}

impl Desk {
    /// A published month; the newest version when none is named. None when it was not published, or not in that version.
    pub async fn published(
        &self,
        month: YearMonth,
        version: Option<u32>,
        now: Millis,
    ) -> Result<Option<Arc<KeptMonth>>> {
        self.only(Role::Board)?;
        let stamp = self.stamp(now).await?;
        let asked = (self.viewer.organisation.clone(), month, version);
        if let Some(kept) = self.store.0.published.get(&asked, &stamp) {
            return Ok(kept.as_ref().clone());
        }
        let page = self.read_published(month, version, now).await?;
        let page = page.map(|page| Arc::new(KeptMonth::of(page)));
        let kept = self.store.0.published.keep(asked, stamp, page);
        Ok(kept.as_ref().clone())
    }

    /// A version's record, what is left of its walks, and which those are.
    pub(super) async fn version_of(&self, month: YearMonth, version: u32) -> Result<VersionThen> {
        let versions = self.versions(month).await?;
        let newest = versions.first().is_some_and(|it| it.version == version);
        let this = versions.into_iter().find(|it| it.version == version);
        let this = this.ok_or(StoreError::NotFound)?;
        let record = self.record_at(this.sequence).await?;
        let walks = self.walks_then(this.sequence).await?;
        let still_there = StillThere {
            version,
            newest,
            kept: walks.len() as u64,
            of: record.walks.len() as u64,
        };
        Ok(VersionThen {
            sequence: this.sequence,
            record,
            still_there,
            walks,
        })
    }

    async fn read_published(
        &self,
        month: YearMonth,
        version: Option<u32>,
        now: Millis,
    ) -> Result<Option<MonthPage>> {
        let versions = self.versions(month).await?;
        let this = match version {
            Some(version) => versions.iter().find(|it| it.version == version),
            None => versions.first(),
        };
        let Some(this) = this else {
            return Ok(None);
        };
        let late = self.late_walks(month, &versions).await?;
        let mut page = self.drawn_version(this, &versions, late, now).await?;
        let corrected = versions.iter().find(|it| it.version + 1 == this.version);
        if let Some(corrected) = corrected {
            let was = self.drawn_version(corrected, &versions, late, now).await?;
            page.corrects = Some(Box::new(was));
        }
        Ok(Some(page))
    }

    /// How many finished walks of a month came after the newest of its versions.
    async fn late_walks(&self, month: YearMonth, versions: &[Version]) -> Result<u64> {
        let Some(newest) = versions.first() else {
            return Ok(0);
        };
        let then = self.walks_then(newest.sequence).await?;
        Ok(late(&then, &self.walks_now(month).await?))
    }

    /// The page of a version, but for the one that it corrects.
    async fn drawn_version(
        &self,
        this: &Version,
        versions: &[Version],
        late: u64,
        now: Millis,
    ) -> Result<MonthPage> {
        let record = self.record_at(this.sequence).await?;
        let at = |it: &Version| when(&record.zone, it.published_at, now);
        let stamp = Stamp {
            version: this.version,
            sequence: this.sequence,
            published_at: at(this),
            fingerprint: fingerprint(&this.hash),
            versions: versions.iter().map(|it| (it.version, at(it))).collect(),
            late,
            waiting_at: record.waiting_at.map(|at| when(&record.zone, at, now)),
            came_late: record.late,
        };
        let rows = self.db().rows(SAID, &self.in_chain(this.sequence)).await?;
        let words: Vec<Said> = rows.iter().map(said).collect::<Result<_>>()?;
        let months = self.months_there_are(now).await?;
        Ok(page(record, words, months, stamp, now))
    }

    /// The newest published version of a month, when it was published, and how many walks came late for it.
    pub(super) async fn stands(&self, month: YearMonth) -> Result<Option<Stands>> {
        let versions = self.versions(month).await?;
        let late = self.late_walks(month, &versions).await?;
        Ok(versions.first().map(|it| Stands {
            version: it.version,
            published_at: it.published_at,
            late,
        }))
    }

    /// The versions of a month, the newest first.
    async fn versions(&self, month: YearMonth) -> Result<Vec<Version>> {
        let sql = "SELECT version, sequence, body, hash FROM month_record
                   WHERE organisation = $1 AND month = $2 ORDER BY version DESC";
        let args = [(&self.viewer.organisation).into(), month.to_string().into()];
        let rows = self.db().rows(sql, &args).await?;
        let version = |row: &Row| {
            let signed: Dated = read_json(&row.text(2)?)?;
            Ok(Version {
                version: number(row, 0)?,
                sequence: number(row, 1)?,
                published_at: signed.published_at,
                hash: row.text(3)?,
            })
        };
        rows.iter().map(version).collect()
    }

    /// The newest version of a month, with what is still there of it.
    pub(super) async fn newest_record(&self, month: YearMonth) -> Result<Option<Newest>> {
        let Some(newest) = self.versions(month).await?.into_iter().next() else {
            return Ok(None);
        };
        let rows = self
            .db()
            .rows(SAID, &self.in_chain(newest.sequence))
            .await?;
        let record = self.record_at(newest.sequence).await?;
        Ok(Some(Newest {
            words: rows.iter().map(said).collect::<Result<_>>()?,
            walks: self.walks_then(newest.sequence).await?,
            issue: Issue {
                sequence: newest.sequence,
                version: newest.version,
                hash: newest.hash,
                need_met: record.counts.need_met,
            },
            record,
        }))
    }

    async fn record_at(&self, sequence: u32) -> Result<Record> {
        let sql = "SELECT body FROM month_record WHERE organisation = $1 AND sequence = $2";
        let row = self.db().row(sql, &self.in_chain(sequence)).await?;
        read_json(&row.ok_or(StoreError::NotFound)?.text(0)?)
    }

    /// The walks that a record counted and that are still there.
    async fn walks_then(&self, sequence: u32) -> Result<WalksThen> {
        let sql = "SELECT walk, finished FROM month_walk WHERE organisation = $1 AND sequence = $2";
        let rows = self.db().rows(sql, &self.in_chain(sequence)).await?;
        let walk = |row: &Row| Ok((read_id(row, 0)?, row.flag(1)?));
        rows.iter().map(walk).collect()
    }

    fn in_chain(&self, sequence: u32) -> [Value; 2] {
        [(&self.viewer.organisation).into(), sequence.into()]
    }
}

/// The page of a record.
fn page(
    record: Record,
    said: Vec<Said>,
    months: Vec<YearMonth>,
    stamp: Stamp,
    now: Millis,
) -> MonthPage {
    let zone = record.zone;
    let moment = |at| when(&zone, at, now);
    let since = record.counts.in_the_way.iter().map(|it| it.since);
    let moments = since.chain(said.iter().map(|it| it.at));
    let beside = |it: StoodBeside| {
        let view = it.view.and_then(|at| said.get(usize::try_from(at).ok()?));
        let text = view.and_then(|view| Some((view.text.as_ref()?.en.clone(), moment(view.at))));
        let stood = match (text, it.open_until) {
            (Some((text, at)), _) => Beside::View(text, at),
            (None, Some(until)) => Beside::Open(moment(until)).published(),
            (None, None) => Beside::Nothing,
        };
        ((it.task, it.step, it.category), stood)
    };
    MonthPage {
        calendar: moments.map(|at| (at, moment(at))).collect(),
        beside: record.beside.into_iter().map(beside).collect(),
        days: period(&zone, record.month).map_or(0, |it| it.days),
        month: record.counts,
        names: record.names,
        waiting: record.waiting,
        running: false,
        opens: true,
        stamp: Some(stamp),
        corrects: None,
        months,
        said,
        zone,
    }
}
