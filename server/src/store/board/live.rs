//! A month as it stands now.

use super::{counts::committed, then::Then};
use crate::{
    period::Period,
    store::{Desk, db::Result, handed::Whose},
};
use app::{
    board::{MOST_IN_THE_WAY, MonthPage, Names},
    walk::{
        Millis,
        month::{Context, Month, Said, Tally, YearMonth, bright_words, need_met},
    },
};

impl Desk {
    /// The month's page, counted anew.
    pub(super) async fn count_month(&self, month: YearMonth, now: Millis) -> Result<MonthPage> {
        let (months, period) = self.months_to(month, now).await?;
        let tasks = self.tasks().await?;
        let (context, tally, then) = self.read_month(month, &months, period, now).await?;
        let mut said = self.said_in(month).await?;
        let summary = Month::from_tally(&tally, &context);
        let since = summary.in_the_way.iter().map(|it| it.since);
        let shown = summary.in_the_way.iter().take(MOST_IN_THE_WAY);
        let shown: Vec<_> = shown.cloned().collect();
        let reasons = shown.iter();
        said.extend(reasons.filter_map(|it| then.reason(&it.task, it.step, it.category)));
        let noted = said.iter().map(|it| it.at);
        Ok(MonthPage {
            beside: self.beside_places(month, &shown, now).await?,
            waiting: self.boundaries_of(&tasks, Whose::Everybodys, now).await?,
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
        let (tally, felt_often) = self.tally(month).await?;
        let places = felt_often.iter();
        let places = places.map(|it| (it.task.clone(), it.step, it.category));
        let then = self.threads_then(until, places).await?;
        let first = months.last().copied().unwrap_or(month);
        let before = month.before().filter(|it| *it >= first);
        let year_ago = YearMonth::new(month.year() - 1, month.month()).filter(|it| *it >= first);
        let asked: Vec<YearMonth> = before.into_iter().chain(year_ago).collect();
        let shorts = self.shorts(&asked).await?;
        let short = |it: Option<YearMonth>| shorts.iter().find(|short| Some(short.month) == it);
        let attempts = self.attempts_to(month).await?;
        let year = month.last(12).first().copied().unwrap_or(month);
        let made = attempts.range(year..=month).map(|(_, it)| committed(it));
        let made = made.sum();
        let context = Context {
            month,
            from: period.from,
            until,
            over: now >= period.to,
            leaders: self.leaders(period.to).await?,
            before: attempts
                .range(..month)
                .map(|(month, it)| (*month, need_met(it)))
                .collect(),
            felt_often,
            threads: then.stories(),
            kept: self.kept_commitments(year, month, until, made).await?,
            month_before: short(before).cloned(),
            year_ago: short(year_ago).cloned(),
        };
        Ok((context, tally, then))
    }

    /// What leaders said in a month: bright spots, quotes, and commitments whose words are shared.
    async fn said_in(&self, month: YearMonth) -> Result<Vec<Said>> {
        let bright = self.newest_bright_spots(month).await?;
        let (quotes, shared) = (
            self.quotes(month).await?,
            self.shared_commitments(month).await?,
        );
        Ok([bright_words(&bright), quotes, shared].concat())
    }
}
