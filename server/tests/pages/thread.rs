//! The page of a thread: found from what was felt, decided by forms alone.

use crate::{
    House,
    house::{DAY, NOON, PRIVATE},
};

/// The address of the thread that the house's friction is in, as its page links to it.
pub async fn thread(house: &House) -> String {
    let friction = format!("/team/friction/{}", house.friction);
    let page = house.get("tom", &friction).await;
    let after = page.body.split("href=\"/team/thread/").nth(1);
    let id = after.and_then(|it| it.split('"').next());
    format!("/team/thread/{}", id.expect("a link to the thread"))
}

#[tokio::test]
async fn a_thread_is_one_link_from_what_was_felt() {
    let house = House::new().await;
    let thread = thread(&house).await;
    let page = house.get("tom", &thread).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let friction = format!("/team/friction/{}", house.friction);
    page.says(&[
        "<h1>Asked too much, or again</h1>",
        "Felt once",
        "At its worst: Stopped me",
        "Marked as a risk: 1 of 1.",
        "Only somebody who walks it again on a phone can say that it held.",
        "Say how it stands",
        "Nothing yet.",
        &friction,
    ]);
    assert!(!page.body.contains("<script>"), "words stay text");
    for private in PRIVATE.iter().chain(&["ANN"]) {
        assert!(!page.body.contains(private), "{private} is the leader's");
    }
    let welsh = house.get("tom; lang=cy", &thread).await;
    welsh.says(&["Sut mae'n sefyll", "Teimlwyd unwaith"]);
    for person in ["ann", "bob", "cat", "non"] {
        assert_eq!(house.get(person, &thread).await.status, 404, "{person}");
    }
}

#[tokio::test]
async fn what_the_team_says_is_on_the_page() {
    let house = House::new().await;
    let thread = thread(&house).await;
    let decide = format!("{thread}/decide");
    let planned = "decision=planned&day=2026-07-01&why=A+shorter+%3Cform%3E";
    let sent = house.post("tom", &decide, planned).await;
    assert_eq!(
        (sent.status, sent.location),
        (303.try_into().expect("a status"), format!("{thread}#state"))
    );
    let page = house.get("tom", &thread).await;
    page.says(&[
        "Planned",
        "TOM, today at 13:00.",
        "By 1 July 2026.",
        "“A shorter &lt;form&gt;”",
    ]);
}

#[tokio::test]
async fn the_way_to_confirmed_says_how_far_it_is() {
    let house = House::new().await;
    let thread = thread(&house).await;
    let decide = format!("{thread}/decide");
    // The class and the word of every station.
    async fn way(house: &House, thread: &str) -> Vec<String> {
        let page = house.get("tom", thread).await.body;
        let Some((_, way)) = page.split_once("class=\"way\"") else {
            return Vec::new();
        };
        let (way, _) = way.split_once("</ol>").expect("its end");
        let class = |station: &str| {
            let (_, class) = station.split_once("class=\"")?;
            class.split('"').next().map(str::to_owned)
        };
        way.split("<li").skip(1).filter_map(class).collect()
    }
    let ahead = ["ahead"; 5];
    let reached = |n: usize| [&["reached"; 5][..n], &ahead[n..]].concat();
    // Opened by its team, it is seen; nobody said when.
    let seen = way(&house, &thread).await;
    assert_eq!(seen[2..], ahead[2..], "{seen:?}");
    for (form, far) in [
        ("decision=accepted&why=Yes", reached(2)),
        ("decision=planned&day=2026-07-01&why=A+form", reached(3)),
        ("decision=changed&why=Done", reached(4)),
    ] {
        assert_eq!(house.post("tom", &decide, form).await.status, 303, "{form}");
        assert_eq!(way(&house, &thread).await, far, "{form}");
    }
    let page = house.get("tom", &thread).await;
    page.says(&["needs a re-walk"]);
    let (_, friction) = house.walked("aber-bins", 3).await;
    let split = house
        .post(
            "tom",
            &format!("{thread}/split"),
            &format!("friction={friction}"),
        )
        .await;
    let other = split.location.trim_end_matches("#parts").to_owned();
    let form = "decision=changed&why=Done";
    assert_eq!(
        house
            .post("tom", &format!("{other}/decide"), form)
            .await
            .status,
        303
    );
    let way_of_it = way(&house, &other).await;
    assert_eq!(
        way_of_it,
        ["reached", "passed", "reached", "ahead"],
        "nobody planned it"
    );
    let not_now = "decision=not_now&day=2026-12-01&why=No+money";
    assert_eq!(house.post("tom", &decide, not_now).await.status, 303);
    assert!(way(&house, &thread).await.is_empty(), "it has left the way");
}

#[tokio::test]
async fn what_cannot_be_kept_comes_back_as_it_was_typed() {
    let house = House::new().await;
    let thread = thread(&house).await;
    let decide = format!("{thread}/decide");
    for (form, says) in [
        ("why=Because", "Choose what your team says of it."),
        (
            "decision=confirmed&why=Because",
            "Choose what your team says of it.",
        ),
        (
            "decision=planned&day=2026-06-14&why=Because",
            "Name a day to come.",
        ),
        (
            "decision=planned&day=soon&why=Because",
            "Name a day to come.",
        ),
        ("decision=not_now&day=2026-07-14", "Say why not now."),
    ] {
        let sent = house.post("tom", &decide, form).await;
        assert_eq!(sent.status, 422, "{form}");
        sent.says(&[says, "Nothing was saved"]);
        assert_eq!(sent.body.contains("Because"), form.contains("Because"));
    }
    let today = house
        .post("tom", &decide, "decision=planned&day=2026-06-15")
        .await;
    assert_eq!(today.status, 303, "today is not over");
    assert_eq!(
        house.post("cat", &decide, "decision=accepted").await.status,
        404
    );
}

#[tokio::test]
async fn trust_19_what_is_written_about_a_thread_stays_text() {
    const HOSTILE: &str = "%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%00%E2%80%AEend";
    let house = House::new().await;
    let thread = thread(&house).await;
    for (form, body) in [
        ("decide", format!("decision=accepted&why={HOSTILE}")),
        ("decide", format!("decision=planned&why={HOSTILE}")),
        ("note", format!("text={HOSTILE}")),
        ("view", format!("text={HOSTILE}")),
        ("note", format!("text={HOSTILE}{}", "a".repeat(2_000))),
        ("view", format!("text={HOSTILE}{}", "a".repeat(2_000))),
    ] {
        let sent = house.post("tom", &format!("{thread}/{form}"), &body).await;
        let page = house.get("tom", &thread).await;
        for body in [sent.body, page.body] {
            assert!(!body.contains("<script>alert"), "{form}: {body}");
            assert!(!body.contains("</textarea><script"), "{form}: {body}");
            assert!(!body.contains('\0'), "{form}: {body}");
        }
    }
    let walk = house
        .get("bob", &format!("/board/walk/{}", house.walk))
        .await;
    walk.says(&["The service team's view, 15 June:"]);
    assert!(!walk.body.contains("<script>alert"), "{}", walk.body);
}

#[tokio::test]
async fn notes_are_the_teams_and_the_view_is_the_boards() {
    let house = House::new().await;
    let thread = thread(&house).await;
    let walk = format!("/board/walk/{}", house.walk);
    let before = house.get("bob", &walk).await;
    before.says(&["The service team may put its view here until 29 June."]);
    house
        .post("tom", &format!("{thread}/note"), "text=Ask+the+print+room")
        .await;
    let sent = house
        .post("tom", &format!("{thread}/view"), "text=The+form+is+new")
        .await;
    assert_eq!(sent.location, format!("{thread}#view"));
    let page = house.get("tom", &thread).await;
    page.says(&["Ask the print room", "“The form is new”"]);
    let board = house.get("bob", &walk).await;
    board.says(&["“The form is new”"]);
    let friction = format!("/team/friction/{}", house.friction);
    for (who, path) in [
        ("bob", walk.as_str()),
        ("bob", "/board/2026-06"),
        ("bob", "/board/2026-06.csv"),
        ("ann", "/api/v1/briefing"),
        ("tom", friction.as_str()),
    ] {
        let page = house.get(who, path).await;
        assert!(!page.body.contains("print room"), "{who} at {path}");
    }
    let empty = house.post("tom", &format!("{thread}/note"), "text=+").await;
    assert_eq!(empty.status, 422);
    empty.says(&["Write something first."]);
}

#[tokio::test]
async fn a_thread_is_given_and_its_day_is_shown() {
    let house = House::new().await;
    let thread = thread(&house).await;
    house
        .get("tom", &thread)
        .await
        .says(&["Nobody looks after it yet."]);
    let give = format!("{thread}/give");
    house.post("tom", &give, "owner=tom&due=2026-06-15").await;
    house.clock.set(NOON + DAY);
    let page = house.get("tom", &thread).await;
    page.says(&[
        "TOM looks after it.",
        "It was to be done by 15 June 2026, which has passed.",
        "TOM is to look after it",
    ]);
    assert_eq!(house.post("tom", &give, "owner=ann").await.status, 422);
}

#[tokio::test]
async fn a_thread_of_one_cannot_be_split_and_nothing_alike_says_so() {
    let house = House::new().await;
    let thread = thread(&house).await;
    let split = format!("{thread}/split");
    let all = format!("friction={}", house.friction);
    for form in ["", "friction=odd", &all] {
        assert_eq!(house.post("tom", &split, form).await.status, 422, "{form}");
    }
    let same = house.get("tom", &format!("{thread}/same")).await;
    same.says(&["Are these the same?", "Nothing else here looks like it"]);
    let welsh = house.get("tom; lang=cy", &format!("{thread}/same")).await;
    welsh.says(&["Does dim arall yma yn edrych yn debyg"]);
}

#[tokio::test]
async fn the_window_and_who_is_told_of_a_risk_are_set_at_the_office() {
    let house = House::new().await;
    let office = house.get("ada", "/office").await;
    office.says(&["How long a service team may answer", "value=\"14\""]);
    for wrong in ["", "0", "soon", "91"] {
        let form = format!("days={wrong}");
        let sent = house.post("ada", "/office/reply-days", &form).await;
        assert_eq!(sent.status, 422, "{wrong}");
        sent.says(&["A number from 1 to 90. Nothing was saved."]);
    }
    let sent = house.post("ada", "/office/reply-days", "days=3").await;
    assert_eq!(sent.location, "/office#reply-days");
    let walk = format!("/board/walk/{}", house.walk);
    let board = house.get("bob", &walk).await;
    board.says(&["The service team may put its view here until 18 June."]);

    let service = "/office/services/bins";
    let contact = format!("{service}/risk-contact");
    let sent = house.post("ada", &contact, "person=tom").await;
    assert_eq!(sent.location, format!("{service}#risk-contact"));
    let page = house.get("ada", service).await;
    page.says(&[
        "Who is told of a risk at once",
        "<option value=\"tom\" selected",
    ]);
    let thread = thread(&house).await;
    let page = house.get("tom", &thread).await;
    page.says(&["TOM is told of a risk here at once."]);
    assert_eq!(house.post("ada", &contact, "person=ann").await.status, 404);
    for person in ["tom", "bob", "ann"] {
        assert_eq!(house.post(person, &contact, "").await.status, 404);
    }
    let audit = house.get("ada", "/office/audit").await;
    audit.says(&["ADA changed who is told of a risk at bins."]);
}
