//! A whole walk, and how its time is told.

use super::*;

#[tokio::test]
async fn a_whole_walk_by_forms_reaches_the_team() {
    let house = House::new().await;
    house.get("ann", "/walk/plain").await.says(&[
        "Choose a walk",
        "These pages work without JavaScript",
        "/walk/plain/brief/aber-bins",
    ]);
    let walk = house.begun().await;
    let here = format!("/walk/plain/{walk}");
    let page = house.get("ann", &here).await;
    page.says(&[
        "Step 1 of 2",
        "Find",
        "Friction",
        "How did that go?",
        "Done",
        "I'm stuck",
    ]);
    let list = house.get("ann", "/walk/plain").await;
    list.says(&["Carry on, step 1", &here]);

    let sheet = house.get("ann", &format!("{here}/friction")).await;
    sheet.says(&[
        "What got in the way?",
        "It left me feeling",
        "The bins team reads this",
    ]);
    let fact = sheet.hidden("fact");
    let said = [
        ("fact", fact.as_str()),
        ("step", "0"),
        ("category", "asked"),
        ("severity", "stopped"),
        ("feelings", "ignored"),
        ("feelings", "confused"),
        ("mood", "-2"),
        ("note", "It asked <b>twice</b>."),
        ("risk", "1"),
    ];
    for _ in 0..2 {
        let felt = house
            .post_parts("ann", &format!("{here}/friction"), &said)
            .await;
        felt.leads_to(&here);
    }
    let page = house.get("ann", &here).await;
    page.says(&["Asked too much, or again", "Step 1, stopped me", "Change"]);
    let felt = house.own(&walk).await.frictions;
    let [point] = felt.as_slice() else {
        panic!("sent twice, noted once: {felt:?}");
    };
    assert_eq!(
        told(point),
        (Some(Category::Asked), Some(Severity::Stopped))
    );
    assert_eq!(point.feelings, [Feeling::Confused, Feeling::Ignored]);
    assert_eq!((point.mood, point.risk), (Some(Mood::new(-2)), true));

    house.go(&walk, "mood=1&result=done").await.leads_to(&here);
    house
        .get("ann", &here)
        .await
        .says(&["Step 2 of 2", "Friction felt at step 1."]);
    house.go(&walk, "result=stuck").await.leads_to(&here);

    let end = house.get("ann", &here).await;
    end.says(&[
        "Did you get what you came for?",
        "Why not?",
        "difficult or easy",
        "Finish, 1 of 2",
    ]);
    let form = format!(
        "fact={}&met=no&why=gave_up&did=partly&ease=2&others=few&satisfied=1",
        end.hidden_in("/outcome?", "fact")
    );
    let next = house.post("ann", &format!("{here}/outcome"), &form).await;
    next.leads_to(&format!("{here}/end"));
    let last = house.get("ann", &format!("{here}/end")).await;
    last.says(&[
        "What stays with you?",
        "This page keeps nothing on the phone",
        "Finish walkthrough",
    ]);
    let form = format!(
        "fact={}&worked=The+words+were+kind&least_sure=At+the+door&keep=1&commit=Ring+them&by=2026-06-29",
        last.hidden("fact")
    );
    for _ in 0..2 {
        let done = house.post("ann", &format!("{here}/end"), &form).await;
        done.leads_to(&here);
    }
    let receipt = house.get("ann", &here).await;
    receipt.says(&[
        "Sent today at 13:00.",
        "The bins team can see it.",
        "Need not met: gave up",
        "What was sent, and to whom",
        "The words were kind",
        "Only for you, unless you share it.",
        "At the door",
        "Ring them",
    ]);
    let walked = house.own(&walk).await;
    assert_eq!(walked.place, Place::Receipt);
    assert_eq!(walked.steps[&0].mood, Some(Mood::new(1)));
    assert_eq!(walked.steps[&1].result, Some(StepResult::Stuck));
    assert_eq!(
        (walked.bright_spots.len(), walked.reflections.len()),
        (1, 1)
    );
    let commitment = walked.commitment.expect("one thing");
    assert_eq!(commitment.by.as_deref(), Some("2026-06-29"));

    let team = house.get("tom", &format!("/team/walk/{walk}")).await;
    team.says(&["Asked too much, or again", "The words were kind"]);
    for private in ["At the door", "Ring them"] {
        assert!(!team.body.contains(private), "{private} is Ann's own");
    }
}

#[tokio::test]
async fn leaving_and_coming_back_are_noted_by_what_is_pressed() {
    let house = House::new().await;
    house
        .with_address("aber-bins", "https://bins.example/?a=b")
        .await;
    let walk = house.begun().await;
    let here = format!("/walk/plain/{walk}");
    let page = house.get("ann", &here).await;
    let form = format!("fact={}&step=0", page.hidden_in("/leave?", "fact"));
    for _ in 0..2 {
        let left = house.post("ann", &format!("{here}/leave"), &form).await;
        left.leads_to(&format!("{here}/service"));
    }
    let service = house.get("ann", &format!("{here}/service")).await;
    assert_eq!(service.refresh, "0; url=https://bins.example/?a=b");
    service.says(&["href=\"https://bins.example/?a=b\"", "Back to the walk"]);
    house
        .get("ann", &here)
        .await
        .says(&["You left for the service at 13:00."]);
    house.clock.set(NOON + 3 * MINUTE);
    house.go(&walk, "result=partly").await.leads_to(&here);
    let page = house.get("ann", &here).await;
    page.says(&[
        "Step 2 of 2",
        "You were away for 3 min at step 1.",
        "Interrupted?",
    ]);
    assert_eq!(house.own(&walk).await.steps[&0].away_ms, 3 * MINUTE);
    let form = format!(
        "fact={}&left={}",
        page.hidden_in("/interrupted?", "fact"),
        page.hidden("left")
    );
    let off = house
        .post("ann", &format!("{here}/interrupted"), &form)
        .await;
    off.leads_to(&here);
    house.get("ann", &here).await.says(&["Time taken off"]);
    assert_eq!(house.own(&walk).await.steps[&0].spent_ms, 0);
}

#[tokio::test]
async fn the_plain_pages_are_in_welsh_too() {
    let house = House::new().await;
    let walk = house.begun().await;
    for (page, says) in [
        ("", "Sut aeth hi?"),
        ("/friction", "Beth oedd yn eich rhwystro?"),
        ("/worked", "Gweithiodd rhywbeth"),
    ] {
        let answer = house
            .get("ann; lang=cy", &format!("/walk/plain/{walk}{page}"))
            .await;
        answer.says(&["<html lang=\"cy\">", says]);
    }
}
