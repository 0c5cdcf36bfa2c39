//! Who listens to news, and how often each is told. Kept in memory: each server of several counts for itself.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use app::walk::Millis;
use tokio::sync::oneshot;

/// How many pages of one person listen at once. Whoever opens another ends the oldest.
pub const MOST_OF_ONE: usize = 8;
/// How many listen at once in all.
pub const MOST_LISTENERS: usize = 1_000;
/// How long a listener is left alone after it was told something: what comes in between is told as one.
pub const PAUSE: Millis = 300;

/// Everybody who listens.
#[derive(Debug)]
pub struct Listeners {
    most: usize,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    next: u64,
    all: usize,
    of: HashMap<String, VecDeque<(u64, oneshot::Sender<()>)>>,
}

/// A place among those who listen; free again when it is dropped.
#[derive(Debug)]
pub struct Place {
    listeners: Arc<Listeners>,
    person: String,
    id: u64,
    /// Told when it is to end, for a newer one.
    pub ended: oneshot::Receiver<()>,
}

/// When a listener was last told something.
#[derive(Debug, Default)]
pub struct Pace(Option<Millis>);

impl Default for Listeners {
    fn default() -> Self {
        Self::of(MOST_LISTENERS)
    }
}

impl Listeners {
    /// With room for so many.
    #[must_use]
    pub fn of(most: usize) -> Self {
        Self {
            most,
            open: Mutex::default(),
        }
    }

    /// A place for one more page of a person; none when there is no room.
    #[must_use]
    pub fn enter(self: &Arc<Self>, person: &str) -> Option<Place> {
        let (tell, ended) = oneshot::channel();
        let mut open = self.open();
        let mine = open.of.get_mut(person);
        if let Some((_, oldest)) = mine
            .filter(|it| it.len() >= MOST_OF_ONE)
            .and_then(VecDeque::pop_front)
        {
            open.all -= 1;
            // It may have gone by itself.
            oldest.send(()).ok();
        }
        if open.all >= self.most {
            return None;
        }
        open.all += 1;
        open.next += 1;
        let id = open.next;
        let mine = open.of.entry(person.to_owned()).or_default();
        mine.push_back((id, tell));
        Some(Place {
            listeners: self.clone(),
            person: person.to_owned(),
            id,
            ended,
        })
    }

    /// How many listen.
    #[must_use]
    pub fn count(&self) -> usize {
        self.open().all
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.listeners.open();
        let Some(mine) = open.of.get_mut(&self.person) else {
            return;
        };
        let before = mine.len();
        mine.retain(|(id, _)| *id != self.id);
        let (left, gone) = (mine.len(), before - mine.len());
        if left == 0 {
            open.of.remove(&self.person);
        }
        open.all -= gone;
    }
}

impl Pace {
    /// True when it is time to tell again; then that is noted. A clock that was set back holds nobody up.
    pub fn go(&mut self, now: Millis) -> bool {
        let soon = |last| (0..PAUSE).contains(&now.saturating_sub(last));
        let go = !self.0.is_some_and(soon);
        if go {
            self.0 = Some(now);
        }
        go
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_page_of_a_person_ends_for_a_newer_one() {
        let all = Arc::new(Listeners::default());
        let mut places: Vec<Place> = (0..=MOST_OF_ONE)
            .map(|_| all.enter("tom").expect("a place"))
            .collect();
        assert_eq!(places[0].ended.try_recv(), Ok(()));
        assert!(places[1].ended.try_recv().is_err(), "goes on");
        assert_eq!(all.count(), MOST_OF_ONE);
        places.remove(0);
        assert_eq!(all.count(), MOST_OF_ONE, "it had left already");
        places.clear();
        assert_eq!(all.count(), 0);
    }

    #[test]
    fn there_is_room_for_so_many() {
        let all = Arc::new(Listeners::of(2));
        let (first, _second) = (all.enter("tom"), all.enter("una"));
        assert!(first.is_some() && all.enter("tom").is_none());
        drop(first);
        assert!(all.enter("tom").is_some());
    }

    #[test]
    fn a_listener_is_left_alone_for_a_while() {
        let mut pace = Pace::default();
        assert!(pace.go(1_000));
        assert!(!pace.go(1_000) && !pace.go(1_000 + PAUSE - 1));
        assert!(pace.go(1_000 + PAUSE));
        assert!(pace.go(500), "a clock that was set back");
    }
}
