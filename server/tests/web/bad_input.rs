//! What cannot be read, does not exist, or does not fit: a clear answer, and nothing lost or half-written.

use app::wire::{Refusal, SyncReply, SyncStatus};
use axum::http::Method;
use serde_json::json;
use server::store::{Db, Row};

use crate::{
    House,
    house::{HOUR, NOON},
    phone::{Phone, body},
};

#[tokio::test]
async fn what_is_not_utf8_or_not_json_is_refused_whole() {
    let house = House::new().await;
    let before = house.contents().await;
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let cases: [(Vec<u8>, &str); 7] = [
        (
            b"{\"sent_at\":1,\"facts\":[\"\xff\xfe\"]}".to_vec(),
            "not_utf8",
        ),
        (b"".to_vec(), "not_json"),
        (b"{".to_vec(), "not_json"),
        (b"[]".to_vec(), "not_json"),
        (b"{\"facts\":[]}".to_vec(), "not_json"),
        (
            b"{\"sent_at\":\"yesterday\",\"facts\":[]}".to_vec(),
            "not_json",
        ),
        (deep.clone().into_bytes(), "not_json"),
    ];
    for (sent, code) in cases {
        let answer = house.sync("ann", sent).await;
        assert_eq!(
            (answer.status.as_u16(), answer.problem()),
            (400, code.to_owned())
        );
    }
    let nested = house
        .sync("ann", format!("{{\"sent_at\":1,\"facts\":[{deep}]}}"))
        .await;
    let reply: SyncReply = nested.json();
    assert_eq!(reply.items[0].reason, Some(Refusal::Unreadable));
    assert_eq!(house.contents().await, before);
}

#[tokio::test]
async fn the_refusal_is_in_the_readers_language() {
    let house = House::new().await;
    for (accept, starts) in [("en", "What was sent"), ("cy", "Nid y JSON")] {
        let ask = house
            .post("/api/v1/sync")
            .by("ann")
            .json("{")
            .header("accept-language", accept);
        let problem: app::wire::Problem = ask.send().await.json();
        assert!(problem.message.starts_with(starts), "{}", problem.message);
    }
}

#[tokio::test]
async fn too_much_at_once_is_refused_whole() {
    let house = House::new().await;
    let before = house.contents().await;
    let mut phone = Phone::new(1, NOON);
    phone.start("missed-bin");
    phone.feel(&"x".repeat(5 * 1024 * 1024));
    let answer = house.sync("ann", phone.body()).await;
    assert_eq!(
        (answer.status.as_u16(), answer.problem()),
        (413, "too_large".to_owned())
    );
    let many: Vec<_> = (0..501).map(|_| json!(null)).collect();
    let answer = house.sync("ann", body(&many)).await;
    assert_eq!(
        (answer.status.as_u16(), answer.problem()),
        (413, "too_many".to_owned())
    );
    assert_eq!(house.contents().await, before);
    let form = format!("text={}", "x".repeat(100_000));
    let answer = house.post("/sign-in").form(&form).send().await;
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("<h1"), "{}", answer.text());
}

/// One item that cannot be taken does not hold back the rest.
#[tokio::test]
async fn each_fact_is_judged_by_itself() {
    let house = House::new().await;
    let mut phone = Phone::new(1, NOON);
    phone.start("missed-bin");
    phone.feel(&"x".repeat(100 * 1024));
    let mut facts: Vec<_> = phone.facts.iter().map(|fact| json!(fact)).collect();
    facts.push(json!({ "id": "never", "kind": 7 }));
    facts.push(json!("no fact"));
    let future = json!({ "id": uuid(), "walk": phone.walk, "at": NOON, "kind": "dreamt", "data": { "of": "tides" } });
    facts.push(future);
    let reply: SyncReply = house.sync("ann", body(&facts)).await.json();
    let came: Vec<_> = reply
        .items
        .iter()
        .map(|item| (item.status, item.reason))
        .collect();
    let refused = |why| (SyncStatus::Refused, Some(why));
    let stored = (SyncStatus::Stored, None);
    assert_eq!(
        came,
        [
            stored,
            stored,
            refused(Refusal::TooLarge),
            refused(Refusal::Unreadable),
            refused(Refusal::Unreadable),
            stored,
        ]
    );
}

fn uuid() -> String {
    "0197c0de-0000-7000-8000-00000000000a".to_owned()
}

/// A walk of a task nobody knows is kept, and shown to nobody until there is such a task.
#[tokio::test]
async fn a_walk_of_an_unknown_task_is_kept_and_not_shown() {
    let house = House::new().await;
    let mut phone = Phone::new(1, NOON);
    phone.start("no-such-task");
    let friction = phone.feel("Lost.");
    phone.finish();
    let reply: SyncReply = house.sync("ann", phone.body()).await.json();
    assert!(
        reply
            .items
            .iter()
            .all(|item| item.status == SyncStatus::Stored),
        "{reply:?}"
    );
    assert_eq!(
        house
            .get(&format!("/team/friction/{friction}"))
            .by("tom")
            .send()
            .await
            .status,
        404
    );
    let own = house
        .get(&format!("/api/v1/walks/{}", phone.walk))
        .by("ann")
        .send()
        .await;
    assert_eq!(own.status, 200);
}

/// A clock decades off moves nothing: the month is the one the server was in.
#[tokio::test]
async fn a_clock_decades_off_does_no_harm() {
    let house = House::new().await;
    for (seed, year_off) in [(1, -56_i64), (3, 73)] {
        let mut phone = Phone::new(seed, (NOON + year_off * 365 * 24 * HOUR).max(0));
        phone.start("missed-bin");
        phone.finish();
        let reply = house.sync("ann", phone.body()).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
    }
    let rows = house
        .db
        .rows("SELECT month FROM walk_row", &[])
        .await
        .expect("rows");
    let months: Vec<String> = rows
        .iter()
        .map(|row: &Row| row.text(0).expect("a month"))
        .collect();
    assert_eq!(months, ["2026-06", "2026-06"]);
    assert_eq!(
        house.get("/board/2026-06").by("bob").send().await.status,
        200
    );
}

#[tokio::test]
async fn what_does_not_exist_is_a_page_in_the_readers_language() {
    let house = House::new().await;
    for (path, person) in [
        ("/board/2026-13", "bob"),
        ("/board/0000-00", "bob"),
        ("/board/never", "bob"),
        ("/board/2026-6", "bob"),
        ("/board/2026-13.csv", "bob"),
        ("/board/2026-06/walks?need=perhaps", "bob"),
        ("/board/walk/never", "bob"),
        ("/team/friction/never", "tom"),
        ("/team/friction/0197c0de-0000-7000-8000-000000000001", "tom"),
        ("/team/walk/%00", "tom"),
        ("/nothing/here", "stranger"),
        ("/%ff%fe", "stranger"),
    ] {
        for lang in ["en", "cy"] {
            let answer = house
                .get(path)
                .by(person)
                .header("accept-language", lang)
                .send()
                .await;
            assert_eq!(answer.status, 404, "{path}");
            assert!(
                answer.text().contains(&format!("<html lang=\"{lang}\"")),
                "{path}: {}",
                answer.text()
            );
        }
    }
    let lost = house.get("/nothing").by("bob").send().await;
    assert!(
        lost.text().contains("/sign-out"),
        "whoever is signed in stays so: {}",
        lost.text()
    );
    let answer = house
        .ask(Method::DELETE, "/board/2026-06")
        .header("sec-fetch-site", "same-origin")
        .send()
        .await;
    assert_eq!(answer.status, 405);
    assert!(
        answer.header("allow").contains("GET"),
        "{:?}",
        answer.headers
    );
}

/// A form that lacks what it needs, or brings more than it should.
#[tokio::test]
async fn forms_take_only_their_own_fields() {
    let house = House::new().await;
    let before = house.contents().await;
    let answer = house
        .post("/office/invite")
        .by("ada")
        .form("name=")
        .send()
        .await;
    assert_eq!(answer.status, 422);
    let answer = house.post("/language").by("ada").json("{}").send().await;
    assert_eq!(answer.status.as_u16() / 100, 4);
    assert!(
        answer.text().contains("<h1"),
        "a page, not a library's own words: {}",
        answer.text()
    );
    assert_eq!(house.contents().await, before);
}

/// The disk fills while a walk is sent: 507, nothing half-written, and the same request is taken once there is room.
#[tokio::test]
async fn a_full_disk_is_told_and_nothing_is_half_written() {
    let house = House::new().await;
    let (before, limit) = (
        house.contents().await,
        "SELECT page_count FROM pragma_page_count",
    );
    let Db::Sqlite { write, .. } = &house.db else {
        panic!("SQLite")
    };
    let pages: i64 = sqlx::query_scalar(limit)
        .fetch_one(write)
        .await
        .expect("pages");
    let stop = format!("PRAGMA max_page_count = {pages}");
    sqlx::query(sqlx::AssertSqlSafe(stop))
        .execute(write)
        .await
        .expect("a limit");
    let mut phone = Phone::new(1, NOON);
    phone.start("missed-bin");
    for _ in 0..20 {
        phone.feel(&"Asked again. ".repeat(300));
    }
    let answer = house.sync("ann", phone.body()).await;
    assert_eq!(
        (answer.status.as_u16(), answer.problem()),
        (507, "full".to_owned())
    );
    assert_eq!(house.contents().await, before);
    let room = "PRAGMA max_page_count = 1000000";
    sqlx::query(room).execute(write).await.expect("room");
    let answer = house.sync("ann", phone.body()).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
}

/// The process is up, and says that it can do nothing: whoever watches sends people elsewhere.
#[tokio::test]
async fn a_database_that_does_not_answer_is_told() {
    let house = House::new().await;
    assert_eq!(house.get("/readyz").send().await.status, 200);
    house.app.store.close().await;
    assert_eq!(house.get("/healthz").send().await.status, 200);
    let answer = house.get("/readyz").send().await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("cache-control")),
        (503, "no-store")
    );
    let page = house.get("/team").by("tom").send().await;
    assert_eq!(page.status, 500);
    assert!(
        page.text().contains("<h1") && !page.text().to_lowercase().contains("pool"),
        "{}",
        page.text()
    );
}
