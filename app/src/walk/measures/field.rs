//! What is measured out in the field, attempt by attempt.

use serde::{Deserialize, Serialize};

use std::ops::RangeInclusive;

use super::KofN;
use crate::walk::{Millis, Mood, Severity};

/// How an attempt ended, in the field's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldResult {
    /// Done without help.
    Unaided,
    /// Done with help or through another channel.
    Helped,
    /// Gave up.
    GaveUp,
    /// Could not go on.
    Blocked,
    /// Stopped on purpose, at the safe place: not an honest attempt to the end.
    StoppedOnPurpose,
}

/// Task success in the field: done, with or without help, of all honest attempts. Those stopped on purpose are left
/// out of both. Written "k of n"; [`super::wilson`] says how sure it is. 0 of 0 when there were none.
///
/// Source: standard usability practice.
#[must_use]
pub fn task_success(results: &[FieldResult]) -> KofN {
    let honest = results
        .iter()
        .filter(|it| **it != FieldResult::StoppedOnPurpose);
    KofN::count(honest.map(|it| matches!(it, FieldResult::Unaided | FieldResult::Helped)))
}

/// How long it took: the middle, and both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// The middle one; between the two middle ones when they are even in number. Milliseconds.
    pub median: Millis,
    /// The shortest.
    pub shortest: Millis,
    /// The longest.
    pub longest: Millis,
    /// How many.
    pub n: u64,
}

/// Time on task: the median with the range, not the mean, which one long afternoon would pull away. For attempts
/// that got through; time lost by the others is given apart. `None` without times.
///
/// Source: general usability practice.
#[must_use]
pub fn time_on_task(times: &[Millis]) -> Option<Spread> {
    Some(Spread {
        median: median(times)?,
        shortest: times.iter().copied().min()?,
        longest: times.iter().copied().max()?,
        n: times.len() as u64,
    })
}

/// The same from how often each time was taken, the shortest first. Half way between two middle ones is rounded down to
/// the unit of the times. `None` without times.
#[must_use]
pub fn time_on_task_counted(times: &[(Millis, u64)]) -> Option<Spread> {
    let n = times.iter().map(|(_, n)| n).sum::<u64>();
    let at = |place: u64| {
        let mut passed = 0_u64;
        let reached = |(_, n): &&(Millis, u64)| {
            passed = passed.saturating_add(*n);
            passed > place
        };
        times.iter().find(reached).map(|(time, _)| *time)
    };
    let upper = at(n / 2)?;
    let lower = at(n.saturating_sub(1) / 2)?;
    Some(Spread {
        median: lower + upper.saturating_sub(lower) / 2,
        shortest: at(0)?,
        longest: at(n - 1)?,
        n,
    })
}

/// The middle of the times when they are put in order: half are that long or longer. Half way between the two middle
/// ones when they are even in number, rounded down to the millisecond. `None` without times.
#[must_use]
pub fn median(times: &[Millis]) -> Option<Millis> {
    let mut times = times.to_vec();
    times.sort_unstable();
    let upper = *times.get(times.len() / 2)?;
    if times.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *times.get(times.len() / 2 - 1)?;
    Some(lower + (upper.saturating_sub(lower)) / 2)
}

/// Nielsen's severity ratings a severity stands for: 1 cosmetic, 2 minor, 3 major, 4 catastrophe.
///
/// Source: nngroup.com, how to rate the severity of usability problems. Ours says what happened to one person, so it
/// is a range; frequency and persistence are the service team's to add.
#[must_use]
pub fn nielsen(severity: Severity) -> RangeInclusive<u8> {
    match severity {
        Severity::Slowed => 1..=2,
        Severity::Nearly => 3..=3,
        Severity::Stopped => 4..=4,
    }
}

/// The lowest point of a line of feelings, "the moment that mattered": its place and its mood; the first of several.
/// `None` when no step was felt about.
///
/// Source: Smaply's emotional journey, -2 to +2 a step.
#[must_use]
pub fn lowest_mood(line: &[Option<Mood>]) -> Option<(usize, Mood)> {
    let felt = line
        .iter()
        .enumerate()
        .filter_map(|(step, mood)| Some((step, (*mood)?)));
    felt.min_by_key(|(_, mood)| mood.value())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn stopping_on_purpose_is_no_failure() {
        use FieldResult::{Blocked, GaveUp, Helped, StoppedOnPurpose, Unaided};
        let results = [Unaided, Helped, GaveUp, Blocked, StoppedOnPurpose];
        assert_eq!(task_success(&results), KofN::new(2, 4));
        assert_eq!(task_success(&[StoppedOnPurpose]), KofN::default());
    }

    #[test]
    fn the_middle_of_the_pictures_times_is_fourteen() {
        let times = [31, 4, 26, 7, 20, 9, 18, 11, 15, 13];
        let spread = Spread {
            median: 14,
            shortest: 4,
            longest: 31,
            n: 10,
        };
        assert_eq!(time_on_task(&times), Some(spread));
        assert_eq!(median(&[9, 1, 5]), Some(5));
        assert_eq!((median(&[]), time_on_task(&[])), (None, None));
    }

    #[test]
    fn severities_cover_nielsens_scale_once() {
        let all: Vec<u8> = Severity::ALL.iter().flat_map(|it| nielsen(*it)).collect();
        assert_eq!(all, [1, 2, 3, 4]);
    }

    #[test]
    fn the_lowest_point_is_the_first_of_the_worst() {
        let mood = |value| Some(Mood::new(value));
        let lowest = lowest_mood(&[mood(1), None, mood(-2), mood(-2)]);
        assert_eq!(lowest, Some((2, Mood::new(-2))));
        assert_eq!(lowest_mood(&[None]), None);
    }

    proptest! {
        #[test]
        fn counted_times_spread_like_each_of_them(times in prop::collection::vec(0_i64..20, 0..60)) {
            let mut counted = std::collections::BTreeMap::<i64, u64>::new();
            for time in &times {
                *counted.entry(*time).or_default() += 1;
            }
            let counted: Vec<(i64, u64)> = counted.into_iter().collect();
            prop_assert_eq!(time_on_task_counted(&counted), time_on_task(&times));
        }

        #[test]
        fn half_are_as_long_or_longer(times in prop::collection::vec(0_i64..1 << 40, 1..60)) {
            let middle = median(&times).expect("there are times");
            let at_least = times.iter().filter(|it| **it >= middle).count();
            let at_most = times.iter().filter(|it| **it <= middle).count();
            prop_assert!(at_least * 2 >= times.len() && at_most * 2 >= times.len());
        }
    }
}
