//! The right of reply to what arrives late.

use app::{
    board::{Beside, Check, Draft, Reply, draft_page, month_page},
    walk::{Category, Lang},
};
use leptos::prelude::{Owner, RenderHtml};
use server::store::Desk;

use super::{JULY, june, prepare, publish, says, sue};
use crate::{House, house::DAY, on_both, phone::Phone};

on_both! {
    a_published_page_promises_nothing,
    a_correction_asks_about_what_was_not_listed_before,
    a_first_version_asks_about_what_came_after_the_teams_were_asked,
    what_was_listed_before_is_not_asked_about_again,
    who_was_asked_in_a_correction_that_is_given_up_stays_asked,
}

/// After the time that teams have.
const LATER: i64 = JULY + 30 * DAY;
const NOT_ASKED: &str = "nobody was asked: it is listed since";

/// Ben felt something that nobody else did.
async fn felt_late(house: &House) {
    let mut phone = Phone::new(2);
    phone.start("missed-bin");
    phone.feel(3, Category::Bounced);
    phone.send(&house.desk("ben").await).await;
}

async fn read(sue: &Desk, now: i64) -> Draft {
    sue.draft(june(), now).await.expect("a draft")
}

fn drawn(draft: &Draft) -> String {
    Owner::new().with(|| draft_page(Lang::En, draft).to_html())
}

async fn a_published_page_promises_nothing(house: House) {
    let sue = sue(&house).await;
    let edition = prepare(&sue, june(), JULY).await;
    // It reached us a day before: its team has its fourteen days from then.
    let sql = "UPDATE fact SET received_at = $1";
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute(sql, &[(LATER - DAY).into()])
        .await
        .expect("moved");
    tx.commit().await.expect("committed");
    for done in [
        sue.approve(june(), edition, LATER).await,
        sue.publish_draft(june(), edition, LATER).await,
    ] {
        assert!(done.expect("an answer"));
    }
    let page = sue.published(june(), None, LATER + DAY).await;
    let page = page.expect("an answer").expect("published");
    let had = |it: &Beside| matches!(it, Beside::Had(_));
    assert!(page.beside.values().all(had), "{:?}", page.beside);
    let html = Owner::new().with(|| month_page(Lang::En, &page).to_html());
    assert!(!html.contains("may put its view here"));
    assert!(html.contains("had put no view here when this was published. It had until"));
}

async fn a_correction_asks_about_what_was_not_listed_before(house: House) {
    let sue = sue(&house).await;
    publish(&sue, june(), JULY).await;
    felt_late(&house).await;
    let begun = sue.correct(june(), &says("One came late."), LATER).await;
    assert!(begun.expect("an answer"));
    let tom = house.desk("tom").await;
    assert!(tom.asked_views(LATER).await.expect("an answer").is_empty());
    asked_anew(&sue, LATER).await;
    let asked = tom.asked_views(LATER).await.expect("an answer");
    let open = asked.iter().flat_map(|it| &it.open);
    assert!(open.into_iter().any(|it| it.category == Category::Bounced));
}

async fn a_first_version_asks_about_what_came_after_the_teams_were_asked(house: House) {
    let sue = sue(&house).await;
    prepare(&sue, june(), JULY).await;
    felt_late(&house).await;
    asked_anew(&sue, LATER).await;
}

/// One place is new: nothing goes on before its team had its time.
async fn asked_anew(sue: &Desk, now: i64) {
    let draft = read(sue, now).await;
    assert_eq!(draft.to_do(), Some(Check::Reply));
    let new = draft.places.iter().filter(|it| it.is_unasked());
    assert_eq!(new.count(), 1);
    let html = drawn(&draft);
    assert!(html.contains(NOT_ASKED) && html.contains("/draft/reply\""));
    let refused = sue.approve(june(), draft.edition, now).await;
    assert!(!refused.expect("an answer"));

    for _ in 0..2 {
        sue.open_reply(june(), now).await.expect("asked");
    }
    let draft = read(sue, now + DAY).await;
    assert!(matches!(draft.reply, Reply::Open(_)), "{:?}", draft.reply);
    assert!(!drawn(&draft).contains(NOT_ASKED));
    assert_eq!(draft.to_do(), Some(Check::Reply));
    let over = now + DAY * i64::from(draft.reply_days);
    assert_eq!(read(sue, over).await.to_do(), Some(Check::Approval));
}

async fn what_was_listed_before_is_not_asked_about_again(house: House) {
    let sue = sue(&house).await;
    publish(&sue, june(), JULY).await;
    // The same places again.
    let late = Phone::whole_walk(2, "missed-bin");
    late.send(&house.desk("ben").await).await;
    let begun = sue.correct(june(), &says("One came late."), LATER).await;
    assert!(begun.expect("an answer"));
    assert_eq!(read(&sue, LATER).await.to_do(), Some(Check::Approval));
    sue.open_reply(june(), LATER).await.expect("asked before");
    let draft = read(&sue, LATER).await;
    assert!(matches!(draft.reply, Reply::Over(_)), "{:?}", draft.reply);
}

async fn who_was_asked_in_a_correction_that_is_given_up_stays_asked(house: House) {
    let sue = sue(&house).await;
    publish(&sue, june(), JULY).await;
    felt_late(&house).await;
    let reason = says("One came late.");
    sue.correct(june(), &reason, LATER).await.expect("begun");
    sue.open_reply(june(), LATER).await.expect("asked");
    let draft = read(&sue, LATER).await;
    let over = LATER + DAY * i64::from(draft.reply_days);
    let given_up = sue.give_up(june(), draft.edition, LATER).await;
    assert!(given_up.expect("an answer"));
    sue.correct(june(), &reason, LATER).await.expect("begun");
    let again = read(&sue, LATER).await;
    assert!(!again.is_asked_anew(), "{:?}", again.places);
    assert_eq!(again.reply, draft.reply, "with the time they were given");
    assert_eq!(read(&sue, over).await.to_do(), Some(Check::Approval));
}
