//! The board's pages.

use std::collections::BTreeSet;

use crate::House;
use crate::house::{NOTE, PRIVATE};

#[tokio::test]
async fn a_board_reads_the_month_outcome_first() {
    let house = House::new().await;
    let home = house.get("bob", "/board").await;
    assert_eq!(
        (home.status.as_u16(), home.location.as_str()),
        (303, "/board/2026-06")
    );
    let month = house.get("bob", "/board/2026-06").await;
    assert_eq!(month.status, 200);
    let body = month.body.replace('\u{a0}', " ");
    for said in [
        "In June, 0 of 2 attempts to get help on a phone succeeded.",
        "June is not over.",
        "1 of 1 leaders walked twice or more",
        "Nobody got through, so there is no time to give",
        "2 points of friction were felt in June: 2 stopped someone.",
        "Leaders are not typical users",
    ] {
        assert!(body.contains(said), "{said}: {body}");
    }
}

#[tokio::test]
async fn every_way_from_a_month_leads_somewhere() {
    let house = House::new().await;
    let mut to_read = vec!["/board/2026-06".to_owned()];
    let mut read = BTreeSet::new();
    while let Some(path) = to_read.pop() {
        if !read.insert(path.clone()) {
            continue;
        }
        let page = house.get("bob", &path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.body.contains(" style="), "{path}");
        // Three letters stand by chance in what is compressed; the months' own tests read those forms.
        let packed = path.ends_with(".pdf") || path.ends_with(".xlsx");
        for secret in PRIVATE.iter().chain(&[NOTE, "ANN"]).filter(|_| !packed) {
            assert!(!page.body.contains(secret), "{path} tells {secret}");
        }
        let links = page.body.split("href=\"").skip(1);
        let links = links.filter_map(|rest| rest.split_once('"'));
        let links = links.map(|(link, _)| link.replace("&amp;", "&"));
        to_read.extend(links.filter(|link| link.starts_with("/board/")));
    }
    let walks = read.iter().filter(|path| path.starts_with("/board/walk/"));
    assert_eq!(walks.count(), 2, "{read:?}");
    assert!(read.len() > 12, "{read:?}");
}

#[tokio::test]
async fn the_month_comes_as_a_table_too() {
    let house = House::new().await;
    let table = house.get("bob", "/board/2026-06.csv").await;
    assert_eq!(table.status, 200);
    let (about, rest) = table.body.split_once("\r\n\r\n").expect("what it is");
    assert!(about.contains("Organisation,aber"), "{about}");
    let need_met = rest.lines().nth(1).unwrap_or_default();
    assert!(
        need_met.starts_with("need_met,Need met,0 of 2,0,2,,"),
        "{need_met}"
    );
    assert_eq!(table.body.matches("\r\n2026-06-14,").count(), 2);
}

#[tokio::test]
async fn what_there_is_not_is_not_found() {
    let house = House::new().await;
    for path in [
        "/board/2026-13",
        "/board/2026-6",
        "/board/2026-07",
        "/board/2026-05",
        "/board/june",
        "/board/.csv",
        "/board/2026-06.v1",
        "/board/2026-06.v1.pdf",
        "/board/2026-06.html",
        "/board/2026-07.csv",
        "/board/2026-07/walks",
        "/board/2026-06/walks?need=maybe",
        "/board/2026-06/walks?author=ann",
        "/board/2026-06/walks?need=met&need",
        "/board/walk/1",
        "/board/walk/00000000-0000-7000-8000-000000000000",
    ] {
        assert_eq!(house.get("bob", path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn nobody_else_reads_it() {
    let house = House::new().await;
    let walk = format!("/board/walk/{}", house.walk);
    let month = "/board/2026-06";
    for path in [
        "/board",
        month,
        "/board/2026-06.csv",
        "/board/2026-06.pdf",
        "/board/2026-06.xlsx",
        "/board/2026-06.json",
        "/board/2026-06/walks",
        &walk,
    ] {
        for person in ["ann", "tom", "ada", "cat"] {
            assert_eq!(house.get(person, path).await.status, 404, "{person} {path}");
        }
        let stranger = house.get("nobody", path).await;
        assert_eq!(stranger.location, "/sign-in", "{path}");
    }
    // The board of the other organisation has a month of its own, with nothing in it.
    let other = house.get("bea", month).await;
    other.says(&[
        "Nobody has finished a walkthrough in June yet.",
        "class=\"demo\"",
    ]);
    assert_eq!(house.get("bea", &walk).await.status, 404);
}
