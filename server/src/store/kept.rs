//! What was counted, kept in memory for as long as nothing is written: most of the time people read what was read before.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
};

use app::walk::{Millis, month::YearMonth};

use super::{Desk, StoreError, db::Result, version::Version};
use crate::period::month_of;

/// The most that is kept of one sort.
const MOST: usize = 16;
const HOUR_MS: Millis = 3_600_000;

/// What was read last, by what was asked.
#[derive(Debug)]
pub(super) struct Kept<K, V>(Mutex<HashMap<K, (Stamp, Arc<V>)>>);

/// What something was counted from. Another stamp, another count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// What was written.
    version: Version,
    /// The month it was then.
    this: YearMonth,
    /// The hour it was then, because ages grow.
    hour: Millis,
}

impl Desk {
    /// Taken before anything is counted, so that what is written meanwhile makes it out of date.
    pub(super) async fn stamp(&self, now: Millis) -> Result<Stamp> {
        Ok(Stamp {
            version: self.db().version().await?,
            this: month_of(&self.viewer.time_zone, now).ok_or(StoreError::NotFound)?,
            hour: now / HOUR_MS,
        })
    }
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, V> Kept<K, V> {
    /// What is kept, if its stamp still holds.
    pub(super) fn get(&self, asked: &K, stamp: &Stamp) -> Option<Arc<V>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (then, counted) = kept.get(asked)?;
        (then == stamp).then(|| counted.clone())
    }

    /// Keeps what was counted.
    pub(super) fn keep(&self, asked: K, stamp: Stamp, counted: V) -> Arc<V> {
        let counted = Arc::new(counted);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST && !kept.contains_key(&asked) {
            kept.clear();
        }
        kept.insert(asked, (stamp, counted.clone()));
        counted
    }
}
