//! What somebody was denied lately, so that one who keeps trying a door fills no audit with it.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use app::walk::Millis;

/// How long what was noted stands for more of the same.
pub const STANDS_FOR: Millis = 10 * 60 * 1000;
/// How many are remembered before those that stand for nothing any more are looked for.
const MANY: usize = 4096;

/// Who was denied what, when it was last noted. There are no more of them than people times addresses.
#[derive(Debug, Default)]
pub struct Denials(Mutex<HashMap<(String, &'static str), Millis>>);

impl Denials {
    /// True when this is to be noted: the first time, and again when a while has passed.
    pub fn is_new(&self, person: &str, path: &'static str, now: Millis) -> bool {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stands = |at: Millis| (0..STANDS_FOR).contains(&now.saturating_sub(at));
        if noted.len() >= MANY {
            noted.retain(|_, at| stands(*at));
        }
        let key = (person.to_owned(), path);
        if noted.get(&key).is_some_and(|at| stands(*at)) {
            return false;
        }
        noted.insert(key, now);
        true
    }

    /// Forgets what could not be noted.
    pub fn forget(&self, person: &str, path: &'static str) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.remove(&(person.to_owned(), path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Millis = 1_781_524_800_000;

    #[test]
    fn each_persons_each_address_is_noted_once_in_a_while() {
        let denials = Denials::default();
        assert!(denials.is_new("ann", "/office", NOON));
        assert!(!denials.is_new("ann", "/office", NOON + STANDS_FOR - 1));
        assert!(denials.is_new("ann", "/team", NOON));
        assert!(denials.is_new("ben", "/office", NOON));
        assert!(denials.is_new("ann", "/office", NOON + STANDS_FOR));
        denials.forget("ann", "/office");
        assert!(denials.is_new("ann", "/office", NOON + STANDS_FOR));
        assert!(denials.is_new("ann", "/office", NOON), "a clock set back");
    }
}
