//! What keys read, and calendars at secret addresses.

use server::outgoing::MOST_READS;

use super::{SAID, walked};
use crate::{
    Answer, House,
    house::{HOUR, NOON},
};

/// Makes a key; what it opens with.
async fn key(house: &House, who: &str, form: &str) -> String {
    let answer = house
        .post("/office/systems/keys")
        .by(who)
        .form(form)
        .send()
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let (_, rest) = answer.text().split_once("value=\"fh_").expect("a key");
    ["fh_", &rest[..64]].concat()
}

async fn read(house: &House, key: &str, query: &str) -> Answer {
    let ask = house.get(&format!("/api/v1/threads?{query}"));
    ask.header("authorization", &format!("Bearer {key}"))
        .send()
        .await
}

fn threads(answer: &Answer) -> Vec<serde_json::Value> {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let page: serde_json::Value = answer.json();
    page["threads"].as_array().expect("threads").clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_06_a_key_reads_its_own_and_none_reads_nothing() {
    let house = House::new().await;
    walked(&house, 1, true).await;
    let all = key(&house, "ada", "name=Reports&days=30").await;
    let found = threads(&read(&house, &all, "").await);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (&found[0]["state"], &found[0]["felt"]),
        (&"new".into(), &1.into())
    );
    let body = read(&house, &all, "").await;
    assert!(!body.text().contains(SAID) && !body.text().contains("Person"));
    assert_eq!(
        threads(&read(&house, &all, "state=confirmed").await).len(),
        0
    );
    for (odd, named) in [
        ("state=fixed", "state=fixed"),
        ("servce=bins", "servce"),
        ("limit=many", "limit=many"),
        ("state=new&state=confirmed", "state=confirmed"),
        ("service=bins&service=", "service="),
    ] {
        let answer = read(&house, &all, odd).await;
        assert_eq!(
            (answer.status.as_u16(), answer.problem().as_str()),
            (400, "unknown_filter")
        );
        assert!(answer.text().contains(named), "{}", answer.text());
        assert!(!answer.text().contains("felt"), "nothing is read");
    }
    let ramps = key(&house, "ada", "name=Ramps&service=ramps").await;
    assert_eq!(threads(&read(&house, &ramps, "").await).len(), 0);
    assert_eq!(
        threads(&read(&house, &ramps, "service=bins").await).len(),
        0,
        "never more than its own"
    );
    let neighbour = key(&house, "abe", "name=Cwm").await;
    assert_eq!(
        threads(&read(&house, &neighbour, "service=bins").await).len(),
        0
    );
    for nobody in ["", "null", "fh_", &all[..40], &all[3..], "fh_' OR '1'='1"] {
        let answer = read(&house, nobody, "").await;
        assert_eq!(
            (answer.status.as_u16(), answer.problem().as_str()),
            (401, "not_signed_in"),
            "{nobody}"
        );
        let said = answer.text();
        assert!(said.contains("Authorization: Bearer") && said.contains("/office/systems"));
        assert!(!said.contains("Sign in"), "its reader is a program: {said}");
    }
    let stored = house
        .db
        .rows("SELECT token_hash FROM api_key", &[])
        .await
        .expect("rows");
    let stored = stored.iter().map(|row| row.text(0).expect("text"));
    assert!(stored.into_iter().all(|hash| !all.contains(&hash)));

    house.clock.set(NOON + 31 * 24 * HOUR);
    assert_eq!(read(&house, &all, "").await.status, 401, "run out");
    assert_eq!(read(&house, &ramps, "").await.status, 200);
    let row = house
        .db
        .row("SELECT id FROM api_key WHERE service = 'ramps'", &[])
        .await;
    let id = row.expect("a row").expect("one").text(0).expect("text");
    house.seat("ada").await;
    house.seat("abe").await;
    let end = format!("/office/systems/keys/{id}/end");
    assert_eq!(house.post(&end).by("abe").send().await.status, 404);
    assert_eq!(house.post(&end).by("ada").send().await.status, 303);
    assert_eq!(read(&house, &ramps, "").await.status, 401, "ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_26_what_is_asked_for_is_never_a_part_of_the_question() {
    let house = House::new().await;
    walked(&house, 1, false).await;
    let key = key(&house, "ada", "name=Reports").await;
    for odd in [
        "%27%20OR%20%271%27=%271",
        "%27;DROP%20TABLE%20thread--",
        "%00",
        "%25",
        "_",
        "%5C",
    ] {
        for name in ["service", "after"] {
            let answer = read(&house, &key, &format!("{name}={odd}")).await;
            assert_eq!(answer.status, 200, "{name}={odd}: {}", answer.text());
            if name == "service" {
                assert_eq!(threads(&answer).len(), 0, "{odd}");
            }
        }
        let copy = house.get(&format!(
            "/team/export/file?format=json&service={odd}&task={odd}"
        ));
        let copy = copy.by("tom").send().await;
        assert_eq!(
            (copy.status.as_u16(), copy.text()),
            (200, "[\n]\n"),
            "{odd}"
        );
        let words = format!("/team/export/file?what=friction&format=json&q={odd}");
        let words = house.get(&words).by("tom").send().await;
        assert_eq!(words.status, 200, "{odd}");
    }
    assert_eq!(threads(&read(&house, &key, "").await).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_go_on_where_the_last_one_ended_and_who_reads_too_often_waits() {
    let house = House::new().await;
    walked(&house, 1, false).await;
    house
        .write("INSERT INTO thread (id, organisation, service, task, step, category, decision, decided_at, reason, view, created_at) SELECT id || 'x', organisation, service, task, step, category, decision, decided_at, reason, view, created_at FROM thread")
        .await;
    house
        .write("INSERT INTO thread_row (thread, organisation, service, state, felt, leaders, first_felt, last_felt, worst, stopped, risk, contacted_again, unseen) SELECT thread || 'x', organisation, service, state, felt, leaders, first_felt, last_felt, worst, stopped, risk, contacted_again, unseen FROM thread_row")
        .await;
    let key = key(&house, "ada", "name=Reports").await;
    let first: serde_json::Value = read(&house, &key, "limit=1").await.json();
    let next = first["next"].as_str().expect("more");
    let second: serde_json::Value = read(&house, &key, &format!("limit=1&after={next}"))
        .await
        .json();
    assert_eq!(second["threads"][0]["id"], format!("{next}x"));
    for _ in 2..MOST_READS {
        assert_eq!(read(&house, &key, "").await.status, 200);
    }
    let often = read(&house, &key, "").await;
    assert_eq!(
        (often.status.as_u16(), often.header("retry-after")),
        (429, "61")
    );
    let said = often.text();
    assert!(
        said.contains("Retry-After") && often.problem() == "too_often",
        "{said}"
    );
    assert!(!said.contains("failed"), "{said}");
    house.clock.set(NOON + 61_000);
    assert_eq!(read(&house, &key, "").await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_calendar_at_a_secret_address_shows_the_days_and_ends() {
    let house = House::new().await;
    walked(&house, 1, false).await;
    house
        .write("UPDATE thread SET planned_for = '2026-07-01', due_on = '2026-06-20'")
        .await;
    let make = async |who: &str| {
        let form = house.form_to("/me/mail", "/me/calendar", who).await;
        let made = house.post("/me/calendar").by(who).form(&form);
        let made = made.send().await;
        assert_eq!(made.status, 200, "{}", made.text());
        let (_, rest) = made
            .text()
            .split_once("http://localhost:3000/calendar/")
            .expect("an address");
        let (address, _) = rest.split_once('"').expect("its end");
        ["/calendar/", address].concat()
    };
    let address = make("tom").await;
    assert!(address.ends_with(".ics?lang=en"), "{address}");
    let shown = house.get(&address).header("accept-language", "cy");
    let shown = shown.send().await;
    assert_eq!(shown.header("content-type"), "text/calendar; charset=utf-8");
    let text = shown.text();
    assert!(
        text.contains("DTSTART;VALUE=DATE:20260620")
            && text.contains("DTSTART;VALUE=DATE:20260701"),
        "{text}"
    );
    assert!(
        text.contains("Due: Report a missed bin") && !text.contains(SAID),
        "{text}"
    );
    let welsh = house
        .get(&address.replace("lang=en", "lang=cy"))
        .send()
        .await;
    assert!(
        welsh.text().contains("SUMMARY:I'w wneud: "),
        "{}",
        welsh.text()
    );
    let unsaid = address.replace("?lang=en", "?lang=xx");
    let unsaid = house.get(&unsaid).header("accept-language", "cy");
    let unsaid = unsaid.send().await;
    assert!(
        unsaid.text().contains("SUMMARY:I'w wneud: "),
        "{}",
        unsaid.text()
    );
    let others = house.get(&make("una").await).send().await;
    assert!(!others.text().contains("VEVENT"), "{}", others.text());
    let another = make("tom").await;
    assert_eq!(
        house.get(&address).send().await.status,
        404,
        "the one before"
    );
    assert_eq!(house.get(&another).send().await.status, 200);
    house
        .write("UPDATE person SET disabled_at = 1 WHERE id = 'tom'")
        .await;
    assert_eq!(house.get(&another).send().await.status, 404);
    house
        .write("UPDATE person SET disabled_at = NULL WHERE id = 'tom'")
        .await;
    assert_eq!(
        house.post("/me/calendar/end").by("tom").send().await.status,
        303
    );
    assert_eq!(house.get(&another).send().await.status, 404);
}
