//! Who looks after a thread, the team's notes, its view, and who is told of a risk.

use app::{
    board::Beside,
    team::{Day, Decided, Happened, ReplyText},
    walk::thread::Decision,
};
use server::{
    erasures::Journal,
    store::{Done, Erase, StoreError},
    viewer::Role,
};
use uuid::Uuid;

use crate::{
    House,
    house::{DAY, NOON},
    office::admin,
    on_both,
    team_thread::{felt, thread_of},
};

on_both![
    a_thread_is_given_to_one_of_its_team_alone,
    a_note_is_the_teams_and_sent_twice_it_is_one,
    a_view_is_put_changed_and_taken_back,
    the_board_reads_the_teams_view_beside_what_was_felt,
    trust_40_what_two_of_a_team_say_is_both_kept,
    who_is_told_of_a_risk_is_one_who_answers_for_the_service,
    whoever_is_erased_is_told_of_no_risk,
    whoever_is_of_no_team_any_more_looks_after_nothing,
];

async fn a_thread_is_given_to_one_of_its_team_alone(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    let day = Day {
        year: 2026,
        month: 6,
        day: 16,
    };
    for _ in 0..2 {
        let given = tom.give(id, Some("tom"), Some(day), NOON).await;
        given.expect("given");
    }
    let page = tom.thread(id, NOON).await.expect("the thread");
    let care = &page.care;
    assert_eq!(care.owner, Some(("tom".into(), "TOM".into())));
    assert_eq!((care.due, care.overdue), (Some(day), false));
    assert_eq!(care.team, [("tom".into(), "TOM".into())]);
    assert_eq!(page.events.len(), 1, "the same again changes nothing");
    assert_eq!(page.events[0].what, Happened::Given(Some("TOM".into())));
    let late = tom.thread(id, NOON + 2 * DAY).await.expect("the thread");
    assert!(late.care.overdue);
    // Ann walks, Cat is of the neighbour's, and nobody is nobody.
    for other in ["ann", "cat", "nobody"] {
        let given = tom.give(id, Some(other), None, NOON).await;
        assert!(matches!(given, Err(StoreError::NotFound)), "{other}");
    }
    for who in ["ann", "cat"] {
        let given = house.desk(who).await.give(id, None, None, NOON).await;
        assert!(matches!(given, Err(StoreError::NotFound)), "{who}");
    }
    tom.give(id, None, None, NOON + 1).await.expect("given");
    let page = tom.thread(id, NOON).await.expect("the thread");
    assert_eq!((page.care.owner, page.events.len()), (None, 2));
}

async fn a_note_is_the_teams_and_sent_twice_it_is_one(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    let text = ReplyText::parse("Ask the print room").expect("a text");
    for _ in 0..2 {
        let kept = tom.note_thread(id, &text, Uuid::from_u128(1), NOON).await;
        kept.expect("kept");
    }
    let page = tom.thread(id, NOON).await.expect("the thread");
    let notes: Vec<(&str, &str)> = page
        .care
        .notes
        .iter()
        .map(|it| (it.name.as_str(), it.text.as_str()))
        .collect();
    assert_eq!(notes, [("TOM", "Ask the print room")]);
    for who in ["ann", "cat"] {
        let desk = house.desk(who).await;
        let kept = desk.note_thread(id, &text, Uuid::from_u128(2), NOON).await;
        assert!(matches!(kept, Err(StoreError::NotFound)), "{who}");
    }
}

async fn a_view_is_put_changed_and_taken_back(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    for view in ["The form is new", "The form is new", "It is old", ""] {
        tom.put_view(id, view, NOON).await.expect("put");
    }
    let page = tom.thread(id, NOON).await.expect("the thread");
    assert_eq!(page.care.view, None);
    let mut said: Vec<&str> = page.events.iter().map(|it| it.why.as_str()).collect();
    said.sort_unstable();
    assert_eq!(
        said,
        ["", "It is old", "The form is new"],
        "all of it is kept"
    );
    let other = house.desk("cat").await.put_view(id, "Ours", NOON).await;
    assert!(matches!(other, Err(StoreError::NotFound)));
}

async fn the_board_reads_the_teams_view_beside_what_was_felt(house: House) {
    let (walk, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    let beside = async |now| {
        let page = tom.board_walk(walk, now).await.expect("the walk");
        page.beside.get(&friction).cloned().expect("something")
    };
    let on_month = async |now| {
        let month = "2026-06".parse().expect("a month");
        let page = tom.month(month, now).await.expect("the month");
        page.beside.values().cloned().collect::<Vec<_>>()
    };
    let Beside::Open(until) = beside(NOON + 13 * DAY).await else {
        panic!("fourteen days have not passed");
    };
    assert_eq!((until.month, until.day), (6, 29));
    assert_eq!(beside(NOON + 14 * DAY).await, Beside::Nothing);
    tom.put_view(id, "The form is new", NOON + 15 * DAY)
        .await
        .expect("put");
    let view = |it: &Beside| matches!(it, Beside::View(view, _) if view == "The form is new");
    assert!(view(&beside(NOON + 15 * DAY).await));
    let month = on_month(NOON + 15 * DAY).await;
    assert!(month.len() == 1 && month.iter().all(view), "{month:?}");
}

async fn trust_40_what_two_of_a_team_say_is_both_kept(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let (one, other) = (house.desk("tom").await, house.desk("tom").await);
    let says = |why: &str| Decided {
        decision: Decision::Accepted,
        day: None,
        why: why.into(),
    };
    let (mine, theirs) = (says("We ask twice"), says("We will look"));
    let (a, b) = tokio::join!(one.decide(id, &mine, NOON), other.decide(id, &theirs, NOON));
    a.expect("kept");
    b.expect("kept");
    let page = one.thread(id, NOON).await.expect("the thread");
    let mut said: Vec<&str> = page.events.iter().map(|it| it.why.as_str()).collect();
    said.sort_unstable();
    assert_eq!(said, ["We ask twice", "We will look"]);
}

async fn who_is_told_of_a_risk_is_one_who_answers_for_the_service(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let ada = admin(&house, "aber").await;
    let tom = house.desk("tom").await;
    let told = async || tom.thread(id, NOON).await.expect("the thread").care;
    assert_eq!(told().await.risk_contact, None);
    for (service, person) in [("bins", "ann"), ("bins", "cat"), ("none", "tom")] {
        let set = ada.set_risk_contact(service, Some(person), NOON).await;
        assert!(matches!(set, Err(StoreError::NotFound)), "{person}");
    }
    let set = ada.set_risk_contact("bins", Some("tom"), NOON).await;
    set.expect("set");
    assert_eq!(told().await.risk_contact, Some("TOM".into()));
    let by_tom = tom.set_risk_contact("bins", None, NOON).await;
    assert!(matches!(by_tom, Err(StoreError::NotFound)));
    ada.set_risk_contact("bins", None, NOON).await.expect("set");
    assert_eq!(told().await.risk_contact, None);
}

async fn whoever_is_erased_is_told_of_no_risk(house: House) {
    let ada = admin(&house, "aber").await;
    let set = ada.set_risk_contact("bins", Some("tom"), NOON).await;
    set.expect("set");
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    let erased = house.store.erase("tom", Erase::Now, &journal, NOON).await;
    assert_eq!(erased.expect("an answer"), Done::Erased);
    assert_eq!(house.number("SELECT COUNT(*) FROM risk_contact").await, 0);
}

async fn whoever_is_of_no_team_any_more_looks_after_nothing(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let (ada, tom) = (admin(&house, "aber").await, house.desk("tom").await);
    for (who, gone) in [
        ("dis", "UPDATE person SET disabled_at = 1 WHERE id = 'dis'"),
        ("lea", "UPDATE person SET roles = 'leader' WHERE id = 'lea'"),
        ("oth", "DELETE FROM person_service WHERE person = 'oth'"),
    ] {
        let team = [Role::ServiceTeam];
        house.person(who, "aber", &team, &["bins"]).await;
        let mut day = 1;
        let mut give = async |owner| {
            day += 1;
            let due = Day {
                year: 2026,
                month: 7,
                day,
            };
            tom.give(id, owner, Some(due), NOON).await
        };
        give(Some(who)).await.expect("given");
        ada.set_risk_contact("bins", Some(who), NOON)
            .await
            .expect("set");
        let care = async || tom.thread(id, NOON).await.expect("the thread").care;
        let name = who.to_uppercase();
        let before = care().await;
        assert_eq!(before.owner, Some((who.into(), name.clone())));
        assert_eq!((before.risk_contact, before.team.len()), (Some(name), 2));
        let mut tx = house.db.begin().await.expect("begun");
        tx.execute(gone, &[]).await.expect("gone");
        tx.commit().await.expect("committed");
        let after = care().await;
        assert_eq!((after.owner, after.risk_contact), (None, None), "{who}");
        assert_eq!(after.team.len(), 1, "{who} is not offered");
        let again = give(Some(who)).await;
        assert!(matches!(again, Err(StoreError::NotFound)), "{who}");
        let again = ada.set_risk_contact("bins", Some(who), NOON).await;
        assert!(matches!(again, Err(StoreError::NotFound)), "{who}");
        let page = ada.service_page("bins").await.expect("its page");
        assert_eq!(page.team.len(), 1, "{who} does not answer for it");
        give(None).await.expect("given");
    }
}
