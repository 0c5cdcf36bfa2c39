//! What comes in after the approval is not published with it.

use app::{
    board::{Beside, Draft, draft_page},
    walk::Lang,
    wire::SyncRequest,
};
use axum::http::StatusCode;
use leptos::prelude::{Owner, RenderHtml};
use server::store::{Db, Desk};
use sqlx::AssertSqlSafe;

use super::{JULY, june, prepare, sue};
use crate::{
    House,
    house::DAY,
    on_both,
    phone::{self, Phone},
    web::Web,
};

on_both! {
    a_walk_that_comes_after_the_approval_is_not_published_unseen,
    a_view_that_is_put_after_the_approval_is_not_published_unseen,
    a_name_that_changes_after_the_approval_is_not_published_unseen,
    time_alone_takes_no_approval_away,
    what_is_felt_in_the_next_month_takes_none_away,
    what_becomes_of_what_waits_is_not_published_unseen,
    other_days_to_reply_are_not_published_unseen,
    what_comes_in_at_the_very_moment_is_not_published_unseen,
    what_came_in_before_the_button_was_pressed_is_not_approved,
    the_desk_comes_back_and_says_why,
}

/// After the time that teams have.
const LATER: i64 = JULY + 30 * DAY;
const CAME_IN: &str = "Something came in since it was approved";

/// June is approved; the edition that was.
async fn approved(house: &House) -> (Desk, i64) {
    let sue = sue(house).await;
    let edition = prepare(&sue, june(), JULY).await;
    let done = sue.approve(june(), edition, LATER).await;
    assert!(done.expect("an answer"));
    assert!(read(&sue, LATER).await.approved.is_some());
    (sue, edition)
}

async fn read(sue: &Desk, now: i64) -> Draft {
    sue.draft(june(), now).await.expect("a draft")
}

fn drawn(draft: &Draft) -> String {
    Owner::new().with(|| draft_page(Lang::En, draft).to_html())
}

/// Nothing is published before it is approved anew.
async fn wants_a_new_approval(house: &House, sue: &Desk, edition: i64) {
    let draft = read(sue, LATER).await;
    assert!(draft.approved.is_none() && draft.came_in);
    let html = drawn(&draft);
    assert!(html.contains(CAME_IN), "{html}");
    assert!(!html.contains("approved it"), "{html}");
    let done = sue.publish_draft(june(), edition, LATER).await;
    assert!(!done.expect("an answer"));
    assert_eq!(records(house).await, 0);

    let again = sue.approve(june(), edition, LATER).await;
    assert!(again.expect("an answer"));
    let draft = read(sue, LATER).await;
    assert!(draft.approved.is_some() && !draft.came_in);
    let done = sue.publish_draft(june(), edition, LATER).await;
    assert!(done.expect("an answer"));
    assert_eq!(records(house).await, 1);
}

async fn records(house: &House) -> i64 {
    house.number("SELECT COUNT(*) FROM month_record").await
}

async fn a_walk_that_comes_after_the_approval_is_not_published_unseen(house: House) {
    let (sue, edition) = approved(&house).await;
    let late = Phone::whole_walk(2, "missed-bin");
    late.send(&house.desk("ben").await).await;
    wants_a_new_approval(&house, &sue, edition).await;
}

async fn a_view_that_is_put_after_the_approval_is_not_published_unseen(house: House) {
    let (sue, edition) = approved(&house).await;
    let place = read(&sue, LATER).await.places[0].thread;
    let tom = house.desk("tom").await;
    let put = tom.put_view(place, "It is all put right.", LATER).await;
    put.expect("put");
    wants_a_new_approval(&house, &sue, edition).await;
}

async fn a_name_that_changes_after_the_approval_is_not_published_unseen(house: House) {
    let (sue, edition) = approved(&house).await;
    let mut renamed = crate::house::task("missed-bin");
    renamed.service_name = crate::house::text("Another name");
    let tasks = [renamed, crate::house::task("ramp")];
    house.put_tasks("aber", &tasks).await;
    wants_a_new_approval(&house, &sue, edition).await;
}

async fn time_alone_takes_no_approval_away(house: House) {
    // At a boundary, where something waits for more days with every day.
    let walk = Phone::whole_walk(7, "ramp");
    walk.send(&house.desk("ben").await).await;
    let (sue, edition) = approved(&house).await;
    for days in [1, 40, 400] {
        let now = LATER + days * DAY;
        let draft = read(&sue, now).await;
        assert!(draft.approved.is_some() && !draft.came_in, "{days} days");
    }
    let now = LATER + 401 * DAY;
    let done = sue.publish_draft(june(), edition, now).await;
    assert!(done.expect("an answer"));
    assert_eq!(records(&house).await, 1);
}

async fn what_is_felt_in_the_next_month_takes_none_away(house: House) {
    let (sue, edition) = approved(&house).await;
    let until = "SELECT COUNT(*) FROM friction_row WHERE month = '2026-07'";
    let mut late = Phone::whole_walk(2, "missed-bin");
    for fact in &mut late.facts {
        fact.at += 20 * DAY;
    }
    let request = SyncRequest {
        sent_at: LATER,
        ..phone::request(&late.facts)
    };
    let taken = house.desk("ben").await.append(request, LATER).await;
    taken.expect("taken");
    assert_eq!(
        house.number(until).await,
        3,
        "at the places of June, in July"
    );
    let draft = read(&sue, LATER + DAY).await;
    assert!(draft.approved.is_some() && !draft.came_in);
    let done = sue.publish_draft(june(), edition, LATER + DAY).await;
    assert!(done.expect("an answer"));
    let page = sue.published(june(), None, LATER + DAY).await;
    let page = page.expect("an answer").expect("published");
    assert!(
        page.beside.values().all(|it| *it == Beside::Nothing),
        "{:?}",
        page.beside
    );
}

async fn what_becomes_of_what_waits_is_not_published_unseen(house: House) {
    let walk = Phone::whole_walk(7, "ramp");
    walk.send(&house.desk("ben").await).await;
    house.give_everything("tom").await;
    house.put_tasks("cwm", &[]).await;
    run(
        &house,
        "INSERT INTO takes_offers (organisation, service) VALUES ('cwm', 'bins')",
    )
    .await;
    let (sue, edition) = approved(&house).await;
    let page = sue.month(june(), LATER).await.expect("June");
    let thread = page.waiting[0].waits[0].thread;
    let tom = house.desk("tom").await;
    let offered = tom.offer(thread, ("cwm", "bins"), "", &[], "o", LATER - DAY);
    offered.await.expect("offered");
    wants_a_new_approval(&house, &sue, edition).await;
}

async fn other_days_to_reply_are_not_published_unseen(house: House) {
    let (sue, edition) = approved(&house).await;
    run(&house, "UPDATE organisation SET reply_days = 60").await;
    wants_a_new_approval(&house, &sue, edition).await;
}

async fn run(house: &House, sql: &'static str) {
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute(sql, &[]).await.expect("done");
    tx.commit().await.expect("committed");
}

/// A view that is there only once the desk was read and before the month is counted: the database puts it then.
async fn what_comes_in_at_the_very_moment_is_not_published_unseen(house: House) {
    let (sue, edition) = approved(&house).await;
    let view = "UPDATE thread SET view = 'It is all put right.', view_at = 1;";
    let put: &[String] = &match house.db {
        Db::Sqlite { .. } => vec![format!(
            "CREATE TRIGGER at_once AFTER UPDATE OF published_at ON month_draft BEGIN {view} END"
        )],
        Db::Postgres(_) => vec![
            format!(
                "CREATE FUNCTION at_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {view} RETURN NULL; END $$"
            ),
            "CREATE TRIGGER at_once AFTER UPDATE OF published_at ON month_draft FOR EACH ROW EXECUTE FUNCTION at_once()"
                .to_owned(),
        ],
    };
    let mut tx = house.db.begin().await.expect("begun");
    for sql in put {
        let sql = AssertSqlSafe(sql.clone());
        tx.execute(sql, &[]).await.expect("made");
    }
    tx.commit().await.expect("committed");
    let done = sue.publish_draft(june(), edition, LATER).await;
    assert!(!done.expect("an answer"));
    assert_eq!(records(&house).await, 0);
    let drafts = "SELECT COUNT(*) FROM month_draft WHERE published_at IS NULL";
    assert_eq!(house.number(drafts).await, 1, "all is as it was");
}

async fn what_came_in_before_the_button_was_pressed_is_not_approved(house: House) {
    let sue = sue(&house).await;
    let edition = prepare(&sue, june(), JULY).await;
    let seen = read(&sue, LATER).await.counted;
    let html = drawn(&read(&sue, LATER).await);
    assert!(html.contains(&seen), "the form says what was seen");
    let late = Phone::whole_walk(2, "missed-bin");
    late.send(&house.desk("ben").await).await;
    let done = sue.approve_seen(june(), edition, Some(&seen), LATER).await;
    assert!(!done.expect("an answer"));
    let draft = read(&sue, LATER).await;
    assert!(draft.approved.is_none());
    let seen = Some(&*draft.counted);
    let done = sue.approve_seen(june(), edition, seen, LATER).await;
    assert!(done.expect("an answer"));
}

async fn the_desk_comes_back_and_says_why(house: House) {
    let (_, edition) = approved(&house).await;
    let late = Phone::whole_walk(2, "missed-bin");
    late.send(&house.desk("ben").await).await;
    let web = Web::over(&house, LATER, &["sue"]).await;
    let form = format!("edition={edition}");
    let answer = web.send("sue", "/board/2026-06/draft/publish", &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains(CAME_IN));
    assert_eq!(records(&house).await, 0);
    let form = format!("edition={edition}&counted=another");
    let answer = web.send("sue", "/board/2026-06/draft/approve", &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}
