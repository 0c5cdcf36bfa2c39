//! What things were called then.

use super::{JULY, done, drawn, june, publish, published, walked};
use crate::{
    House,
    house::{task, text},
    on_both,
};

on_both! { a_renamed_service_leaves_the_published_page_as_it_was, }

async fn a_renamed_service_leaves_the_published_page_as_it_was(house: House) {
    walked(&house, "ann", 1).await;
    done(publish(&house, JULY).await);
    let before = drawn(&published(&house, None).await);
    assert!(before.contains("A service"));
    let mut renamed = task("ramp");
    renamed.service_name = text("Another name");
    house
        .put_tasks("aber", &[task("missed-bin"), renamed])
        .await;
    assert_eq!(drawn(&published(&house, None).await), before);
    let board = house.desk("tom").await;
    let live = board.month(june(), JULY).await.expect("the month");
    assert!(drawn(&live).contains("Another name"));
}
