//! What a phone hears whose person was erased, and what a browser hears that signs out by a form.

use axum::http::header;
use server::{erasures::Journal, mark, store::Erase};

use crate::{House, house::NOON};

#[tokio::test]
async fn trust_50_a_phone_of_somebody_erased_is_told() {
    let house = House::new().await;
    let journal = Journal::at(&house.folder.path().join("erasures.jsonl"));
    assert_eq!(asks(&house, "ann", "ann").await, (200, None));
    let erased = house.app.store.erase("ann", Erase::Now, &journal, NOON);
    erased.await.expect("erased");
    assert_eq!(
        asks(&house, "ann", "ann").await,
        (410, Some("erased".into()))
    );
    let another = asks(&house, "ann", "ben").await;
    assert_eq!(
        another,
        (401, Some("not_signed_in".into())),
        "it means another session"
    );
    assert_eq!(asks(&house, "ben", "ben").await, (200, None));
    let page = house.get("/me").by("ann").send().await;
    assert_eq!(
        (page.status.as_u16(), page.header("location")),
        (303, "/sign-in")
    );

    let out = house.post("/sign-out").by("ann").form("only=any").send();
    assert_eq!(out.await.status, 204);
    assert_eq!(
        asks(&house, "ann", "ann").await,
        (401, Some("not_signed_in".into())),
        "the phone has let go"
    );
}

#[tokio::test]
async fn trust_36_a_form_that_signs_out_says_that_the_browser_may_still_hold_something() {
    let house = House::new().await;
    let out = house.post("/sign-out").by("ann").form("").send().await;
    let given: Vec<_> = out.headers.get_all(header::SET_COOKIE).iter().collect();
    let left = given
        .iter()
        .filter_map(|it| it.to_str().ok())
        .find(|it| it.starts_with("__Host-left=1; Path=/;"))
        .expect("the mark of it");
    assert!(
        left.contains("; Secure") && !left.contains("HttpOnly"),
        "{left}"
    );
    // Whoever says which session they mean runs our script, which has seen to it.
    let only = format!("only={}", mark::of("session-of-ben"));
    let later = house.post("/sign-out").by("ben").form(&only).send().await;
    assert!(!format!("{:?}", later.headers).contains("__Host-left"));
}

/// The status and the code that a phone with the session of `person` hears, which says that it means that of `meant`.
async fn asks(house: &House, person: &str, meant: &str) -> (u16, Option<String>) {
    let seat = mark::of(&["session-of-", meant].concat());
    let asked = house.get("/api/v1/briefing").by(person);
    let answer = asked.header(mark::HEADER, &seat).send().await;
    let code = (answer.status != 200).then(|| answer.json::<app::wire::Problem>().error);
    (answer.status.as_u16(), code)
}
