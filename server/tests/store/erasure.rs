//! What is erased keeps its id and loses its content, everywhere; what is private is in no row that others read.

use app::walk::{Category, Erased, Kind};

use crate::{
    House, on_both,
    phone::{Phone, send, tally},
};

on_both![
    an_erased_fact_loses_its_content,
    a_fact_that_comes_after_it_was_erased_comes_blank,
    a_fact_of_another_walk_cannot_be_erased,
    erasing_cannot_be_erased,
    reflections_are_in_no_read_row,
];

const WORDS: &str = "Mrs Price was rude";

async fn an_erased_fact_loses_its_content(house: House) {
    let desk = house.desk("ann").await;
    let (mut phone, described) = walk_with_words();
    phone.send(&desk).await;
    assert!(mentions(&house).await);
    phone.note(&Kind::Erased(Erased { fact: described }));
    assert_eq!(tally(&phone.send(&desk).await), (1, 3, 0));
    assert!(!mentions(&house).await);
    // A phone that still has the words sends them again: they stay away.
    assert_eq!(tally(&phone.send(&desk).await), (0, 4, 0));
    assert!(!mentions(&house).await);
    let log = desk.own_log(phone.walk).await.expect("the log");
    let erased = log.iter().find(|fact| fact.id == described).expect("it");
    assert_eq!(erased.data.get(), "null");
    assert_eq!(house.number("SELECT unknown FROM walk_row").await, 0);
}

async fn a_fact_that_comes_after_it_was_erased_comes_blank(house: House) {
    let desk = house.desk("ann").await;
    let (mut phone, described) = walk_with_words();
    phone.note(&Kind::Erased(Erased { fact: described }));
    for fact in phone.facts.iter().rev() {
        assert_eq!(
            tally(&send(&desk, std::slice::from_ref(fact)).await),
            (1, 0, 0)
        );
    }
    assert!(!mentions(&house).await);
    let first = house.read_rows().await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, first);
}

async fn a_fact_of_another_walk_cannot_be_erased(house: House) {
    let (ann, ben) = (house.desk("ann").await, house.desk("ben").await);
    let (phone, described) = walk_with_words();
    phone.send(&ann).await;
    let mut bens = Phone::new(2);
    bens.note(&Kind::Erased(Erased { fact: described }));
    bens.send(&ben).await;
    assert!(mentions(&house).await);
}

async fn erasing_cannot_be_erased(house: House) {
    let desk = house.desk("ann").await;
    let (mut phone, described) = walk_with_words();
    let erasure = phone.note(&Kind::Erased(Erased { fact: described }));
    phone.note(&Kind::Erased(Erased { fact: erasure }));
    for fact in phone.facts.iter().rev() {
        send(&desk, std::slice::from_ref(fact)).await;
    }
    assert!(!mentions(&house).await);
    assert_eq!(house.number("SELECT unknown FROM walk_row").await, 0);
}

async fn reflections_are_in_no_read_row(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::whole_walk(1, "missed-bin");
    phone.reflect("I was ashamed of us");
    phone.send(&desk).await;
    let rows = house.read_rows().await.concat();
    for private in ["ashamed", "whom to ask", "Ring the team"] {
        assert!(!rows.contains(private), "{private}");
    }
    assert!(
        rows.contains("the same thing again"),
        "what is on the friction sheet is for the team"
    );
    assert_eq!(house.number("SELECT committed FROM walk_row").await, 1);
    let log = desk.own_log(phone.walk).await.expect("the log");
    assert!(
        log.iter().any(|fact| fact.data.get().contains("ashamed")),
        "kept for its author"
    );
}

fn walk_with_words() -> (Phone, app::walk::FactId) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(0, Category::Trust);
    let described = phone.describe(friction, WORDS);
    (phone, described)
}

/// True while the words are anywhere in the log or the read rows.
async fn mentions(house: &House) -> bool {
    let bodies = house
        .db
        .rows("SELECT body FROM fact", &[])
        .await
        .expect("rows");
    let in_log = bodies
        .iter()
        .any(|row| row.text(0).expect("text").contains(WORDS));
    let in_rows = house.read_rows().await.concat().contains(WORDS);
    assert_eq!(in_log, in_rows);
    in_log
}
