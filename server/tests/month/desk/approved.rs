//! What is approved, and published.

use app::{
    board::Check,
    walk::{Text, month::SaidAs},
};
use server::store::Asking;

use super::{JULY, june, prepare, publish, says, sue};
use crate::{House, house::DAY, on_both, phone::Phone};

on_both! {
    a_month_is_published_when_every_check_passes_and_not_before,
    a_change_takes_the_approval_away,
    what_is_approved_is_what_was_seen,
    what_was_not_seen_is_not_written_over,
    a_correction_is_a_draft_of_the_next_version,
}

async fn a_month_is_published_when_every_check_passes_and_not_before(house: House) {
    let sue = sue(&house).await;
    sue.open_reply(june(), JULY).await.expect("opened");
    let words = Asking::Words(says("Look at step 3."));
    sue.write_draft(june(), &words, JULY)
        .await
        .expect("written");
    let draft = sue.draft(june(), JULY).await.expect("a draft");
    assert_eq!(draft.to_do(), Some(Check::Reply));
    let edition = draft.edition;
    assert!(!sue.approve(june(), edition, JULY).await.expect("an answer"));
    let later = JULY + 30 * DAY;
    assert!(
        !sue.publish_draft(june(), edition, later)
            .await
            .expect("an answer")
    );
    assert!(
        sue.approve(june(), edition, later)
            .await
            .expect("an answer")
    );
    assert!(
        sue.publish_draft(june(), edition, later)
            .await
            .expect("an answer")
    );
    let draft = sue.draft(june(), later).await.expect("a page");
    assert!(!draft.drafting);
    assert_eq!(
        draft.published.map(|it| (it.version, it.late)),
        Some((1, 0))
    );
    assert!(
        sue.publish_draft(june(), edition, later)
            .await
            .expect("again")
    );
    assert!(sue.write_draft(june(), &words, later).await.is_err());
    let published =
        "SELECT COUNT(*) FROM audit WHERE what = 'month_published' AND about = '2026-06.v1'";
    assert_eq!(house.number(published).await, 1);
    for deed in ["month_opened", "month_approved"] {
        let sql = match deed {
            "month_opened" => "SELECT COUNT(*) FROM audit WHERE what = 'month_opened'",
            _ => "SELECT COUNT(*) FROM audit WHERE what = 'month_approved'",
        };
        assert_eq!(house.number(sql).await, 1, "{deed}");
    }
}

async fn a_change_takes_the_approval_away(house: House) {
    let sue = sue(&house).await;
    let edition = prepare(&sue, june(), JULY).await;
    let later = JULY + 30 * DAY;
    assert!(
        sue.approve(june(), edition, later)
            .await
            .expect("an answer")
    );
    let same = Asking::Words(says("Look at step 3."));
    sue.write_draft(june(), &same, later)
        .await
        .expect("the same");
    assert!(
        sue.draft(june(), later)
            .await
            .expect("a draft")
            .approved
            .is_some()
    );
    for change in [
        Asking::Words(says("Look at step 2.")),
        Asking::Ask("one".into(), says("A shared form")),
        Asking::Ask("one".into(), Text::default()),
    ] {
        let seen = sue.draft(june(), later).await.expect("a draft").edition;
        assert!(sue.approve(june(), seen, later).await.expect("an answer"));
        sue.write_draft(june(), &change, later)
            .await
            .expect("written");
        let draft = sue.draft(june(), later).await.expect("a draft");
        assert!(
            draft.approved.is_none() && draft.approval_lost,
            "{change:?}"
        );
        let done = sue.publish_draft(june(), draft.edition, later).await;
        assert!(!done.expect("an answer"));
    }
}

async fn what_is_approved_is_what_was_seen(house: House) {
    let sue = sue(&house).await;
    let edition = prepare(&sue, june(), JULY).await;
    let words = Asking::Words(says("Written by somebody else meanwhile."));
    let later = JULY + 30 * DAY;
    sue.write_draft(june(), &words, later)
        .await
        .expect("written");
    assert!(
        !sue.approve(june(), edition, later)
            .await
            .expect("an answer")
    );
    assert!(
        sue.draft(june(), later)
            .await
            .expect("a draft")
            .approved
            .is_none()
    );
}

async fn a_correction_is_a_draft_of_the_next_version(house: House) {
    let sue = sue(&house).await;
    let reason = says("One figure was counted twice.");
    assert!(
        sue.correct(june(), &reason, JULY).await.is_err(),
        "nothing to correct"
    );
    publish(&sue, june(), JULY).await;
    let later = JULY + 31 * DAY;
    // One that reaches us only now.
    Phone::whole_walk(2, "missed-bin")
        .send(&house.desk("ben").await)
        .await;
    sue.correct(june(), &reason, later).await.expect("begun");
    sue.correct(june(), &says("Again"), later)
        .await
        .expect("begun before");
    let draft = sue.draft(june(), later).await.expect("a draft");
    assert!(draft.drafting);
    assert_eq!(
        (draft.version, draft.reason.en.as_str()),
        (2, "One figure was counted twice.")
    );
    assert_eq!(draft.words.en, "Look at step 3.");
    assert_eq!(draft.published.as_ref().map(|it| it.version), Some(1));
    assert_eq!(draft.to_do(), Some(Check::Approval));
    assert_eq!(draft.spoken(later)[0].is, SaidAs::Correction);
    assert!(
        sue.approve(june(), draft.edition, later)
            .await
            .expect("an answer")
    );
    let done = sue.publish_draft(june(), draft.edition, later).await;
    assert!(done.expect("an answer"));
    let draft = sue.draft(june(), later).await.expect("a page");
    assert_eq!(draft.published.map(|it| it.version), Some(2));
}

/// Two tabs, or two secretaries.
async fn what_was_not_seen_is_not_written_over(house: House) {
    let sue = sue(&house).await;
    let seen = sue.draft(june(), JULY).await.expect("a draft").edition;
    let write = async |seen, text: &str| {
        let words = Asking::Words(says(text));
        let written = sue.write_seen(june(), Some(seen), &words, JULY).await;
        written.expect("an answer")
    };
    assert!(write(seen, "First.").await);
    assert!(write(seen, "First.").await, "sent twice, it is one change");
    assert!(!write(seen, "Second.").await);
    let draft = sue.draft(june(), JULY).await.expect("a draft");
    assert_eq!(draft.words, says("First."), "nothing was lost");
    assert_eq!(draft.edition, seen + 1);
    assert!(write(draft.edition, "Second.").await);
}
