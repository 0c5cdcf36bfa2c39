//! What could be guessed can be tried only so often, and nobody else is kept out.

use std::net::{IpAddr, SocketAddr};

use server::{invitation, limits::MOST_FAILED};

use crate::{
    Answer, House,
    house::{Ask, HOUR, NOON},
};

const GUESSER: &str = "203.0.113.9";
const WRONG: &str = "code=0000-0000-0000";

/// A request from this address.
fn coming<'a>(ask: Ask<'a>, address: &str) -> Ask<'a> {
    let address: IpAddr = address.parse().expect("an address");
    ask.over(SocketAddr::new(address, 40_000))
}

async fn guess(house: &House, address: &str, forwarded: &str) -> Answer {
    let ask = house.post("/sign-in").form(WRONG);
    let ask = ask.header("x-forwarded-for", forwarded);
    coming(ask, address).send().await
}

#[tokio::test]
async fn trust_14_guessing_with_forged_addresses_is_stopped_and_locks_nobody_out() {
    let house = House::new().await;
    for at in 0..MOST_FAILED {
        let answer = guess(&house, GUESSER, &format!("198.51.100.{at}")).await;
        assert_eq!(answer.status, 422, "try {at}");
    }
    for at in 0..50 {
        let answer = guess(&house, GUESSER, &format!("198.51.100.{at}, 10.0.0.{at}")).await;
        assert_eq!(answer.status, 429, "try {at}");
        let wait: u32 = answer.header("retry-after").parse().expect("seconds");
        assert!((1..=601).contains(&wait), "{wait}");
    }

    // A right code waits with the guesser; the whole address of an invitation, and other addresses, do not.
    let store = &house.app.store;
    let (made, _) = invitation::issue(store, "ann", NOON).await.expect("made");
    let code = format!("code={}", made.code);
    let here = coming(house.post("/sign-in").form(&code), GUESSER);
    assert_eq!(here.send().await.status, 429);
    let there = coming(house.post("/sign-in").form(&code), "203.0.113.10");
    assert_eq!(there.send().await.status, 303);
    let (other, _) = invitation::issue(store, "ben", NOON).await.expect("made");
    let opened = house.post(&format!("/invite/{}", other.token));
    assert_eq!(coming(opened, GUESSER).send().await.status, 303);

    house.clock.set(NOON + HOUR);
    assert_eq!(guess(&house, GUESSER, "").await.status, 422);
}

#[tokio::test]
async fn trust_14_a_person_who_fails_to_confirm_waits_alone() {
    let house = House::new().await;
    // Long enough after they signed in that nobody counts as confirmed.
    house.clock.set(NOON + HOUR);
    for _ in 0..MOST_FAILED {
        let answer = house.post("/confirm").by("ada").form("").send().await;
        assert_eq!(answer.status, 403);
    }
    let again = house.post("/confirm").by("ada").form("").send().await;
    assert_eq!(again.status, 429);
    let page = house.get("/office").by("ada").send().await;
    assert_eq!(page.status, 200, "she is not kept out of anything else");
    let other = house.post("/confirm").by("ann").form("").send().await;
    assert_eq!(other.status, 403, "others are not kept out");
}
