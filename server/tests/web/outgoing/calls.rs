//! Calls to other systems: signed, tried again, and never inside.

use std::{sync::atomic::Ordering, time::Duration};

use server::{
    outgoing::{Calls, call_due, signature},
    state::App,
    store::MOST_TRIES,
};

use super::{SAID, listeners::Called, walked};
use crate::{
    House,
    house::{HOUR, NOON},
};

/// Longer than any test waits.
const FOR_EVER: Duration = Duration::from_secs(600);

async fn house() -> House {
    calling(Calls::here()).await
}

async fn calling(calls: Calls) -> House {
    House::with("http://localhost:3000", |app| App { calls, ..app }).await
}

/// Adds an address; what signs.
async fn add(house: &House, url: &str) -> String {
    let form = format!("url={url}");
    let added = house
        .post("/office/systems/hooks")
        .by("ada")
        .form(&form)
        .send()
        .await;
    assert_eq!(added.status, 200, "{}", added.text());
    let (_, rest) = added.text().split_once("whsec_").expect("a secret");
    let (secret, _) = rest.split_once('"').expect("its end");
    ["whsec_", secret].concat()
}

async fn call(house: &House) -> usize {
    call_due(&house.app).await.expect("the store answers")
}

fn header<'a>(heard: &'a str, name: &str) -> &'a str {
    let found = heard
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    found.unwrap_or_else(|| panic!("{name} in {heard}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_is_signed_and_tried_again_until_it_is_taken() {
    let called = Called::start().await;
    let house = house().await;
    let secret = add(&house, &called.url()).await;
    called.answers("500 Later\r\n");
    let (_, friction) = walked(&house, 1, true).await;
    assert_eq!(call(&house).await, 1);
    let first = called.heard().remove(0);
    assert_eq!(call(&house).await, 0, "not at once");
    house.clock.set(NOON + 10 * 60_000);
    called.answers("204 No Content\r\n");
    assert_eq!(call(&house).await, 1);
    let heard = called.heard().remove(0);
    let (id, seconds) = (
        header(&heard, "webhook-id"),
        header(&heard, "webhook-timestamp"),
    );
    assert_eq!(id, header(&first, "webhook-id"), "the same call");
    assert_eq!(seconds, (NOON / 1000 + 600).to_string());
    let (_, body) = heard.split_once("\r\n\r\n").expect("a body");
    assert_eq!(
        header(&heard, "webhook-signature"),
        signature(&secret, id, seconds, body)
    );
    let told: serde_json::Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(
        (&told["type"], &told["data"]["service"]),
        (&"risk".into(), &"bins".into())
    );
    assert_eq!(told["data"]["friction"], friction.to_string());
    assert!(
        !heard.contains(SAID) && !heard.contains("Person"),
        "{heard}"
    );
    house.clock.set(NOON + 100 * 60_000);
    assert_eq!(call(&house).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thread_that_stands_differently_is_told_of() {
    let called = Called::start().await;
    let house = house().await;
    add(&house, &called.url()).await;
    let (_, friction) = walked(&house, 1, false).await;
    assert_eq!(call(&house).await, 0);
    let seen = format!("/team/friction/{friction}/seen");
    assert_eq!(house.post(&seen).by("tom").send().await.status, 303);
    assert_eq!(call(&house).await, 1);
    let heard = called.heard().remove(0);
    assert!(
        heard.contains("\"state\":\"seen\"") && heard.contains("\"was\":\"new\""),
        "{heard}"
    );
    // An ended one hears no more.
    let sql = "SELECT id FROM hook";
    let id = house
        .db
        .row(sql, &[])
        .await
        .expect("a row")
        .expect("one")
        .text(0)
        .expect("text");
    let end = format!("/office/systems/hooks/{id}/end");
    assert_eq!(
        house.post(&end).by("abe").send().await.status,
        404,
        "the neighbour's"
    );
    walked(&house, 2, true).await;
    assert_eq!(house.post(&end).by("ada").send().await.status, 303);
    walked(&house, 3, true).await;
    assert_eq!(call(&house).await, 0);
    assert_eq!(called.heard().len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_24_a_redirect_is_not_followed_and_no_address_inside_is_taken() {
    let (called, other) = (Called::start().await, Called::start().await);
    let house = house().await;
    add(&house, &called.url()).await;
    called.answers(&format!("307 Elsewhere\r\nlocation: {}\r\n", other.url()));
    walked(&house, 1, true).await;
    assert_eq!(call(&house).await, 1);
    assert_eq!(called.heard().len(), 1);
    assert_eq!(other.connections.load(Ordering::SeqCst), 0);

    let house = House::new().await;
    let local = called.url();
    for bad in [
        local.as_str(),
        "https://localhost/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest",
        "https://[::ffff:127.0.0.1]/",
        "https://2130706433/",
        "https://user:pass@hooks.example.org/",
        "https://hooks.example.org%0d%0aHost:+evil/",
        "javascript:alert(1)",
    ] {
        let form = format!("url={bad}");
        let answer = house
            .post("/office/systems/hooks")
            .by("ada")
            .form(&form)
            .send()
            .await;
        assert_eq!(answer.status, 422, "{bad}");
    }
    // One that got in some other way is not called either.
    house
        .write("INSERT INTO hook (id, organisation, url, secret, made_by, made_at) VALUES ('h', 'aber', 'https://127.0.0.1:9/', 'x', 'ada', 1), ('n', 'aber', 'https://localhost:9/', 'x', 'ada', 1)")
        .await;
    walked(&house, 2, true).await;
    assert_eq!(call(&house).await, 2);
    let sql = "SELECT COUNT(*) FROM outbox WHERE fault = 'not allowed'";
    let row = house.db.row(sql, &[]).await.expect("a row").expect("one");
    assert_eq!(row.int(0).expect("a number"), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_system_that_hangs_holds_up_nobody_and_each_hears_in_order() {
    let (hanging, well) = (Called::start().await, Called::start().await);
    let house = calling(Calls::patient(FOR_EVER)).await;
    hanging.hangs();
    add(&house, &hanging.url()).await;
    add(&house, &well.url()).await;
    let mut felt = Vec::new();
    for seed in 1..=4 {
        house.clock.set(NOON + i64::from(seed));
        felt.push(walked(&house, seed, true).await.1.to_string());
    }
    let app = house.app.clone();
    let calling = tokio::spawn(async move { call_due(&app).await.is_ok() });
    let mut heard = Vec::new();
    while heard.len() < 4 {
        let rang = tokio::time::timeout(Duration::from_secs(10), well.rang.notified());
        rang.await.expect("heard while the other hangs");
        heard.extend(well.heard());
    }
    let told = |it: &String| heard.iter().position(|heard| heard.contains(it.as_str()));
    let order: Vec<_> = felt.iter().map(told).collect();
    assert_eq!(order, [Some(0), Some(1), Some(2), Some(3)]);
    // What comes meanwhile is called too.
    walked(&house, 5, true).await;
    let rang = tokio::time::timeout(Duration::from_secs(10), well.rang.notified());
    rang.await.expect("heard while the other hangs");
    assert!(!calling.is_finished(), "it hangs still");
    assert_eq!(
        (
            hanging.connections.load(Ordering::SeqCst),
            hanging.heard().len()
        ),
        (1, 1),
        "one call at a time"
    );
    calling.abort();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dead_system_is_given_up_after_so_many_tries_and_its_owner_is_told() {
    let called = Called::start().await;
    let house = house().await;
    add(&house, &called.url()).await;
    called.answers("500 Dead\r\n");
    walked(&house, 1, true).await;
    let systems = async || {
        house.seat("ada").await;
        let page = house.get("/office/systems").by("ada").send().await;
        page.text().to_owned()
    };
    let mut now = NOON;
    for tried in 1..=MOST_TRIES {
        assert_eq!(call(&house).await, 1, "try {tried}");
        assert_eq!(call(&house).await, 0, "not again at once");
        if tried == 1 {
            let page = systems().await;
            assert!(
                page.contains("1 not taken yet") && !page.contains("given up"),
                "{page}"
            );
        }
        now += 7 * HOUR;
        house.clock.set(now);
    }
    assert_eq!(call(&house).await, 0, "given up");
    assert_eq!(MOST_TRIES, 24, "as the handbook says");
    assert_eq!(called.connections.load(Ordering::SeqCst), 24);
    let page = systems().await;
    let said = "1 given up, each after 24 tries; the last on Monday 22";
    assert!(
        page.contains(said) && !page.contains("not taken yet"),
        "{page}"
    );
}
