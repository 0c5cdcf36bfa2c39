//! The inbox by its pages: filters, several at once, views.

use crate::{
    Answer, House,
    house::{NOON, NOTE},
};

/// The first thread on a page.
fn thread(page: &Answer) -> String {
    let (_, rest) = page
        .body
        .split_once("name=\"thread\" value=\"")
        .expect("a box");
    rest.split('"').next().expect("an id").to_owned()
}

#[tokio::test]
async fn trust_19_what_leaders_wrote_is_found_and_stays_text() {
    let house = House::new().await;
    let found = house.get("tom", "/team?q=ALERT").await;
    found.says(&["/team/thread/", "&lt;script&gt;alert(1)&lt;/script&gt;"]);
    assert!(!found.body.contains("<script>alert"));
    assert!(NOTE.contains("alert"));
    house
        .get("tom", "/team?q=%22%3E%3Cscript%3E")
        .await
        .says(&["/team/thread/"]);
    let none = house.get("tom", "/team?q=nowhere").await;
    none.says(&[
        "Those words were not found",
        "value=\"nowhere\"",
        "Show everything",
    ]);
    let welsh = house.get("tom; lang=cy", "/team?q=nowhere").await;
    welsh.says(&["Ni chafwyd hyd i'r geiriau hynny"]);
    for person in ["non", "cat"] {
        let found = house.get(person, "/team?q=alert").await;
        assert!(!found.body.contains("/team/thread/"));
    }
}

#[tokio::test]
async fn what_is_to_be_done_to_several_comes_back_when_it_cannot() {
    let house = House::new().await;
    let id = thread(&house.get("tom", "/team").await);
    let to = "/team/threads?sort=newest";
    let none = house.post("tom", to, "do=explained&why=Kept").await;
    assert_eq!(none.status, 422);
    none.says(&["Tick at least one line.", ">\nKept</textarea>"]);
    let ticked = |rest: &str| format!("thread={id}&{rest}");
    let empty = house.post("tom", to, &ticked("do=explained&why=+")).await;
    assert_eq!(empty.status, 422);
    empty.says(&["Say why in your own words.", "checked"]);
    let past = house
        .post("tom", to, &ticked("do=not_now&why=Later&day=2020-01-01"))
        .await;
    assert_eq!(past.status, 422);
    past.says(&["Name a day to come."]);
    house.get("tom", "/team").await.says(&["1 new"]);
    let seen = house.post("tom", to, &ticked("do=seen")).await;
    assert_eq!(
        (seen.status.as_u16(), seen.location.as_str()),
        (303, "/team?sort=newest&done=1")
    );
    house
        .get("tom", &seen.location)
        .await
        .says(&["Done for one.", "0 new"]);
    let done = house
        .post("tom", to, &ticked("do=not_now&why=Later&day=2026-09-01"))
        .await;
    assert_eq!(done.status, 303);
    house.get("tom", "/team?state=not_now").await.says(&[&id]);
    for form in [ticked("do=seen"), "do=seen&thread=x".to_owned()] {
        assert_eq!(house.post("cat", "/team/threads", &form).await.status, 422);
    }
}

#[tokio::test]
async fn a_view_is_kept_shown_and_let_go_of() {
    let house = House::new().await;
    let kept = house
        .post(
            "tom",
            "/team/views?risk=1&sort=newest",
            "name=%3Cb%3E+risks",
        )
        .await;
    assert_eq!(
        (kept.status.as_u16(), kept.location.as_str()),
        (303, "/team?risk=1&sort=newest")
    );
    let page = house.get("tom", &kept.location).await;
    page.says(&[
        "&lt;b&gt; risks",
        "href=\"/team?risk=1&amp;sort=newest\"",
        "Let go of this view",
    ]);
    let (_, rest) = page.body.split_once("/team/views/").expect("a form");
    let id = rest.split('/').next().expect("an id").to_owned();
    let remove = format!("/team/views/{id}/remove");
    assert_eq!(house.post("cat", &remove, "").await.status, 404);
    assert_eq!(house.post("tom", &remove, "").await.status, 303);
    let page = house.get("tom", "/team").await;
    assert!(!page.body.contains("risks"));
    let nameless = house.post("tom", "/team/views?risk=1", "name=+").await;
    assert_eq!(nameless.status, 303);
    let desk = house.desk("tom").await;
    let inbox = desk.inbox(&app::team::Filter::default(), None, NOON).await;
    assert!(inbox.expect("the inbox").views.is_empty());
}
