//! The board's desk: months, the walks behind a figure, one walk. Nobody's name, no reflection, no note of friction.

mod approved;
mod beside;
mod chain;
mod counts;
mod draft;
mod evidence;
mod filed;
mod kept;
mod line_then;
mod live;
mod publish;
mod published;
mod quotes;
mod records;
mod taken_back;
mod then;

pub use chain::PublicKey;
pub(super) use draft::reads_the_board;
pub use draft::{Asking, Paper, Pressed};
pub use kept::KeptMonth;
pub(super) use kept::{Months, PublishedMonths};
pub use publish::{Issue, PublishedWord, Publishing};
pub(super) use published::Dated;
pub(super) use records::crossing_step;
pub(super) use taken_back::{take_back_persons, take_back_unsaid};

use app::board::{Calendar, WalkPage};
use app::walk::{Millis, Task, Walk, WalkId, month::YearMonth};
use std::{collections::BTreeMap, sync::Arc};

use super::{
    Desk, StoreError,
    db::{Result, read_json},
    mine::by,
    reads::Within,
};
use crate::{
    period::{Period, month_of, period},
    viewer::Role,
    when::when,
};

impl Desk {
    /// The newest month with walks, or the month it is now.
    pub async fn newest_month(&self, now: Millis) -> Result<YearMonth> {
        self.only(Role::Board)?;
        let (_, newest, this) = self.months(now).await?;
        Ok(newest.unwrap_or(this))
    }

    /// A month with its figures. Counted anew only when something was written since, or an hour has passed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a month before the first walk or after now.
    pub async fn month(&self, month: YearMonth, now: Millis) -> Result<Arc<KeptMonth>> {
        self.only(Role::Board)?;
        self.counted_month(month, now).await
    }

    /// The same for the store itself: whoever asks says only what the reader may know of it.
    async fn counted_month(&self, month: YearMonth, now: Millis) -> Result<Arc<KeptMonth>> {
        let stamp = self.stamp(now).await?;
        let asked = (self.viewer.organisation.clone(), month);
        if let Some(kept) = self.store.0.months.get(&asked, &stamp) {
            return Ok(kept);
        }
        let moment = Within::moment(self.store.db()).await?;
        let page = self.within(&moment).count_month(month, now).await?;
        let page = KeptMonth::of(page);
        Ok(self.store.0.months.keep(asked, stamp, page))
    }

    /// One walk of the organisation, as the board may see it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none with this id, or its task is not known.
    pub async fn board_walk(&self, id: WalkId, now: Millis) -> Result<WalkPage> {
        self.only(Role::Board)?;
        let row = self
            .db()
            .row(
                "SELECT w.body, w.counted_at, w.month, t.body, p.appears_as, p.title_en, p.title_cy
                 FROM walk_row w JOIN person p ON p.id = w.author JOIN task t ON t.organisation = w.organisation AND t.id = w.task
                 WHERE w.organisation = $1 AND w.walk = $2",
                &[(&self.viewer.organisation).into(), id.to_string().into()],
            )
            .await?
            .ok_or(StoreError::NotFound)?;
        let walk: Walk = read_json(&row.text(0)?)?;
        Ok(WalkPage {
            beside: self.beside_walk(id, now).await?,
            id,
            walk: walk.for_others(),
            by: by(&row, 4)?,
            task: read_json(&row.text(3)?)?,
            when: when(&self.viewer.time_zone, row.int(1)?, now),
            month: row.text(2)?.parse().map_err(|_| StoreError::NotFound)?,
        })
    }

    /// Every month there is, the newest first, and how long this one lasts. Months run from the first walk to now.
    async fn months_to(&self, month: YearMonth, now: Millis) -> Result<(Vec<YearMonth>, Period)> {
        let months = self.months_there_are(now).await?;
        let period = period(&self.viewer.time_zone, month).ok_or(StoreError::NotFound)?;
        if !months.contains(&month) {
            return Err(StoreError::NotFound);
        }
        Ok((months, period))
    }

    /// Every month there is, the newest first: from the first walk or publication to now.
    async fn months_there_are(&self, now: Millis) -> Result<Vec<YearMonth>> {
        let (first, _, this) = self.months(now).await?;
        let first = first.unwrap_or(this);
        let back = std::iter::successors(Some(this), |month| month.before());
        Ok(back.take_while(|month| *month >= first).collect())
    }

    /// The first and the newest month with walks, and the month it is now.
    async fn months(
        &self,
        now: Millis,
    ) -> Result<(Option<YearMonth>, Option<YearMonth>, YearMonth)> {
        let this = self.month_of(now)?;
        let (first, newest) = self.first_and_newest().await?;
        Ok((
            first.filter(|it| *it <= this),
            newest.filter(|it| *it <= this),
            this,
        ))
    }

    fn month_of(&self, now: Millis) -> Result<YearMonth> {
        month_of(&self.viewer.time_zone, now).ok_or(StoreError::NotFound)
    }

    /// The organisation's tasks, by their ids.
    pub(super) async fn tasks(&self) -> Result<BTreeMap<String, Task>> {
        let sql = "SELECT body FROM task WHERE organisation = $1";
        let rows = self
            .db()
            .rows(sql, &[(&self.viewer.organisation).into()])
            .await?;
        let task = |row: &super::Row| {
            let task: Task = read_json(&row.text(0)?)?;
            Ok((task.id.clone(), task))
        };
        rows.iter().map(task).collect()
    }

    fn calendar(&self, moments: impl Iterator<Item = Millis>, now: Millis) -> Calendar {
        moments
            .map(|at| (at, when(&self.viewer.time_zone, at, now)))
            .collect()
    }
}
