//! Making passkeys and using them, as a browser does it and as nobody should.

use std::time::{Duration, Instant};

use app::wire::{Briefing, Sealing};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;
use server::invitation::{self, Invitation};

use crate::{
    Answer, House,
    authenticator::Authenticator,
    house::{HOUR, NOON},
    phone::Phone,
    sealed::{facts_of, seal},
};

async fn invite(house: &House, person: &str) -> Invitation {
    let issued = invitation::issue(&house.app.store, person, house.clock.now()).await;
    issued.expect("an invitation").0
}

pub async fn send(house: &House, path: &str, cookies: &str, body: &str) -> Answer {
    let ask = house.post(path).header("cookie", cookies).json(body);
    ask.send().await
}

/// Spends an invitation; the cookie of the ceremony.
async fn enrol(house: &House, person: &str) -> String {
    let invitation = invite(house, person).await;
    let spent = house
        .post(&format!("/invite/{}", invitation.token))
        .form("");
    let spent = spent.send().await;
    assert_eq!(spent.header("location"), "/enrol");
    assert!(!spent.cookies().contains("session"), "{}", spent.cookies());
    spent.cookies()
}

/// Makes a passkey; the session's cookie.
pub async fn make(house: &House, person: &str, device: &mut Authenticator) -> String {
    let enrolling = enrol(house, person).await;
    finish(house, &enrolling, device).await
}

/// Makes the passkey that an invitation leads to; the session's cookie.
async fn finish(house: &House, enrolling: &str, device: &mut Authenticator) -> String {
    let asked = send(house, "/passkey/make", enrolling, "{}").await;
    assert_eq!(asked.status, 200, "{}", asked.text());
    let made = device.make(&asked.json::<Value>());
    let cookies = [enrolling, "; ", &asked.cookies()].concat();
    let made = send(house, "/passkey/made", &cookies, &made).await;
    assert_eq!(made.status, 200, "{}", made.text());
    session(&made)
}

/// Makes a passkey on another device, from a session; the new session's cookie.
async fn another(house: &House, cookie: &str, device: &mut Authenticator) -> String {
    let page = house
        .post("/me/sign-in/device")
        .header("cookie", cookie)
        .form("");
    let page = page.send().await;
    assert!(page.text().contains("class=\"qr\""), "{}", page.text());
    let at = page.text().find("/invite/").expect("an address");
    let path = &page.text()[at..at + 8 + 64];
    let spent = house.post(path).form("").send().await.cookies();
    finish(house, &spent, device).await
}

/// Takes the passkey of this device away.
async fn remove(house: &House, cookie: &str, device: u8) -> Answer {
    let id = URL_SAFE_NO_PAD.encode([device; 32]);
    let ask = house.post("/me/sign-in/remove").header("cookie", cookie);
    ask.form(&format!("passkey={id}")).send().await
}

fn session(answer: &Answer) -> String {
    let cookies = answer.cookies();
    let session = cookies
        .split("; ")
        .find(|it| it.starts_with("__Host-session="));
    session.expect("a session").to_owned()
}

/// What the server asks of somebody who signs in, and the cookie to answer with.
async fn asked(house: &House) -> (Value, String) {
    let asked = send(house, "/passkey/enter", "", "{}").await;
    (asked.json(), asked.cookies())
}

async fn enter(house: &House, device: &mut Authenticator) -> Answer {
    let (options, cookie) = asked(house).await;
    send(house, "/passkey/entered", &cookie, &device.sign(&options)).await
}

fn assert_refused(answer: &Answer, what: &str) {
    assert_eq!(answer.status, 422, "{what}: {}", answer.text());
    assert_eq!(answer.text(), "{\"said\":\"refused\"}", "{what}");
    assert_eq!(answer.cookies(), "", "{what}");
}

#[tokio::test]
async fn a_passkey_is_made_and_signs_in() {
    let house = House::new().await;
    let mut device = Authenticator::new(1);
    let first = make(&house, "tom", &mut device).await;
    let inbox = house.get("/team").header("cookie", &first).send().await;
    assert_eq!(inbox.status, 200);
    let entered = enter(&house, &mut device).await;
    assert_eq!(entered.text(), "{\"to\":\"/team\"}");
    assert_ne!(session(&entered), first);
    assert!(
        entered.header("set-cookie").contains("Max-Age=2592000"),
        "a month for a team: {}",
        entered.header("set-cookie")
    );
}

#[tokio::test]
async fn a_ceremony_that_fails_can_be_tried_again_for_fifteen_minutes() {
    let house = House::new().await;
    let enrolling = enrol(&house, "tom").await;
    let page = house
        .get("/enrol")
        .header("cookie", &enrolling)
        .send()
        .await;
    assert!(page.text().contains("Make my passkey"), "{}", page.text());
    let mut device = Authenticator::new(1);
    device.verifies = false;
    for verifies in [false, true] {
        house.clock.set(house.clock.now() + HOUR / 10);
        device.verifies = verifies;
        let asked = send(&house, "/passkey/make", &enrolling, "{}").await;
        let made = device.make(&asked.json::<Value>());
        let cookies = [&enrolling, "; ", &asked.cookies()].concat();
        let made = send(&house, "/passkey/made", &cookies, &made).await;
        assert_eq!(
            made.status,
            if verifies { 200 } else { 422 },
            "{}",
            made.text()
        );
    }
    let enrolling = enrol(&house, "una").await;
    house.clock.set(house.clock.now() + HOUR / 4);
    let late = send(&house, "/passkey/make", &enrolling, "{}").await;
    assert_eq!(late.text(), "{\"said\":\"over\"}");
}

#[tokio::test]
async fn trust_17_what_no_honest_browser_sends_is_refused() {
    let house = House::new().await;
    let mut device = Authenticator::new(1);
    make(&house, "tom", &mut device).await;
    let mut other = Authenticator::new(2);
    make(&house, "una", &mut other).await;

    let mut unverified = device.clone();
    unverified.verifies = false;
    assert_refused(&enter(&house, &mut unverified).await, "nobody verified");

    let mut elsewhere = device.clone();
    elsewhere.origin = "http://evil.example".into();
    assert_refused(&enter(&house, &mut elsewhere).await, "another origin");

    let mut anothers = device.clone();
    anothers.handle = other.handle.clone();
    assert_refused(&enter(&house, &mut anothers).await, "another's handle");

    let mut key = Authenticator::new(3);
    key.id = device.id.clone();
    key.handle = device.handle.clone();
    assert_refused(&enter(&house, &mut key).await, "another's key");

    let (options, cookie) = asked(&house).await;
    let signed = device.sign(&options);
    let first = send(&house, "/passkey/entered", &cookie, &signed).await;
    assert_eq!(first.status, 200);
    let again = send(&house, "/passkey/entered", &cookie, &signed).await;
    assert_eq!(again.text(), "{\"said\":\"over\"}", "replayed");
    let (_, cookie) = asked(&house).await;
    let again = send(&house, "/passkey/entered", &cookie, &signed).await;
    assert_refused(&again, "replayed into another ceremony");

    let mut cloned = device.clone();
    cloned.counter -= 1;
    assert_refused(
        &enter(&house, &mut cloned).await,
        "a counter that stands still",
    );
    cloned.counter = 0;
    assert_refused(
        &enter(&house, &mut cloned).await,
        "a counter that went back",
    );
    assert_eq!(
        enter(&house, &mut device).await.status,
        200,
        "the honest one goes on"
    );
}

#[tokio::test]
async fn trust_16_an_invitation_is_spent_once_and_by_no_scanner() {
    let house = House::new().await;
    let invitation = invite(&house, "ann").await;
    let path = format!("/invite/{}", invitation.token);
    for _ in 0..3 {
        let looked = house.get(&path).send().await;
        assert_eq!(
            (looked.status.as_u16(), looked.cookies()),
            (200, String::new())
        );
    }
    let spend = async || house.post(&path).form("").send().await;
    let first = spend().await;
    assert_eq!(first.header("location"), "/enrol");
    let second = spend().await;
    assert_eq!(
        (second.status.as_u16(), second.cookies()),
        (404, String::new())
    );
    let late = invite(&house, "ann").await;
    house.clock.set(NOON + 24 * HOUR);
    let late = house
        .post(&format!("/invite/{}", late.token))
        .form("")
        .send()
        .await;
    assert_eq!(late.status, 404);
}

#[tokio::test]
async fn trust_13_a_session_begins_anew_and_does_not_come_back() {
    let house = House::new().await;
    let mut device = Authenticator::new(1);
    let first = make(&house, "tom", &mut device).await;
    let (options, cookie) = asked(&house).await;
    let cookies = [&first, "; ", &cookie].concat();
    let entered = send(&house, "/passkey/entered", &cookies, &device.sign(&options)).await;
    let second = session(&entered);
    assert_ne!(first, second);
    let open = async |cookie: &str| {
        let api = house.get("/api/v1/briefing").header("cookie", cookie);
        api.send().await.status.as_u16()
    };
    assert_eq!((open(&first).await, open(&second).await), (401, 200));
    house
        .post("/sign-out")
        .header("cookie", &second)
        .form("")
        .send()
        .await;
    assert_eq!(open(&second).await, 401);
}

#[tokio::test]
async fn trust_06_half_a_token_is_nobodys() {
    let house = House::new().await;
    let mut device = Authenticator::new(1);
    let whole = make(&house, "tom", &mut device).await;
    // Somebody is about to make a passkey: whoever has no cookie of that does not go on in their place.
    enrol(&house, "una").await;
    let (half, _) = whole.split_at(whole.len() - 32);
    let (_, token) = whole.split_once('=').expect("a token");
    // What a stolen database has of it.
    let hash = format!("__Host-session={}", server::token::hash(token));
    for cookie in [
        "__Host-session=",
        "__Host-session=null",
        half,
        "__Host-session=%00",
        &hash,
    ] {
        let api = house.get("/api/v1/briefing").header("cookie", cookie);
        assert_eq!(api.send().await.status, 401, "{cookie}");
    }
    for token in [
        "",
        "null",
        "__Host-enrol",
        "__Host-enrol=",
        "__Host-enrol=null",
    ] {
        let asked = send(&house, "/passkey/make", token, "{}").await;
        assert_eq!(asked.text(), "{\"said\":\"over\"}", "{token}");
    }
}

/// What a leader's phone with this session seals with.
async fn sealing(house: &House, cookie: &str) -> Sealing {
    let news = house.get("/api/v1/briefing").header("cookie", cookie);
    let news: Briefing = news.send().await.json();
    news.sealing.expect("something to seal with")
}

#[tokio::test]
async fn trust_12_removal_and_recovery_end_upload_tickets_of_before() {
    let house = House::new().await;
    let (mut phone, mut desk) = (Authenticator::new(1), Authenticator::new(2));
    let first = make(&house, "ann", &mut phone).await;
    let second = another(&house, &first, &mut desk).await;
    let (stolen, own) = (
        sealing(&house, &first).await,
        sealing(&house, &second).await,
    );
    let held = "SELECT COUNT(*) FROM held_seal";
    let sent = async |with: &Sealing, seed: u8| {
        let (phone, _) = Phone::whole_walk(seed);
        let sealed = seal(with, &facts_of(&phone), None);
        house.send_seal(&sealed).await.status.as_u16()
    };
    assert_eq!((sent(&stolen, 1).await, sent(&own, 2).await), (200, 200));
    remove(&house, &second, 1).await;
    assert_eq!(
        (sent(&stolen, 3).await, sent(&own, 4).await),
        (422, 200),
        "what waits on the device that removed it still arrives"
    );

    // What came while she was disabled, and was not taken in since, goes with a recovery too.
    house.set_disabled("ann", Some(NOON)).await;
    assert_eq!(sent(&own, 5).await, 200);
    assert_eq!(house.count(held).await, 1);
    house.set_disabled("ann", None).await;
    let enrolling = enrol(&house, "ann").await;
    assert_eq!(sent(&own, 6).await, 422, "at once");
    assert_eq!(house.count(held).await, 0);
    let new = finish(&house, &enrolling, &mut Authenticator::new(3)).await;
    assert_eq!(sent(&own, 7).await, 422);
    assert_eq!(sent(&stolen, 8).await, 422);
    let new = sealing(&house, &new).await;
    assert_eq!(sent(&new, 9).await, 200);
    let walks = "SELECT COUNT(*) FROM walk WHERE author = 'ann'";
    assert_eq!(house.count(walks).await, 4);
}

#[tokio::test]
async fn trust_12_removal_and_recovery_end_every_session() {
    let house = House::new().await;
    let (mut phone, mut desk) = (Authenticator::new(1), Authenticator::new(2));
    let first = make(&house, "tom", &mut phone).await;
    let second = another(&house, &first, &mut desk).await;
    let open = async |cookie: &str| {
        let page = house.get("/team").header("cookie", cookie);
        page.send().await.status.as_u16()
    };
    assert_eq!((open(&first).await, open(&second).await), (200, 200));

    let removed = remove(&house, &second, 1).await;
    assert_eq!(removed.header("location"), "/me/sign-in?removed=1");
    let third = session(&removed);
    assert_eq!(
        (open(&first).await, open(&second).await, open(&third).await),
        (303, 303, 200)
    );
    assert_refused(&enter(&house, &mut phone).await, "a passkey taken away");
    let last = remove(&house, &third, 2).await;
    assert_eq!(
        last.header("location"),
        "/me/sign-in",
        "the only way in stays"
    );
    assert_eq!(open(&third).await, 200);

    let enrolling = enrol(&house, "tom").await;
    assert_eq!(open(&third).await, 303, "a recovery ends them at once");
    let page = house
        .get("/enrol")
        .header("cookie", &enrolling)
        .send()
        .await;
    assert!(
        page.text().contains("signed out everywhere"),
        "{}",
        page.text()
    );
    let mut new = Authenticator::new(3);
    finish(&house, &enrolling, &mut new).await;
    assert_refused(&enter(&house, &mut desk).await, "a passkey from before");
    assert_eq!(enter(&house, &mut new).await.status, 200);
}

#[tokio::test]
async fn what_asks_for_it_is_confirmed_by_a_passkey_of_ones_own() {
    let house = House::new().await;
    let (mut mine, mut hers) = (Authenticator::new(1), Authenticator::new(2));
    let tom = make(&house, "tom", &mut mine).await;
    make(&house, "una", &mut hers).await;
    house.clock.set(NOON + HOUR);
    let first = house
        .post("/me/sign-in/device")
        .header("cookie", &tom)
        .form("a=b");
    let first = first.send().await;
    assert_eq!(first.status, 403);
    assert!(
        first.text().contains("Confirm with my passkey"),
        "{}",
        first.text()
    );
    let ask = send(&house, "/passkey/confirm", &tom, "{}").await;
    let cookies = [&tom, "; ", &ask.cookies()].concat();
    let signed = hers.sign(&ask.json::<Value>());
    let stolen = send(&house, "/passkey/confirmed", &cookies, &signed);
    assert_refused(&stolen.await, "another's passkey");
    let go_on = async || {
        let path = "/confirm?next=/me/sign-in/device&carry=true";
        let go = house.post(path).header("cookie", &tom).form("a=b");
        go.send().await
    };
    assert_eq!(go_on().await.status, 403, "not before it is confirmed");
    let ask = send(&house, "/passkey/confirm", &tom, "{}").await;
    let cookies = [&tom, "; ", &ask.cookies()].concat();
    let signed = mine.sign(&ask.json::<Value>());
    let confirmed = send(&house, "/passkey/confirmed", &cookies, &signed).await;
    assert_eq!(confirmed.text(), "{\"confirmed\":true}");
    let on = go_on().await;
    assert_eq!(
        (on.status.as_u16(), on.header("location")),
        (307, "/me/sign-in/device")
    );
}

#[tokio::test]
async fn trust_18_next_never_leads_away() {
    let house = House::new().await;
    for evil in [
        "%2F%2Fevil.example",
        "javascript%3Aalert(1)",
        "%5C%5Cevil",
        "https%3A%2F%2Fevil.example",
    ] {
        let path = format!("/confirm?next={evil}");
        let page = house.get(&path).by("tom").send().await;
        assert!(!page.text().contains("action=\"/confirm?next=//"), "{evil}");
        let on = house.post(&path).by("tom").form("").send().await;
        assert_eq!(
            (on.status.as_u16(), on.header("location")),
            (303, "/"),
            "{evil}"
        );
    }
}

/// The middle of many times: what one slow moment does not move.
fn middle(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

#[tokio::test]
async fn trust_15_known_and_unknown_cannot_be_told_apart() {
    const TRIES: usize = 500;
    let house = House::new().await;
    let mut device = Authenticator::new(1);
    make(&house, "tom", &mut device).await;
    // A stolen id and handle, and a key that does not fit; and the same of somebody who is not there.
    let forged = |id: u8| {
        let mut forged = Authenticator::new(7);
        forged.id = vec![id; 32];
        forged.handle = device.handle.clone();
        forged.counter = 100;
        forged
    };
    let (mut known, mut unknown) = (forged(1), forged(9));
    let mut times = [Vec::new(), Vec::new()];
    for at in 0..TRIES {
        for (which, device) in [&mut known, &mut unknown].into_iter().enumerate() {
            // A new minute for each, so that nobody has to wait.
            house
                .clock
                .set(NOON + i64::try_from(at).expect("few") * HOUR);
            let (options, cookie) = asked(&house).await;
            let signed = device.sign(&options);
            let began = Instant::now();
            let answer = send(&house, "/passkey/entered", &cookie, &signed).await;
            times[which].push(began.elapsed());
            assert_refused(&answer, "forged");
        }
    }
    let [known, unknown] = times.each_mut().map(|times| middle(times));
    let ratio = known.as_secs_f64() / unknown.as_secs_f64();
    assert!(
        (0.7..1.43).contains(&ratio),
        "known {known:?}, unknown {unknown:?}"
    );
}
