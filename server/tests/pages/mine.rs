//! One's own pages: what is said, and nothing of what others wrote for themselves.

use crate::{House, house::PRIVATE};

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
