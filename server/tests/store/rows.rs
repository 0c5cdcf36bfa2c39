//! Read rows: what they say, and that computing them anew changes nothing.

use app::walk::{AtStep, Category, Kind, Nothing, StepFinished, StepResult};
use app::wire::SyncRequest;
use rand::{Rng, SeedableRng, rngs::StdRng};
use server::store::Row;

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::{Phone, raw, request, send},
    random,
};

on_both![
    a_whole_walk_in_its_rows,
    folding_as_facts_come_equals_folding_anew,
    clocks_of_1970_and_2099_do_no_harm,
    a_walk_counts_in_the_month_of_the_organisations_zone,
    a_hand_off_counts_once_it_is_reached,
];

async fn a_whole_walk_in_its_rows(house: House) {
    let phone = Phone::whole_walk(1, "ramp");
    let mut request = phone.request();
    request.sent_at = phone.now;
    let desk = house.desk("ann").await;
    desk.append(request, phone.now).await.expect("kept");
    let row = row(
        &house,
        "SELECT author, service, task, month, need_met, did_should, why_not, finished, ease, steps, steps_done,
         stopped_at, frictions, committed, unknown, started_at, counted_at FROM walk_row",
    )
    .await;
    let texts: Vec<Option<String>> = (0..7).map(|at| row.opt_text(at).expect("text")).collect();
    let expected = [
        Some("ann"),
        Some("adaptations"),
        Some("ramp"),
        Some("2026-06"),
        Some("no"),
        Some("partly"),
        None,
    ];
    assert_eq!(texts, expected.map(|it| it.map(str::to_owned)));
    let ints: Vec<i64> = (7..15).map(|at| row.int(at).expect("int")).collect();
    assert_eq!(ints, [1, 3, 4, 2, 2, 3, 1, 0]);
    assert_eq!(row.int(15).expect("int"), NOON + 60_000);
    assert_eq!(
        row.int(16).expect("int"),
        phone.now - 60_000,
        "when it was finished"
    );
    let friction = crate::rows::row(
        &house,
        "SELECT service, month, category, severity, note, felt_at FROM friction_row ORDER BY felt_at LIMIT 1",
    )
    .await;
    let texts: Vec<String> = (0..5).map(|at| friction.text(at).expect("text")).collect();
    assert_eq!(
        texts,
        [
            "adaptations",
            "2026-06",
            "find",
            "nearly",
            "I was asked for the same thing again"
        ]
    );
    assert_eq!(friction.int(5).expect("int"), NOON + 5 * 60_000);
    let bright = crate::rows::row(&house, "SELECT note, step, noted_at FROM bright_row").await;
    assert_eq!(bright.text(0).expect("text"), "A person who listened");
    assert_eq!(bright.int(1).expect("int"), 1);
    assert_eq!(bright.int(2).expect("int"), NOON + 21 * 60_000);
}

async fn folding_as_facts_come_equals_folding_anew(house: House) {
    let mut random = StdRng::seed_from_u64(11);
    let desks = [
        house.desk("ann").await,
        house.desk("ben").await,
        house.desk("cat").await,
    ];
    let mut now = NOON;
    for seed in 0..300 {
        let desk = &desks[random.random_range(0..desks.len())];
        let walk = random::walk(seed);
        let mut rest = walk.as_slice();
        while !rest.is_empty() {
            let (some, more) = rest.split_at(random.random_range(1..=rest.len()));
            now += random.random_range(0..DAY / 8);
            let request = SyncRequest {
                sent_at: now + random.random_range(-DAY..DAY),
                ..request(some)
            };
            desk.append(request, now).await.expect("kept");
            rest = more;
        }
    }
    let rows = house.read_rows().await;
    assert_eq!(house.store.rebuild().await.expect("rebuilt"), 300);
    let anew = house.read_rows().await;
    assert!(rows.len() > 300);
    for (row, anew) in rows.iter().zip(&anew) {
        assert_eq!(row, anew);
    }
    assert_eq!(rows.len(), anew.len());
}

async fn clocks_of_1970_and_2099_do_no_harm(house: House) {
    let desk = house.desk("ann").await;
    for (seed, sent_at) in [
        (1, 3_600_000),
        (2, 4_080_000_000_000),
        (3, i64::MIN),
        (4, i64::MAX),
    ] {
        let mut phone = Phone::new(seed);
        phone.now = sent_at;
        phone.now = phone.now.saturating_sub(600_000).max(i64::MIN + 1);
        phone.start("missed-bin");
        phone.feel(0, Category::Wait);
        phone.note(&Kind::Finished(Nothing {}));
        let facts = phone.facts.iter().map(raw).collect();
        let sent = desk
            .append(SyncRequest { sent_at, facts }, NOON)
            .await
            .expect("kept");
        assert!(sent.items.iter().all(|item| item.reason.is_none()));
    }
    for time in [
        "SELECT COUNT(*) FROM walk_row WHERE month <> '2026-06'",
        "SELECT COUNT(*) FROM walk_row WHERE counted_at NOT BETWEEN 1781524200000 AND 1781524800000",
        "SELECT COUNT(*) FROM friction_row WHERE felt_at NOT BETWEEN 1781524200000 AND 1781524800000",
        "SELECT COUNT(*) FROM walk_row WHERE started_at NOT BETWEEN 1781524200000 AND 1781524800000",
    ] {
        assert_eq!(house.number(time).await, 0, "{time}");
    }
}

async fn a_walk_counts_in_the_month_of_the_organisations_zone(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    // 2026-06-30 23:30 UTC is the first of July in London.
    phone.now = 1_782_862_200_000;
    phone.start("missed-bin");
    let request = SyncRequest {
        sent_at: phone.now,
        ..phone.request()
    };
    desk.append(request, phone.now).await.expect("kept");
    let month = row(&house, "SELECT month FROM walk_row").await;
    assert_eq!(month.text(0).expect("text"), "2026-07");
}

async fn a_hand_off_counts_once_it_is_reached(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("ramp");
    phone.note(&Kind::StepOpened(AtStep { step: 1 }));
    send(&desk, &phone.facts).await;
    let sql = "SELECT hand_off, hand_off_through FROM walk_row";
    assert_eq!(row(&house, sql).await.opt_text(0).expect("text"), None);
    phone.note(&Kind::StepOpened(AtStep { step: 2 }));
    send(&desk, &phone.facts).await;
    let reached = row(&house, sql).await;
    assert_eq!(reached.text(0).expect("text"), "Cwm Health Board");
    assert!(!reached.flag(1).expect("flag"));
    let result = StepResult::Done;
    phone.note(&Kind::StepFinished(StepFinished { step: 2, result }));
    send(&desk, &phone.facts).await;
    assert!(row(&house, sql).await.flag(1).expect("flag"));
}

async fn row(house: &House, sql: &'static str) -> Row {
    house
        .db
        .row(sql, &[])
        .await
        .expect("an answer")
        .expect("a row")
}
