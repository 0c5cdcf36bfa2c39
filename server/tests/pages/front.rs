//! The way in, and the demonstration's stand-ins.

use crate::House;

#[tokio::test]
async fn the_start_leads_everybody_to_their_work() {
    let house = House::new().await;
    house
        .get("nobody", "/")
        .await
        .says(&["Every chief executive should try", "/sign-in"]);
    for (person, home) in [("ann", "/walk"), ("tom", "/team"), ("ada", "/office")] {
        for path in ["/", "/sign-in"] {
            let start = house.get(person, path).await;
            assert_eq!(
                (start.status.as_u16(), start.location.as_str()),
                (303, home)
            );
        }
    }
}

#[tokio::test]
async fn a_service_is_stood_in_for_only_in_a_demonstration() {
    let house = House::new().await;
    let page = house.get("nobody", "/demo/service/cwm-bins").await;
    page.says(&[
        "This stands in for",
        "Get something done",
        "Find",
        "Close this tab",
    ]);
    for path in ["/demo/service/aber-bins", "/demo/service/nothing"] {
        assert_eq!(house.get("nobody", path).await.status, 404);
    }
}

#[tokio::test]
async fn a_demonstration_says_so_on_every_page() {
    let house = House::new().await;
    for path in ["/team", "/office"] {
        house
            .get("cat", path)
            .await
            .says(&["Demonstration. The council"]);
    }
    assert!(
        !house
            .get("tom", "/team")
            .await
            .body
            .contains("Demonstration.")
    );
}
