//! A year of walks, published month by month, with what happens in a year: walks that arrive late, a correction, a
//! person erased, a backup. Every count is worked out a second time from what was walked.

use app::{board::MonthPage, walk::month::YearMonth};
use server::{
    erasures::Journal,
    period::period,
    store::{Desk, Erase, Publishing},
};

use crate::{
    House,
    house::DAY,
    on_both,
    plan::{Plan, at_random},
    recount::compare,
};

on_both! { a_year_is_published_month_by_month, }

/// In which month of the year something happens, counted from its first.
const LATE: usize = 3;
const ERASED: usize = 8;

async fn a_year_is_published_month_by_month(house: House) {
    let plans = at_random(150);
    let board = house.keeping_the_record("tom").await;
    let mut published: Vec<(YearMonth, u32, String)> = Vec::new();
    for (place, month) in months(&plans).into_iter().take(12).enumerate() {
        let here: Vec<(u64, &Plan)> = (1_u64..)
            .zip(&plans)
            .filter(|(_, it)| it.month() == month)
            .filter(|(_, it)| place < ERASED || it.author == "ann")
            .collect();
        let (late, in_time) = here.split_at(if place == LATE { 2 } else { 0 });
        let over = period("Europe/London", month).expect("a month").to;
        send(&house, in_time, 0).await;
        publish(
            &house,
            &board,
            month,
            over + 5 * DAY,
            in_time,
            &mut published,
        )
        .await;
        if !late.is_empty() {
            send(&house, late, over + 20 * DAY).await;
            let page = read(&board, month, 1, over + 21 * DAY).await;
            let came = late.iter().filter(|(_, it)| it.finished).count() as u64;
            assert_eq!(page.stamp.as_ref().map(|it| it.late), Some(came));
            publish(
                &house,
                &board,
                month,
                over + 25 * DAY,
                &here,
                &mut published,
            )
            .await;
        }
        if place == ERASED {
            let folder = tempfile::tempdir().expect("a folder");
            let journal = Journal::at(&folder.path().join("erasures.jsonl"));
            let erased = house
                .store
                .erase("ben", Erase::Now, &journal, over + 6 * DAY);
            erased.await.expect("erased");
        }
        as_they_were_published(&board, &published, over + 30 * DAY).await;
    }
    assert_eq!(published.len(), 13, "twelve months, one of them twice");
    crate::record::assert_whole(&house).await;
}

/// The months in which anything was walked, the oldest first.
fn months(plans: &[Plan]) -> Vec<YearMonth> {
    let mut months: Vec<YearMonth> = plans.iter().map(Plan::month).collect();
    months.sort_unstable();
    months.dedup();
    months
}

/// Each is sent as it is walked, or not before a moment.
async fn send(house: &House, plans: &[(u64, &Plan)], not_before: i64) {
    for (seed, plan) in plans {
        let desk = house.desk(plan.author).await;
        plan.walk_and_send(*seed, &desk, plan.at.max(not_before))
            .await;
    }
}

/// Publishes a month, which then says what was walked.
async fn publish(
    house: &House,
    board: &Desk,
    month: YearMonth,
    now: i64,
    walked: &[(u64, &Plan)],
    published: &mut Vec<(YearMonth, u32, String)>,
) {
    let made = board.publish(month, Vec::new(), now).await;
    let Ok(Publishing::Done(made)) = made else {
        panic!("{month}: {made:?}");
    };
    let page = read(board, month, made.version, now).await;
    let walked: Vec<&Plan> = walked.iter().map(|(_, it)| *it).collect();
    compare(&page, &walked);
    published.push((month, made.version, counts(&page)));
    crate::record::assert_whole(house).await;
}

async fn read(board: &Desk, month: YearMonth, version: u32, now: i64) -> MonthPage {
    let page = board.published(month, Some(version), now).await;
    let page = page.expect("read").expect("published");
    MonthPage::clone(&page)
}

/// What was published says today what it said then, whatever has come since.
async fn as_they_were_published(board: &Desk, published: &[(YearMonth, u32, String)], now: i64) {
    for (month, version, then) in published {
        let today = counts(&read(board, *month, *version, now).await);
        assert_eq!(&today, then, "{month}, version {version}");
    }
}

fn counts(page: &MonthPage) -> String {
    serde_json::to_string(&page.month).expect("JSON")
}
