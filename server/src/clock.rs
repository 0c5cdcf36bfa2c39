//! What time it is: the system's, or one that is set by hand.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use std::time::{SystemTime, UNIX_EPOCH};

use app::walk::Millis;

/// The server's clock. Clones of a clock that is set by hand move together.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    set: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system() -> Self {
        Self { set: None }
    }

    /// A clock that stands still at `now`, milliseconds since 1970, until it is set.
    #[must_use]
    pub fn set_at(now: Millis) -> Self {
        Self {
            set: Some(Arc::new(AtomicI64::new(now))),
        }
    }

    /// Moves a clock made by [`Clock::set_at`]; the system's clock is left alone.
    pub fn set(&self, now: Millis) {
        if let Some(set) = &self.set {
            set.store(now, Ordering::SeqCst);
        }
    }

    /// Now, in milliseconds since 1970.
    #[must_use]
    pub fn now(&self) -> Millis {
        match &self.set {
            Some(set) => set.load(Ordering::SeqCst),
            None => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |since| {
                    Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
                }),
        }
    }
}
