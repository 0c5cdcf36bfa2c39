//! The journey maps.

use crate::{
    House,
    house::{NOTE, PRIVATE},
};

#[tokio::test]
async fn a_map_is_found_and_every_mark_of_it_opens() {
    let house = House::new().await;
    let list = house.get("tom", "/team/journey").await;
    assert_eq!(list.status, 200);
    list.says(&["/team/journey/aber-bins", "1 walkthrough", "14 June 2026"]);
    assert!(!list.body.contains("aber-ramps"), "nobody's but one's own");
    let map = house.get("tom", "/team/journey/aber-bins").await;
    assert_eq!(map.status, 200);
    map.says(&[
        "Get something done",
        "1 Find",
        "Each line is one walkthrough. There are too few for a middle.",
        "0 of 1 got what they came for",
        "Stopped me",
        "1 stopped",
        "As a table",
        "A journey names nobody.",
        &format!("/team/friction/{}", house.friction),
        &format!("/team/walk/{}", house.walk),
    ]);
    let mut opened = 0;
    for href in links(&map.body).filter(|it| it.contains("/walks")) {
        let walks = house.get("tom", &href).await;
        assert_eq!(walks.status, 200, "{href}");
        walks.says(&["1 walkthrough", &format!("/team/walk/{}", house.walk)]);
        opened += 1;
    }
    assert!(opened >= 5, "{opened} marks");
    let walk = house
        .get("tom", &format!("/team/walk/{}", house.walk))
        .await;
    walk.says(&["href=\"/team/journey/aber-bins\""]);
    house
        .get("tom", "/team")
        .await
        .says(&["href=\"/team/journey\""]);
}

#[tokio::test]
async fn nothing_private_and_nothing_that_runs_is_on_a_map() {
    let house = House::new().await;
    for path in [
        "/team/journey",
        "/team/journey/aber-bins",
        "/team/journey/aber-bins?split=2026-06-10",
        "/team/journey/aber-bins/walks",
    ] {
        let page = house.get("tom", path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(
            !page.body.contains("<script>") && !page.body.contains(" style="),
            "{path}"
        );
        for private in PRIVATE.iter().chain(&["ANN", "Somebody"]) {
            assert!(!page.body.contains(private), "{path}: {private}");
        }
    }
    let said = NOTE.split_once('<').map_or(NOTE, |(said, _)| said);
    house
        .get("tom", "/team/journey/aber-bins")
        .await
        .says(&[said]);
}

#[tokio::test]
async fn a_map_of_others_is_not_found() {
    let house = House::new().await;
    for (person, task) in [
        ("tom", "aber-ramps"),
        ("non", "aber-bins"),
        ("cat", "aber-bins"),
        ("tom", "no-such"),
        ("bob", "aber-bins"),
        ("ann", "aber-bins"),
    ] {
        for place in ["", "/walks"] {
            let answer = house
                .get(person, &format!("/team/journey/{task}{place}"))
                .await;
            assert_eq!(answer.status, 404, "{person} {task}{place}");
        }
    }
}

#[tokio::test]
async fn days_are_asked_for_and_said() {
    let house = House::new().await;
    let at = async |query: &str| {
        house
            .get("tom", &format!("/team/journey/aber-bins?{query}"))
            .await
    };
    at("from=2026-06&to=2026-06")
        .await
        .says(&["1 June 2026 to 30 June 2026", "value=\"2026-06-30\""]);
    at("from=2026-06-30&to=2026-06-01")
        .await
        .says(&["1 June 2026 to 30 June 2026", "1 walkthrough"]);
    at("from=2026-06-15&to=&split=")
        .await
        .says(&["from 15 June 2026", "No walkthroughs yet"]);
    at("from=2026-02-30")
        .await
        .says(&["One of the days is not a day between 2000 and 2199, and was left out."]);
    for odd in ["soon", "9999-12-31", "2200-01-01", "0001-01-01"] {
        for page in ["", "/walks", "/cost"] {
            for name in ["from", "to", "split"] {
                let path = format!("/team/journey/aber-bins{page}?{name}={odd}");
                let answer = house.get("tom", &path).await;
                assert_eq!(answer.status, 200, "{path}");
                answer.says(&["One of the days is not a day between 2000 and 2199"]);
                for absurd in ["December 9999", "value=\"9999"] {
                    assert!(!answer.body.contains(absurd), "{path}: {}", answer.body);
                }
            }
        }
    }
    for page in ["", "/walks", "/cost"] {
        let path = format!("/team/journey/aber-bins{page}?from=2026-06-16");
        let answer = house.get("tom", &path).await;
        answer.says(&["These days are still to come."]);
        let path = format!("/team/journey/aber-bins{page}?from=2026-06-15");
        let answer = house.get("tom", &path).await;
        assert!(!answer.body.contains("still to come"), "{path}");
    }
    at("split=2026-06-10").await.says(&[
        "Before 10 June 2026: No walkthroughs yet",
        "From 10 June 2026: 1 walkthrough",
        "part=after",
    ]);
    for odd in [
        "what=everything",
        "step=0",
        "part=both",
        "severity=5",
        "part=before",
        "organisation=cwm",
    ] {
        let answer = house
            .get("tom", &format!("/team/journey/aber-bins/walks?{odd}"))
            .await;
        assert_eq!(answer.status, 404, "{odd}");
    }
}

/// Every address the page leads to.
fn links(html: &str) -> impl Iterator<Item = String> {
    let after = html.split("href=\"").skip(1);
    after.filter_map(|it| Some(it.split_once('"')?.0.replace("&amp;", "&")))
}
