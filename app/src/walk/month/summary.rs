//! From records to a month.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Changes, Context, Counted, Ending, FrictionCount, HandOff, InTheWay, MONTHS_SHOWN, Records,
    Short, Tally, YearMonth, change::changes, completed, felt, hand_off::hand_offs,
};
use crate::walk::measures::{
    KofN, Mean, Satisfaction, Spread, satisfaction, seq_counted, time_on_task_counted,
};
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
    /// Time of the attempts that got through, each cut to whole minutes and so is the middle.
    pub through: Option<Spread>,
    /// Time lost by those that did not, cut the same.
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
        Self::from_tally(&records.tally(), &records.context)
    }

    /// A month from what its walks add up to.
    #[must_use]
    pub fn from_tally(tally: &Tally, context: &Context) -> Self {
        let share = |of_them: fn(&Counted) -> Option<bool>| share(tally, of_them);
        let need_met = need_met(tally);
        let points = points(context, need_met);
        let walks_each = walks_each(tally, context.leaders);
        let timings = timings(tally);
        let others_would =
            |answer: &OthersWould| (*answer, n(tally, &Counted::OthersWould(*answer)));
        Self {
            month: context.month,
            need_met,
            endings: endings(tally),
            not_met_crossed: share(|it| match it {
                Counted::Attempt(ending, crossed, _) => {
                    (*ending != Ending::Met).then_some(*crossed)
                }
                _ => None,
            }),
            twelve_months: points
                .iter()
                .fold(KofN::default(), |all, it| all.and(it.need_met)),
            points,
            every_month: every_month(context, need_met),
            completed: completed(tally, context.over),
            did_should: share(|it| match it {
                Counted::DidShould(answer) => Some(*answer == Answer::Yes),
                _ => None,
            }),
            ease: ease(tally),
            satisfaction: satisfaction(levels(tally)),
            through: spread(&timings, true),
            lost: spread(&timings, false),
            timings,
            walked_twice: KofN::count(walks_each.iter().map(|walks| *walks >= 2)),
            walks_each,
            others_would: OthersWould::ALL.iter().map(others_would).collect(),
            most_would: share(|it| match it {
                Counted::OthersWould(answer) => Some(*answer == OthersWould::Most),
                _ => None,
            }),
            friction: felt::count(tally),
            in_the_way: felt::in_the_way(tally, context),
            bright_spots: n(tally, &Counted::Bright),
            hand_offs: hand_offs(tally),
            stayed: share(|it| match it {
                Counted::Attempt(ending, false, _) => Some(*ending == Ending::Met),
                _ => None,
            }),
            committed: share(|it| match it {
                Counted::Attempt(_, _, committed) => Some(*committed),
                _ => None,
            }),
            stopped_on_purpose: n(tally, &Counted::StoppedOnPurpose),
            unfinished: n(tally, &Counted::Unfinished),
            changes: changes(context),
            kept: context.kept,
            month_before: context.month_before,
            year_ago: context.year_ago,
        }
    }
}

/// Need met among the attempts.
#[must_use]
pub fn need_met(tally: &Tally) -> KofN {
    share(tally, |it| match it {
        Counted::Attempt(ending, ..) => Some(*ending == Ending::Met),
        _ => None,
    })
}

/// Of the things that it says something of, those that it says yes of.
fn share(tally: &Tally, of_them: fn(&Counted) -> Option<bool>) -> KofN {
    let all = tally
        .iter()
        .filter_map(|(it, n)| Some((of_them(it)?, u64::try_from(n).ok()?)));
    all.fold(KofN::default(), |sum, (yes, n)| {
        sum.and(KofN::new(if yes { n } else { 0 }, n))
    })
}

fn n(tally: &Tally, counted: &Counted) -> u64 {
    u64::try_from(tally.get(counted)).unwrap_or(0)
}

fn endings(tally: &Tally) -> Vec<(Ending, u64)> {
    let mut endings: BTreeMap<Ending, u64> = BTreeMap::new();
    for (counted, n) in tally.iter() {
        if let Counted::Attempt(ending, ..) = counted {
            *endings.entry(*ending).or_default() += u64::try_from(n).unwrap_or(0);
        }
    }
    endings.into_iter().collect()
}

/// Up to twelve months with this one last, from the first in which anything was attempted.
fn points(context: &Context, this_month: KofN) -> Vec<MonthPoint> {
    line(context, this_month, MONTHS_SHOWN)
}

/// Every month up to this one, from the first in which anything was attempted.
fn every_month(context: &Context, this_month: KofN) -> Vec<MonthPoint> {
    let since = |first: YearMonth| {
        let back = std::iter::successors(Some(context.month), |it| it.before());
        back.take_while(|it| *it >= first).count()
    };
    let first = context.before.iter().map(|it| it.0).min();
    line(context, this_month, first.map_or(1, since).max(1))
}

fn line(context: &Context, this_month: KofN, months: usize) -> Vec<MonthPoint> {
    let before: BTreeMap<YearMonth, KofN> = context.before.iter().copied().collect();
    let months = context.month.last(months).into_iter();
    let points = months.map(|month| MonthPoint {
        month,
        need_met: if month == context.month {
            this_month
        } else {
            before.get(&month).copied().unwrap_or_default()
        },
    });
    points
        .skip_while(|it| it.need_met.n() == 0 && it.month != context.month)
        .collect()
}

/// Finished walks of each leader, the most first; leaders who did not walk count with none.
fn walks_each(tally: &Tally, leaders: u64) -> Vec<u64> {
    let finished = |(counted, n): (&Counted, i64)| match counted {
        Counted::FinishedBy(_) => u64::try_from(n).ok(),
        _ => None,
    };
    let mut each: Vec<u64> = tally.iter().filter_map(finished).collect();
    each.sort_unstable_by_key(|walks| std::cmp::Reverse(*walks));
    let leaders = usize::try_from(leaders).unwrap_or(usize::MAX);
    each.resize(each.len().max(leaders), 0);
    each
}

fn ease(tally: &Tally) -> Option<Mean> {
    let levels = tally.iter().filter_map(|(counted, n)| match counted {
        Counted::Ease(level) => Some((*level, u64::try_from(n).ok()?)),
        _ => None,
    });
    seq_counted(levels)
}

/// Satisfaction answers at each level, from very dissatisfied to very satisfied.
fn levels(tally: &Tally) -> [u64; 5] {
    [1, 2, 3, 4, 5].map(|level| n(tally, &Counted::Satisfaction(level)))
}

/// The fewest minutes first.
fn timings(tally: &Tally) -> Vec<Timing> {
    let timing = |(counted, n): (&Counted, i64)| match counted {
        Counted::Took(minutes, met) => Some(Timing {
            minutes: *minutes,
            met: *met,
            n: u64::try_from(n).ok()?,
        }),
        _ => None,
    };
    tally.iter().filter_map(timing).collect()
}

/// Of the attempts that ended so, in whole minutes.
/// How long those took that got through.
pub(super) fn time_through(tally: &Tally) -> Option<Spread> {
    spread(&timings(tally), true)
}

fn spread(timings: &[Timing], met: bool) -> Option<Spread> {
    let of_them = timings.iter().filter(|it| it.met == met);
    let times: Vec<(Millis, u64)> = of_them
        .map(|it| (i64::try_from(it.minutes).unwrap_or(Millis::MAX), it.n))
        .collect();
    let in_ms = |minutes: Millis| minutes.saturating_mul(MINUTE_MS);
    time_on_task_counted(&times).map(|it| Spread {
        median: in_ms(it.median),
        shortest: in_ms(it.shortest),
        longest: in_ms(it.longest),
        n: it.n,
    })
}
