//! Many phones that send at once count in the same month, and in the same threads.

use std::{sync::Arc, time::Duration};

use app::walk::Category;
use server::{store::Store, viewer::Role};
use tokio::{sync::Barrier, task::JoinSet, time::timeout};

use crate::{
    House,
    house::NOON,
    on_both,
    phone::{Phone, try_send},
};

on_both! {
    eight_phones_that_send_at_once_count_as_one_after_the_other,
}

const PHONES: u64 = 8;
const WALKS_EACH: u64 = 6;

/// Each through a server of its own. Every walk changes the same sums of the month, and the same three threads; half of
/// the phones send what they have in two pieces, and half of them meet the places in the other order.
async fn eight_phones_that_send_at_once_count_as_one_after_the_other(house: House) {
    let begin = Arc::new(Barrier::new(PHONES as usize));
    let mut sending = JoinSet::new();
    for phone in 0..PHONES {
        let person = format!("leader-{phone}");
        house.person(&person, "aber", &[Role::Leader], &[]).await;
        let server = Store::on(house.db.clone());
        let desk = server.desk(&house.viewer(&person).await);
        let begin = begin.clone();
        sending.spawn(async move {
            begin.wait().await;
            for walk in 0..WALKS_EACH {
                let walk = walk_of(phone, walk);
                let pieces = if phone % 2 == 0 { 40 } else { 4 };
                for facts in walk.facts.chunks(pieces) {
                    let items = try_send(&desk, facts).await;
                    assert_eq!(items.expect("taken").len(), facts.len());
                }
            }
        });
    }
    let all = timeout(Duration::from_secs(120), sending.join_all());
    all.await.expect("nobody waits for ever");
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let month = board.month(month, NOON).await.expect("the month");
    let walks = PHONES * WALKS_EACH;
    assert_eq!(month.month.friction.all, 6 * walks);
    assert_eq!(month.month.need_met.n(), walks);
    let sql = "SELECT COUNT(*) FROM thread_row WHERE leaders = 8 AND felt = 48";
    assert!(house.number(sql).await >= 3);
    let kept = house.read_rows().await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, kept);
}

/// A whole walk, with three more friction points before its end or after it.
fn walk_of(phone: u64, walk: u64) -> Phone {
    let mut it = Phone::whole_walk(phone * 100 + walk, "ramp");
    let mut places = [3, 4, 5];
    if phone % 4 > 1 {
        places.reverse();
    }
    for step in places {
        it.feel(step, Category::Wait);
    }
    it
}
