//! A month as it stands now.

use app::{
    board::{MOST_IN_THE_WAY, MonthPage, Names},
    walk::{
        Millis,
        month::{Context, Month, Said, Tally, YearMonth, bright_words},
    },
};
use tokio::try_join;

use super::then::Then;
use crate::{
    period::Period,
    store::{Desk, db::Result},
};

impl Desk {
    /// The month's page, counted anew.
    pub(super) async fn count_month(&self, month: YearMonth, now: Millis) -> Result<MonthPage> {
        let (months, period) = self.months_to(month, now).await?;
        let tasks = self.tasks().await?;
        // Side by side: each of these waits for the database more than for anything else.
        let ((context, tally, then), waiting, mut said) = try_join!(
            self.read_month(month, &months, period, now),
            self.boundaries_of(&tasks, now),
            self.said_in(month),
        )?;
        let summary = Month::from_tally(&tally, &context);
        let since = summary.in_the_way.iter().map(|it| it.since);
        let shown = summary.in_the_way.iter().take(MOST_IN_THE_WAY);
        let shown: Vec<_> = shown.cloned().collect();
        let reasons = shown.iter();
        said.extend(reasons.filter_map(|it| then.reason(&it.task, it.step, it.category)));
        let noted = said.iter().map(|it| it.at);
        Ok(MonthPage {
            beside: self.beside_places(&shown, now).await?,
            waiting,
            calendar: self.calendar(since.chain(noted), now),
            month: summary,
            said,
            months,
            days: period.days,
            running: now < period.to,
            opens: true,
            zone: self.viewer.time_zone.clone(),
            names: Names::of(tasks.into_values()),
            stamp: None,
            corrects: None,
        })
    }

    /// What a month is worked out from: what its walks add up to, what stands around it, and its threads.
    async fn read_month(
        &self,
        month: YearMonth,
        months: &[YearMonth],
        period: Period,
        now: Millis,
    ) -> Result<(Context, Tally, Then)> {
        let until = period.to.min(now);
        let felt = async {
            let (tally, often) = self.tally(month).await?;
            let places = often.iter();
            let places = places.map(|it| (it.task.clone(), it.step, it.category));
            let then = self.threads_then(until, places).await?;
            Ok((tally, often, then))
        };
        let first = months.last().copied().unwrap_or(month);
        let earlier = async |it: Option<YearMonth>| match it.filter(|it| *it >= first) {
            Some(it) => self.short(it).await.map(Some),
            None => Ok(None),
        };
        let year = month.last(12).first().copied().unwrap_or(month);
        let ((tally, felt_often, then), leaders, before, kept, month_before, year_ago) = try_join!(
            felt,
            self.leaders(period.to),
            self.need_met_before(month),
            self.kept_commitments(year, month, until),
            earlier(month.before()),
            earlier(YearMonth::new(month.year() - 1, month.month())),
        )?;
        let context = Context {
            month,
            from: period.from,
            until,
            over: now >= period.to,
            leaders,
            before,
            felt_often,
            threads: then.stories(),
            kept,
            month_before,
            year_ago,
        };
        Ok((context, tally, then))
    }

    /// What leaders said in a month: bright spots, quotes, and commitments whose words are shared.
    async fn said_in(&self, month: YearMonth) -> Result<Vec<Said>> {
        let (bright, quotes, shared) = try_join!(
            self.newest_bright_spots(month),
            self.quotes(month),
            self.shared_commitments(month),
        )?;
        Ok([bright_words(&bright), quotes, shared].concat())
    }
}
