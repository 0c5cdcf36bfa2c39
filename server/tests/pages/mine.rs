//! One's own pages: what is said, and nothing of what others wrote for themselves.

use crate::{
    House,
    house::{NOON, PRIVATE},
};

const OWN: [&str; 5] = ["/me", "/me/shares", "/me/about", "/me/sign-in", "/shared"];

#[tokio::test]
async fn ones_own_page_leads_to_what_is_ones_own() {
    let house = House::new().await;
    house.get("ann", "/me").await.says(&[
        "<p class=\"lead\">ANN</p>",
        "Somebody, aber",
        "Your reflections and commitments. You share none.",
        "Nobody shares anything with you.",
        "href=\"/me/shares\"",
        "href=\"/shared\"",
        "href=\"/me/about\"",
        "href=\"/me/sign-in\"",
        "How you appear",
    ]);
    let team = house.get("tom", "/me").await;
    team.says(&["<p class=\"lead\">TOM</p>"]);
    assert!(!team.body.contains("How you appear"), "Tom does not walk");
}

#[tokio::test]
async fn nobody_reads_on_their_own_pages_what_another_wrote() {
    let house = House::new().await;
    house.get("ann", "/me/shares").await.says(&PRIVATE);
    for other in ["tom", "non", "ada", "bob", "lea", "bea", "cat"] {
        for path in OWN {
            let page = house.get(other, path).await;
            assert_eq!(page.status, 200, "{path} as {other}");
            for words in PRIVATE {
                assert!(!page.body.contains(words), "{path} as {other}: {words}");
            }
        }
    }
}

#[tokio::test]
async fn before_something_is_shared_it_is_seen_as_its_reader_will() {
    let house = House::new().await;
    let item = format!("/me/share/{}/commitment", house.walk);
    let nobody = house.post("ann", &item, "").await;
    assert_eq!(nobody.status, 422);
    nobody.says(&["Tick at least one person. Nothing was shared.", PRIVATE[1]]);
    let preview = house.post("ann", &item, "reader=bob").await;
    preview.says(&["Before you share it", "BOB", PRIVATE[1]]);
    assert!(!preview.body.contains(PRIVATE[0]), "one item alone");
    house
        .get("bob", "/shared")
        .await
        .says(&["Nothing is shared with you"]);

    let shared = house.post("ann", &item, "reader=bob&sure=1").await;
    assert_eq!(shared.location, "/me/shares");
    house.get("bob", "/shared").await.says(&["ANN"]);
    house
        .get("bob", "/me")
        .await
        .says(&["Shared with you now: 1."]);
    house.get("ann", "/me").await.says(&["Shared: 1."]);
}

#[tokio::test]
async fn sharing_from_an_older_page_shares_once() {
    let house = House::new().await;
    let item = format!("/me/share/{}/commitment", house.walk);
    house.post("ann", &item, "reader=bob&sure=1").await;
    for form in ["reader=bob", "reader=bob&sure=1", "reader=bob&reader=bob"] {
        let again = house.post("ann", &item, form).await;
        assert_eq!(
            (again.status.as_u16(), again.location.as_str()),
            (303, "/me/shares"),
            "{form}"
        );
    }
    let more = house
        .post("ann", &item, "reader=bob&reader=tom&reader=tom")
        .await;
    more.says(&["TOM"]);
    assert!(!more.body.contains("BOB"), "who reads it already");
    house.get("ann", "/me").await.says(&["Shared: 1."]);
    house
        .post("ann", &item, "reader=bob&reader=tom&reader=tom&sure=1")
        .await;
    let shares = house.get("ann", "/me/shares").await;
    assert_eq!(shares.body.matches("/end?").count(), 2, "{}", shares.body);
    let stranger = house.post("ann", &item, "reader=bob&reader=cat").await;
    assert_eq!(stranger.status, 404);
}

#[tokio::test]
async fn people_who_read_alike_are_told_apart_by_their_jobs() {
    let house = House::new().await;
    let item = format!("/me/share/{}/commitment", house.walk);
    const ALIKE: &str = "Somebody else here has the same name and no other job title.";
    let choose = house.get("ann", &item).await;
    assert!(!choose.body.contains(ALIKE), "{}", choose.body);
    for form in ["name=Bob&role=leader", "name=BOB&role=board"] {
        house.post("ada", "/office/invite", form).await;
    }
    let choose = house.get("ann", &item).await;
    assert_eq!(choose.body.matches(ALIKE).count(), 2, "{}", choose.body);
}

#[tokio::test]
async fn a_walk_from_a_file_is_taken_in_by_its_leader_alone() {
    let house = House::new().await;
    let walk = "0197c0de-0000-7000-8000-000000000001";
    let fact = |n: u8| {
        let id = format!("0197c0de-0000-7000-8000-0000000000{n:02}");
        format!(
            r#"{{"id":"{id}","walk":"{walk}","at":{NOON},"kind":"step_opened","data":{{"step":0}}}}"#
        )
    };
    let (one, two) = (fact(2), fact(3));
    let file = |person: &str| {
        format!(
            r#"{{"firsthand":"walk","version":1,"person":"{person}","walk":"{walk}","saved_at":{NOON},"facts":[{one},{two}],"photos":[]}}"#
        )
    };
    house.get("ann", "/me/walk-file").await.says(&[
        "Take in a walk from a file",
        "enctype=\"multipart/form-data\"",
    ]);
    let taken = house
        .post_parts("ann", "/me/walk-file", &[("file", &file("ann"))])
        .await;
    assert_eq!(taken.status, 200);
    taken.says(&["Taken in.", "Noted things: 2. Photos: 0."]);
    assert!(!taken.body.contains("Here already"));
    let again = house
        .post_parts("ann", "/me/walk-file", &[("file", &file("ann"))])
        .await;
    again.says(&["Noted things: 0. Photos: 0. Here already: 2."]);
    for (file, said) in [
        (String::new(), "Choose a file first."),
        ("<html>".into(), "not a walk saved by Firsthand"),
        (
            file("ann").replace("\"version\":1", "\"version\":2"),
            "newer version",
        ),
        (file("cat"), "not saved by you"),
        (file("ben"), "not saved by you"),
    ] {
        let refused = house
            .post_parts("ann", "/me/walk-file", &[("file", &file)])
            .await;
        assert_eq!(refused.status, 422, "{said}");
        refused.says(&[said, "aria-invalid=\"true\""]);
        assert!(!refused.body.contains("Noted things"));
    }
    house
        .get("ann", "/me")
        .await
        .says(&["href=\"/me/walk-file\""]);
    let office = house.get("ada", "/office").await;
    assert!(!office.body.contains("multipart"), "{}", office.body);
    assert_eq!(
        house
            .post_parts("ada", "/office/walk", &[("file", &file("ann"))])
            .await
            .status,
        404
    );
    for person in ["ada", "tom", "bob"] {
        let refused = house
            .post_parts(person, "/me/walk-file", &[("file", &file("ann"))])
            .await;
        assert_eq!(refused.status, 404);
        assert_eq!(house.get(person, "/me/walk-file").await.status, 404);
    }
}
