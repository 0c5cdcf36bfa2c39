//! How often somebody may try what could be guessed: typed codes, and proofs of being there.
//!
//! Only tries that failed count, each kind for itself, by who tries: the person when somebody is signed in, else the
//! network address and, with more room, the network around it. So one who guesses stops only themselves, and at worst
//! who types a code from the same address. What cannot be guessed is not counted, so that nobody is held up there: a
//! passkey, the address of an invitation. The address of a share page is too long to be guessed as well: whoever has it
//! right opens it, and only those who have it wrong too often are told so. Kept in memory: each server of several counts
//! for itself.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use app::walk::Millis;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    error::Failure,
    peer::{self, Net},
    seat::Seat,
    state::App,
};

/// How many tries may fail within [`WINDOW`]. A code has 60 random bits: what this leaves is out of reach.
pub const MOST_FAILED: u32 = 20;
/// How many may fail from all households of one IPv6 network: enough that neighbours do not hold each other up.
pub const MOST_FAILED_AROUND: u32 = 400;
/// How long a failed try counts.
pub const WINDOW: Millis = 10 * 60 * 1000;
/// How many are told apart at once, so that memory stays bounded. Beyond that the oldest are forgotten: nobody new is
/// refused because others tried.
const MOST_TOLD_APART: usize = 20_000;

/// What could be guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Guess {
    /// A typed code.
    Code,
    /// A proof of being there, of somebody who is signed in.
    Proof,
    /// The address of a share page.
    Packet,
}

impl Guess {
    /// True for what is too long to be guessed: whoever has it right is let in however often others had it wrong.
    fn opens_anyway(self) -> bool {
        self == Self::Packet
    }

    fn too_often(self) -> Failure {
        match self {
            Self::Code | Self::Proof => Failure::TooOften,
            Self::Packet => Failure::PacketTooOften,
        }
    }
}

/// On the answer to something that cannot have been right, whoever sent it: it tells nothing, and does not count.
#[derive(Clone, Copy, Debug)]
pub struct NoGuess;

/// Who tries.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Who {
    Person(String),
    Address(Option<Net>),
    Around(Net),
}

impl Who {
    fn most_failed(&self) -> u32 {
        match self {
            Self::Person(_) | Self::Address(_) => MOST_FAILED,
            Self::Around(_) => MOST_FAILED_AROUND,
        }
    }
}

type Counted = (Guess, Who);

/// A first try, and how many since.
#[derive(Clone, Copy, Debug)]
struct Tried {
    since: Millis,
    times: u32,
}

impl Tried {
    fn counts(&self, now: Millis) -> bool {
        (0..WINDOW).contains(&now.saturating_sub(self.since))
    }
}

/// Who tried how often.
#[derive(Debug, Default)]
pub struct Tries(Mutex<HashMap<Counted, Tried>>);

impl Tries {
    /// Counts a try for everybody it counts for; the milliseconds to wait when there were too many.
    fn take(&self, all_counted: &[Counted], now: Millis) -> Result<(), Millis> {
        let mut all = self.all();
        let wait = all_counted.iter().filter_map(|counted| {
            let tried = all.get(counted).filter(|tried| tried.counts(now))?;
            (tried.times >= counted.1.most_failed()).then(|| tried.since + WINDOW - now)
        });
        if let Some(wait) = wait.max() {
            return Err(wait);
        }
        for counted in all_counted {
            make_room(&mut all, now);
            let fresh = Tried {
                since: now,
                times: 0,
            };
            let tried = all.entry(counted.clone()).or_insert(fresh);
            if !tried.counts(now) {
                *tried = fresh;
            }
            tried.times += 1;
        }
        Ok(())
    }

    /// A try that did not fail does not count, and takes no place.
    fn give_back(&self, all_counted: &[Counted]) {
        let mut all = self.all();
        for counted in all_counted {
            if let Some(tried) = all.get_mut(counted) {
                tried.times = tried.times.saturating_sub(1);
                if tried.times == 0 {
                    all.remove(counted);
                }
            }
        }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<Counted, Tried>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Forgets what counts no more and, where that is not enough, the oldest quarter: seldom, since it makes room for many.
fn make_room(all: &mut HashMap<Counted, Tried>, now: Millis) {
    if all.len() < MOST_TOLD_APART {
        return;
    }
    all.retain(|_, tried| tried.counts(now));
    if all.len() < MOST_TOLD_APART {
        return;
    }
    let mut spare = all.len() / 4;
    let mut since: Vec<Millis> = all.values().map(|tried| tried.since).collect();
    let (_, &mut until, _) = since.select_nth_unstable(spare);
    all.retain(|_, tried| {
        let goes = spare > 0 && tried.since <= until;
        spare -= usize::from(goes);
        !goes
    });
}

/// Lets somebody try who has not failed too often; the others are told when to come back.
pub async fn guard(
    State((app, guess)): State<(App, Guess)>,
    request: Request,
    next: Next,
) -> Response {
    let counted: Vec<Counted> = who_tries(&app, &request)
        .into_iter()
        .map(|who| (guess, who))
        .collect();
    let held_up = app.tries.take(&counted, app.clock.now());
    if let Err(wait) = held_up
        && !guess.opens_anyway()
    {
        return come_back(guess, wait);
    }
    let answer = next.run(request).await;
    let no_guess = answer.extensions().get::<NoGuess>().is_some();
    let failed = !no_guess && answer.status().is_client_error();
    match held_up {
        Err(wait) if failed => return come_back(guess, wait),
        Ok(()) if !failed => app.tries.give_back(&counted),
        _ => {}
    }
    answer
}

fn come_back(guess: Guess, wait: Millis) -> Response {
    let mut answer = guess.too_often().into_response();
    let seconds = HeaderValue::from(wait / 1000 + 1);
    answer.headers_mut().insert(header::RETRY_AFTER, seconds);
    answer
}

fn who_tries(app: &App, request: &Request) -> Vec<Who> {
    if let Some(Seat(Some(viewer))) = request.extensions().get::<Seat>() {
        return vec![Who::Person(viewer.person.clone())];
    }
    match peer::address(request, &app.proxies) {
        None => vec![Who::Address(None)],
        Some(address) => {
            let around = peer::around(address).map(Who::Around);
            let household = Who::Address(Some(peer::household(address)));
            [Some(household), around].into_iter().flatten().collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv6Addr};

    use super::*;

    const NOON: Millis = 1_781_524_800_000;

    fn somebody(last: u8) -> [Counted; 1] {
        let address = IpAddr::from([192, 0, 2, last]);
        [(Guess::Code, Who::Address(Some(peer::household(address))))]
    }

    /// The household of this number in a /48.
    fn household(number: u16) -> [Counted; 2] {
        let address = Ipv6Addr::new(0x2001, 0xdb8, 7, number, 0, 0, 0, 1).into();
        let around = peer::around(address).expect("a network");
        [
            (Guess::Code, Who::Address(Some(peer::household(address)))),
            (Guess::Code, Who::Around(around)),
        ]
    }

    #[test]
    fn who_fails_too_often_waits_and_nobody_else() {
        let tries = Tries::default();
        for _ in 0..MOST_FAILED {
            assert_eq!(tries.take(&somebody(1), NOON), Ok(()));
        }
        assert_eq!(tries.take(&somebody(1), NOON + 1000), Err(WINDOW - 1000));
        assert_eq!(tries.take(&somebody(2), NOON), Ok(()));
        let [(_, who)] = somebody(1);
        let proof = [(Guess::Proof, who)];
        assert_eq!(tries.take(&proof, NOON), Ok(()), "each kind for itself");
        assert_eq!(tries.take(&somebody(1), NOON + WINDOW), Ok(()));
    }

    #[test]
    fn what_did_not_fail_does_not_count_and_takes_no_place() {
        let tries = Tries::default();
        for number in 0..10 * u16::try_from(MOST_FAILED).expect("few") {
            assert_eq!(tries.take(&household(number % 3), NOON), Ok(()));
            tries.give_back(&household(number % 3));
        }
        assert!(tries.all().is_empty());
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
    fn trust_14_all_households_of_a_network_have_so_many_tries_together() {
        let tries = Tries::default();
        let most = u16::try_from(MOST_FAILED_AROUND).expect("few");
        for number in 0..most {
            assert_eq!(tries.take(&household(number), NOON), Ok(()), "{number}");
        }
        assert_eq!(tries.take(&household(most), NOON), Err(WINDOW));
        assert_eq!(tries.take(&somebody(1), NOON), Ok(()));
        let places = tries.all().len();
        assert_eq!(places, usize::from(most) + 2, "who is refused takes none");
    }

    #[test]
    fn trust_14_memory_stays_bounded_and_nobody_new_is_refused() {
        let tries = Tries::default();
        let person = |at: usize| [(Guess::Code, Who::Person(at.to_string()))];
        let later = |at: usize| NOON + Millis::try_from(at).expect("small");
        for at in 0..MOST_TOLD_APART + 10 {
            assert_eq!(tries.take(&person(at), later(at)), Ok(()), "{at}");
        }
        let all = tries.all();
        assert!(all.len() <= MOST_TOLD_APART);
        assert!(!all.contains_key(&person(0)[0]), "the oldest");
        assert!(all.contains_key(&person(MOST_TOLD_APART - 1)[0]));
        drop(all);
        assert_eq!(tries.take(&somebody(1), NOON), Ok(()));
    }
}
