//! What a month counts, and that its counts follow every change of a walk.

use std::sync::Arc;

use app::walk::{Category, FrictionWithdrawn, Kind, month::Month};
use server::{
    erasures::Journal,
    store::{Erase, Store},
};
use tokio::task::JoinSet;

use crate::{
    House,
    house::{DAY, NOON, task},
    on_both,
    phone::{Phone, request, send},
};

on_both! {
    a_finished_walk_is_in_its_month,
    a_walk_that_is_finished_late_moves_to_another_month,
    friction_taken_back_is_counted_no_more,
    what_is_felt_later_is_not_in_the_months_before,
    nothing_of_an_erased_person_is_left_in_the_counts,
    a_task_that_becomes_known_brings_its_walks,
    two_servers_that_count_at_once_miss_nothing,
    counts_that_went_wrong_are_put_right_by_a_rebuild,
    a_rebuild_says_how_far_it_is,
}

async fn a_finished_walk_is_in_its_month(house: House) {
    Phone::whole_walk(1, "ramp")
        .send(&house.desk("ann").await)
        .await;
    let month = month(&house, NOON).await;
    assert_eq!((month.need_met.k(), month.need_met.n()), (0, 1));
    assert_eq!(month.walks_each, [1, 0]);
    assert_eq!((month.friction.all, month.bright_spots), (3, 1));
    let crossed: Vec<(&str, u64)> = month.hand_offs.iter().map(|it| (&*it.to, it.n)).collect();
    assert_eq!(crossed, [("Cwm Health Board", 1)]);
    let places: Vec<u64> = month.in_the_way.iter().map(|it| it.times).collect();
    assert_eq!(places, [1, 1, 1]);
    as_after_a_rebuild(&house).await;
}

async fn a_walk_that_is_finished_late_moves_to_another_month(house: House) {
    let desk = house.desk("ann").await;
    let phone = Phone::whole_walk(1, "ramp");
    let (begun, rest) = phone.facts.split_at(10);
    send(&desk, begun).await;
    let june = month(&house, NOON).await;
    assert_eq!((june.unfinished, june.need_met.n()), (1, 0));
    let july = NOON + 30 * DAY;
    // The phone's clock and the server's moved on alike.
    let mut late = request(rest);
    late.sent_at = NOON;
    desk.append(late, july).await.expect("kept");
    let july = month(&house, july).await;
    assert_eq!((july.unfinished, july.need_met.n()), (0, 1));
    let left = house
        .number("SELECT COUNT(*) FROM month_count WHERE month = '2026-06'")
        .await;
    assert_eq!(left, 0, "the walk is in one month only");
    as_after_a_rebuild(&house).await;
}

async fn friction_taken_back_is_counted_no_more(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("ramp");
    let friction = phone.feel(1, Category::Wait);
    phone.feel(1, Category::Asked);
    phone.send(&desk).await;
    assert_eq!(month(&house, NOON).await.friction.all, 2);
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    phone.send(&desk).await;
    let month = month(&house, NOON).await;
    assert_eq!((month.friction.all, month.in_the_way.len()), (1, 1));
    assert_eq!(month.in_the_way[0].category, Category::Asked);
    as_after_a_rebuild(&house).await;
}

async fn what_is_felt_later_is_not_in_the_months_before(house: House) {
    for (seed, person, at) in [(1, "ann", NOON), (2, "ben", NOON + 30 * DAY)] {
        let mut phone = Phone::new(seed);
        phone.now = at;
        phone.start("ramp");
        phone.feel(1, Category::Wait);
        let mut sent = request(&phone.facts);
        sent.sent_at = phone.now;
        let desk = house.desk(person).await;
        desk.append(sent, phone.now).await.expect("kept");
    }
    let board = house.desk("tom").await;
    for (month, felt) in [("2026-06", (1, 1)), ("2026-07", (2, 2))] {
        let month = month.parse().expect("a month");
        let page = board.month(month, NOON + 31 * DAY).await.expect("read");
        let place = &page.month.in_the_way[0];
        assert_eq!((place.times, place.leaders), felt, "{month}");
    }
    as_after_a_rebuild(&house).await;
}

async fn nothing_of_an_erased_person_is_left_in_the_counts(house: House) {
    for (seed, person) in [(1, "ann"), (2, "ann"), (3, "ben")] {
        let walk = Phone::whole_walk(seed, "ramp");
        walk.send(&house.desk(person).await).await;
    }
    assert_eq!(month(&house, NOON).await.walked_twice.k(), 1);
    let of_ann = "SELECT COUNT(*) FROM month_count WHERE value = 'ann'";
    assert!(house.number(of_ann).await > 0);
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    let erased = house.store.erase("ann", Erase::Now, &journal, NOON).await;
    erased.expect("erased");
    assert_eq!(house.number(of_ann).await, 0);
    let rows = "SELECT COUNT(*) FROM walk_row WHERE counts LIKE '%ann%'";
    assert_eq!(house.number(rows).await, 0);
    let month = month(&house, NOON).await;
    assert_eq!((month.need_met.n(), month.friction.all), (1, 3));
    as_after_a_rebuild(&house).await;
}

async fn a_task_that_becomes_known_brings_its_walks(house: House) {
    let desk = house.desk("ann").await;
    Phone::whole_walk(1, "ramp").send(&desk).await;
    Phone::whole_walk(2, "blue-badge").send(&desk).await;
    assert_eq!(month(&house, NOON).await.need_met.n(), 1);
    house.put_tasks("aber", &[task("blue-badge")]).await;
    let month = month(&house, NOON).await;
    assert_eq!((month.need_met.n(), month.friction.all), (2, 6));
    as_after_a_rebuild(&house).await;
}

async fn two_servers_that_count_at_once_miss_nothing(house: House) {
    let second = Store::on(house.db.clone());
    let desks = [
        Arc::new(house.desk("ann").await),
        Arc::new(second.desk(&house.viewer("ben").await)),
    ];
    let mut sending = JoinSet::new();
    for seed in 0..40_usize {
        let desk = desks[seed % 2].clone();
        let phone = Phone::whole_walk(seed as u64, ["ramp", "missed-bin"][seed % 2]);
        sending.spawn(async move {
            for some in phone.facts.chunks(9) {
                send(&desk, some).await;
            }
        });
    }
    sending.join_all().await;
    let month = month(&house, NOON).await;
    assert_eq!((month.need_met.n(), month.unfinished), (40, 0));
    assert_eq!(month.walks_each, [20, 20]);
    assert_eq!((month.friction.all, month.bright_spots), (120, 40));
    let wrong = house
        .number("SELECT COUNT(*) FROM month_count WHERE n <= 0")
        .await;
    assert_eq!(wrong, 0);
    as_after_a_rebuild(&house).await;
}

async fn counts_that_went_wrong_are_put_right_by_a_rebuild(house: House) {
    Phone::whole_walk(1, "ramp")
        .send(&house.desk("ann").await)
        .await;
    let right = house.read_rows().await;
    let mut tx = house.db.begin().await.expect("begun");
    for sql in [
        "UPDATE month_count SET n = n + 7",
        "INSERT INTO month_count (organisation, measure, place, month, value, part, n)
         VALUES ('aber', 'ease', '', '2019-01', '7', 0, 3)",
    ] {
        tx.execute(sql, &[]).await.expect("changed");
    }
    tx.commit().await.expect("committed");
    assert_ne!(house.read_rows().await, right);
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, right);
}

async fn a_rebuild_says_how_far_it_is(house: House) {
    for seed in 0..3 {
        let walk = Phone::whole_walk(seed, "ramp");
        walk.send(&house.desk("ann").await).await;
    }
    let mut told = Vec::new();
    let rebuilt = house
        .store
        .rebuild_telling(|far| told.push(far.to_string()))
        .await;
    assert_eq!(rebuilt.expect("rebuilt"), 3);
    assert_eq!(told, ["rebuilt 3 of 3 walks"]);
}

/// The live month at a time, counted anew.
async fn month(house: &House, now: i64) -> Month {
    let board = house.desk("tom").await;
    let month = board.newest_month(now).await.expect("a month");
    let page = board.month(month, now).await.expect("the month");
    page.month.clone()
}

async fn as_after_a_rebuild(house: &House) {
    let kept = house.read_rows().await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, kept);
}
