//! How much time a task costs people in a year: minutes lost, from its walks, times how many do it, from its team.

use std::collections::BTreeMap;

use crate::walk::{
    Answer, Millis,
    measures::{Interval, KofN, wilson},
};

use super::{End, FEWEST_FOR_A_MIDDLE, Passed, Times, Trace};

/// From fewer walks than this no cost of a year is worked out. Five is the first number of which neither end of the
/// middle half is the shortest or the longest: one odd walk does not make a year's figure.
pub const FEWEST_FOR_A_COST: u64 = 5;

/// The most people a year that are taken: more than live anywhere.
pub const MOST_A_YEAR: u64 = 100_000_000;

/// Time lost, walk by walk. Those who stopped are kept apart: they lost all of it, and came away without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// Stopped, of all walks that count: finished, and timed.
    pub stopped: KofN,
    /// What each walk lost that got through.
    pub through_ms: Option<Times>,
    /// What each walk spent that stopped.
    pub stopped_ms: Option<Times>,
    /// Steps where something got in the way and too few got past to say how long they take without.
    pub uncompared: Vec<u16>,
}

/// How many people do a task in a year, as its team says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Volume {
    /// At least.
    pub low: u64,
    /// At most.
    pub high: u64,
}

/// Hours of a year, to two figures, rounded apart. The ends differ unless both are 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// From.
    pub low: u64,
    /// To.
    pub high: u64,
}

impl Lost {
    /// Of the walks of a task, in any order.
    #[must_use]
    pub fn of(traces: &[Trace]) -> Self {
        let timed = |it: &&Trace| it.finished && it.spent_ms() > 0;
        let counted: Vec<&Trace> = traces.iter().filter(timed).collect();
        let unhindered = unhindered(&counted);
        let (mut through, mut stopped) = (Vec::new(), Vec::new());
        let mut lost = Self::default();
        for trace in counted {
            let gone = has_stopped(trace);
            lost.stopped = lost.stopped.with(gone);
            if gone {
                stopped.push(trace.spent_ms());
                continue;
            }
            through.push(over(trace, &unhindered));
            let odd = hindered(trace).filter(|it| !unhindered.contains_key(&it.step));
            lost.uncompared.extend(odd.map(|it| it.step));
        }
        lost.uncompared.sort_unstable();
        lost.uncompared.dedup();
        lost.through_ms = Times::of(through);
        lost.stopped_ms = Times::of(stopped);
        lost
    }

    /// How many walks count.
    #[must_use]
    pub fn walks(&self) -> u64 {
        self.stopped.n()
    }

    /// Hours a year of those who get through. `None` of too few walks.
    ///
    /// From the fewest people who may get through and the time a quarter stayed within, to the most and the time a
    /// quarter went beyond. How many get through is the Wilson interval of the walks.
    #[must_use]
    pub fn through_a_year(&self, volume: Volume) -> Option<Hours> {
        let Interval { low, high } = self.stopping()?;
        let share = Interval {
            low: 1.0 - high,
            high: 1.0 - low,
        };
        hours(self.through_ms.as_ref()?, volume, share)
    }

    /// Hours a year of those who stop. `None` of too few walks, or of too few that stopped.
    #[must_use]
    pub fn stopped_a_year(&self, volume: Volume) -> Option<Hours> {
        hours(self.stopped_ms.as_ref()?, volume, self.stopping()?)
    }

    /// The share that may stop. `None` of too few walks.
    #[must_use]
    pub fn stopping(&self) -> Option<Interval> {
        (self.walks() >= FEWEST_FOR_A_COST)
            .then(|| wilson(self.stopped))
            .flatten()
    }
}

/// True when it came away without: stuck, or ended before the last step, and not on purpose.
fn has_stopped(trace: &Trace) -> bool {
    let got_there = trace.need_met == Some(Answer::Yes) || trace.on_purpose;
    let ended = trace
        .end()
        .is_some_and(|(_, end)| matches!(end, End::Stopped | End::Ended));
    ended && !got_there
}

/// Steps at which something got in the way.
fn hindered(trace: &Trace) -> impl Iterator<Item = &Passed> {
    let steps = trace.steps.iter();
    steps.filter(|it| !it.felt.is_empty() && it.spent_ms > 0)
}

/// Time beyond what the steps take, where something got in the way.
fn over(trace: &Trace, unhindered: &BTreeMap<u16, Millis>) -> Millis {
    let beyond = |it: &Passed| {
        let usual = unhindered.get(&it.step)?;
        Some(it.spent_ms.saturating_sub(*usual).max(0))
    };
    hindered(trace)
        .filter_map(beyond)
        .fold(0, Millis::saturating_add)
}

/// What each step takes when nothing gets in the way: the middle of those; while they are too few, the quickest of
/// all who got past.
fn unhindered(traces: &[&Trace]) -> BTreeMap<u16, Millis> {
    let mut past = BTreeMap::<u16, (Vec<Millis>, Vec<Millis>)>::new();
    let passed = traces.iter().flat_map(|it| &it.steps);
    for it in passed.filter(|it| it.is_past() && it.spent_ms > 0) {
        let (all, free) = past.entry(it.step).or_default();
        all.push(it.spent_ms);
        if it.felt.is_empty() {
            free.push(it.spent_ms);
        }
    }
    let usual = |(step, (all, free)): (u16, (Vec<Millis>, Vec<Millis>))| {
        if let Some(Times::Spread { spread, .. }) = Times::of(free) {
            return Some((step, spread.median));
        }
        let enough = all.len() as u64 >= FEWEST_FOR_A_MIDDLE;
        Some((step, all.into_iter().min().filter(|_| enough)?))
    };
    past.into_iter().filter_map(usual).collect()
}

fn hours(times: &Times, volume: Volume, share: Interval) -> Option<Hours> {
    const HOUR: f64 = 3_600_000.0;
    let Times::Spread { spread, low, high } = times else {
        return None;
    };
    if spread.n < FEWEST_FOR_A_COST {
        return None;
    }
    let of = |people: u64, share: f64, each: Millis| people as f64 * share * each as f64 / HOUR;
    let low = two_figures(of(volume.low, share.low, *low), f64::floor);
    let high = two_figures(of(volume.high, share.high, *high), f64::ceil);
    Some(Hours { low, high })
}

/// 1,234 is 1,200 or 1,300, whichever way it is rounded.
fn two_figures(hours: f64, round: fn(f64) -> f64) -> u64 {
    let digits = hours.max(1.0).log10().floor() as i32;
    let unit = 10_f64.powi((digits - 1).max(0));
    (round(hours / unit) * unit) as u64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::walk::{StepResult, WalkId, journey::Felt};

    const MINUTE: Millis = 60_000;
    const FELT: Felt = Felt {
        category: None,
        severity: None,
        told: false,
    };

    /// A walk of one step: so many minutes, with friction or without, and how it went.
    fn walk(minutes: Millis, felt: bool, result: StepResult) -> Trace {
        Trace {
            walk: WalkId(Uuid::nil()),
            at: 0,
            finished: true,
            need_met: None,
            on_purpose: false,
            bright: 0,
            of: 1,
            steps: vec![Passed {
                spent_ms: minutes * MINUTE,
                result: Some(result),
                felt: if felt { vec![FELT] } else { Vec::new() },
                ..Passed::default()
            }],
        }
    }

    fn done(minutes: Millis, felt: bool) -> Trace {
        walk(minutes, felt, StepResult::Done)
    }

    fn each(times: Option<&Times>) -> Vec<Millis> {
        match times {
            Some(Times::Each(each)) => each.iter().map(|ms| ms / MINUTE).collect(),
            Some(Times::Spread { spread, low, high }) => {
                [*low, spread.median, *high].map(|ms| ms / MINUTE).to_vec()
            }
            None => Vec::new(),
        }
    }

    #[test]
    fn lost_is_what_a_step_took_beyond_what_it_takes() {
        let walks = [
            done(2, false),
            done(3, false),
            done(4, false),
            done(10, true),
            done(1, true),
        ];
        let lost = Lost::of(&walks);
        // 0, 0, 0, 7 and, quicker than the middle, 0.
        assert_eq!(each(lost.through_ms.as_ref()), [0, 0, 0]);
        let lost = Lost::of(&walks[..4]);
        assert_eq!(lost.through_ms.as_ref().map(Times::n), Some(4));
        let Some(Times::Spread { spread, .. }) = lost.through_ms else {
            panic!("a spread");
        };
        assert_eq!(spread.longest, 7 * MINUTE);
    }

    #[test]
    fn where_everybody_was_hindered_the_quickest_is_the_measure() {
        let lost = Lost::of(&[done(5, true), done(8, true), done(11, true)]);
        assert_eq!(each(lost.through_ms.as_ref()), [0, 3, 6]);
        assert!(lost.uncompared.is_empty());
        let lost = Lost::of(&[done(5, true), done(8, true)]);
        assert_eq!(each(lost.through_ms.as_ref()), [0, 0]);
        assert_eq!(lost.uncompared, [0], "and says that it is left out");
    }

    #[test]
    fn those_who_stopped_lost_all_of_it_and_are_kept_apart() {
        let mut on_purpose = walk(4, false, StepResult::Stuck);
        on_purpose.on_purpose = true;
        let mut met = walk(4, true, StepResult::Stuck);
        met.need_met = Some(Answer::Yes);
        let mut open = done(9, true);
        open.finished = false;
        let stuck = walk(6, true, StepResult::Stuck);
        let lost = Lost::of(&[on_purpose, met, open, stuck, done(0, false)]);
        assert_eq!(
            lost.stopped,
            KofN::new(1, 3),
            "open and untimed ones do not count"
        );
        assert_eq!(each(lost.stopped_ms.as_ref()), [6]);
        assert_eq!(lost.through_ms.as_ref().map(Times::n), Some(2));
    }

    #[test]
    fn of_fewer_than_five_nothing_is_said_of_a_year() {
        let volume = Volume {
            low: 1_000,
            high: 1_200,
        };
        let walks: Vec<Trace> = [5, 8, 11, 14, 17].map(|it| done(it, true)).into();
        assert_eq!(Lost::of(&walks[..4]).through_a_year(volume), None);
        // 0 of 5 stopped: up to 43 of 100 may. 1,000 x 0.5655 x 3 min = 28 h; 1,200 x 1 x 9 min = 180 h.
        let lost = Lost::of(&walks);
        let hours = Hours { low: 28, high: 180 };
        assert_eq!(lost.through_a_year(volume), Some(hours));
        assert_eq!(lost.stopped_a_year(volume), None, "nobody stopped");
    }

    #[test]
    fn figures_are_rounded_apart() {
        for (hours, down, up) in [
            (0.0, 0, 0),
            (0.4, 0, 1),
            (9.2, 9, 10),
            (12.0, 12, 12),
            (1_234.0, 1_200, 1_300),
            (99.5, 99, 100),
        ] {
            let both = [
                two_figures(hours, f64::floor),
                two_figures(hours, f64::ceil),
            ];
            assert_eq!(both, [down, up], "{hours}");
        }
    }

    proptest! {
        #[test]
        fn a_year_is_always_a_range(
            walks in prop::collection::vec((0_i64..60, any::<bool>(), any::<bool>()), 0..30),
            (low, more) in (1_u64..100_000, 0_u64..100_000),
        ) {
            let result = |done| if done { StepResult::Done } else { StepResult::Stuck };
            let mut walks: Vec<Trace> = walks.into_iter()
                .map(|(minutes, felt, done)| walk(minutes, felt, result(done)))
                .collect();
            let volume = Volume { low, high: low + more };
            let lost = Lost::of(&walks);
            for hours in [lost.through_a_year(volume), lost.stopped_a_year(volume)].into_iter().flatten() {
                prop_assert!(hours.low < hours.high || hours.high == 0, "{:?}", hours);
                prop_assert!(lost.walks() >= FEWEST_FOR_A_COST);
            }
            walks.reverse();
            prop_assert_eq!(Lost::of(&walks), lost, "order changes nothing");
        }
    }
}
