//! From records to a month.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Attempt, Changes, Ending, FrictionCount, HandOff, InTheWay, MONTHS_SHOWN, Records, Short,
    YearMonth, change::changes, completed, felt, hand_off::hand_offs,
};
use crate::walk::measures::{KofN, Mean, Satisfaction, Spread, satisfaction, seq, time_on_task};
use crate::walk::{Answer, Millis, OthersWould};

const MINUTE_MS: Millis = 60_000;

/// A board's month: counts and nothing else. Says nothing of who walked, names no walk, and holds no word that anybody
/// wrote, so that it can be published and kept for good.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Month {
    /// Which.
    pub month: YearMonth,
    /// Attempts whose need was met, of all attempts.
    pub need_met: KofN,
    /// How the attempts ended, the best first, and how many each way.
    pub endings: Vec<(Ending, u64)>,
    /// Of the attempts not met, those that had to cross to another organisation.
    pub not_met_crossed: KofN,
    /// Need met for up to twelve months, this one last. Begins with the first month anything was attempted.
    pub points: Vec<MonthPoint>,
    /// The same, all together.
    pub twelve_months: KofN,
    /// Need met in every month since the first in which anything was attempted, this one last.
    pub every_month: Vec<MonthPoint>,
    /// GDS completion: the service did what it should, of all that were begun.
    pub completed: KofN,
    /// "Did the service do what it should?" Yes, of those who answered.
    pub did_should: KofN,
    /// Single Ease Question.
    pub ease: Option<Mean>,
    /// GDS satisfaction.
    pub satisfaction: Option<Satisfaction>,
    /// Time of the attempts that got through.
    pub through: Option<Spread>,
    /// Time lost by those that did not.
    pub lost: Option<Spread>,
    /// How many attempts took each number of whole minutes, the fewest minutes first.
    pub timings: Vec<Timing>,
    /// Leaders who finished two walks or more, of all leaders.
    pub walked_twice: KofN,
    /// For each leader, how many walks were finished, the most first: without saying whose.
    pub walks_each: Vec<u64>,
    /// "Would someone without your advantages have got through?" How many gave each answer.
    pub others_would: Vec<(OthersWould, u64)>,
    /// Those who thought most people would, of those who answered.
    pub most_would: KofN,
    /// Friction points.
    pub friction: FrictionCount,
    /// What gets in the way most, the most often felt first.
    pub in_the_way: Vec<InTheWay>,
    /// How many bright spots were noted.
    pub bright_spots: u64,
    /// Attempts that crossed to another organisation, by task and how it went there.
    pub hand_offs: Vec<HandOff>,
    /// Need met among the attempts that stayed.
    pub stayed: KofN,
    /// Attempts after which a commitment was made.
    pub committed: KofN,
    /// Finished walks left out because their leader stopped on purpose at the safe place.
    pub stopped_on_purpose: u64,
    /// Walks not finished by the end of the month.
    pub unfinished: u64,
    /// What changed.
    pub changes: Changes,
    /// Commitments marked as kept, of those made in the last twelve months.
    pub kept: KofN,
    /// The month before in few figures; `None` when nothing was ever walked before this month.
    pub month_before: Option<Short>,
    /// The same month last year; `None` when nothing had been walked by then.
    pub year_ago: Option<Short>,
}

/// One month on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthPoint {
    /// Which.
    pub month: YearMonth,
    /// Need met; 0 of 0 when nothing was attempted.
    pub need_met: KofN,
}

/// The attempts that took so long and ended alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// Time spent, in whole minutes.
    pub minutes: u64,
    /// True when the need was met.
    pub met: bool,
    /// How many.
    pub n: u64,
}

impl Month {
    /// Counts a month. Pure, and the same whatever order the records come in.
    #[must_use]
    pub fn of(records: &Records) -> Self {
        let attempts: Vec<&Attempt> = records.attempts.iter().filter(|it| it.counts()).collect();
        let (met, not_met): (Vec<&Attempt>, Vec<&Attempt>) =
            attempts.iter().partition(|it| it.met());
        let need_met = KofN::count(attempts.iter().map(|it| it.met()));
        let points = points(records, need_met);
        let walks_each = walks_each(records);
        let answered: Vec<OthersWould> = attempts.iter().filter_map(|it| it.others_would).collect();
        let others_would = |answer: &OthersWould| {
            (
                *answer,
                answered.iter().filter(|it| *it == answer).count() as u64,
            )
        };
        Self {
            month: records.month,
            need_met,
            endings: endings(&attempts),
            not_met_crossed: KofN::count(not_met.iter().map(|it| it.crossing.is_some())),
            twelve_months: points
                .iter()
                .fold(KofN::default(), |all, it| all.and(it.need_met)),
            points,
            every_month: every_month(records, need_met),
            completed: completed(&records.attempts, records.over),
            did_should: KofN::count(
                attempts
                    .iter()
                    .filter_map(|it| it.did_should)
                    .map(|it| it == Answer::Yes),
            ),
            ease: seq(&attempts.iter().filter_map(|it| it.ease).collect::<Vec<_>>()),
            satisfaction: satisfaction(levels(&attempts)),
            through: time_on_task(&times(&met)),
            lost: time_on_task(&times(&not_met)),
            timings: timings(&attempts),
            walked_twice: KofN::count(walks_each.iter().map(|walks| *walks >= 2)),
            walks_each,
            others_would: OthersWould::ALL.iter().map(others_would).collect(),
            most_would: KofN::count(answered.iter().map(|it| *it == OthersWould::Most)),
            friction: felt::count(&records.felt),
            in_the_way: felt::in_the_way(records),
            bright_spots: records.bright_spots.len() as u64,
            hand_offs: hand_offs(records),
            stayed: KofN::count(
                attempts
                    .iter()
                    .filter(|it| it.crossing.is_none())
                    .map(|it| it.met()),
            ),
            committed: KofN::count(attempts.iter().map(|it| it.committed)),
            stopped_on_purpose: records
                .attempts
                .iter()
                .filter(|it| it.finished && it.stopped_on_purpose())
                .count() as u64,
            unfinished: records.attempts.iter().filter(|it| !it.finished).count() as u64,
            changes: changes(records),
            kept: records.kept,
            month_before: records.month_before,
            year_ago: records.year_ago,
        }
    }
}

fn endings(attempts: &[&Attempt]) -> Vec<(Ending, u64)> {
    let mut endings: BTreeMap<Ending, u64> = BTreeMap::new();
    for attempt in attempts {
        *endings.entry(attempt.ending()).or_default() += 1;
    }
    endings.into_iter().collect()
}

/// Up to twelve months with this one last, from the first in which anything was attempted.
fn points(records: &Records, this_month: KofN) -> Vec<MonthPoint> {
    line(records, this_month, MONTHS_SHOWN)
}

/// Every month up to this one, from the first in which anything was attempted.
fn every_month(records: &Records, this_month: KofN) -> Vec<MonthPoint> {
    let since = |first: YearMonth| {
        let back = std::iter::successors(Some(records.month), |it| it.before());
        back.take_while(|it| *it >= first).count()
    };
    let first = records.before.iter().map(|it| it.0).min();
    line(records, this_month, first.map_or(1, since).max(1))
}

fn line(records: &Records, this_month: KofN, months: usize) -> Vec<MonthPoint> {
    let before: BTreeMap<YearMonth, KofN> = records.before.iter().copied().collect();
    let months = records.month.last(months).into_iter();
    let points = months.map(|month| MonthPoint {
        month,
        need_met: if month == records.month {
            this_month
        } else {
            before.get(&month).copied().unwrap_or_default()
        },
    });
    points
        .skip_while(|it| it.need_met.n() == 0 && it.month != records.month)
        .collect()
}

/// Finished walks of each leader, the most first; leaders who did not walk count with none.
fn walks_each(records: &Records) -> Vec<u64> {
    let mut each: BTreeMap<&str, u64> = BTreeMap::new();
    for attempt in records.attempts.iter().filter(|it| it.finished) {
        *each.entry(&attempt.author).or_default() += 1;
    }
    let mut each: Vec<u64> = each.into_values().collect();
    each.sort_unstable_by_key(|walks| std::cmp::Reverse(*walks));
    let leaders = usize::try_from(records.leaders).unwrap_or(usize::MAX);
    each.resize(each.len().max(leaders), 0);
    each
}

/// Satisfaction answers at each level, from very dissatisfied to very satisfied.
fn levels(attempts: &[&Attempt]) -> [u64; 5] {
    let mut levels = [0; 5];
    for answer in attempts.iter().filter_map(|it| it.satisfaction) {
        if let Some(level) = usize::from(answer)
            .checked_sub(1)
            .and_then(|at| levels.get_mut(at))
        {
            *level += 1;
        }
    }
    levels
}

fn times(attempts: &[&Attempt]) -> Vec<Millis> {
    attempts.iter().map(|it| it.spent_ms).collect()
}

fn timings(attempts: &[&Attempt]) -> Vec<Timing> {
    let mut timings: BTreeMap<(u64, bool), u64> = BTreeMap::new();
    for attempt in attempts {
        let minutes = u64::try_from(attempt.spent_ms / MINUTE_MS).unwrap_or(0);
        *timings.entry((minutes, attempt.met())).or_default() += 1;
    }
    let timing = |((minutes, met), n)| Timing { minutes, met, n };
    timings.into_iter().map(timing).collect()
}
