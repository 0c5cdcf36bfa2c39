//! Re-walks: who is asked, from where, and until when; and the walk beside the walk again.

use app::{
    walk::{
        Answer, AtStep, Category, FrictionId, Kind, Nothing, Outcome, ReplyAnswered, Started,
        WalkId,
    },
    wire::{Rewalk, SyncRequest},
};
use server::store::StoreError;

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
};

on_both![
    who_felt_it_is_asked_to_walk_it_again,
    everybody_is_asked_once_nobody_who_felt_it_can_walk,
    whoever_walked_it_again_is_asked_no_more_until_it_is_changed_anew,
    a_walk_and_the_walk_again_are_the_teams_alone,
    what_the_leader_says_to_a_reply_goes_with_the_walk,
];

/// Ann feels friction at the second step of the task.
async fn felt(house: &House, seed: u64) -> (WalkId, FrictionId) {
    let mut phone = Phone::new(seed);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Unclear);
    phone.send(&house.desk("ann").await).await;
    (phone.walk, friction)
}

/// The team changes everything on a day and asks for it to be walked again.
async fn asked(house: &House, day: i64, why: &str) {
    let mut tx = house.db.begin().await.expect("begun");
    let at = NOON + day * DAY;
    let changed = "UPDATE thread SET decision = 'rewalk_asked', decided_at = $1, judged_from = $1";
    tx.execute(changed, &[at.into()]).await.expect("changed");
    let event = "INSERT INTO thread_event (id, thread, organisation, person, at, what, body)
                 SELECT $1 || id, id, organisation, 'tom', $2, 'rewalk_asked', $3 FROM thread";
    let body = serde_json::json!({ "text": why }).to_string();
    let args = [why.into(), at.into(), body.into()];
    tx.execute(event, &args).await.expect("noted");
    tx.commit().await.expect("committed");
    house.store.rebuild().await.expect("rebuilt");
}

/// Somebody walks it again on a day; the walk. Without an answer it is not finished.
async fn rewalk(
    house: &House,
    who: &str,
    day: i64,
    again: FrictionId,
    held: Option<Answer>,
) -> WalkId {
    let mut phone =
        Phone::new(100 + u64::try_from(day).expect("a day") + u64::from(held.is_some()));
    phone.now += day * DAY;
    phone.note(&Kind::Started(Started {
        task: "missed-bin".into(),
        steps: 4,
        situation: None,
        language: "en".into(),
        again: Some(again),
    }));
    phone.note(&Kind::StepOpened(AtStep { step: 1 }));
    if held.is_some() {
        phone.note(&Kind::OutcomeGiven(Outcome {
            held,
            ..Outcome::default()
        }));
        phone.note(&Kind::Finished(Nothing {}));
    }
    let request = SyncRequest {
        sent_at: phone.now,
        ..phone.request()
    };
    let desk = house.desk(who).await;
    desk.append(request, phone.now).await.expect("kept");
    phone.walk
}

async fn told(house: &House, who: &str) -> Vec<Rewalk> {
    let desk = house.desk(who).await;
    desk.briefing().await.expect("the briefing").rewalks
}

async fn who_felt_it_is_asked_to_walk_it_again(house: House) {
    felt(&house, 1).await;
    let (walk, friction) = felt(&house, 2).await;
    assert_eq!(told(&house, "ann").await, []);
    asked(&house, 1, "").await;
    asked(&house, 1, "The page is in plain words now").await;
    let expected = Rewalk {
        friction,
        walk: Some(walk),
        task: "missed-bin".into(),
        situation: None,
        step: 1,
        changed: "The page is in plain words now".into(),
        before: Vec::new(),
    };
    let asked = told(&house, "ann").await;
    assert_eq!(asked, [expected], "one thread, what was felt last of it");
    assert_eq!(told(&house, "ben").await, [], "ben felt nothing");
    assert_eq!(told(&house, "tom").await, [], "tom is no leader");
}

async fn everybody_is_asked_once_nobody_who_felt_it_can_walk(house: House) {
    let (_, friction) = felt(&house, 1).await;
    asked(&house, 1, "New words").await;
    assert_eq!(told(&house, "ben").await, []);
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "UPDATE person SET disabled_at = 1 WHERE id = 'ann'";
    tx.execute(sql, &[]).await.expect("disabled");
    tx.commit().await.expect("committed");
    let bens = told(&house, "ben").await;
    assert_eq!(bens.len(), 1);
    assert_eq!((bens[0].friction, bens[0].walk), (friction, None));
    assert_eq!(told(&house, "cat").await, [], "another organisation");
}

async fn whoever_walked_it_again_is_asked_no_more_until_it_is_changed_anew(house: House) {
    let (_, friction) = felt(&house, 1).await;
    asked(&house, 1, "New words").await;
    let begun = rewalk(&house, "ann", 2, friction, None).await;
    let still = told(&house, "ann").await;
    assert_eq!(still.len(), 1, "begun is not walked");
    assert_eq!(still[0].before, [], "it is what was begun as the answer");
    let done = rewalk(&house, "ann", 2, friction, Some(Answer::Partly)).await;
    assert_eq!(told(&house, "ann").await, []);
    asked(&house, 3, "Newer words").await;
    let anew = told(&house, "ann").await;
    assert_eq!(anew.len(), 1);
    assert_eq!(anew[0].changed, "Newer words");
    let mut before = anew[0].before.clone();
    before.sort_unstable();
    let mut both = vec![begun, done];
    both.sort_unstable();
    assert_eq!(before, both, "neither answers what is asked now");
}

async fn a_walk_and_the_walk_again_are_the_teams_alone(house: House) {
    let (walk, friction) = felt(&house, 1).await;
    let again = rewalk(&house, "ben", 2, friction, Some(Answer::Yes)).await;
    let tom = house.desk("tom").await;
    let shown = tom.team_again(again, NOON + 3 * DAY).await.expect("both");
    assert_eq!((shown.before.0, shown.after.0), (walk, again));
    assert_eq!(shown.after.1.walk.outcome.held, Some(Answer::Yes));
    let none = tom.team_again(walk, NOON).await;
    assert!(
        matches!(none, Err(StoreError::NotFound)),
        "not walked again"
    );
    for other in ["ann", "cat"] {
        let desk = house.desk(other).await;
        assert!(desk.team_again(again, NOON).await.is_err(), "{other}");
    }
}

async fn what_the_leader_says_to_a_reply_goes_with_the_walk(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Unclear);
    let ann = house.desk("ann").await;
    phone.send(&ann).await;
    let said = |text: &str| {
        Kind::ReplyAnswered(ReplyAnswered {
            reply: "the-reply".into(),
            friction,
            text: text.into(),
        })
    };
    phone.note(&said("Thank you"));
    phone.note(&said("Thank you. It is clear now"));
    phone.send(&ann).await;
    let tom = house.desk("tom").await;
    let answers = async || {
        let page = tom.friction(friction, NOON).await.expect("the point");
        let answers = page.around.walk.answers;
        answers.into_iter().map(|it| it.text).collect::<Vec<_>>()
    };
    assert_eq!(answers().await, ["Thank you. It is clear now"]);
    phone.note(&said(" "));
    phone.send(&ann).await;
    assert!(answers().await.is_empty(), "taken back");
}
