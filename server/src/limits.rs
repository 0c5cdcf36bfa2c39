//! How often somebody may try what could be guessed: codes, and proofs of being there.
//!
//! Only tries that failed count, by who tries: the person when somebody is signed in, else the network address. So
//! one who guesses stops only themselves, and at worst who types a code from the same address; a passkey, and the
//! address of an invitation, work on. Kept in memory: each server of several counts for itself.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, MutexGuard, PoisonError},
};

use app::walk::Millis;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{error::Failure, peer, seat::Seat, state::App};

/// How many tries may fail within [`WINDOW`]. A code has 60 random bits: what this leaves is out of reach.
pub const MOST_FAILED: u32 = 20;
/// How long a failed try counts.
pub const WINDOW: Millis = 10 * 60 * 1000;
/// How many are told apart at once, so that memory stays bounded.
const MOST_TOLD_APART: usize = 20_000;

/// Who tries.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Who {
    Person(String),
    Address(Option<IpAddr>),
}

/// A first try, and how many since.
#[derive(Clone, Copy, Debug)]
struct Tried {
    since: Millis,
    times: u32,
}

/// Who tried how often.
#[derive(Debug, Default)]
pub struct Tries(Mutex<HashMap<Who, Tried>>);

impl Tries {
    /// Counts a try; the milliseconds to wait when there were too many.
    fn take(&self, who: &Who, now: Millis) -> Result<(), Millis> {
        let mut all = self.all();
        if all.len() >= MOST_TOLD_APART {
            all.retain(|_, tried| now.saturating_sub(tried.since) < WINDOW);
        }
        if all.len() >= MOST_TOLD_APART && !all.contains_key(who) {
            return Err(WINDOW);
        }
        let fresh = Tried {
            since: now,
            times: 0,
        };
        let tried = all.entry(who.clone()).or_insert(fresh);
        let passed = now.saturating_sub(tried.since);
        if !(0..WINDOW).contains(&passed) {
            *tried = fresh;
        }
        if tried.times >= MOST_FAILED {
            return Err(WINDOW - passed);
        }
        tried.times += 1;
        Ok(())
    }

    /// A try that did not fail does not count.
    fn give_back(&self, who: &Who) {
        if let Some(tried) = self.all().get_mut(who) {
            tried.times = tried.times.saturating_sub(1);
        }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<Who, Tried>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets somebody try who has not failed too often; the others are told when to come back.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let who = who_tries(&app, &request);
    if let Err(wait) = app.tries.take(&who, app.clock.now()) {
        let mut answer = Failure::TooOften.into_response();
        let seconds = HeaderValue::from(wait / 1000 + 1);
        answer.headers_mut().insert(header::RETRY_AFTER, seconds);
        return answer;
    }
    let answer = next.run(request).await;
    if !answer.status().is_client_error() {
        app.tries.give_back(&who);
    }
    answer
}

fn who_tries(app: &App, request: &Request) -> Who {
    match request.extensions().get::<Seat>() {
        Some(Seat(Some(viewer))) => Who::Person(viewer.person.clone()),
        _ => Who::Address(peer::network(request, &app.proxies)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Millis = 1_781_524_800_000;

    fn somebody(last: u8) -> Who {
        Who::Address(Some(IpAddr::from([192, 0, 2, last])))
    }

    #[test]
    fn who_fails_too_often_waits_and_nobody_else() {
        let tries = Tries::default();
        for _ in 0..MOST_FAILED {
            assert_eq!(tries.take(&somebody(1), NOON), Ok(()));
        }
        assert_eq!(tries.take(&somebody(1), NOON + 1000), Err(WINDOW - 1000));
        assert_eq!(tries.take(&somebody(2), NOON), Ok(()));
        assert_eq!(tries.take(&somebody(1), NOON + WINDOW), Ok(()));
    }

    #[test]
    fn what_did_not_fail_does_not_count() {
        let tries = Tries::default();
        for _ in 0..10 * MOST_FAILED {
            assert_eq!(tries.take(&somebody(1), NOON), Ok(()));
            tries.give_back(&somebody(1));
        }
    }

    #[test]
    fn a_clock_set_back_does_not_lock_anybody_out() {
        let tries = Tries::default();
        for _ in 0..MOST_FAILED {
            let _ = tries.take(&somebody(1), NOON);
        }
        assert_eq!(tries.take(&somebody(1), NOON - 100 * WINDOW), Ok(()));
    }

    #[test]
    fn memory_stays_bounded() {
        let tries = Tries::default();
        for at in 0..MOST_TOLD_APART + 10 {
            let _ = tries.take(&Who::Person(at.to_string()), NOON);
        }
        assert_eq!(tries.all().len(), MOST_TOLD_APART);
        assert_eq!(tries.take(&somebody(1), NOON + WINDOW), Ok(()));
    }
}
