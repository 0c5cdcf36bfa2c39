//! Forms of the desk that come too late: the month was published, or its correction begun, while they were open.

use server::store::{Asking, Desk};

use super::{JULY, june, prepare, publish, publish_begun, says, sue};
use crate::{
    House,
    house::DAY,
    on_both,
    web::{Answer, Web},
};

on_both! {
    a_form_that_comes_after_publishing_says_so_and_loses_nothing,
    a_second_reason_for_a_correction_is_not_lost,
    what_was_seen_of_one_version_approves_no_other,
}

/// After June is published.
const LATER: i64 = JULY + 31 * DAY;

/// June is published. Sue's browser, with a page of the desk from before that.
async fn published(house: &House) -> (Desk, Web) {
    let sue = sue(house).await;
    publish(&sue, june(), JULY).await;
    let web = Web::over(house, LATER, &["sue"]).await;
    (sue, web)
}

async fn send(web: &Web, part: &str, form: &str) -> Answer {
    let path = format!("/board/2026-06/draft/{part}");
    web.send("sue", &path, form).await
}

async fn a_form_that_comes_after_publishing_says_so_and_loses_nothing(house: House) {
    let (sue, web) = published(&house).await;
    for (part, form) in [
        ("reply", ""),
        ("close", ""),
        ("approve", "edition=1"),
        ("words", "edition=1&en=Typed+late&cy=Teipiwyd+yn+hwyr"),
        ("ask", "id=two&edition=1&en=Typed+late&cy=Teipiwyd+yn+hwyr"),
        (
            "became",
            "id=one&edition=1&en=Typed+late&cy=Teipiwyd+yn+hwyr",
        ),
        ("reason", "edition=1&en=Typed+late&cy=Teipiwyd+yn+hwyr"),
    ] {
        let answer = send(&web, part, form).await;
        assert_eq!(answer.status, 422, "{part}");
        let text = answer.text();
        assert!(text.contains("It is published already"), "{part}: {text}");
        for typed in ["Typed late", "Teipiwyd yn hwyr"] {
            let was_typed = form.contains("Typed");
            assert_eq!(text.contains(typed), was_typed, "{part}");
        }
    }
    for part in ["publish", "page"] {
        let answer = match part {
            "publish" => send(&web, part, "edition=1").await,
            _ => web.get("sue", "/board/2026-06/draft/page").await,
        };
        assert_eq!(answer.status, 303, "{part}");
        assert_eq!(answer.header("location"), "/board/2026-06", "{part}");
    }
    let draft = sue.draft(june(), LATER).await.expect("a page");
    assert_eq!((draft.drafting, draft.edition), (false, 1));
    assert!(draft.asks.is_empty());
}

async fn a_second_reason_for_a_correction_is_not_lost(house: House) {
    let (sue, web) = published(&house).await;
    let first = "en=One+came+late.&cy=";
    assert_eq!(send(&web, "correct", first).await.status, 303);
    assert_eq!(send(&web, "correct", first).await.status, 303, "sent twice");
    let answer = send(&web, "correct", "en=Another+reason&cy=").await;
    assert_eq!(answer.status, 422);
    for stands in ["One came late.", "Another reason"] {
        assert!(answer.text().contains(stands), "{stands}");
    }
    let draft = sue.draft(june(), LATER).await.expect("a draft");
    assert_eq!(draft.reason, says("One came late."));
}

async fn what_was_seen_of_one_version_approves_no_other(house: House) {
    let sue = sue(&house).await;
    let seen = prepare(&sue, june(), JULY).await;
    assert!(sue.approve(june(), seen, LATER).await.expect("an answer"));
    let done = sue.publish_draft(june(), seen, LATER).await;
    assert!(done.expect("an answer"));
    let reason = says("One came late.");
    sue.correct(june(), &reason, LATER).await.expect("begun");
    let words = Asking::Words(says("Look at step 2."));
    sue.write_draft(june(), &words, LATER).await.expect("kept");
    let other = sue.draft(june(), LATER).await.expect("a draft");
    assert!(other.can_be_approved() && other.edition != seen);
    assert!(!sue.approve(june(), seen, LATER).await.expect("an answer"));
    publish_begun(&sue, june(), LATER).await;
}
