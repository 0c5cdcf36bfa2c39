//! What is said of a thread that a colleague has put together with another meanwhile, and what goes along with it.

use std::collections::BTreeSet;

use app::{
    team::{Day, Decided, Happened, ReplyText},
    walk::{Category, FrictionId, ThreadId, thread::Decision},
};
use server::store::{Reached, StoreError};
use uuid::Uuid;

use crate::{House, house::NOON, on_both, phone::Phone, team_thread::thread_of};

on_both![
    what_is_said_of_a_part_is_said_of_the_whole,
    what_was_said_of_the_whole_is_not_put_over,
    of_a_part_that_was_ticked_only_its_own_is_seen,
    what_is_said_of_several_is_said_of_their_wholes_or_of_none,
    what_is_taken_out_of_a_part_is_taken_out_of_the_whole,
    the_earlier_day_to_be_done_by_counts_for_both,
];

async fn felt(house: &House, who: &str, seed: u64, step: u16) -> FrictionId {
    let mut phone = Phone::new(seed);
    phone.start("missed-bin");
    let friction = phone.feel(step, Category::Unclear);
    phone.describe(friction, "Which form?");
    phone.send(&house.desk(who).await).await;
    friction
}

/// Two threads, the second of which a colleague puts together with the first.
async fn joined(house: &House) -> (ThreadId, ThreadId) {
    let (one, other) = two(house).await;
    let joined = house.desk("tom").await.join(one, other, NOON).await;
    joined.expect("joined");
    (one, other)
}

async fn two(house: &House) -> (ThreadId, ThreadId) {
    let one = felt(house, "ann", 1, 1).await;
    let other = felt(house, "ben", 2, 2).await;
    (thread_of(house, one).await, thread_of(house, other).await)
}

fn says(why: &str) -> Decided {
    Decided {
        decision: Decision::Accepted,
        day: None,
        why: why.into(),
    }
}

const fn july(day: u8) -> Day {
    Day {
        year: 2026,
        month: 7,
        day,
    }
}

async fn what_is_said_of_a_part_is_said_of_the_whole(house: House) {
    let (whole, part) = joined(&house).await;
    let tom = house.desk("tom").await;
    let note = ReplyText::parse("Ask the print room").expect("a text");
    let kept = tom.note_thread(part, &note, Uuid::from_u128(1), NOON).await;
    assert_eq!(kept.expect("kept"), whole);
    let there = Reached::Kept(whole);
    let decided = tom.decide(part, &says("Asked twice"), NOON).await;
    assert_eq!(decided.expect("decided"), there);
    let put = tom.put_view(part, "The form is new", NOON).await;
    assert_eq!(put.expect("put"), there);
    let given = tom.give(part, Some("tom"), Some(july(1)), NOON).await;
    assert_eq!(given.expect("given"), there);
    let page = tom.thread(whole, NOON).await.expect("the whole");
    let said = page.care.view.map(|it| it.text);
    assert_eq!(said.as_deref(), Some("The form is new"));
    assert_eq!((page.care.notes.len(), page.care.due), (1, Some(july(1))));
    let accepted = Happened::Decided(Decision::Accepted);
    assert!(page.events.iter().any(|it| it.what == accepted));
    for who in ["ann", "cat"] {
        let desk = house.desk(who).await;
        let decided = desk.decide(part, &says("Mine"), NOON).await;
        assert!(matches!(decided, Err(StoreError::NotFound)), "{who}");
    }
}

async fn what_was_said_of_the_whole_is_not_put_over(house: House) {
    let (whole, part) = joined(&house).await;
    let tom = house.desk("tom").await;
    tom.decide(whole, &says("We ask twice"), NOON)
        .await
        .expect("decided");
    tom.put_view(whole, "Ours", NOON).await.expect("put");
    tom.give(whole, Some("tom"), None, NOON)
        .await
        .expect("given");
    let before = tom.thread(whole, NOON).await.expect("the whole");
    let there = Reached::Elsewhere(whole);
    let decided = tom.decide(part, &says("Unseen"), NOON).await;
    assert_eq!(decided.expect("an answer"), there);
    for view in ["Unseen", ""] {
        let put = tom.put_view(part, view, NOON).await;
        assert_eq!(put.expect("an answer"), there, "{view}");
    }
    let given = tom.give(part, None, Some(july(1)), NOON).await;
    assert_eq!(given.expect("an answer"), there);
    let after = tom.thread(whole, NOON).await.expect("the whole");
    assert_eq!(after.events, before.events, "nothing was kept");
    assert_eq!(after.care.view, before.care.view);
    // The same as a colleague said is said already.
    let decided = tom.decide(part, &says("We ask twice"), NOON).await;
    assert_eq!(decided.expect("decided"), Reached::Kept(whole));
}

async fn of_a_part_that_was_ticked_only_its_own_is_seen(house: House) {
    let (whole, part) = joined(&house).await;
    let tom = house.desk("tom").await;
    let seen = tom.mark_threads_seen(&BTreeSet::from([part]), NOON).await;
    assert_eq!(seen.expect("seen"), 1);
    let sql = "SELECT unseen FROM thread_row";
    assert_eq!(
        house.number(sql).await,
        1,
        "of the whole nobody looked at the rest"
    );
    let seen = tom.mark_threads_seen(&BTreeSet::from([whole]), NOON).await;
    assert_eq!((seen.expect("seen"), house.number(sql).await), (1, 0));
}

async fn what_is_said_of_several_is_said_of_their_wholes_or_of_none(house: House) {
    let (whole, part) = joined(&house).await;
    let third = thread_of(&house, felt(&house, "ann", 3, 3).await).await;
    let tom = house.desk("tom").await;
    let ticked = BTreeSet::from([part, third]);
    let wholes = BTreeSet::from([whole, third]);
    let done = tom.decide_all(&ticked, &says("It is the law"), NOON).await;
    assert_eq!(done.expect("an answer"), Ok(2));
    let states = "SELECT COUNT(*) FROM thread_row WHERE state = 'accepted'";
    assert_eq!(house.number(states).await, 2);
    let done = tom.decide_all(&ticked, &says("Otherwise"), NOON).await;
    assert_eq!(done.expect("an answer"), Err(wholes.clone()));
    let events = "SELECT COUNT(*) FROM thread_event WHERE what = 'accepted'";
    assert_eq!(house.number(events).await, 2, "of none");
    let done = tom.decide_all(&wholes, &says("Otherwise"), NOON).await;
    assert_eq!(done.expect("an answer"), Ok(2), "looked at, and meant");
    assert_eq!(house.number(events).await, 4);
}

async fn what_is_taken_out_of_a_part_is_taken_out_of_the_whole(house: House) {
    let (whole, part) = joined(&house).await;
    let more = felt(&house, "ann", 3, 2).await;
    assert_eq!(thread_of(&house, more).await, whole);
    let tom = house.desk("tom").await;
    let split = tom.split(part, &BTreeSet::from([more]), NOON).await;
    let own = split.expect("split").expect("a thread of its own");
    assert_eq!(thread_of(&house, more).await, own);
}

async fn the_earlier_day_to_be_done_by_counts_for_both(house: House) {
    let (one, other) = two(&house).await;
    let tom = house.desk("tom").await;
    let due = async |id| tom.thread(id, NOON).await.expect("the thread").care.due;
    tom.give(other, None, Some(july(9)), NOON)
        .await
        .expect("given");
    tom.join(one, other, NOON + 1).await.expect("joined");
    assert_eq!(due(one).await, Some(july(9)), "it had none");
    let page = tom.thread(one, NOON).await.expect("the thread");
    let told = page
        .events
        .iter()
        .find(|it| it.what == Happened::Joined(other));
    assert_eq!(told.and_then(|it| it.day), Some(july(9)), "and says so");
    tom.take_apart(one, other, NOON + 2).await.expect("apart");
    assert_eq!(due(other).await, Some(july(9)));

    for (mine, theirs, expected) in [
        (Some(july(3)), Some(july(9)), Some(july(3))),
        (Some(july(9)), Some(july(3)), Some(july(3))),
        (Some(july(9)), None, Some(july(9))),
    ] {
        tom.give(one, None, mine, NOON + 3).await.expect("given");
        tom.give(other, None, theirs, NOON + 3)
            .await
            .expect("given");
        tom.join(one, other, NOON + 4).await.expect("joined");
        assert_eq!(due(one).await, expected, "{mine:?} {theirs:?}");
        tom.take_apart(one, other, NOON + 5).await.expect("apart");
    }
}
