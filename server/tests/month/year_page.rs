//! The page of a leader's own walks, asked for as a browser does.

use crate::pages::{House, PRIVATE};

#[tokio::test]
async fn a_leader_reads_their_own_year() {
    let house = House::new().await;
    for path in [
        "/me/year",
        "/me/year/2026",
        "/me/year?page=",
        "/me/year?page=x",
        "/me/year?page=9",
    ] {
        let page = house.get("ann", path).await;
        assert_eq!(page.status, 200, "{path}");
        for words in [
            PRIVATE[0],
            PRIVATE[1],
            "Get something done",
            "Asked too much, or again",
            "Stopped me",
            "Reflections that are only on your phone are not shown here.",
            "Only you can open this page.",
        ] {
            assert!(page.body.contains(words), "{path}: {words}");
        }
    }
    let page = house.get("ann", "/me/year").await.body;
    let sentence = "You have walked 2 times since June\u{a0}2026, in 2 services.";
    assert!(page.contains(sentence), "{page}");
    assert!(page.contains(&format!("href=\"/walk/plain/{}\"", house.walk)));
    let none = house.get("ann", "/me/year/2019").await;
    assert!(none.body.contains("No walk of yours is here for 2019."));
    for no_year in [
        "/me/year/20",
        "/me/year/20265",
        "/me/year/last",
        "/me/year/-202",
    ] {
        assert_eq!(house.get("ann", no_year).await.status, 404, "{no_year}");
    }
    assert!(
        house
            .get("ann", "/me")
            .await
            .body
            .contains("href=\"/me/year\"")
    );
}

#[tokio::test]
async fn nobody_else_opens_it() {
    let house = House::new().await;
    for other in ["tom", "non", "ada", "bob", "bea", "cat"] {
        for path in ["/me/year", "/me/year/2026"] {
            assert_eq!(
                house.get(other, path).await.status,
                404,
                "{path} as {other}"
            );
        }
        let home = house.get(other, "/me").await.body;
        assert!(!home.contains("/me/year"), "{other} does not walk");
    }
    let empty = house.get("lea", "/me/year").await;
    assert_eq!(empty.status, 200);
    assert!(empty.body.contains("You have not walked yet"));
    assert!(empty.body.contains("href=\"/walk\""));
    for words in PRIVATE {
        assert!(!empty.body.contains(words), "{words}");
    }
}
