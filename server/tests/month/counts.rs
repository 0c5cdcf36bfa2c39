//! What a month counts.

use crate::{House, house::NOON, on_both, phone::Phone};

on_both! { a_finished_walk_is_in_its_month, }

async fn a_finished_walk_is_in_its_month(house: House) {
    Phone::whole_walk(1, "ramp")
        .send(&house.desk("ann").await)
        .await;
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let page = board.month(month, NOON).await.expect("the month");
    assert_eq!(page.month.need_met.n(), 1);
}
