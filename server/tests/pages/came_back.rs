//! Forms of the team's whose world changed while they were open: they come back with what was typed.

use crate::{
    House,
    house::{DAY, NOON},
    thread::thread,
};
use server::viewer::Role;

#[tokio::test]
async fn an_owner_who_is_not_of_the_team_is_told_of_and_the_day_is_kept() {
    let house = House::new().await;
    house
        .person("tim", "aber", &[Role::ServiceTeam], &["bins"])
        .await;
    let thread = thread(&house).await;
    let give = format!("{thread}/give");
    house.post("tom", &give, "owner=tom&due=2026-07-01").await;
    // Of no service by now, of another organisation, and nobody at all.
    for who in ["non", "cat", "nobody"] {
        let form = format!("owner={who}&due=2026-08-09");
        let sent = house.post("tom", &give, &form).await;
        assert_eq!(sent.status, 422, "{who}");
        sent.says(&[
            "Whoever you chose does not answer for this service, or no longer does.",
            "value=\"2026-08-09\"",
            "id=\"owner-is\" name=\"owner\" aria-describedby=\"owner-why\" aria-invalid=\"true\"",
            "value=\"tom\" selected",
            ">TIM</option>",
        ]);
        for other in [">NON</option>", ">CAT</option>"] {
            assert!(!sent.body.contains(other), "{other} cannot be chosen");
        }
        let welsh = house.post("tom; lang=cy", &give, &form).await;
        welsh.says(&["Nid yw pwy bynnag a ddewisoch yn ateb dros y gwasanaeth hwn"]);
    }
    let page = house.get("tom", &thread).await;
    page.says(&["TOM looks after it.", "To be done by 1 July 2026."]);
    let sent = house.post("cat", &give, "owner=cat&due=2026-08-09").await;
    assert_eq!(sent.status, 404, "it is not hers");
}

#[tokio::test]
async fn a_line_that_is_not_the_teams_comes_back_with_what_was_typed() {
    let house = House::new().await;
    house
        .person("ros", "aber", &[Role::ServiceTeam], &["ramps"])
        .await;
    let id_on = |page: String| {
        let (_, rest) = page.split_once("name=\"thread\" value=\"").expect("a line");
        rest.split('"').next().expect("its end").to_owned()
    };
    let own = id_on(house.get("tom", "/team").await.body);
    let foreign = id_on(house.get("ros", "/team").await.body);
    let unknown = "01997c2e-0000-7000-8000-000000000001";
    for form in [
        "do=seen&why=Kept+words",
        "do=explained&why=Kept+words",
        "do=not_now&why=Kept+words&day=2026-09-01",
    ] {
        let mut bodies = Vec::new();
        for other in [foreign.as_str(), unknown, "x"] {
            let form = format!("thread={own}&thread={other}&{form}");
            let sent = house.post("tom", "/team/threads?sort=newest", &form).await;
            assert_eq!(sent.status, 422, "{form}");
            sent.says(&[
                "Not everything that was ticked is with your services, or no longer is.",
                "\nKept words</textarea>",
                "checked",
            ]);
            bodies.push(sent.body);
        }
        let same = bodies.iter().all(|it| *it == bodies[0]);
        assert!(same, "whether there is such a thread is not told");
    }
    let page = house.get("tom", "/team").await;
    page.says(&["1 new"]);
    let alone = format!("thread={foreign}&do=explained&why=Kept+words");
    let sent = house.post("tom; lang=cy", "/team/threads", &alone).await;
    assert_eq!(sent.status, 422);
    sent.says(&["Nid yw popeth a diciwyd gyda'ch gwasanaethau", "Kept words"]);
    house.get("ros", "/team").await.says(&["1 new"]);
    let rest = format!("thread={own}&do=explained&why=Kept+words");
    let sent = house.post("tom", "/team/threads", &rest).await;
    assert_eq!(sent.location, "/team?done=1");
    let sent = house.post("ann", "/team/threads", &alone).await;
    assert_eq!(sent.status, 404, "Ann is in no team");
}

#[tokio::test]
async fn a_day_that_makes_no_sense_changes_nothing_and_is_told_of() {
    let house = House::new().await;
    let thread = thread(&house).await;
    let give = format!("{thread}/give");
    for day in ["0001-01-01", "2026-06-14", "2031-06-16", "9999-12-31"] {
        let form = format!("owner=tom&due={day}");
        let sent = house.post("tom", &give, &form).await;
        assert_eq!(sent.status, 422, "{day}");
        let value = format!("value=\"{day}\"");
        sent.says(&[
            "Choose today or a later day, within five years, or leave it empty.",
            "value=\"tom\" selected",
            &value,
        ]);
        let form = format!("decision=planned&day={day}&why=Kept+words");
        let sent = house.post("tom", &format!("{thread}/decide"), &form).await;
        assert_eq!(sent.status, 422, "{day}");
        sent.says(&[
            "Name a day to come. It may be up to five years away.",
            "\nKept words</textarea>",
        ]);
        let id = thread.trim_start_matches("/team/thread/");
        let form = format!("thread={id}&do=not_now&day={day}&why=Kept+words");
        let sent = house.post("tom", "/team/threads", &form).await;
        assert_eq!(sent.status, 422, "{day}");
        sent.says(&["Name a day to come. It may be up to five years away."]);
    }
    for day in ["2031-06-15", "2026-06-15"] {
        let form = format!("owner=tom&due={day}");
        let sent = house.post("tom", &give, &form).await;
        assert_eq!(sent.status, 303, "{day}");
    }
    // What has passed meanwhile may stay while somebody else takes it over, and only that.
    house.clock.set(NOON + DAY);
    for (day, status) in [("2026-06-14", 422), ("2026-06-15", 303)] {
        let sent = house.post("tom", &give, &format!("owner=&due={day}")).await;
        assert_eq!(sent.status, status, "{day}");
    }
    let page = house.get("tom", &thread).await;
    page.says(&[
        "Nobody looks after it yet.",
        "It was to be done by 15 June 2026, which has passed.",
    ]);
}
