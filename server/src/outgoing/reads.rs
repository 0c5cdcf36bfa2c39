//! How often a key may read. Kept in memory: each server of several counts for itself.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use app::walk::Millis;

/// How often within a [`MINUTE`].
pub const MOST_READS: u32 = 120;
/// How long a read counts.
pub const MINUTE: Millis = 60_000;

/// Who read how often. Only keys that open something are counted, so it holds few.
#[derive(Debug, Default)]
pub struct Reads(Mutex<HashMap<String, (Millis, u32)>>);

impl Reads {
    /// Counts a read.
    ///
    /// # Errors
    /// The milliseconds to wait when there were too many.
    pub fn take(&self, key: &str, now: Millis) -> Result<(), Millis> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, (since, _)| (0..MINUTE).contains(&now.saturating_sub(*since)));
        let (since, times) = all.entry(key.to_owned()).or_insert((now, 0));
        if *times >= MOST_READS {
            return Err(*since + MINUTE - now);
        }
        *times += 1;
        Ok(())
    }
}
