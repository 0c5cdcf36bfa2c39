//! The page of a thread: found from what was felt, decided by forms alone.

use crate::{House, house::PRIVATE};

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
