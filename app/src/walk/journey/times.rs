//! How long a step took: the middle, the middle half, and both ends.

use crate::walk::{
    Millis,
    measures::{Spread, time_on_task},
};

use super::FEWEST_FOR_A_MIDDLE;

/// The times of one step, all in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Times {
    /// Too few for a middle: each, the shortest first.
    Each(Vec<Millis>),
    /// The middle, and where the middle half begins and ends.
    Spread {
        /// Median, shortest, longest, how many.
        spread: Spread,
        /// A quarter took this long or less.
        low: Millis,
        /// A quarter took longer than this.
        high: Millis,
    },
}

impl Times {
    /// The times, in any order. `None` without any.
    ///
    /// The median is the mean of the two middle ones when they are even in number; quartiles are nearest ranks, the
    /// ⌈n/4⌉th and ⌈3n/4⌉th (Hyndman and Fan 1996, definition 1), so that they are times somebody had.
    #[must_use]
    pub fn of(mut times: Vec<Millis>) -> Option<Self> {
        let spread = time_on_task(&times)?;
        times.sort_unstable();
        if spread.n < FEWEST_FOR_A_MIDDLE {
            return Some(Self::Each(times));
        }
        let rank = |quarters: usize| {
            let at = (times.len() * quarters).div_ceil(4).saturating_sub(1);
            times.get(at).copied()
        };
        Some(Self::Spread {
            spread,
            low: rank(1)?,
            high: rank(3)?,
        })
    }

    /// How many.
    #[must_use]
    pub fn n(&self) -> u64 {
        match self {
            Self::Each(times) => times.len() as u64,
            Self::Spread { spread, .. } => spread.n,
        }
    }
}
