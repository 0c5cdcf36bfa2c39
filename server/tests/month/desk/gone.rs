//! The button that publishes, pressed on a page of a correction that is not there any more.

use axum::http::StatusCode;
use server::store::{Asking, Desk};

use super::{JULY, june, publish, says, sue};
use crate::{
    House,
    house::DAY,
    on_both,
    web::{Answer, Web},
};

on_both! {
    a_correction_that_was_given_up_meanwhile_is_not_published,
    a_correction_that_is_sent_twice_is_published_once,
    a_correction_that_changed_nothing_is_not_published_either,
}

/// After June is published.
const LATER: i64 = JULY + 31 * DAY;
const NOTHING: &str = "so nothing was published";
const THE_SAME: &str = "It says what the version before says";

/// A correction of June is begun, with these words, and approved. The form on the page that publishes it.
async fn approved(sue: &Desk, web: &Web, words: &str) -> String {
    let reason = says("One figure.");
    let begun = sue.correct(june(), &reason, LATER).await;
    assert!(begun.expect("an answer"));
    let words = Asking::Words(says(words));
    sue.write_draft(june(), &words, LATER).await.expect("kept");
    let edition = sue.draft(june(), LATER).await.expect("a draft").edition;
    let approved = sue.approve(june(), edition, LATER).await;
    assert!(approved.expect("an answer"));
    let page = web.get("sue", "/board/2026-06/draft").await.text();
    let (_, form) = page.split_once("/draft/publish").expect("the form");
    let (form, _) = form.split_once("</form>").expect("its end");
    assert!(form.contains("name=\"version\" value=\"2\""), "{form}");
    format!("version=2&edition={edition}")
}

async fn send(web: &Web, form: &str) -> Answer {
    web.send("sue", "/board/2026-06/draft/publish", form).await
}

async fn records(house: &House) -> i64 {
    house.number("SELECT COUNT(*) FROM month_record").await
}

fn assert_nothing(answer: &Answer, the_same: bool) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(text.contains(NOTHING), "{text}");
    assert_eq!(text.contains(THE_SAME), the_same, "{text}");
}

async fn a_correction_that_was_given_up_meanwhile_is_not_published(house: House) {
    let sue = sue(&house).await;
    publish(&sue, june(), JULY).await;
    let web = Web::over(&house, LATER, &["sue"]).await;
    let form = approved(&sue, &web, "Look at step 2.").await;
    let given_up = web.send("sue", "/board/2026-06/draft/give-up", &form).await;
    assert_eq!(given_up.status, StatusCode::SEE_OTHER);
    assert_nothing(&send(&web, &form).await, false);
    // Begun anew, it is another one than that.
    approved(&sue, &web, "Look at step 1.").await;
    let answer = send(&web, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("changed meanwhile"));
    assert_eq!(records(&house).await, 1);
}

async fn a_correction_that_is_sent_twice_is_published_once(house: House) {
    let sue = sue(&house).await;
    publish(&sue, june(), JULY).await;
    let web = Web::over(&house, LATER, &["sue"]).await;
    let form = approved(&sue, &web, "Look at step 2.").await;
    for sent in ["published", "sent twice"] {
        let answer = send(&web, &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{sent}");
        assert_eq!(answer.header("location"), "/board/2026-06", "{sent}");
    }
    assert_eq!(records(&house).await, 2);
}

async fn a_correction_that_changed_nothing_is_not_published_either(house: House) {
    let sue = sue(&house).await;
    publish(&sue, june(), JULY).await;
    super::correct(&sue, june(), LATER).await;
    let web = Web::over(&house, LATER, &["sue"]).await;
    let reason = says("One walk came late.");
    let begun = sue.correct(june(), &reason, LATER).await;
    assert!(begun.expect("an answer"));
    let edition = sue.draft(june(), LATER).await.expect("a draft").edition;
    let approved = sue.approve(june(), edition, LATER).await;
    assert!(approved.expect("an answer"));
    let form = format!("version=3&edition={edition}");
    assert_nothing(&send(&web, &form).await, true);
    assert_nothing(&send(&web, &form).await, false);
    assert_eq!(records(&house).await, 2);
}
