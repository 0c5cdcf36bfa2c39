//! Walking again what was changed, and what is said to a reply.

use app::walk::{Answer, FrictionId, Place};

use crate::{House, house::NOON};

const HOUR: i64 = 3_600_000;
const CHANGED: &str = "We ask for it once & no more";

/// Ann walks by forms, and feels friction at the second step.
async fn felt(house: &House) -> FrictionId {
    let walk = house.begun().await;
    house.go(&walk, "result=done").await;
    let here = format!("/walk/plain/{walk}");
    let sheet = house.get("ann", &format!("{here}/friction")).await;
    let fact = sheet.hidden("fact");
    let said = [("fact", fact.as_str()), ("step", "1"), ("category", "wait")];
    let sheet = format!("{here}/friction");
    house.post_parts("ann", &sheet, &said).await.leads_to(&here);
    house.go(&walk, "result=stuck").await;
    house.own(&walk).await.frictions[0].id
}

/// Begins to walk a friction point again; the walk.
async fn begin(house: &House, again: FrictionId) -> String {
    let brief = format!("/walk/plain/brief/aber-bins?again={again}");
    let brief = house.get("ann", &brief).await;
    let walk = brief.hidden("walk");
    let form = format!("task=aber-bins&walk={walk}&again={again}");
    let begun = house.post("ann", "/walk/plain/start", &form).await;
    begun.leads_to(&format!("/walk/plain/{walk}"));
    walk
}

#[tokio::test]
async fn what_was_changed_is_walked_again_by_forms_from_the_step_that_mattered() {
    let house = House::new().await;
    let friction = felt(&house).await;
    let offered = format!("/walk/plain/brief/aber-bins?again={friction}");
    let before = house.get("ann", "/walk/plain").await;
    assert!(!before.body.contains("asks you to walk this again"));
    house.asks_again(CHANGED).await;
    house.clock.set(NOON + HOUR);
    let list = house.get("ann", "/walk/plain").await;
    list.says(&[
        "The team asks you to walk this again",
        "From step 2, Ask.",
        "They say: “We ask for it once &amp; no more”",
        &offered,
    ]);
    house
        .get("ann", &offered)
        .await
        .says(&["From step 2, Ask."]);
    let walk = begin(&house, friction).await;
    let own = house.own(&walk).await;
    assert_eq!(own.started.expect("begun").again, Some(friction));
    assert_eq!(own.place, Place::Step { step: 1 });
    let list = house.get("ann", "/walk/plain").await;
    assert!(!list.body.contains(&offered), "begun is not offered");

    house.go(&walk, "result=done").await;
    let here = format!("/walk/plain/{walk}");
    let end = house.get("ann", &here).await;
    end.says(&["They changed something here. Did it hold?"]);
    let fact = end.hidden_in("/outcome?", "fact");
    let form = format!("fact={fact}&met=yes&ease=6&held=partly");
    let next = house.post("ann", &format!("{here}/outcome"), &form).await;
    next.leads_to(&format!("{here}/end"));
    let last = house.get("ann", &format!("{here}/end")).await;
    let form = format!("fact={}", last.hidden("fact"));
    house.post("ann", &format!("{here}/end"), &form).await;
    assert_eq!(house.own(&walk).await.outcome.held, Some(Answer::Partly));

    let team = house.get("tom", &format!("/team/walk/{walk}")).await;
    team.says(&["It held in part", &format!("/team/walk/{walk}/again")]);
    let page = house.get("tom", &format!("/team/walk/{walk}/again")).await;
    page.says(&[
        "Before",
        "After",
        "Walked again from step 2, Ask.",
        "It held in part",
        "Left waiting, no news",
    ]);
    for other in ["ann", "bob", "cat", "non"] {
        let refused = house.get(other, &format!("/team/walk/{walk}/again")).await;
        assert_ne!(refused.status, 200, "{other}");
    }
}

#[tokio::test]
async fn what_nobody_asked_to_be_walked_again_is_an_ordinary_walk() {
    let house = House::new().await;
    let walk = begin(&house, house.friction).await;
    let started = house.own(&walk).await.started.expect("begun");
    assert_eq!(started.again, None);
    let end = house.go(&walk, "result=stuck").await;
    let page = house.get("ann", &end.location).await;
    assert!(!page.body.contains("Did it hold?"));
    let page = house.get("tom", &format!("/team/walk/{walk}/again")).await;
    assert_eq!(page.status, 404);
}

#[tokio::test]
async fn trust_19_what_is_said_to_a_reply_stays_text_until_it_is_taken_back() {
    let house = House::new().await;
    let felt = format!("/team/friction/{}", house.friction);
    let reply = "id=0197c0de-0000-7000-8000-000000000001&text=Which+page";
    house.post("tom", &format!("{felt}/reply"), reply).await;
    let here = format!("/walk/plain/{}", house.walk);
    let receipt = house.get("ann", &here).await;
    receipt.says(&["Which page", "Answer them", "It goes to the bins team"]);
    let say = async |text: &str| {
        let page = house.get("ann", &here).await;
        let fact = page.hidden_in("/answer", "fact");
        let reply = page.hidden_in("/answer", "reply");
        let form = format!("fact={fact}&reply={reply}&text={text}");
        let said = house.post("ann", &format!("{here}/answer"), &form).await;
        said.leads_to(&here);
    };
    say("The+second+%3Cscript%3E").await;
    let said = "The leader answered: “The second &lt;script&gt;”";
    house.get("tom", &felt).await.says(&[said]);
    house
        .get("ann", &here)
        .await
        .says(&["You answered", "Change your answer"]);
    say("").await;
    let page = house.get("tom", &felt).await;
    assert!(!page.body.contains("The leader answered"), "taken back");
    let answer = format!("{here}/answer");
    let not_hers = house.post("lea", &answer, "reply=x&text=y").await;
    assert_eq!(not_hers.status, 404);
}
