//! A thread on its team's desk: what it adds up to, and what the team says of it.

use app::{
    team::{Day, Decided},
    walk::{
        Answer, Category, FrictionId, Kind, Nothing, ThreadId, WalkId,
        thread::{Decision, State},
    },
};
use server::store::StoreError;

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
    threads::rewalk,
};

on_both![
    a_thread_is_shown_with_every_time_it_was_felt,
    a_thread_elsewhere_is_not_mine,
    what_the_team_says_is_kept_with_who_said_it,
    saying_the_same_twice_is_one,
    asking_again_after_a_rewalk_waits_for_another,
    a_rewalk_from_before_a_new_plan_does_not_answer_what_is_asked_after_it,
];

/// Somebody feels the same friction; the walk, and the friction point.
pub async fn felt(house: &House, who: &str, seed: u64, note: &str) -> (WalkId, FrictionId) {
    let mut phone = Phone::new(seed);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Unclear);
    phone.describe(friction, note);
    phone.note(&Kind::Finished(Nothing {}));
    phone.send(&house.desk(who).await).await;
    (phone.walk, friction)
}

/// The thread a friction point is in.
pub async fn thread_of(house: &House, friction: FrictionId) -> ThreadId {
    let sql = "SELECT thread FROM friction_row WHERE id = $1";
    let row = house.db.row(sql, &[friction.to_string().into()]).await;
    let thread = row.expect("an answer").expect("a row").text(0);
    thread.expect("a thread").parse().expect("an id")
}

fn said(decision: Decision) -> Decided {
    Decided {
        decision,
        day: None,
        why: String::new(),
    }
}

async fn a_thread_is_shown_with_every_time_it_was_felt(house: House) {
    let (_, first) = felt(&house, "ann", 1, "Which form?").await;
    felt(&house, "ann", 2, "Still which form?").await;
    felt(&house, "ben", 3, "The form again").await;
    let tom = house.desk("tom").await;
    let id = thread_of(&house, first).await;
    let page = tom.thread(id, NOON).await.expect("the thread");
    let head = &page.head;
    assert_eq!(
        (head.felt, head.leaders, head.state),
        (3, 2, State::New),
        "{head:?}"
    );
    assert_eq!(head.category, Some(Category::Unclear));
    let mut notes: Vec<&str> = page.times.iter().map(|it| &*it.friction.note).collect();
    notes.sort_unstable();
    assert_eq!(
        notes,
        ["Still which form?", "The form again", "Which form?"]
    );
    assert!(page.times.iter().all(|it| it.by.is_none()), "no names");
    let of_one = tom.friction(first, NOON).await.expect("the friction");
    assert_eq!(of_one.thread, Some((id, 3)));
}

async fn a_thread_elsewhere_is_not_mine(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    for who in ["cat", "ann"] {
        let desk = house.desk(who).await;
        let asked = desk.thread(id, NOON).await;
        assert!(matches!(asked, Err(StoreError::NotFound)), "{who} reads it");
        let told = desk.decide(id, &said(Decision::Accepted), NOON).await;
        assert!(matches!(told, Err(StoreError::NotFound)), "{who} decides");
    }
    assert_eq!(house.number("SELECT COUNT(*) FROM thread_event").await, 0);
}

async fn what_the_team_says_is_kept_with_who_said_it(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    let day = Day {
        year: 2026,
        month: 7,
        day: 1,
    };
    let planned = Decided {
        decision: Decision::Planned,
        day: Some(day),
        why: "A shorter form".into(),
    };
    tom.decide(id, &planned, NOON).await.expect("planned");
    let page = tom.thread(id, NOON).await.expect("the thread");
    assert_eq!(page.head.state, State::Planned);
    let event = &page.events[0];
    assert_eq!(
        (event.name.as_str(), event.day, event.why.as_str()),
        ("TOM", Some(day), "A shorter form")
    );
    let changed = said(Decision::Changed);
    tom.decide(id, &changed, NOON + DAY).await.expect("changed");
    let page = tom.thread(id, NOON + DAY).await.expect("the thread");
    assert_eq!((page.head.state, page.events.len()), (State::Changed, 2));
    let judged = house.number("SELECT judged_from FROM thread").await;
    assert_eq!(judged, NOON + DAY, "walks from then on judge it");
}

async fn saying_the_same_twice_is_one(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    for at in [NOON, NOON + 1] {
        let told = tom.decide(id, &said(Decision::Changed), at).await;
        told.expect("changed");
    }
    assert_eq!(house.number("SELECT COUNT(*) FROM thread_event").await, 1);
    assert_eq!(house.number("SELECT judged_from FROM thread").await, NOON);
}

async fn asking_again_after_a_rewalk_waits_for_another(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    let ask = said(Decision::RewalkAsked);
    tom.decide(id, &ask, NOON).await.expect("asked");
    rewalk(&house, 2, friction, Answer::No).await;
    let now = NOON + DAY;
    let state = async |at| tom.thread(id, at).await.expect("the thread").head.state;
    assert_eq!(state(now).await, State::NotFixed);
    let better = Decided {
        why: "The form is shorter still".into(),
        ..ask
    };
    tom.decide(id, &better, now).await.expect("asked again");
    assert_eq!(state(now).await, State::RewalkAsked);
    rewalk(&house, 30, friction, Answer::Yes).await;
    assert_eq!(state(now + DAY).await, State::Confirmed);
    let page = tom.thread(id, now + DAY).await.expect("the thread");
    let held: Vec<Answer> = page.rewalks.iter().map(|it| it.held).collect();
    assert_eq!(held, [Answer::Yes, Answer::No], "newest first");
    // The same again, word for word, is an answer to the new walk and no repetition.
    tom.decide(id, &better, now + DAY)
        .await
        .expect("asked again");
    assert_eq!(state(now + DAY).await, State::RewalkAsked);
}

async fn a_rewalk_from_before_a_new_plan_does_not_answer_what_is_asked_after_it(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    let ask = said(Decision::RewalkAsked);
    tom.decide(id, &ask, NOON).await.expect("asked");
    rewalk(&house, 2, friction, Answer::Yes).await;
    let now = NOON + DAY;
    let state = async || tom.thread(id, now).await.expect("the thread").head.state;
    assert_eq!(state().await, State::Confirmed);
    let accepted = said(Decision::Accepted);
    tom.decide(id, &accepted, now).await.expect("accepted");
    tom.decide(id, &ask, now).await.expect("asked");
    assert_eq!(state().await, State::RewalkAsked);
}
