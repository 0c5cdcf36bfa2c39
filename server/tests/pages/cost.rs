//! What a task costs: the page and its form.

use crate::House;

const COST: &str = "/team/journey/aber-bins/cost";

#[tokio::test]
async fn too_few_walks_are_said_to_be_too_few() {
    let house = House::new().await;
    let map = house.get("tom", "/team/journey/aber-bins").await;
    map.says(&[&format!("href=\"{COST}\"")]);
    let page = house.get("tom", COST).await;
    assert_eq!(page.status, 200);
    page.says(&[
        "What it costs",
        "Too few walkthroughs to say.",
        "There are 1",
    ]);
    assert!(
        !page.body.contains("hours</strong>"),
        "no figure of one walk"
    );
    let welsh = house.get("tom; lang=cy", COST).await;
    welsh.says(&["Beth mae'n ei gostio", "Rhy ychydig o deithiau i ddweud."]);
    for (person, path) in [
        ("cat", COST),
        ("ann", COST),
        ("bob", COST),
        ("tom", "/team/journey/aber-ramps/cost"),
    ] {
        assert_eq!(house.get(person, path).await.status, 404, "{person} {path}");
        let sent = house.post(person, path, "year=2025&low=1&high=2&source=x");
        assert_eq!(sent.await.status, 404, "{person} {path}");
    }
}

#[tokio::test]
async fn a_volume_is_a_range_with_its_source_and_can_be_taken_away() {
    let house = House::new().await;
    let wrong = "year=25&low=ten&high=0&source=+";
    let back = house.post("tom", COST, wrong).await;
    assert_eq!(back.status, 422);
    back.says(&[
        "Enter a year, like 2026.",
        "Enter a number from 1 to 100 million.",
        "Say where the number comes from.",
        "value=\"ten\"",
    ]);
    let right = "year=2025&low=12%2C000&high=15000&source=Web+statistics+%3Cb%3E";
    let kept = house.post("tom", COST, right).await;
    assert_eq!((kept.status.as_u16(), kept.location.as_str()), (303, COST));
    let page = house.get("tom", COST).await;
    page.says(&[
        "12,000 to 15,000",
        "Web statistics &lt;b&gt;",
        "Take away 2025",
    ]);
    assert_eq!(house.post("tom", COST, "remove=2025").await.status, 303);
    let page = house.get("tom", COST).await;
    assert!(!page.body.contains("Web statistics"));
}

#[tokio::test]
async fn a_source_that_seems_to_name_somebody_is_kept_once_it_is_meant() {
    let house = House::new().await;
    let form = "year=2025&low=1&high=2&source=Counted+by+Mrs+Jones";
    let hint = house.post("tom", COST, form).await;
    assert_eq!(hint.status, 422);
    hint.says(&[
        "This seems to name somebody: Mrs Jones.",
        "people are not blamed",
        "value=\"Counted by Mrs Jones\"",
        "Keep as it is",
    ]);
    let meant = [form, "&as_it_is=1"].concat();
    assert_eq!(house.post("tom", COST, &meant).await.status, 303);
    house.get("tom", COST).await.says(&["Counted by Mrs Jones"]);
}
