//! The set-up.

use crate::{House, house::NOON};

#[tokio::test]
async fn an_administrator_sees_people_and_tasks() {
    let house = House::new().await;
    let office = house.get("ada", "/office").await;
    office.says(&[
        "ANN",
        "TOM",
        "bins",
        "Get something done",
        "walkthroughs: 1",
    ]);
    assert!(
        !office.body.contains("CAT"),
        "nobody of another organisation"
    );
    for person in ["ann", "tom"] {
        assert_eq!(house.get(person, "/office").await.status, 404);
        assert_eq!(
            house
                .post(person, "/office/invite", "name=Eve&role=leader")
                .await
                .status,
            404
        );
    }
}

#[tokio::test]
async fn an_invitation_made_here_leads_to_a_passkey() {
    let house = House::new().await;
    let form = "name=Dai+%3Cb%3E&title=Team+leader&role=service_team&service=bins";
    let made = house.post("ada", "/office/invite", form).await;
    assert_eq!(made.status, 200);
    made.says(&[
        "An invitation for Dai &lt;b&gt;",
        "https://walk.example/sign-in",
        "16 June at 13:00",
    ]);
    let (_, rest) = made
        .body
        .split_once("https://walk.example/invite/")
        .expect("an address");
    let token: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
    let address = format!("/invite/{token}");
    house
        .get("nobody", &address)
        .await
        .says(&["Continue as Dai &lt;b&gt;"]);
    let spent = house.post("nobody", &address, "").await;
    assert_eq!(
        (spent.status.as_u16(), spent.location.as_str()),
        (303, "/enrol"),
        "it leads to a passkey"
    );
    assert_eq!(
        house.get("nobody", &address).await.status,
        404,
        "it works once"
    );
    let office = house.get("ada", "/office").await;
    assert!(!office.body.contains(&token), "it is shown once");
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_kept() {
    let house = House::new().await;
    let wrong = house
        .post(
            "ada",
            "/office/invite",
            "name=&title=%22Boss&role=service_team",
        )
        .await;
    assert_eq!(wrong.status, 422);
    wrong.says(&[
        "Write the person's name.",
        "Tick at least one service",
        "value=\"&quot;Boss\"",
    ]);
    assert!(
        !house.get("ada", "/office").await.body.contains("Boss"),
        "nobody was added"
    );
}

#[tokio::test]
async fn a_person_can_be_invited_again_by_their_own_organisation() {
    let house = House::new().await;
    house
        .post("ada", "/office/invite", "person=tom")
        .await
        .says(&["An invitation for TOM"]);
    assert_eq!(
        house
            .post("cat", "/office/invite", "person=tom")
            .await
            .status,
        404
    );
    assert_eq!(
        house
            .post("ada", "/office/invite", "person=nobody")
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn a_person_is_looked_after_on_a_page_of_their_own() {
    let house = House::new().await;
    house
        .get("ada", "/office")
        .await
        .says(&["/office/people/tom"]);
    house
        .get("ada", "/office/people/tom")
        .await
        .says(&["TOM", "What they do here", "Disable"]);
    let wrong = house
        .post("ada", "/office/people/tom", "name=&title=%22Boss")
        .await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["Write the person's name.", "value=\"&quot;Boss\""]);
    let kept = house
        .post("ada", "/office/people/tom", "name=Tomos&title=Boss")
        .await;
    assert_eq!(
        (kept.status.as_u16(), kept.location.as_str()),
        (303, "/office/people/tom")
    );
    let wrong = house
        .post("ada", "/office/people/tom/roles", "role=service_team")
        .await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["Tick at least one service"]);
    let kept = house
        .post("ada", "/office/people/tom/roles", "role=board")
        .await;
    assert_eq!(kept.status, 303);
    assert_eq!(
        house.get("tom", "/board").await.location,
        "/sign-in",
        "signed out"
    );
}

#[tokio::test]
async fn the_last_administrator_is_told_so() {
    let house = House::new().await;
    let wrong = house
        .post("ada", "/office/people/ada/roles", "role=leader")
        .await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["This is the only administrator who can come in."]);
    let wrong = house.post("ada", "/office/people/ada/disable", "").await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["The only administrator who can come in cannot be disabled."]);
    house.get("ada", "/office").await.says(&["ADA"]);
    let wrong = house.post("ada", "/me/erase", "").await;
    assert_eq!(wrong.status, 422);
    wrong.says(&[
        "Nothing was asked for.",
        "make somebody else an administrator first",
    ]);
    let asked = house.post("ann", "/me/erase", "").await;
    assert_eq!(asked.status, 303, "whoever administers nothing goes");
}

#[tokio::test]
async fn a_form_sent_twice_adds_one_person() {
    let house = House::new().await;
    let office = house.get("ada", "/office").await;
    let (_, rest) = office
        .body
        .split_once("name=\"id\" value=\"")
        .expect("an id in the form");
    let (id, _) = rest.split_once('"').expect("its end");
    let form = format!("id={id}&name=Eve&role=leader");
    let made = house.post("ada", "/office/invite", &form).await;
    assert_eq!(made.status, 200);
    made.says(&["An invitation for Eve"]);
    let again = house.post("ada", "/office/invite", &form).await;
    let there = format!("/office/people/{id}?added=before#invitation");
    assert_eq!((again.status.as_u16(), again.location), (303, there));
    let page = house
        .get("ada", &format!("/office/people/{id}?added=before"))
        .await;
    page.says(&["Eve was added the first time, and no second person was."]);
    let office = house.get("ada", "/office").await.body;
    assert_eq!(
        office.matches("<bdi>Eve</bdi>").count(),
        2,
        "there and on the way in: {office}"
    );
    // Somebody else's id is no way to anything.
    let theirs = house
        .post("ada", "/office/invite", "id=cat&name=Zed&role=leader")
        .await;
    assert_eq!(theirs.status, 200);
    theirs.says(&["An invitation for Zed"]);
}

#[tokio::test]
async fn a_name_is_what_everybody_sees_of_it() {
    let house = House::new().await;
    for blank in ["%E2%80%8B", "%E2%A0%80", "%00", "%E2%80%AE"] {
        let form = format!("name={blank}&role=leader");
        let wrong = house.post("ada", "/office/invite", &form).await;
        assert_eq!(wrong.status, 422, "{blank}");
        wrong.says(&["Write the person's name."]);
        let wrong = house
            .post("ada", "/office/services", &format!("name={blank}"))
            .await;
        assert_eq!(wrong.status, 422, "{blank}");
    }
    let form = "name=%E2%80%AEEve%E2%80%8B+%00Lewis&role=leader";
    let made = house.post("ada", "/office/invite", form).await;
    made.says(&["An invitation for Eve Lewis"]);
    let kept = house
        .post("ada", "/office/people/tom", "name=To%E2%80%8Bmos")
        .await;
    assert_eq!(kept.status, 303);
    house
        .get("ada", "/office/people/tom")
        .await
        .says(&["<h1><bdi>Tomos</bdi></h1>"]);
}

#[tokio::test]
async fn whoever_is_disabled_is_not_invited() {
    let house = House::new().await;
    house.post("ada", "/office/people/tom/disable", "").await;
    let page = house.get("ada", "/office/people/tom").await;
    assert!(!page.body.contains("/office/invite"), "{}", page.body);
    let wrong = house.post("ada", "/office/invite", "person=tom").await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["No invitation was made", "Enable them first."]);
    house
        .get("ada", "/office")
        .await
        .says(&["No invitation is open."]);
}

#[tokio::test]
async fn a_disabled_person_is_out_and_can_be_let_in_again() {
    let house = House::new().await;
    assert_eq!(
        house
            .post("ada", "/office/people/ann/disable", "")
            .await
            .status,
        303
    );
    assert_eq!(house.get("ann", "/walk/plain").await.status, 303);
    house
        .get("ada", "/office/people/ann")
        .await
        .says(&["Disabled.", "Enable again"]);
    assert_eq!(
        house
            .post("ada", "/office/people/ann/enable", "")
            .await
            .status,
        303
    );
    house
        .get("ada", "/office/people/ann")
        .await
        .says(&["Disable"]);
}

#[tokio::test]
async fn a_service_is_added_and_renamed() {
    let house = House::new().await;
    let wrong = house
        .post("ada", "/office/services", "name=&name_cy=Llyfrgell")
        .await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["Write what the service is called.", "value=\"Llyfrgell\""]);
    let added = house
        .post("ada", "/office/services", "name=Libraries")
        .await;
    assert_eq!(
        (added.status.as_u16(), added.location.as_str()),
        (303, "/office/services/libraries")
    );
    house
        .get("ada", &added.location)
        .await
        .says(&["Libraries", "Nobody yet"]);
    // Another of the same name is another service.
    let other = house
        .post("ada", "/office/services", "name=Libraries")
        .await;
    assert!(
        other.location.starts_with("/office/services/libraries-"),
        "{}",
        other.location
    );
    let renamed = house
        .post(
            "ada",
            &added.location,
            "name=Reading+rooms&name_cy=Ystafelloedd",
        )
        .await;
    assert_eq!(renamed.status, 303);
    house.get("ada", "/office").await.says(&["Reading rooms"]);
    assert_eq!(house.get("cat", &added.location).await.status, 404);
}

#[tokio::test]
async fn what_was_done_is_read_and_taken_as_a_table() {
    let house = House::new().await;
    house
        .post("ada", "/office/people/ann", "name=%3DSUM(A1)")
        .await;
    house.post("ada", "/office/people/tom/disable", "").await;
    house.get("ann", "/office").await;
    house.get("ada", "/office/audit").await.says(&[
        "ADA disabled TOM.",
        "asked for something that is not theirs or not there: /office",
        "15 June 2026, 13:00",
    ]);
    let denied = house
        .get("ada", "/office/audit?person=ann&kind=denied")
        .await;
    denied.says(&["asked for something"]);
    assert!(!denied.body.contains("disabled TOM"));
    house
        .get("ada", "/office/audit?person=nobody")
        .await
        .says(&["Nothing to show"]);
    let table = house.get("ada", "/office/audit/audit.csv").await;
    table.says(&["person_disabled", "'=SUM(A1)"]);
    assert!(!table.body.contains(",=SUM"), "no cell is a formula");
    house
        .get("ada", "/office/audit")
        .await
        .says(&["ADA took a copy of this list."]);
    for person in ["ann", "bob"] {
        assert_eq!(house.get(person, "/office/audit").await.status, 404);
    }
    let neighbour = house.get("cat", "/office/audit").await;
    assert!(!neighbour.body.contains("ADA"));
    house.clock.set(NOON + 11 * 60 * 1000);
    let again = house.get("ada", "/office/audit/audit.csv").await;
    assert_eq!(again.location, "/confirm?next=/office/audit/audit.csv");
}
