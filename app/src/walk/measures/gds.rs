//! What a government service must publish about itself.

use serde::{Deserialize, Serialize};

use super::percent;

/// GDS completion rate: `completed / started x 100`. Percent, 0 to 100; `None` when none was started.
///
/// A transaction is completed when the service did what it should, a correct "you are not eligible" included. A save
/// taken up again is no new start, though its completion counts: so completions can outnumber starts in a period, and
/// then count as 100.
/// Source: Government Service Design Manual, measurement/completion-rate.
#[must_use]
pub fn completion_rate(completed: u64, started: u64) -> Option<f64> {
    percent(completed.min(started), started)
}

/// GDS user satisfaction with what must be published beside it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Satisfaction {
    /// 0 (all very dissatisfied) to 100 (all very satisfied).
    pub percent: f64,
    /// How many answered.
    pub n: u64,
    /// Answers at each level, from very dissatisfied to very satisfied.
    pub levels: [u64; 5],
}

/// GDS user satisfaction: `(mean - 1) / 4 x 100` of answers from 1 (very dissatisfied) to 5 (very satisfied): 0, 25,
/// 50, 75 or 100 for each answer. Not the share of the two highest. Percent, 0 to 100; `None` without answers.
///
/// `levels` counts the answers from very dissatisfied to very satisfied.
/// Source: alphagov/spotlight, user-satisfaction.js; gov.uk, "Data you must publish".
#[must_use]
pub fn satisfaction(levels: [u64; 5]) -> Option<Satisfaction> {
    let n = levels.iter().copied().fold(0, u64::saturating_add);
    let points = (0_u64..)
        .zip(levels)
        .map(|(points, answers)| points as f64 * answers as f64)
        .sum::<f64>();
    (n > 0).then(|| Satisfaction {
        percent: (points / (4.0 * n as f64) * 100.0).min(100.0),
        n,
        levels,
    })
}

/// GDS digital take-up: `completed digitally / completed in all channels x 100`. Percent, 0 to 100; `None` when none
/// was completed. Assisted digital counts as digital.
///
/// Source: gov.uk service manual, measurement/digital-takeup.
#[must_use]
pub fn digital_take_up(digital: u64, all_channels: u64) -> Option<f64> {
    percent(digital.min(all_channels), all_channels)
}

/// GDS cost per transaction: `total cost / completed transactions`, in pounds; `None` when none was completed.
///
/// `total_pence` holds all fixed and variable cost of providing the service, not of starting it, over 12 months.
/// Source: Government Service Design Manual, measurement/cost-per-transaction.
#[must_use]
pub fn cost_per_transaction(total_pence: u64, completed: u64) -> Option<f64> {
    (completed > 0).then(|| total_pence as f64 / 100.0 / completed as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn score(levels: [u64; 5]) -> f64 {
        satisfaction(levels).expect("there are answers").percent
    }

    #[test]
    fn satisfaction_gives_the_published_figures() {
        // Office of the Public Guardian, published as 80 and 91.
        assert!((score([23, 46, 153, 419, 528]) - 79.58).abs() < 0.005);
        assert!((score([67, 73, 205, 1276, 4434]) - 91.03).abs() < 0.005);
        assert_eq!(satisfaction([0; 5]), None);
    }

    #[test]
    fn each_answer_is_worth_a_quarter_more() {
        for (level, percent) in [0.0, 25.0, 50.0, 75.0, 100.0].into_iter().enumerate() {
            let mut levels = [0; 5];
            levels[level] = 3;
            assert_eq!(score(levels), percent);
        }
    }

    #[test]
    fn rates_and_costs() {
        assert_eq!(completion_rate(3, 4), Some(75.0));
        assert_eq!(completion_rate(5, 4), Some(100.0));
        assert_eq!(completion_rate(0, 0), None);
        assert_eq!(digital_take_up(30, 40), Some(75.0));
        assert_eq!(digital_take_up(0, 0), None);
        assert_eq!(cost_per_transaction(250_000, 1_000), Some(2.5));
        assert_eq!(cost_per_transaction(250_000, 0), None);
    }

    proptest! {
        #[test]
        fn satisfaction_is_between_nought_and_a_hundred(levels: [u32; 5]) {
            let it = satisfaction(levels.map(u64::from));
            prop_assert!(it.is_none_or(|it| (0.0..=100.0).contains(&it.percent) && it.n > 0));
        }
    }
}
