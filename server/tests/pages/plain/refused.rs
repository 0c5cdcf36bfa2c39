//! Forms that are not taken.

use super::*;

#[tokio::test]
async fn a_form_that_cannot_be_taken_comes_back_as_it_was() {
    let house = House::new().await;
    let walk = house.begun().await;
    let here = format!("/walk/plain/{walk}");
    let four = ["confused", "ignored", "anxious", "frustrated"].map(|it| ("feelings", it));
    let said: Vec<(&str, &str)> = [
        ("category", "door"),
        ("note", "a </textarea> b"),
        ("again", "1"),
    ]
    .into_iter()
    .chain(four)
    .collect();
    let back = house
        .post_parts("ann", &format!("{here}/friction"), &said)
        .await;
    assert_eq!(back.status, 422);
    back.says(&[
        "Choose no more than three feelings.",
        "a &lt;/textarea&gt; b",
        "This is not saved yet.",
    ]);
    assert_eq!(back.body.matches(" checked").count(), 6, "{}", back.body);
    let empty = house
        .post_parts("ann", &format!("{here}/friction"), &[("note", " ")])
        .await;
    assert_eq!(empty.status, 422);
    empty.says(&["Choose what got in the way first, or write what happened."]);
    let unsaid = house.go(&walk, "mood=2&result=odd").await;
    assert_eq!(unsaid.status, 422);
    unsaid.says(&["Say how it went first."]);
    assert!(house.own(&walk).await.frictions.is_empty());

    house.go(&walk, "result=stuck").await.leads_to(&here);
    let sent = "worked=All+of+it&alone=At+home&commit=Call&by=other&day=soon";
    let back = house.post("ann", &format!("{here}/end"), sent).await;
    assert_eq!(back.status, 422);
    back.says(&[
        "Tick the box to keep what you wrote",
        ">\nAll of it<",
        ">\nAt home<",
        ">\nCall<",
    ]);
    let back = house
        .post("ann", &format!("{here}/end"), &format!("{sent}&keep=1"))
        .await;
    assert_eq!(back.status, 422);
    back.says(&["Choose a day", "value=\"soon\""]);
    let own = house.own(&walk).await;
    assert!(
        own.reflections.is_empty() && own.finished_at.is_none(),
        "nothing was kept"
    );
}

#[tokio::test]
async fn an_old_page_never_moves_a_walk_back() {
    let house = House::new().await;
    let walk = house.begun().await;
    let here = format!("/walk/plain/{walk}");
    let old = house.get("ann", &here).await;
    let old = format!(
        "fact={}&step=0&result=stuck",
        old.hidden_in("/step?", "fact")
    );
    house.go(&walk, "result=done").await.leads_to(&here);
    house
        .post("ann", &format!("{here}/step"), &old)
        .await
        .leads_to(&here);
    let walked = house.own(&walk).await;
    assert_eq!(walked.place, Place::Step { step: 1 });
    assert_eq!(walked.steps[&0].result, Some(StepResult::Done));
}

#[tokio::test]
async fn somebody_elses_walk_is_not_there() {
    let house = House::new().await;
    let walk = house.begun().await;
    for (person, found) in [("ann", 200), ("tom", 404), ("cat", 404), ("nobody", 303)] {
        for page in ["", "/friction", "/worked"] {
            let answer = house
                .get(person, &format!("/walk/plain/{walk}{page}"))
                .await;
            assert_eq!(answer.status, found, "{person} {page}");
        }
    }
    let stranger = house.get("nobody", "/walk/plain").await;
    assert_eq!(stranger.location, "/sign-in?back=plain");
    house
        .get("nobody", "/sign-in?back=plain")
        .await
        .says(&["action=\"/sign-in?back=plain\""]);
    let before = house.own(&walk).await;
    // The id of Ann's walk in somebody else's form begins nothing.
    let taken = house
        .post(
            "lea",
            "/walk/plain/start",
            &format!("task=cwm-bins&walk={walk}"),
        )
        .await;
    assert_eq!(taken.status, 404);
    assert_eq!(house.own(&walk).await, before);
    let odd = house.get("ann", "/walk/plain/odd").await;
    assert_eq!(odd.status, 404);
}
