//! Threads put together, taken apart and split: what was felt is where the team put it, and all of it can be undone.

use std::collections::BTreeSet;

use app::{
    team::{Alike, Decided, Happened},
    walk::{Category, FrictionId, ThreadId, thread::Decision},
};
use server::store::StoreError;

use crate::{House, house::NOON, on_both, phone::Phone, team_thread::thread_of};

on_both![
    what_is_put_together_is_one_and_comes_apart_again,
    what_was_put_together_in_turn_comes_apart_in_turn,
    what_is_taken_out_stays_out_until_it_is_put_back,
    a_thread_is_never_left_empty_nor_split_by_others,
    only_threads_of_one_service_of_mine_are_put_together,
    two_put_each_other_together_and_one_of_them_wins,
    what_may_be_the_same_is_shown_with_both_sides,
];

async fn felt(
    house: &House,
    who: &str,
    seed: u64,
    step: u16,
    kind: Category,
    note: &str,
) -> FrictionId {
    let mut phone = Phone::new(seed);
    phone.start("missed-bin");
    let friction = phone.feel(step, kind);
    phone.describe(friction, note);
    phone.send(&house.desk(who).await).await;
    friction
}

/// Two threads: at the same step, of two kinds.
async fn two(house: &House) -> (ThreadId, ThreadId) {
    let one = felt(house, "ann", 1, 1, Category::Unclear, "Which form?").await;
    let other = felt(house, "ben", 2, 1, Category::Asked, "The form again").await;
    (thread_of(house, one).await, thread_of(house, other).await)
}

/// How often each thread was felt, the most often first.
async fn counts(house: &House) -> Vec<i64> {
    let sql = "SELECT felt FROM thread_row ORDER BY felt DESC";
    let rows = house.db.rows(sql, &[]).await.expect("rows");
    rows.iter()
        .map(|row| row.int(0).expect("a number"))
        .collect()
}

/// What adds up, and that a rebuild adds up the same.
async fn settled(house: &House) -> Vec<i64> {
    let before = house.read_rows().await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, before, "a rebuild changes nothing");
    counts(house).await
}

async fn what_is_put_together_is_one_and_comes_apart_again(house: House) {
    let (one, other) = two(&house).await;
    let tom = house.desk("tom").await;
    let accepted = Decided {
        decision: Decision::Accepted,
        day: None,
        why: "It is asked twice".into(),
    };
    tom.decide(other, &accepted, NOON).await.expect("decided");
    tom.join(one, other, NOON + 1).await.expect("joined");
    felt(&house, "ann", 3, 1, Category::Asked, "And again").await;
    assert_eq!(settled(&house).await, [3]);
    let page = tom.thread(one, NOON + 2).await.expect("the thread");
    assert_eq!((page.head.felt, page.head.leaders), (3, 2));
    assert_eq!(page.care.parts.len(), 1);
    let part = &page.care.parts[0];
    assert_eq!(
        (part.id, part.felt, part.category),
        (other, 2, Some(Category::Asked))
    );
    let said: Vec<&Happened> = page.events.iter().map(|it| &it.what).collect();
    assert_eq!(
        said,
        [
            &Happened::Joined(other),
            &Happened::Decided(Decision::Accepted)
        ],
        "what was said of the other is not lost"
    );
    assert_eq!(tom.whole_of(other).await.expect("asked"), Some(one));
    let gone = tom.thread(other, NOON + 2).await;
    assert!(matches!(gone, Err(StoreError::NotFound)));

    tom.take_apart(one, other, NOON + 3).await.expect("apart");
    assert_eq!(settled(&house).await, [2, 1]);
    let page = tom.thread(other, NOON + 4).await.expect("the other");
    assert_eq!(page.head.felt, 2, "with what was felt of it since");
    assert_eq!(page.events.len(), 3, "accepted, joined, apart");
    assert_eq!(tom.whole_of(other).await.expect("asked"), None);
    let again = tom.take_apart(one, other, NOON + 5).await;
    assert!(matches!(again, Err(StoreError::NotFound)));
}

async fn what_was_put_together_in_turn_comes_apart_in_turn(house: House) {
    let (one, two) = two(&house).await;
    let third = felt(&house, "ann", 3, 2, Category::Asked, "Elsewhere").await;
    let third = thread_of(&house, third).await;
    let tom = house.desk("tom").await;
    tom.join(two, third, NOON).await.expect("joined");
    tom.join(one, two, NOON + 1).await.expect("joined");
    assert_eq!(settled(&house).await, [3]);
    tom.take_apart(one, two, NOON + 2).await.expect("apart");
    assert_eq!(settled(&house).await, [2, 1]);
    let page = tom.thread(two, NOON + 3).await.expect("the thread");
    assert_eq!(page.care.parts.len(), 1);
}

async fn what_is_taken_out_stays_out_until_it_is_put_back(house: House) {
    let first = felt(&house, "ann", 1, 1, Category::Unclear, "Which form?").await;
    let second = felt(&house, "ben", 2, 1, Category::Unclear, "Which bin?").await;
    let id = thread_of(&house, first).await;
    let tom = house.desk("tom").await;
    let chosen = BTreeSet::from([second]);
    let own = tom.split(id, &chosen, NOON).await.expect("split");
    let own = own.expect("a thread of its own");
    assert_eq!(thread_of(&house, second).await, own);
    assert_eq!(settled(&house).await, [1, 1]);
    felt(&house, "ben", 3, 1, Category::Unclear, "The form").await;
    assert_eq!(
        settled(&house).await,
        [2, 1],
        "what comes is where it belongs"
    );
    let page = tom.thread(own, NOON).await.expect("its page");
    assert_eq!(page.events[0].what, Happened::SplitFrom(id));
    tom.join(id, own, NOON).await.expect("put back");
    assert_eq!(settled(&house).await, [3]);
}

async fn a_thread_is_never_left_empty_nor_split_by_others(house: House) {
    let friction = felt(&house, "ann", 1, 1, Category::Unclear, "Which form?").await;
    let elsewhere = felt(&house, "ann", 2, 2, Category::Asked, "Again").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    let all = BTreeSet::from([friction]);
    assert_eq!(tom.split(id, &all, NOON).await.expect("asked"), None);
    let none = tom.split(id, &BTreeSet::from([elsewhere]), NOON).await;
    assert!(matches!(none, Err(StoreError::NotFound)), "it is not there");
    for who in ["ann", "cat"] {
        let desk = house.desk(who).await;
        let split = desk.split(id, &all, NOON).await;
        assert!(matches!(split, Err(StoreError::NotFound)), "{who}");
    }
    assert_eq!(house.number("SELECT COUNT(*) FROM thread_event").await, 0);
    assert_eq!(house.number("SELECT COUNT(*) FROM thread_pin").await, 0);
}

async fn only_threads_of_one_service_of_mine_are_put_together(house: House) {
    let (one, other) = two(&house).await;
    let mut phone = Phone::new(3);
    phone.start("ramp");
    let friction = phone.feel(1, Category::Unclear);
    phone.send(&house.desk("ann").await).await;
    let ramp = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    for (into, part) in [(one, ramp), (ramp, one), (one, one)] {
        let joined = tom.join(into, part, NOON).await;
        assert!(matches!(joined, Err(StoreError::NotFound)), "{into} {part}");
    }
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "INSERT INTO person_service (person, service) VALUES ('tom', 'adaptations')";
    tx.execute(sql, &[]).await.expect("added");
    tx.commit().await.expect("committed");
    let joined = tom.join(one, ramp, NOON).await;
    assert!(matches!(joined, Err(StoreError::NotFound)), "two services");
    let cat = house.desk("cat").await;
    let joined = cat.join(one, other, NOON).await;
    assert!(matches!(joined, Err(StoreError::NotFound)));
    assert_eq!(counts(&house).await, [1, 1, 1]);
}

async fn two_put_each_other_together_and_one_of_them_wins(house: House) {
    let (one, other) = two(&house).await;
    let (tom, tim) = (house.desk("tom").await, house.desk("tom").await);
    let (a, b) = tokio::join!(tom.join(one, other, NOON), tim.join(other, one, NOON));
    assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    assert_eq!(settled(&house).await, [2]);
}

async fn what_may_be_the_same_is_shown_with_both_sides(house: House) {
    let one = felt(&house, "ann", 1, 1, Category::Unclear, "Which photograph?").await;
    felt(&house, "ben", 2, 3, Category::Asked, "Nothing like it").await;
    felt(&house, "ben", 3, 2, Category::Unclear, "Elsewhere").await;
    felt(&house, "ben", 4, 1, Category::Asked, "A photograph again").await;
    let tom = house.desk("tom").await;
    let id = thread_of(&house, one).await;
    let page = tom.same(id, NOON).await.expect("the page");
    assert_eq!(page.times[0].friction.note, "Which photograph?");
    let others: Vec<(&str, &[Alike])> = page
        .others
        .iter()
        .map(|it| (it.times[0].friction.note.as_str(), it.alike.as_slice()))
        .collect();
    assert_eq!(
        others,
        [
            ("A photograph again", &[Alike::Step][..]),
            ("Elsewhere", &[Alike::Task, Alike::Kind][..]),
            ("Nothing like it", &[Alike::Task][..]),
        ]
    );
    assert_eq!(page.others[0].both_say, ["photograph"]);
    let asked = house.desk("cat").await.same(id, NOON).await;
    assert!(matches!(asked, Err(StoreError::NotFound)));
}
