//! What somebody typed for a thread that a colleague put together with another meanwhile, and what cannot be read.

use crate::{House, thread::thread};

/// A thread, and one that a colleague puts together with it while both are open elsewhere.
async fn moved(house: &House) -> (String, String) {
    let whole = thread(house).await;
    let (_, friction) = house.walked("aber-bins", 3).await;
    let form = format!("friction={friction}");
    let split = house.post("tom", &format!("{whole}/split"), &form).await;
    let part = split.location.trim_end_matches("#parts").to_owned();
    assert_ne!(part, whole);
    let id = part.trim_start_matches("/team/thread/");
    let merge = format!("{whole}/merge");
    let joined = house.post("tom", &merge, &format!("with={id}")).await;
    assert_eq!(joined.status, 303);
    (whole, part)
}

#[tokio::test]
async fn what_is_sent_to_a_part_is_kept_with_the_whole() {
    let house = House::new().await;
    let (whole, part) = moved(&house).await;
    for (form, body, place) in [
        ("note", "text=Ask+the+print+room", "notes"),
        ("view", "text=The+form+is+new", "view"),
        ("give", "owner=tom&due=2026-07-01", "owner"),
        ("decide", "decision=accepted&why=Asked+twice", "state"),
    ] {
        let sent = house.post("tom", &format!("{part}/{form}"), body).await;
        assert_eq!(sent.location, format!("{whole}#{place}"), "{form}");
        let other = house.post("cat", &format!("{part}/{form}"), body).await;
        assert_eq!(other.status, 404, "{form}");
    }
    let page = house.get("tom", &whole).await;
    page.says(&[
        "Ask the print room",
        "“The form is new”",
        "TOM looks after it.",
        "“Asked twice”",
    ]);
}

#[tokio::test]
async fn what_no_longer_fits_the_whole_comes_back_as_it_was_typed() {
    let house = House::new().await;
    let (whole, part) = moved(&house).await;
    let id = part.trim_start_matches("/team/thread/");
    for (form, body) in [
        ("decide", "decision=planned&day=2026-07-01&why=Ours"),
        ("view", "text=Our+view"),
        ("give", "owner=tom&due=2026-07-01"),
    ] {
        let sent = house.post("tom", &format!("{whole}/{form}"), body).await;
        assert_eq!(sent.status, 303, "{form}");
    }
    for (form, body, kept) in [
        (
            "decide",
            "decision=accepted&why=Typed+meanwhile",
            ["\nTyped meanwhile</textarea>", "value=\"accepted\" checked"],
        ),
        (
            "view",
            "text=Typed+meanwhile",
            ["\nTyped meanwhile</textarea>", "id=\"view-text\""],
        ),
        (
            "give",
            "owner=&due=2026-08-09",
            ["value=\"2026-08-09\"", "To be done by"],
        ),
    ] {
        let path = format!("{part}/{form}");
        let sent = house.post("tom", &path, body).await;
        assert_eq!(sent.status, 422, "{form}");
        sent.says(&["A colleague put this together with another meanwhile."]);
        sent.says(&kept);
        let again = format!("action=\"{whole}/{form}");
        assert!(sent.body.contains(&again), "it is sent to the whole next");
        let welsh = house.post("tom; lang=cy", &path, body).await;
        welsh.says(&["Rhoddodd cydweithiwr hyn gydag un arall yn y cyfamser."]);
        let page = house.get("tom", &whole).await;
        assert!(!page.body.contains("Typed meanwhile"), "{form}");
        assert!(!page.body.contains("2026-08-09"), "{form}");
    }
    // What cannot be read comes back there, too.
    let long = format!("text={}", "a".repeat(2_001));
    for (form, body) in [("note", "text=+"), ("note", &long), ("view", &long)] {
        let sent = house.post("tom", &format!("{part}/{form}"), body).await;
        assert_eq!(sent.status, 422, "{form}");
    }
    let ticked = format!("thread={id}&do=explained&why=Typed+meanwhile");
    let sent = house.post("tom", "/team/threads", &ticked).await;
    assert_eq!(sent.status, 422);
    sent.says(&[
        "Colleagues put some of these together with others meanwhile",
        "\nTyped meanwhile</textarea>",
        "checked",
    ]);
    let now_ticked = format!("value=\"{}\"", whole.trim_start_matches("/team/thread/"));
    sent.says(&[&now_ticked]);
    let seen = format!("thread={id}&do=seen");
    let sent = house.post("tom", "/team/threads", &seen).await;
    assert_eq!(sent.location, "/team?done=1");
}

#[tokio::test]
async fn a_day_that_cannot_be_read_changes_nothing_and_comes_back() {
    let house = House::new().await;
    let thread = thread(&house).await;
    let give = format!("{thread}/give");
    house.post("tom", &give, "owner=tom&due=2026-07-01").await;
    for day in ["soon", "2026-02-30", "1/7/2026"] {
        let sent = house.post("tom", &give, &format!("owner=&due={day}")).await;
        assert_eq!(sent.status, 422, "{day}");
        let value = format!("value=\"{day}\"");
        sent.says(&["Write the day as a date", "aria-invalid=\"true\"", &value]);
        assert!(!sent.body.contains("value=\"tom\" selected"), "{day}");
    }
    let page = house.get("tom", &thread).await;
    page.says(&["TOM looks after it.", "To be done by 1 July 2026."]);
    house.post("tom", &give, "owner=tom&due=").await;
    let page = house.get("tom", &thread).await;
    assert!(
        !page.body.contains("To be done by 1"),
        "an empty one is none"
    );
}

#[tokio::test]
async fn why_not_now_is_read_on_the_phone_in_the_readers_language() {
    let house = House::new().await;
    let thread = thread(&house).await;
    let form = "decision=not_now&day=2026-07-14&why=A+new+rota+is+agreed+for+July.";
    let sent = house.post("tom", &format!("{thread}/decide"), form).await;
    assert_eq!(sent.status, 303);
    let plain = format!("/walk/plain/{}", house.walk);
    let friction = format!("/team/friction/{}", house.friction);
    let english =
        "Not now, and not before 14\u{a0}July\u{a0}2026. Reason: A new rota is agreed for July.";
    let welsh =
        "Nid nawr, a ddim cyn 14\u{a0}Gorffennaf\u{a0}2026. Rheswm: A new rota is agreed for July.";
    for (who, path) in [
        ("ann", "/api/v1/briefing"),
        ("ann", plain.as_str()),
        ("tom", friction.as_str()),
    ] {
        let page = house.get(who, path).await;
        assert!(page.body.contains(english), "{path}: {}", page.body);
        let page = house.get(&format!("{who}; lang=cy"), path).await;
        assert!(page.body.contains(welsh), "{path}: {}", page.body);
    }
}
