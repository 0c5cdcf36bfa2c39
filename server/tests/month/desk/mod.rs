//! The secretary's desk: a month is prepared, approved, published, corrected and handed out.

mod answered;
mod approve_at_once;
mod approved;
mod asked;
mod asked_no_longer;
mod asked_then;
mod begun;
mod came_in;
mod given_up;
mod gone;
mod handed;
mod past;
mod reply;
mod roles;
mod views;
mod waits;

use app::{
    board::Check,
    walk::{Text, month::YearMonth},
};
use server::{
    store::{Asking, Desk},
    viewer::Role,
};

use crate::{
    House,
    house::{DAY, NOON},
    phone::Phone,
};

/// A day in July: June is over.
pub const JULY: i64 = NOON + 20 * DAY;

pub fn june() -> YearMonth {
    "2026-06".parse().expect("a month")
}

pub fn says(en: &str) -> Text {
    Text {
        en: en.into(),
        cy: String::new(),
    }
}

/// Ann walked; Sue keeps the board's record.
pub async fn sue(house: &House) -> Desk {
    let roles = [Role::Board, Role::Secretary];
    house.person("sue", "aber", &roles, &[]).await;
    let ann = house.desk("ann").await;
    Phone::whole_walk(1, "missed-bin").send(&ann).await;
    house.desk("sue").await
}

/// Everything done but the approval; the edition that was seen.
pub async fn prepare(sue: &Desk, month: YearMonth, now: i64) -> i64 {
    sue.open_reply(month, now).await.expect("opened");
    let words = Asking::Words(says("Look at step 3."));
    sue.write_draft(month, &words, now).await.expect("written");
    let later = now + 30 * DAY;
    let draft = sue.draft(month, later).await.expect("a draft");
    assert_eq!(draft.to_do(), Some(Check::Approval), "{draft:?}");
    draft.edition
}

/// Approved and published, a month after.
pub async fn publish(sue: &Desk, month: YearMonth, now: i64) {
    let edition = prepare(sue, month, now).await;
    let later = now + 30 * DAY;
    assert!(sue.approve(month, edition, later).await.expect("an answer"));
    let done = sue.publish_draft(month, edition, later).await;
    assert!(done.expect("an answer"));
}

/// A correction, begun and published at once.
pub async fn correct(sue: &Desk, month: YearMonth, now: i64) {
    let reason = says("One walk came late.");
    assert!(sue.correct(month, &reason, now).await.expect("begun"));
    publish_begun(sue, month, now).await;
}

/// A correction that was begun is published; teams had their time for what is new in it.
pub async fn publish_begun(sue: &Desk, month: YearMonth, now: i64) {
    let asked = sue.open_reply(month, now - 15 * DAY).await;
    asked.expect("opened");
    let edition = sue.draft(month, now).await.expect("a draft").edition;
    assert!(sue.approve(month, edition, now).await.expect("an answer"));
    let done = sue.publish_draft(month, edition, now).await;
    assert!(done.expect("an answer"));
}
