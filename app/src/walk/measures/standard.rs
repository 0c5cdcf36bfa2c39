//! Standard questionnaires. The questions must be asked word for word.

use serde::{Deserialize, Serialize};

use super::{KofN, percent};

/// An arithmetic mean, which is never shown without how many answered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mean {
    /// On the scale of the answers.
    pub mean: f64,
    /// How many answered.
    pub n: u64,
}

/// Single Ease Question: the mean of "Overall, how difficult or easy was the task to complete?", 1 (very difficult)
/// to 7 (very easy). Usually about 5.5. `None` without answers.
///
/// Source: measuringu.com/seq10.
#[must_use]
pub fn seq(answers: &[u8]) -> Option<Mean> {
    seq_counted(answers.iter().map(|answer| (*answer, 1)))
}

/// The same from how many gave each answer.
#[must_use]
pub fn seq_counted(answers: impl IntoIterator<Item = (u8, u64)>) -> Option<Mean> {
    mean(answers, 1..=7)
}

/// Customer Effort Score, both ways it is in use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CustomerEffort {
    /// Mean, 1 to 7, high is good.
    pub mean: Mean,
    /// Those who answered 5 to 7.
    pub agreeing: KofN,
}

/// Customer Effort Score 2.0: "The organisation made it easy for me to handle my issue", 1 (strongly disagree) to 7
/// (strongly agree): the mean, and how many answered 5 to 7. `None` without answers. Version 1.0 ran from 1 to 5 with
/// low as good: do not mix.
///
/// Source: vendors' pages; practice differs, so say which is shown.
#[must_use]
pub fn customer_effort(answers: &[u8]) -> Option<CustomerEffort> {
    let mean = mean(answers.iter().map(|answer| (*answer, 1)), 1..=7)?;
    let on_scale = answers.iter().filter(|answer| (1..=7).contains(*answer));
    Some(CustomerEffort {
        mean,
        agreeing: KofN::count(on_scale.map(|answer| *answer >= 5)),
    })
}

/// UMUX-Lite of one person: `(a + b - 2) / 12 x 100` from "capabilities meet my requirements" and "is easy to use",
/// each 1 to 7. 0 to 100; `None` off the scale.
///
/// Source: measuringu.com/umux-lite.
#[must_use]
pub fn umux_lite(meets_needs: u8, easy: u8) -> Option<f64> {
    let on_scale = (1..=7).contains(&meets_needs) && (1..=7).contains(&easy);
    on_scale.then(|| f64::from(meets_needs + easy - 2) / 12.0 * 100.0)
}

/// A UMUX-Lite of 0 to 100 on the scale of SUS: `0.65 x UMUX-Lite + 22.9`, so 22.9 to 87.9. `None` off the scale.
///
/// Source: Lewis, Utesch and Maher 2013, coefficients taken from a third party's test.
#[must_use]
pub fn umux_lite_as_sus(umux_lite: f64) -> Option<f64> {
    (0.0..=100.0)
        .contains(&umux_lite)
        .then_some(0.65 * umux_lite + 22.9)
}

/// System Usability Scale of one person: odd statements count `answer - 1`, even ones `5 - answer`, the sum times
/// 2.5. 0 to 100, about 68 is average; not a percentage. All ten answers from 1 to 5 are needed, else `None`.
///
/// Source: Brooke 1996, as given in PMC11649589.
#[must_use]
pub fn sus(answers: [u8; 10]) -> Option<f64> {
    let points = |(at, answer): (usize, &u8)| {
        if at % 2 == 0 { answer - 1 } else { 5 - answer }
    };
    let on_scale = answers.iter().all(|answer| (1..=5).contains(answer));
    on_scale.then(|| 2.5 * f64::from(answers.iter().enumerate().map(points).sum::<u8>()))
}

/// A rating of NASA-TLX from the mark on paper: `(mark - 1) x 5`, marks 1 to 21. 0 to 100; `None` off the scale.
#[must_use]
pub fn tlx_rating(mark: u8) -> Option<u8> {
    (1..=21).contains(&mark).then(|| (mark - 1) * 5)
}

/// Raw NASA-TLX of one person: the mean of mental, physical and temporal demand, performance (perfect to failure),
/// effort and frustration, each 0 to 100. High is worse. `None` off the scale.
///
/// Source: Hart and Staveland 1988, from summaries.
#[must_use]
pub fn raw_tlx(ratings: [u8; 6]) -> Option<f64> {
    weighted(ratings, [1; 6])
}

/// Weighted NASA-TLX of one person: `sum(rating x times chosen in 15 pairs) / 15`. 0 to 100, high is worse. `None`
/// when a rating is off its scale, or the choices are not 15 pairs (each dimension chosen at most five times).
///
/// Source: Hart and Staveland 1988, from summaries.
#[must_use]
pub fn weighted_tlx(ratings: [u8; 6], times_chosen: [u8; 6]) -> Option<f64> {
    let pairs = times_chosen
        .iter()
        .map(|times| u32::from(*times))
        .sum::<u32>();
    let possible = pairs == 15 && times_chosen.iter().all(|times| *times <= 5);
    weighted(ratings, times_chosen).filter(|_| possible)
}

/// Answers to the NHS Friends and Family Test: "Overall, how was your experience of our service?"
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FriendsAndFamily {
    /// Very good.
    pub very_good: u64,
    /// Good.
    pub good: u64,
    /// Neither good nor poor.
    pub neither: u64,
    /// Poor.
    pub poor: u64,
    /// Very poor.
    pub very_poor: u64,
    /// Don't know.
    pub dont_know: u64,
}

impl FriendsAndFamily {
    /// `(very good + good) / all answers x 100`, don't-knows included in all. Percent, 0 to 100; `None` without answers.
    ///
    /// Source: NHS trusts' published definitions (wuth.nhs.uk, epsom-sthelier.nhs.uk, cuh.nhs.uk).
    #[must_use]
    pub fn positive(&self) -> Option<f64> {
        percent(self.very_good.saturating_add(self.good), self.answers())
    }

    /// `(very poor + poor) / all answers x 100`, likewise.
    #[must_use]
    pub fn negative(&self) -> Option<f64> {
        percent(self.very_poor.saturating_add(self.poor), self.answers())
    }

    /// All answers, don't-knows included.
    #[must_use]
    pub fn answers(&self) -> u64 {
        let all = [
            self.very_good,
            self.good,
            self.neither,
            self.poor,
            self.very_poor,
            self.dont_know,
        ];
        all.into_iter().fold(0, u64::saturating_add)
    }
}

/// From each answer and how many gave it.
fn mean(
    answers: impl IntoIterator<Item = (u8, u64)>,
    scale: std::ops::RangeInclusive<u8>,
) -> Option<Mean> {
    let on_scale = answers
        .into_iter()
        .filter(|(answer, _)| scale.contains(answer));
    let (sum, n) = on_scale.fold((0_u64, 0_u64), |(sum, n), (answer, times)| {
        (sum + u64::from(answer) * times, n + times)
    });
    (n > 0).then(|| Mean {
        mean: sum as f64 / n as f64,
        n,
    })
}

fn weighted(ratings: [u8; 6], weights: [u8; 6]) -> Option<f64> {
    let all = weights.iter().map(|weight| u32::from(*weight)).sum::<u32>();
    let sum = ratings
        .iter()
        .zip(weights)
        .map(|(rating, weight)| u32::from(*rating) * u32::from(weight))
        .sum::<u32>();
    let on_scale = all > 0 && ratings.iter().all(|rating| *rating <= 100);
    on_scale.then(|| f64::from(sum) / f64::from(all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn seq_is_the_mean_of_answers_on_the_scale() {
        assert_eq!(
            seq(&[7, 6, 4, 0, 8]),
            Some(Mean {
                mean: 17.0 / 3.0,
                n: 3
            })
        );
        assert_eq!(seq(&[0, 9]), None);
    }

    #[test]
    fn effort_keeps_both_ways_apart() {
        let it = customer_effort(&[7, 5, 4, 1, 9]).expect("four answered");
        assert_eq!((it.mean.mean, it.agreeing), (4.25, KofN::new(2, 4)));
        assert_eq!(customer_effort(&[]), None);
    }

    #[test]
    fn umux_lite_reaches_its_ends() {
        assert_eq!(
            (umux_lite(1, 1), umux_lite(7, 7), umux_lite(4, 4)),
            (Some(0.0), Some(100.0), Some(50.0))
        );
        assert_eq!((umux_lite(0, 7), umux_lite(7, 8)), (None, None));
        assert_eq!(umux_lite_as_sus(0.0), Some(22.9));
        assert!(umux_lite_as_sus(100.0).is_some_and(|it| (it - 87.9).abs() < 1e-9));
        assert_eq!(umux_lite_as_sus(101.0), None);
    }

    #[test]
    fn sus_of_known_answers() {
        assert_eq!(sus([5, 1, 5, 1, 5, 1, 5, 1, 5, 1]), Some(100.0));
        assert_eq!(sus([1, 5, 1, 5, 1, 5, 1, 5, 1, 5]), Some(0.0));
        assert_eq!(sus([3; 10]), Some(50.0));
        assert_eq!(sus([4, 2, 4, 1, 4, 2, 5, 2, 4, 2]), Some(80.0));
        assert_eq!(sus([0; 10]), None);
    }

    #[test]
    fn tlx_raw_and_weighted() {
        let ratings = [60, 20, 80, 40, 70, 30];
        assert_eq!(raw_tlx(ratings), Some(50.0));
        assert_eq!(weighted_tlx(ratings, [5, 0, 4, 1, 3, 2]), Some(62.0));
        assert_eq!(weighted_tlx(ratings, [6, 0, 3, 1, 3, 2]), None);
        assert_eq!(raw_tlx([101, 0, 0, 0, 0, 0]), None);
        assert_eq!(
            (tlx_rating(1), tlx_rating(21), tlx_rating(22)),
            (Some(0), Some(100), None)
        );
    }

    #[test]
    fn friends_and_family_counts_those_who_do_not_know() {
        let it = FriendsAndFamily {
            very_good: 60,
            good: 20,
            neither: 5,
            poor: 4,
            very_poor: 6,
            dont_know: 5,
        };
        assert_eq!((it.positive(), it.negative()), (Some(80.0), Some(10.0)));
        assert_eq!(FriendsAndFamily::default().positive(), None);
    }

    proptest! {
        #[test]
        fn every_score_stays_on_its_scale(a: [u8; 10], b: [u8; 6], w: [u8; 6], some: Vec<u8>) {
            prop_assert!(seq(&some).is_none_or(|it| (1.0..=7.0).contains(&it.mean)));
            prop_assert!(customer_effort(&some).is_none_or(|it| it.agreeing.n() == it.mean.n));
            prop_assert!(umux_lite(a[0], a[1]).is_none_or(|it| (0.0..=100.0).contains(&it)));
            prop_assert!(sus(a.map(|it| it % 6)).is_none_or(|it| (0.0..=100.0).contains(&it)));
            prop_assert!(raw_tlx(b).is_none_or(|it| (0.0..=100.0).contains(&it)));
            prop_assert!(weighted_tlx(b, w).is_none_or(|it| (0.0..=100.0).contains(&it)));
        }
    }
}
