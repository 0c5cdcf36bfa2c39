//! Forms of the team's whose world changed while they were open: they come back with what was typed.

use crate::{
    House,
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
