//! Sync is set union, and each fact stands or falls by itself.

use app::{
    walk::{Category, Fact, MAX_FACT_BYTES},
    wire::{Refusal, SyncStatus},
};
use rand::{SeedableRng, rngs::StdRng, seq::SliceRandom};
use serde_json::value::RawValue;

use crate::{
    House,
    house::NOON,
    on_both,
    phone::{Phone, raw, raw_request, reasons, request, send, tally},
    random,
};

on_both![
    sending_twice_is_harmless,
    the_same_fact_twice_in_one_request_is_new_once,
    any_order_and_any_split_give_the_same_rows,
    a_walk_of_someone_else_is_refused_item_by_item,
    an_id_that_is_taken_by_another_walk_is_refused,
    what_cannot_be_taken_is_refused_by_itself,
    a_kind_of_the_future_is_kept_and_counted,
    only_leaders_send,
    a_note_with_a_nul_in_it_is_kept,
    an_empty_request_is_answered,
];

async fn sending_twice_is_harmless(house: House) {
    let desk = house.desk("ann").await;
    let phone = Phone::whole_walk(1, "missed-bin");
    assert_eq!(tally(&phone.send(&desk).await), (25, 0, 0));
    let rows = house.read_rows().await;
    assert_eq!(tally(&phone.send(&desk).await), (0, 25, 0));
    assert_eq!(house.read_rows().await, rows);
    assert_eq!(house.number("SELECT COUNT(*) FROM fact").await, 25);
}

async fn the_same_fact_twice_in_one_request_is_new_once(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let twice = [phone.facts[0].clone(), phone.facts[0].clone()];
    assert_eq!(tally(&send(&desk, &twice).await), (1, 1, 0));
}

async fn any_order_and_any_split_give_the_same_rows(house: House) {
    let mut random = StdRng::seed_from_u64(7);
    let walks: Vec<Vec<Fact>> = (0..60).map(random::walk).collect();
    let desk = house.desk("ann").await;
    for walk in &walks {
        send(&desk, walk).await;
    }
    let rows = house.read_rows().await;
    forget_all(&house).await;
    let mut facts: Vec<&Fact> = walks
        .iter()
        .flatten()
        .chain(walks.iter().flatten())
        .collect();
    facts.shuffle(&mut random);
    for facts in facts.chunks(37) {
        let facts: Vec<Fact> = facts.iter().map(|fact| (*fact).clone()).collect();
        send(&desk, &facts).await;
    }
    let shuffled = house.read_rows().await;
    assert!(rows.len() > 60);
    for (row, shuffled) in rows.iter().zip(&shuffled) {
        assert_eq!(row, shuffled);
    }
    assert_eq!(rows.len(), shuffled.len());
}

async fn forget_all(house: &House) {
    let mut tx = house.db.begin().await.expect("begun");
    for table in [
        "bright_row",
        "friction_row",
        "month_count",
        "thread_count",
        "thread_row",
        "thread",
        "withdrawn_row",
        "journey_row",
        "month_count",
        "walk_row",
        "fact",
        "walk",
    ] {
        let sql = sqlx::AssertSqlSafe(format!("DELETE FROM {table}"));
        tx.execute(sql, &[]).await.expect("deleted");
    }
    tx.commit().await.expect("committed");
}

async fn a_walk_of_someone_else_is_refused_item_by_item(house: House) {
    let (ann, ben, cat) = (
        house.desk("ann").await,
        house.desk("ben").await,
        house.desk("cat").await,
    );
    let mut anns = Phone::new(1);
    anns.start("missed-bin");
    anns.send(&ann).await;
    let mut rows = house.read_rows().await;
    // A month's counts are of everybody's walks, and ben's own will be one of them.
    rows.retain(|row| !row.starts_with("month_count "));
    assert!(!rows.is_empty());
    anns.feel(0, Category::Wait);
    let mut bens = Phone::new(2);
    bens.start("missed-bin");
    for other in [&ben, &cat] {
        let mixed = [anns.facts[1].clone(), bens.facts[0].clone()];
        let items = send(other, &mixed).await;
        assert_eq!(items[0].reason, Some(Refusal::NotYours));
        assert_eq!(items[0].id, Some(anns.facts[1].id));
    }
    let items = send(&ben, &bens.facts).await;
    assert_eq!(items[0].status, SyncStatus::Known);
    let all = house.read_rows().await;
    // Ben's own walk counts in the month's sums.
    let of_walks = |row: &&String| !row.starts_with("month_count");
    assert!(
        rows.iter().filter(of_walks).all(|row| all.contains(row)),
        "ann's walk stands as it was"
    );
    assert_eq!(house.number("SELECT COUNT(*) FROM fact").await, 2);
}

async fn an_id_that_is_taken_by_another_walk_is_refused(house: House) {
    let (ann, ben) = (house.desk("ann").await, house.desk("ben").await);
    let mut anns = Phone::new(1);
    anns.start("missed-bin");
    anns.send(&ann).await;
    let mut bens = Phone::new(2);
    bens.start("missed-bin");
    let taken = Fact {
        id: anns.facts[0].id,
        ..bens.facts[0].clone()
    };
    let within = Fact {
        walk: anns.walk,
        ..bens.facts[0].clone()
    };
    let items = send(&ben, &[taken, bens.facts[0].clone()]).await;
    assert_eq!(reasons(&items), [Some(Refusal::IdTaken), None]);
    let items = send(&ann, &[within]).await;
    assert_eq!(reasons(&items), [Some(Refusal::IdTaken)]);
    assert_eq!(house.number("SELECT COUNT(*) FROM walk_row").await, 2);
}

async fn what_cannot_be_taken_is_refused_by_itself(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    phone.feel(0, Category::Wait);
    let json = |text: String| RawValue::from_string(text).expect("JSON");
    let mut large = phone.facts[1].clone();
    large.data = json(format!("\"{}\"", "x".repeat(MAX_FACT_BYTES)));
    let facts = vec![
        json("{\"id\": 5}".into()),
        raw(&large),
        raw(&phone.facts[0]),
        json("null".into()),
    ];
    let reply = desk
        .append(raw_request(facts), NOON)
        .await
        .expect("answered");
    let stored = None;
    assert_eq!(
        reasons(&reply.items),
        [
            Some(Refusal::Unreadable),
            Some(Refusal::TooLarge),
            stored,
            Some(Refusal::Unreadable)
        ]
    );
    assert_eq!(reply.items[1].id, Some(large.id));
    assert_eq!(reply.received_at, NOON);
    assert_eq!(house.number("SELECT COUNT(*) FROM fact").await, 1);
}

async fn a_kind_of_the_future_is_kept_and_counted(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    phone.feel(0, Category::Wait);
    let data = "{\"tomorrow\":  [1, 2.50]}";
    phone.facts[1].kind = "dreamt".into();
    phone.facts[1].data = RawValue::from_string(data.into()).expect("JSON");
    assert_eq!(tally(&phone.send(&desk).await), (2, 0, 0));
    assert_eq!(house.number("SELECT unknown FROM walk_row").await, 1);
    let log = desk.own_log(phone.walk).await.expect("the log");
    assert_eq!((log[1].kind.as_str(), log[1].data.get()), ("dreamt", data));
}

async fn only_leaders_send(house: House) {
    let tom = house.desk("tom").await;
    let phone = Phone::whole_walk(1, "missed-bin");
    assert!(tom.append(request(&phone.facts), NOON).await.is_err());
    assert!(tom.own_log(phone.walk).await.is_err());
    assert_eq!(house.number("SELECT COUNT(*) FROM fact").await, 0);
}

async fn a_note_with_a_nul_in_it_is_kept(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(0, Category::Wait);
    phone.describe(friction, "before\0after");
    phone.facts[2].kind.push('\0');
    phone.describe(friction, "again\0again");
    assert_eq!(tally(&phone.send(&desk).await), (4, 0, 0));
    let rows = house.read_rows().await;
    assert!(rows.iter().any(|row| row.contains("againagain")));
}

async fn an_empty_request_is_answered(house: House) {
    let desk = house.desk("ann").await;
    assert!(send(&desk, &[]).await.is_empty());
}
