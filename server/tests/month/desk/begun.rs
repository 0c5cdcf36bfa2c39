//! Beginning a correction: nothing that was typed is lost, and none begins by a form of before.

use axum::http::StatusCode;
use server::store::Desk;

use super::{JULY, june, publish, says, sue};
use crate::{House, house::DAY, on_both, web::Web};

on_both! {
    of_two_reasons_the_second_comes_back,
    a_form_of_before_begins_no_further_version,
}

const LATER: i64 = JULY + 31 * DAY;
const CORRECT: &str = "/board/2026-06/draft/correct";
const NOT_KEPT: &str = "It was changed meanwhile, so what you typed is not kept yet.";

async fn reason(sue: &Desk) -> (u32, bool, String) {
    let draft = sue.draft(june(), LATER).await.expect("a draft");
    (draft.version, draft.drafting, draft.reason.en)
}

async fn of_two_reasons_the_second_comes_back(house: House) {
    let sue = sue(&house).await;
    publish(&sue, june(), JULY).await;
    let web = Web::over(&house, LATER, &["sue"]).await;
    let desk = web.get("sue", "/board/2026-06/draft").await.text();
    assert!(desk.contains("name=\"version\" value=\"2\""), "{desk}");
    for again in ["version=2&en=One+figure", "version=2&en=One+figure"] {
        let answer = web.send("sue", CORRECT, again).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "sent twice");
    }
    let answer = web.send("sue", CORRECT, "version=2&en=Another+one").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    for it in [NOT_KEPT, "Another one", "One figure"] {
        assert!(page.contains(it), "{it}: {page}");
    }
    assert_eq!(reason(&sue).await, (2, true, "One figure".to_owned()));
    let begun = sue.correct(june(), &says("Another one"), LATER).await;
    assert!(!begun.expect("an answer"), "it is not kept");
}

async fn a_form_of_before_begins_no_further_version(house: House) {
    let sue = sue(&house).await;
    publish(&sue, june(), JULY).await;
    super::correct(&sue, june(), LATER).await;
    let web = Web::over(&house, LATER, &["sue"]).await;
    let answer = web.send("sue", CORRECT, "version=2&en=Another+one").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(
        page.contains(NOT_KEPT) && page.contains("Another one"),
        "{page}"
    );
    assert!(!reason(&sue).await.1, "nothing is begun");
    let answer = web.send("sue", CORRECT, "version=3&en=Another+one").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(reason(&sue).await, (3, true, "Another one".to_owned()));
}
