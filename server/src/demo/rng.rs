//! Chance for the demonstration: the same seed tells the same year.

use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

/// A seeded source of chance.
pub(super) struct Chance(StdRng);

impl Chance {
    pub(super) fn seeded(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// True `percent` times of a hundred.
    pub(super) fn happens(&mut self, percent: u32) -> bool {
        self.0.random_range(0..100) < percent
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.random_range(least..=most.max(least))
    }

    /// One of several; `None` of none.
    pub(super) fn one_of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.choose(&mut self.0)
    }

    /// Bits for an id.
    pub(super) fn bits(&mut self) -> [u8; 10] {
        self.0.random()
    }
}
