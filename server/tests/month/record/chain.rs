//! Publishing, once and again.

use std::sync::Arc;

use app::{
    board::{self, Filter, Record},
    walk::Lang,
};
use leptos::prelude::{Owner, RenderHtml};
use server::store::Publishing;
use tokio::{sync::Barrier, task::JoinSet};

use super::{JULY, chain, done, drawn, faults, june, publish, published, walked};
use crate::{
    House, desk,
    house::{DAY, NOON},
    on_both,
};

on_both! {
    of_two_who_publish_at_once_one_does,
    of_many_who_press_publish_at_once_all_are_told_that_it_is_done,
    a_late_walk_goes_into_the_next_version_and_the_first_stays,
    only_the_board_publishes_and_only_what_is_over,
}

async fn of_two_who_publish_at_once_one_does(house: House) {
    walked(&house, "ann", 1).await;
    let (one, other) = tokio::join!(publish(&house, JULY), publish(&house, JULY));
    let mut both = [one, other];
    both.sort_by_key(|it| matches!(it, Publishing::Same(_)));
    let [Publishing::Done(issue), Publishing::Same(same)] = &both else {
        panic!("{both:?}");
    };
    assert_eq!(issue, same);
    assert_eq!(faults(&chain(&house).await), []);
    assert_eq!(house.number("SELECT COUNT(*) FROM month_record").await, 1);
    assert_eq!(house.number("SELECT COUNT(*) FROM signing_key").await, 1);
}

/// As from the desk's page: the month is approved, and several send the same form.
async fn of_many_who_press_publish_at_once_all_are_told_that_it_is_done(house: House) {
    let sue = Arc::new(desk::sue(&house).await);
    let edition = desk::prepare(&sue, june(), JULY).await;
    let later = JULY + 30 * DAY;
    let approved = sue.approve(june(), edition, later).await;
    assert!(approved.expect("an answer"));
    let begin = Arc::new(Barrier::new(6));
    let mut pressing = JoinSet::new();
    for _ in 0..6 {
        let (sue, begin) = (sue.clone(), begin.clone());
        pressing.spawn(async move {
            begin.wait().await;
            sue.publish_draft(june(), edition, later).await
        });
    }
    for done in pressing.join_all().await {
        assert!(done.expect("it is done"));
    }
    assert_eq!(house.number("SELECT COUNT(*) FROM month_record").await, 1);
    // Pressed again on a page from before.
    let again = sue.publish_draft(june(), edition, later).await;
    assert!(again.expect("it is done"));
}

async fn a_late_walk_goes_into_the_next_version_and_the_first_stays(house: House) {
    walked(&house, "ann", 1).await;
    done(publish(&house, JULY).await);
    let first = published(&house, None).await;
    assert_eq!(first.address(), "2026-06");
    let stamp = first.stamp.clone().expect("stamped");
    assert_eq!((stamp.version, stamp.late, stamp.sequence), (1, 0, 1));
    walked(&house, "ben", 2).await;
    let waiting = published(&house, None).await;
    assert_eq!(waiting.stamp.as_ref().map(|it| it.late), Some(1));
    assert_eq!(waiting.month.need_met.n(), 1);
    let html = Owner::new().with(|| board::month_page(Lang::En, &waiting).to_html());
    assert!(html.contains("One walkthrough reached us after this version was published."));
    let issue = done(publish(&house, JULY + DAY).await);
    assert_eq!((issue.version, issue.sequence), (2, 2));
    let (old, new) = (
        published(&house, Some(1)).await,
        published(&house, None).await,
    );
    assert_eq!(drawn(&old), drawn(&first));
    assert_eq!(old.address(), "2026-06.v1");
    assert_eq!(new.month.need_met.n(), 2);
    let stamp = new.stamp.expect("stamped");
    assert_eq!((stamp.version, stamp.late, stamp.came_late), (2, 0, 1));
    let numbers: Vec<u32> = stamp.versions.iter().map(|it| it.0).collect();
    assert_eq!(numbers, [2, 1]);
    let board = house.desk("tom").await;
    for (version, walks) in [(1, 1), (2, 2)] {
        let page = board.published_evidence(june(), version, Filter::default(), JULY);
        assert_eq!(page.await.expect("evidence").all, walks);
        let counted = board.counted_walks(june(), version, JULY).await;
        assert_eq!(counted.expect("walks").0.len(), walks);
    }
    let none = board
        .published(june(), Some(3), JULY)
        .await
        .expect("an answer");
    assert!(none.is_none());
    let record: Record = serde_json::from_str(&chain(&house).await[1].body).expect("a record");
    assert_eq!((record.late, record.corrects.is_some()), (1, true));
}

async fn only_the_board_publishes_and_only_what_is_over(house: House) {
    walked(&house, "ann", 1).await;
    let leader = house.desk("ann").await;
    assert!(leader.publish(june(), Vec::new(), JULY).await.is_err());
    assert!(leader.published(june(), None, JULY).await.is_err());
    assert_eq!(publish(&house, NOON).await, Publishing::NotOver);
    let board = house.desk("tom").await;
    let none = board
        .published(june(), None, JULY)
        .await
        .expect("an answer");
    assert!(none.is_none());
}
