//! Small numbers, kept honest.

use serde::{Deserialize, Serialize};

/// Below this many, a share is written "7 of 10" and nothing else.
pub const FEWEST_FOR_PERCENT: u64 = 20;

/// So many of so many. Never more than all; a percentage exists only from [`FEWEST_FOR_PERCENT`] on, so that no
/// page, table or file can print one for a handful of attempts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KofN {
    k: u64,
    n: u64,
}

impl KofN {
    /// `k` of `n`; more than all counts as all.
    #[must_use]
    pub fn new(k: u64, n: u64) -> Self {
        Self { k: k.min(n), n }
    }

    /// How many of them are true.
    #[must_use]
    pub fn count(each: impl IntoIterator<Item = bool>) -> Self {
        each.into_iter().fold(Self::default(), Self::with)
    }

    /// One more, which is one of them or not.
    #[must_use]
    pub fn with(self, one_of_them: bool) -> Self {
        let k = self.k.saturating_add(u64::from(one_of_them));
        Self::new(k, self.n.saturating_add(1))
    }

    /// Both counts together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::new(
            self.k.saturating_add(other.k),
            self.n.saturating_add(other.n),
        )
    }

    /// How many.
    #[must_use]
    pub fn k(self) -> u64 {
        self.k
    }

    /// Of how many.
    #[must_use]
    pub fn n(self) -> u64 {
        self.n
    }

    /// The others: `n - k`.
    #[must_use]
    pub fn rest(self) -> u64 {
        self.n - self.k
    }

    /// `k / n x 100`, 0 to 100; `None` below [`FEWEST_FOR_PERCENT`].
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        super::percent(self.k, self.n).filter(|_| self.n >= FEWEST_FOR_PERCENT)
    }

    /// `k / n`, 0 to 1, for the height of a point in a drawing that also prints `k` and `n`; `None` of none.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        super::percent(self.k, self.n).map(|percent| percent / 100.0)
    }
}

/// Where the true share plausibly lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end, 0 to 1.
    pub low: f64,
    /// Upper end, 0 to 1.
    pub high: f64,
}

/// Wilson score interval at 95 %.
///
/// `(p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)` with `z = 1.96`. Shares from 0 to 1, within 0..=1;
/// `None` of none. Source: Wilson 1927; recommended for small completion rates by usability practice.
#[must_use]
pub fn wilson(count: KofN) -> Option<Interval> {
    const Z: f64 = 1.959_963_984_540_054;
    let p = count.share()?;
    let n = count.n() as f64;
    let middle = p + Z * Z / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let all = 1.0 + Z * Z / n;
    Some(Interval {
        low: ((middle - half) / all).clamp(0.0, p),
        high: ((middle + half) / all).clamp(p, 1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_handful_has_no_percentage() {
        assert_eq!(KofN::new(7, 10).percent(), None);
        assert_eq!(KofN::new(19, 19).percent(), None);
        assert_eq!(KofN::new(5, 20).percent(), Some(25.0));
        assert_eq!(
            (KofN::default().percent(), KofN::default().share()),
            (None, None)
        );
    }

    #[test]
    fn wilson_gives_the_published_interval() {
        // 7 of 10: 0.397 to 0.892 (R: binom.confint(7, 10, methods = "wilson")).
        let it = wilson(KofN::new(7, 10)).expect("there are ten");
        assert!(
            (it.low - 0.3968).abs() < 5e-4 && (it.high - 0.8922).abs() < 5e-4,
            "{it:?}"
        );
        assert_eq!(wilson(KofN::default()), None);
    }

    proptest! {
        #[test]
        fn counts_stay_within_bounds(k: u64, n: u64) {
            let count = KofN::new(k, n);
            prop_assert!(count.k() <= count.n() && count.k() + count.rest() == count.n());
            prop_assert!(count.percent().is_none_or(|it| (0.0..=100.0).contains(&it) && n >= 20));
            if let Some(it) = wilson(count) {
                let p = count.share().unwrap_or_default();
                prop_assert!(0.0 <= it.low && it.low <= p && p <= it.high && it.high <= 1.0);
            }
        }

        #[test]
        fn counting_in_two_halves_is_counting(all: Vec<bool>, at: prop::sample::Index) {
            let (a, b) = all.split_at(if all.is_empty() { 0 } else { at.index(all.len()) });
            let halves = KofN::count(a.iter().copied()).and(KofN::count(b.iter().copied()));
            prop_assert_eq!(KofN::count(all), halves);
        }
    }
}
