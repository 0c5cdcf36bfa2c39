//! A team's view stands on the board's page: one that seems to name somebody is asked about once.

use super::{JULY, june, sue};
use crate::{House, on_both, web::Web};

on_both! { a_view_that_seems_to_name_somebody_is_asked_about_once, }

async fn a_view_that_seems_to_name_somebody_is_asked_about_once(house: House) {
    let sue = sue(&house).await;
    sue.open_reply(june(), JULY).await.expect("opened");
    let asked = house.desk("tom").await.asked_views(JULY).await;
    let place = asked.expect("an answer")[0].open[0].thread;
    let web = Web::over(&house, JULY, &["tom"]).await;
    let path = format!("/team/thread/{place}/view");
    let form = "text=Mrs+Jones+forgot+the+form.";
    let hint = web.send("tom", &path, form).await;
    assert_eq!(hint.status, 422);
    let hint = hint.text();
    assert!(hint.contains("This seems to name somebody: Mrs Jones."));
    assert!(hint.contains("\nMrs Jones forgot the form.</textarea>"));
    let put = "SELECT COUNT(*) FROM thread WHERE view <> ''";
    assert_eq!(house.number(put).await, 0, "nothing was put yet");
    let meant = [form, "&as_it_is=1"].concat();
    assert_eq!(web.send("tom", &path, &meant).await.status, 303);
    assert_eq!(house.number(put).await, 1);
}
