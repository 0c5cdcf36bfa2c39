//! What could be guessed can be tried only so often, and nobody else is kept out.

use std::net::{IpAddr, SocketAddr};

use server::{
    invitation,
    limits::{MOST_FAILED, MOST_FAILED_AROUND},
};

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

#[tokio::test]
async fn trust_14_what_is_no_code_is_no_guess_and_codes_hold_no_passkey_up() {
    let house = House::new().await;
    let post = async |path: &str, form: &str| {
        let ask = coming(house.post(path).form(form), GUESSER);
        ask.send().await.status
    };
    for at in 0..3 * MOST_FAILED {
        for none in ["", "code=", "code=7K2M", "code=UUUU-UUUU-UUUU"] {
            assert_eq!(post("/sign-in", none).await, 422, "{none}, try {at}");
        }
    }
    for at in 0..MOST_FAILED {
        assert_eq!(post("/sign-in", WRONG).await, 422, "try {at}");
    }
    assert_eq!(post("/sign-in", WRONG).await, 429);
    // It cannot be guessed who signs with a passkey: whoever is behind the same address goes on.
    for at in 0..3 * MOST_FAILED {
        for path in ["/passkey/entered", "/passkey/made"] {
            let ask = coming(house.post(path).json("{}"), GUESSER);
            assert_eq!(ask.send().await.status, 422, "{path}, try {at}");
        }
    }
}

#[tokio::test]
async fn trust_14_a_guesser_with_a_whole_network_is_stopped_and_locks_nobody_out() {
    let house = House::new().await;
    // A guesser with a network of 65 536 households has a bounded number of tries, whatever household they use.
    for at in 0..MOST_FAILED_AROUND {
        let answer = guess(&house, &format!("2001:db8:ffff:{at:x}::1"), "").await;
        assert_eq!(answer.status, 422, "try {at}");
    }
    let more = guess(&house, "2001:db8:ffff:ffff::1", "").await;
    assert_eq!(more.status, 429);
    let elsewhere = guess(&house, "2001:db8:fffe::1", "").await;
    assert_eq!(elsewhere.status, 422, "the next network is another");
}

#[tokio::test]
async fn trust_14_a_code_opens_nothing_as_an_address() {
    let house = House::new().await;
    let store = &house.app.store;
    let (made, _) = invitation::issue(store, "ann", NOON).await.expect("made");
    let plain = made.code.replace('-', "");
    for code in [&made.code, &plain, &plain.to_lowercase()] {
        let path = format!("/invite/{code}");
        let seen = house.get(&path).send().await;
        assert_eq!(seen.status, 404, "{code}");
        assert!(!seen.text().contains("Person ann"), "{code}");
        assert_eq!(house.post(&path).send().await.status, 404, "{code}");
        let form = format!("invitation={code}");
        let sent = house.post("/sign-in/sso").form(&form).send().await;
        assert_eq!(sent.status, 404, "{code}");
    }
    let code = format!("code={plain}");
    let typed = house.post("/sign-in").form(&code).send().await;
    assert_eq!(typed.status, 303, "it is still whole");
}
