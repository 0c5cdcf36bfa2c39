//! Threads: which friction belongs together, what it adds up to, and who may call it fixed.

use app::walk::{
    Answer, Category, FrictionDescribed, FrictionId, Kind, Nothing, Outcome, Started, WalkId,
};
use app::wire::SyncRequest;

use crate::{House, house::task, on_both, phone::Phone};

on_both![
    the_same_friction_felt_by_two_is_one_thread,
    friction_that_turns_out_to_be_another_kind_leaves_its_thread,
    what_was_all_taken_back_is_no_thread,
    a_rewalk_says_whether_it_held_and_nobody_else_does,
    a_rewalk_from_before_the_change_says_nothing_of_it,
    merged_friction_stays_together_when_more_comes_and_after_a_rebuild,
    threads_go_with_their_task_to_another_service,
];

/// Somebody feels friction of a kind at the second step of a task; the walk, and the friction point.
async fn felt(house: &House, who: &str, seed: u64, category: Category) -> (WalkId, FrictionId) {
    let mut phone = Phone::new(seed);
    phone.start("missed-bin");
    let friction = phone.feel(1, category);
    phone.send(&house.desk(who).await).await;
    (phone.walk, friction)
}

/// Somebody walks a friction point again, so many hours later, and says whether the change held.
pub async fn rewalk(house: &House, hours: u64, again: FrictionId, held: Answer) {
    let mut phone = Phone::new(100 + hours);
    phone.now += i64::try_from(hours).expect("hours") * 3_600_000;
    phone.note(&Kind::Started(Started {
        task: "missed-bin".into(),
        steps: 4,
        situation: None,
        language: "en".into(),
        again: Some(again),
    }));
    phone.note(&Kind::OutcomeGiven(Outcome {
        held: Some(held),
        ..Outcome::default()
    }));
    phone.note(&Kind::Finished(Nothing {}));
    send(house, "ben", &phone).await;
}

/// Sends what a phone has by its own clock, which is right.
async fn send(house: &House, who: &str, phone: &Phone) {
    let request = SyncRequest {
        sent_at: phone.now,
        ..phone.request()
    };
    let desk = house.desk(who).await;
    desk.append(request, phone.now).await.expect("kept");
}

/// The team says that everything was changed, and from when on re-walks judge it.
async fn changed(house: &House, judged_from: i64) {
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute(
        "UPDATE thread SET decision = 'rewalk_asked', judged_from = $1",
        &[judged_from.into()],
    )
    .await
    .expect("changed");
    tx.commit().await.expect("committed");
}

/// How the threads stand: state, felt, leaders, with the most felt first.
async fn threads(house: &House) -> Vec<(String, i64, i64)> {
    let sql = "SELECT state, felt, leaders FROM thread_row ORDER BY felt DESC, state";
    let rows = house.db.rows(sql, &[]).await.expect("rows");
    let thread = |row: &server::store::Row| {
        let number = |at| row.int(at).expect("a number");
        (row.text(0).expect("a state"), number(1), number(2))
    };
    rows.iter().map(thread).collect()
}

fn one(state: &str, felt: i64, leaders: i64) -> (String, i64, i64) {
    (state.to_owned(), felt, leaders)
}

async fn the_same_friction_felt_by_two_is_one_thread(house: House) {
    felt(&house, "ann", 1, Category::Unclear).await;
    felt(&house, "ann", 2, Category::Unclear).await;
    felt(&house, "ben", 3, Category::Unclear).await;
    felt(&house, "ben", 4, Category::Asked).await;
    assert_eq!(threads(&house).await, [one("new", 3, 2), one("new", 1, 1)]);
}

async fn friction_that_turns_out_to_be_another_kind_leaves_its_thread(house: House) {
    felt(&house, "ben", 1, Category::Asked).await;
    let mut phone = Phone::new(2);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Unclear);
    let desk = house.desk("ann").await;
    phone.send(&desk).await;
    assert_eq!(threads(&house).await.len(), 2);
    phone.note(&Kind::FrictionDescribed(FrictionDescribed {
        category: Some(Category::Asked),
        ..FrictionDescribed::of(friction)
    }));
    phone.send(&desk).await;
    assert_eq!(threads(&house).await, [one("new", 2, 2)]);
}

async fn what_was_all_taken_back_is_no_thread(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Unclear);
    let desk = house.desk("ann").await;
    phone.send(&desk).await;
    phone.note(&Kind::FrictionWithdrawn(app::walk::FrictionWithdrawn {
        friction,
    }));
    phone.send(&desk).await;
    assert_eq!(threads(&house).await, []);
}

async fn a_rewalk_says_whether_it_held_and_nobody_else_does(house: House) {
    let (_, friction) = felt(&house, "ann", 1, Category::Unclear).await;
    changed(&house, crate::house::NOON + 3_600_000).await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(threads(&house).await, [one("rewalk_asked", 1, 1)]);
    rewalk(&house, 2, friction, Answer::Partly).await;
    assert_eq!(threads(&house).await, [one("half_fixed", 1, 1)]);
    let mut later = Phone::new(3);
    later.now += 86_400_000;
    later.start("missed-bin");
    later.feel(1, Category::Unclear);
    changed(&house, crate::house::NOON + 5_000_000).await;
    rewalk(&house, 3, friction, Answer::Yes).await;
    assert_eq!(threads(&house).await, [one("confirmed", 1, 1)]);
    send(&house, "ben", &later).await;
    assert_eq!(threads(&house).await, [one("not_fixed", 2, 2)]);
}

async fn a_rewalk_from_before_the_change_says_nothing_of_it(house: House) {
    let (_, friction) = felt(&house, "ann", 1, Category::Unclear).await;
    changed(&house, crate::house::NOON + 86_400_000).await;
    rewalk(&house, 2, friction, Answer::Yes).await;
    assert_eq!(threads(&house).await, [one("rewalk_asked", 1, 1)]);
}

async fn merged_friction_stays_together_when_more_comes_and_after_a_rebuild(house: House) {
    felt(&house, "ann", 1, Category::Unclear).await;
    felt(&house, "ben", 2, Category::Asked).await;
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute(
        "UPDATE thread SET merged_into = (SELECT id FROM thread WHERE category = $1) WHERE category = $2",
        &[
            Category::Unclear.code().into(),
            Category::Asked.code().into(),
        ],
    )
    .await
    .expect("merged");
    tx.commit().await.expect("committed");
    felt(&house, "ben", 3, Category::Asked).await;
    house.store.rebuild().await.expect("rebuilt");
    let together = threads(&house).await;
    assert_eq!(together, [one("new", 3, 2)]);
}

async fn threads_go_with_their_task_to_another_service(house: House) {
    felt(&house, "ann", 1, Category::Unclear).await;
    let mut moved = task("missed-bin");
    moved.service = "adaptations".into();
    house.put_tasks("aber", &[moved]).await;
    let sql = "SELECT COUNT(*) FROM thread_row WHERE service = 'adaptations'";
    assert_eq!(house.number(sql).await, 1);
}
