//! Attacks by number: organisations named in a request, roles that are gone, sets that are empty, fields too many,
//! names of files.

use app::{walk::WalkId, wire::SyncReply};
use serde_json::{Value, json};
use server::store::Row;

use super::{LINES, Must, ask_with, must, route, sets_for, world::askers};
use crate::{House, house::NOON, matrix::world::world, phone::Phone, photos::picture_of};

/// What nobody may set by naming it.
const TOO_MANY: &str = "&organisation=cwm&org_id=cwm&org=cwm&roles=administrator&verified=1&frozen=1&confirmed_at=9999999999999&disabled_at=1&break_glass=1&author=ben&sign_in=sso_only&demonstration=1";

/// Who is what, and what is whose.
async fn standing(house: &House) -> Vec<String> {
    const OF: [&str; 5] = [
        "SELECT id, organisation || ' ' || roles || ' ' || COALESCE(disabled_at, 0) || ' ' || break_glass FROM person",
        "SELECT id, person || ' ' || confirmed_at FROM session",
        "SELECT id, sign_in || ' ' || demonstration FROM organisation",
        "SELECT id, organisation || ' ' || author FROM walk",
        "SELECT person, service FROM person_service",
    ];
    let mut all = Vec::new();
    for sql in OF {
        let rows = house.db.rows(sql, &[]).await.expect("rows");
        let line = |row: &Row| {
            format!(
                "{sql}: {} {}",
                row.text(0).expect("text"),
                row.text(1).expect("text")
            )
        };
        all.extend(rows.iter().map(line));
    }
    all.sort();
    all
}

#[tokio::test]
async fn trust_02_the_things_own_organisation_counts() {
    let house = House::new().await;
    // A person is added where the administrator is.
    let form = "name=Eve&role=leader&organisation=cwm&org_id=cwm";
    let path = "/office/invite?organisation=cwm&org_id=cwm";
    let made = house.post(path).by("ada").form(form).send().await;
    assert_eq!(made.status, 200, "{}", made.text());
    let at = house
        .app
        .store
        .people_named("aber", "Eve")
        .await
        .expect("an answer");
    let there = house
        .app
        .store
        .people_named("cwm", "Eve")
        .await
        .expect("an answer");
    assert!(at.len() == 1 && there.is_empty());
    // A walk belongs where its leader is.
    let (phone, _) = Phone::whole_walk(1);
    let mut body: Value = serde_json::from_str(&phone.body()).expect("JSON");
    body["organisation"] = json!("cwm");
    for fact in body["facts"].as_array_mut().expect("facts") {
        fact["organisation"] = json!("cwm");
        fact["data"]["organisation"] = json!("cwm");
    }
    let sent = house.sync("ann", body.to_string()).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    assert_eq!(owner(&house, phone.walk).await, "aber ann");
}

async fn owner(house: &House, walk: WalkId) -> String {
    let sql = "SELECT organisation || ' ' || author FROM walk WHERE id = $1";
    let row = house
        .db
        .row(sql, &[walk.to_string().into()])
        .await
        .expect("an answer");
    row.expect("a walk").text(0).expect("text")
}

/// Of what asks for a fresh proof, and of all of the set-up: whoever never came, was an administrator, or is disabled.
#[tokio::test]
async fn trust_03_who_may_not_any_more_exports_erases_and_sets_up_nothing() {
    let (house, sets) = world().await;
    let before = house.contents().await;
    let mut asked = 0;
    for line in LINES {
        let set_up = line.path.starts_with("/office");
        if !set_up && !route(line).confirmed {
            continue;
        }
        for asker in askers()
            .iter()
            .filter(|asker| ["eve", "dem", "dis", "nil"].contains(&asker.name))
        {
            // One's own copy and one's own erasure are everybody's who is signed in.
            if !set_up && !asker.nobody {
                continue;
            }
            for set in sets_for(line, &sets) {
                let answer = ask_with(&house, line, asker, set, "").await;
                assert!(
                    [303, 404].contains(&answer.status.as_u16()),
                    "{} as {}",
                    line.path,
                    asker.name
                );
                asked += 1;
            }
        }
    }
    assert!(asked > 10, "{asked}");
    assert_eq!(house.contents().await, before);
}

/// What asks for a fresh proof does nothing ten minutes after the last one.
#[tokio::test]
async fn what_asks_for_a_fresh_proof_does_nothing_without_one() {
    let (house, sets) = world().await;
    house.clock.set(NOON + 11 * 60 * 1000);
    let before = house.contents().await;
    for line in LINES.iter().filter(|line| route(line).confirmed) {
        for set in sets_for(line, &sets) {
            for asker in askers().iter().filter(|asker| !asker.nobody) {
                let Must::Get(_) = must(line, asker, set) else {
                    continue;
                };
                let answer = ask_with(&house, line, asker, set, "").await;
                let expected = if line.method == "GET" { 303 } else { 403 };
                assert_eq!(answer.status, expected, "{} as {}", line.path, asker.name);
                if expected == 303 {
                    assert!(
                        answer.header("location").starts_with("/confirm?next="),
                        "{}",
                        line.path
                    );
                }
            }
        }
    }
    assert_eq!(house.contents().await, before);
}

/// No role, or no service to answer for, is nothing at all, and never "no restriction".
#[tokio::test]
async fn trust_05_an_empty_set_sees_nothing() {
    let (house, sets) = world().await;
    let goes_on = |line: &&super::Line| !["/sign-out", "/me/erase"].contains(&line.path);
    for line in LINES.iter().filter(goes_on) {
        for set in sets_for(line, &sets) {
            for asker in askers()
                .iter()
                .filter(|asker| ["nil", "emp"].contains(&asker.name))
            {
                let answer = ask_with(&house, line, asker, set, "").await;
                let body = String::from_utf8_lossy(&answer.bytes);
                assert!(
                    !body.contains("Asked twice."),
                    "{} {} as {}",
                    line.method,
                    line.path,
                    asker.name
                );
            }
        }
    }
    let inbox = house.get("/team").by("emp").send().await;
    assert_eq!(inbox.status, 200);
    assert!(!inbox.text().contains("/team/friction/"));
    // The same page of a team that does answer for it has it.
    let inbox = house.get("/team").by("tom").send().await;
    assert!(inbox.text().contains("/team/thread/"));
}

/// Facts of a sync stay tolerant by design: a newer phone may say more than this server knows, and nothing may be
/// lost of it. What they say too much has no effect.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_07_fields_too_many_have_no_effect() {
    for line in LINES.iter().filter(|line| line.method == "POST") {
        // These change a person's standing for whoever may, by fields of their own; they have tests of their own.
        if line.path.starts_with("/office/people")
            || ["/sign-out", "/me/erase"].contains(&line.path)
        {
            continue;
        }
        let (house, sets) = world().await;
        let before = standing(&house).await;
        let more = if line.body.starts_with('{') {
            r#","organisation":"cwm","org_id":"cwm","role":"administrator","roles":"administrator","verified":true,"frozen":true,"confirmed_at":9999999999999"#
        } else {
            TOO_MANY
        };
        for asker in askers()
            .iter()
            .filter(|asker| ["ann", "tom", "bob", "ada", "nil"].contains(&asker.name))
        {
            let answer = ask_with(&house, line, asker, &sets[0], more).await;
            assert!(
                !answer.status.is_server_error(),
                "{} as {}",
                line.path,
                asker.name
            );
        }
        assert_eq!(standing(&house).await, before, "{}", line.path);
    }
}

#[tokio::test]
async fn trust_07_a_fact_cannot_say_whose_it_is() {
    let house = House::new().await;
    let (phone, _) = Phone::whole_walk(1);
    let mut body: Value = serde_json::from_str(&phone.body()).expect("JSON");
    for fact in body["facts"].as_array_mut().expect("facts") {
        for (field, value) in [
            ("author", "ben"),
            ("person", "ben"),
            ("role", "administrator"),
            ("org_id", "cwm"),
        ] {
            fact[field] = json!(value);
            fact["data"][field] = json!(value);
        }
        fact["frozen"] = json!(true);
    }
    let reply: SyncReply = house.sync("ann", body.to_string()).await.json();
    assert!(
        reply.items.iter().all(|item| item.reason.is_none()),
        "{reply:?}"
    );
    assert_eq!(owner(&house, phone.walk).await, "aber ann");
    assert_eq!(house.get("/office").by("ann").send().await.status, 404);
}

/// What a phone or a person calls a photo is used for nothing: its id is.
#[tokio::test]
async fn trust_22_the_name_of_an_upload_is_used_for_nothing() {
    let house = House::new().await;
    let start = house
        .post("/walk/plain/start")
        .by("ann")
        .form("task=missed-bin")
        .send()
        .await;
    assert_eq!(start.status, 303, "{}", start.text());
    let walk = start.header("location").to_owned();
    let long = "x".repeat(5000);
    let names = [
        "../../etc/passwd",
        "/etc/passwd",
        "CON",
        "a\\..\\b.jpg",
        &long,
        "CON",
    ];
    let mut body =
        b"--edge\r\ncontent-disposition: form-data; name=\"category\"\r\n\r\nasked\r\n".to_vec();
    for (shade, name) in (0..).zip(names) {
        let head = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"photos\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend([head.as_bytes(), &picture_of(40 * shade), b"\r\n"].concat());
    }
    body.extend(b"--edge--\r\n");
    let walk = walk.split(['?', '#']).next().expect("a path");
    let parts: Vec<&str> = walk.split('/').collect();
    let felt = house
        .post(&format!("/walk/plain/{}/friction", parts[3]))
        .by("ann")
        .header("content-type", "multipart/form-data; boundary=edge")
        .bytes(&body)
        .send()
        .await;
    assert_eq!(felt.status, 303, "{}", felt.text());
    let rows = house
        .db
        .rows("SELECT id, walk FROM photo", &[])
        .await
        .expect("rows");
    let ids: std::collections::BTreeSet<String> =
        rows.iter().map(|row| row.text(0).expect("an id")).collect();
    assert_eq!(ids.len(), names.len(), "none overwrites another");
    for id in &ids {
        assert!(uuid::Uuid::parse_str(id).is_ok(), "{id}");
    }
    let everything = house.contents().await.join("\n");
    for name in ["passwd", "CON", "..", &long] {
        assert!(!everything.contains(name), "{name} was kept");
    }
    let page = house.get(walk).by("ann").send().await;
    assert!(!page.text().contains("passwd"));
    let mut files: Vec<_> = std::fs::read_dir(house.folder.path())
        .expect("a folder")
        .flatten()
        .map(|it| it.file_name())
        .collect();
    files.sort();
    assert!(
        files
            .iter()
            .all(|file| file == "site" || file.to_string_lossy().starts_with("firsthand.db")),
        "{files:?}"
    );
}
