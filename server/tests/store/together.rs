//! Many at once.

use std::sync::Arc;

use app::walk::Fact;
use server::store::{NewPerson, StoreError};
use server::viewer::{Roles, Viewer};
use tokio::task::JoinSet;

use crate::{
    House,
    house::{DAY, NOON, task, text},
    on_both,
    phone::{Phone, send, tally, try_send},
};

on_both![
    one_walk_sent_by_twenty_at_once_is_one_walk,
    halves_of_one_walk_sent_at_once_make_a_whole,
    walks_in_any_order_never_wait_for_each_other,
    tasks_that_come_while_walks_come_miss_none,
    a_request_that_fails_takes_no_other_with_it,
    of_twenty_who_spend_an_invitation_one_is_signed_in,
];

async fn one_walk_sent_by_twenty_at_once_is_one_walk(house: House) {
    let desk = house.desk("ann").await;
    let phone = Arc::new(Phone::whole_walk(1, "missed-bin"));
    let mut sending = JoinSet::new();
    for _ in 0..20 {
        let (desk, phone) = (desk.clone(), phone.clone());
        sending.spawn(async move { tally(&phone.send(&desk).await) });
    }
    let stored: usize = sending
        .join_all()
        .await
        .iter()
        .map(|(stored, known, _)| {
            assert_eq!(stored + known, 25);
            stored
        })
        .sum();
    assert_eq!(stored, 25, "each fact is new once");
    assert_eq!(house.number("SELECT COUNT(*) FROM walk_row").await, 1);
    assert_eq!(house.number("SELECT COUNT(*) FROM friction_row").await, 3);
}

async fn halves_of_one_walk_sent_at_once_make_a_whole(house: House) {
    let desk = house.desk("ann").await;
    for seed in 0..20 {
        let phone = Phone::whole_walk(seed, "missed-bin");
        let (one, other) = phone.facts.split_at(12);
        tokio::join!(send(&desk, one), send(&desk, other));
    }
    let rows = house.read_rows().await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, rows);
    assert_eq!(
        house
            .number("SELECT COUNT(*) FROM walk_row WHERE frictions = 3")
            .await,
        20
    );
}

async fn walks_in_any_order_never_wait_for_each_other(house: House) {
    let desk = house.desk("ann").await;
    let facts: Vec<Fact> = (0..8)
        .flat_map(|seed| Phone::whole_walk(seed, "ramp").facts)
        .collect();
    let mut sending = JoinSet::new();
    for turn in 0..16 {
        let desk = desk.clone();
        let mut facts = facts.clone();
        facts.rotate_left(turn * 12);
        sending.spawn(async move { send(&desk, &facts).await.len() });
    }
    assert!(sending.join_all().await.iter().all(|items| *items == 200));
    assert_eq!(house.number("SELECT COUNT(*) FROM fact").await, 200);
}

async fn tasks_that_come_while_walks_come_miss_none(house: House) {
    let desk = house.desk("ann").await;
    for round in 0..10 {
        let name = format!("task-{round}");
        let mut sending = JoinSet::new();
        for seed in 0..6 {
            let (desk, name) = (desk.clone(), name.clone());
            sending.spawn(async move {
                let phone = Phone::whole_walk(round * 100 + seed, &name);
                phone.send(&desk).await.len()
            });
        }
        house.put_tasks("aber", &[task(&name)]).await;
        sending.join_all().await;
    }
    let hidden = "SELECT COUNT(*) FROM walk_row WHERE service IS NULL";
    assert_eq!(house.number(hidden).await, 0);
    assert_eq!(house.number("SELECT COUNT(*) FROM walk_row").await, 60);
}

async fn a_request_that_fails_takes_no_other_with_it(house: House) {
    let desk = house.desk("ann").await;
    // A person who is not in the database cannot have a walk there.
    let ghost = Viewer {
        person: "ghost".into(),
        ..house.viewer("ann").await
    };
    let ghost = house.store.desk(&ghost);
    let mut sending = JoinSet::new();
    for seed in 0..40 {
        let desk = if seed % 8 == 0 {
            ghost.clone()
        } else {
            desk.clone()
        };
        sending.spawn(async move {
            let sent = try_send(&desk, &Phone::whole_walk(seed, "ramp").facts).await;
            assert_eq!(matches!(sent, Err(StoreError::Database(_))), seed % 8 == 0);
        });
    }
    sending.join_all().await;
    assert_eq!(house.number("SELECT COUNT(*) FROM walk_row").await, 35);
    assert_eq!(house.number("SELECT COUNT(*) FROM fact").await, 35 * 25);
}

async fn of_twenty_who_spend_an_invitation_one_is_signed_in(house: House) {
    let person = NewPerson {
        id: "eve".into(),
        organisation: "aber".into(),
        name: "Eve".into(),
        title: text(""),
        roles: Roles::default(),
        services: Vec::new(),
    };
    house
        .store
        .create_person(&person, NOON)
        .await
        .expect("added");
    house
        .store
        .invite("eve", "once", None, NOON, NOON + DAY)
        .await
        .expect("invited");
    let mut spending = JoinSet::new();
    for turn in 0..20 {
        let store = house.store.clone();
        spending.spawn(async move {
            let session = format!("eve {turn}");
            store
                .spend_invitation("once", &session, NOON)
                .await
                .expect("answered")
        });
    }
    let spent = spending.join_all().await;
    assert_eq!(spent.iter().filter(|spent| **spent).count(), 1);
    assert_eq!(
        house
            .number("SELECT COUNT(*) FROM session WHERE person = 'eve'")
            .await,
        1
    );
}
