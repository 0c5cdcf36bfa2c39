//! The walks behind the figures, of a month as it is counted now or of a version of it.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    board::{Calendar, Filter, MOST_ROWS, Names, Record, StillThere, WalksPage},
    walk::{
        Millis, WalkId,
        month::{Attempt, Felt, YearMonth},
    },
};

use super::{published::WalksThen, records::Span};
use crate::{
    store::{Desk, db::Result},
    viewer::Role,
};

impl Desk {
    /// The walks behind a figure of a month.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] as for [`Desk::month`].
    pub async fn evidence(
        &self,
        month: YearMonth,
        filter: Filter,
        now: Millis,
    ) -> Result<WalksPage> {
        self.only(Role::Board)?;
        self.evidence_of(month, None, filter, now).await
    }

    /// The walks behind a figure of a published version, as far as they are still there: no other ones of its month.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] when there is no such version.
    pub async fn published_evidence(
        &self,
        month: YearMonth,
        version: u32,
        filter: Filter,
        now: Millis,
    ) -> Result<WalksPage> {
        self.only(Role::Board)?;
        let then = self.version_of(month, version).await?;
        let mut page = self.evidence_of(month, Some(&then), filter, now).await?;
        page.names = then.record.names;
        page.still_there = Some(then.still_there);
        Ok(page)
    }

    /// Every walk of a month with what its tasks are called and when it counts, for a table: a row for each.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] as for [`Desk::month`].
    pub async fn counted(
        &self,
        month: YearMonth,
        now: Millis,
    ) -> Result<(Vec<Attempt>, Names, Calendar)> {
        self.only(Role::Board)?;
        self.counted_in(month, 0, now).await
    }

    /// Every walk a published version counted that is still there, as [`Desk::counted`] gives those of a month that is
    /// counted anew.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] when there is no such version.
    pub async fn counted_walks(
        &self,
        month: YearMonth,
        version: u32,
        now: Millis,
    ) -> Result<(Vec<Attempt>, Names, Calendar)> {
        self.only(Role::Board)?;
        let then = self.version_of(month, version).await?;
        let (mut walks, _, calendar) = self.counted_in(month, then.sequence, now).await?;
        walks.retain_mut(|it| then.counted(it));
        Ok((walks, then.record.names, calendar))
    }

    /// The walks behind a figure of a month, or of a version of it: then of the month those that the version counted, as
    /// finished or not as they were then.
    async fn evidence_of(
        &self,
        month: YearMonth,
        version: Option<&VersionThen>,
        filter: Filter,
        now: Millis,
    ) -> Result<WalksPage> {
        let (_, period) = self.months_to(month, now).await?;
        let tasks = self.tasks().await?;
        let task = filter.task();
        let from = match (task, filter.twelve_months) {
            (Some(_), _) => YearMonth::new(1970, 1).unwrap_or(month),
            (None, true) => month.last(12).first().copied().unwrap_or(month),
            (None, false) => month,
        };
        let span = Span {
            from,
            to: month,
            task,
            record: version.map_or(0, |it| it.sequence),
        };
        let felt = match filter.felt {
            Some(_) => self.felt(&span).await?,
            None => Vec::new(),
        };
        let bright = match filter.bright {
            true => self.bright_spots(&span).await?,
            false => Vec::new(),
        };
        let bright: BTreeSet<WalkId> = bright.iter().map(|it| it.walk).collect();
        let mut walks = self.attempts(&span, &tasks).await?;
        if let Some(version) = version {
            let in_month = |it: &Attempt| (period.from..period.to).contains(&it.counted_at);
            walks.retain_mut(|it| version.counted(it) || !in_month(it));
        }
        keep(&mut walks, &filter, &felt, &bright);
        let all = walks.len();
        walks.truncate(MOST_ROWS);
        Ok(WalksPage {
            month,
            filter,
            calendar: self.calendar(walks.iter().map(|it| it.counted_at), now),
            walks,
            all,
            names: Names::of(tasks.into_values()),
            still_there: None,
        })
    }

    /// The same, with the walks that a published record counted and that count in another month today.
    async fn counted_in(
        &self,
        month: YearMonth,
        record: u32,
        now: Millis,
    ) -> Result<(Vec<Attempt>, Names, Calendar)> {
        self.months_to(month, now).await?;
        let tasks = self.tasks().await?;
        let span = Span {
            from: month,
            to: month,
            task: None,
            record,
        };
        let mut walks = self.attempts(&span, &tasks).await?;
        walks.sort_by_key(|walk| (walk.counted_at, walk.walk));
        let calendar = self.calendar(walks.iter().map(|it| it.counted_at), now);
        Ok((walks, Names::of(tasks.into_values()), calendar))
    }
}

/// What a version of a month counted, as far as it is still there.
pub(super) struct VersionThen {
    /// Its place in the chain.
    pub sequence: u32,
    pub record: Record,
    pub still_there: StillThere,
    pub walks: WalksThen,
}

impl VersionThen {
    /// True for a walk that it counted, which then says again whether it was finished.
    fn counted(&self, walk: &mut Attempt) -> bool {
        let then = self.walks.get(&walk.walk);
        walk.finished = then.copied().unwrap_or(walk.finished);
        then.is_some()
    }
}

/// Keeps the walks the filter asks for, the newest first.
fn keep(walks: &mut Vec<Attempt>, filter: &Filter, felt: &[Felt], bright: &BTreeSet<WalkId>) {
    let mut by_walk: BTreeMap<WalkId, Vec<&Felt>> = BTreeMap::new();
    for point in felt {
        by_walk.entry(point.walk).or_default().push(point);
    }
    walks.retain(|walk| {
        let felt = by_walk
            .get(&walk.walk)
            .map(Vec::as_slice)
            .unwrap_or_default();
        filter.keeps(walk, felt, bright.contains(&walk.walk))
    });
    walks.sort_by_key(|walk| std::cmp::Reverse((walk.counted_at, walk.walk)));
}
