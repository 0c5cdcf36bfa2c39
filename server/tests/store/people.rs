//! Invitations and sessions.

use server::viewer::Role;

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
};

on_both![
    an_invitation_is_for_one_person_once,
    an_invitation_is_spent_once_by_address_or_code,
    an_invitation_ends,
    a_session_ends_when_it_is_not_used,
    a_session_ends_after_ninety_days,
    a_session_that_is_used_stays,
    signing_out_ends_the_session,
    a_person_is_added_once,
];

async fn an_invitation_is_for_one_person_once(house: House) {
    let store = &house.store;
    store
        .invite("ann", "token", None, NOON, NOON + DAY)
        .await
        .expect("invited");
    for _ in 0..2 {
        let invited = store
            .peek_invitation("token", NOON)
            .await
            .expect("answered");
        let invited = invited.expect("looking does not spend");
        assert_eq!(
            (invited.name.as_str(), invited.organisation.en.as_str()),
            ("ANN", "Aber Valley Council")
        );
        assert!(invited.roles.has(Role::Leader));
    }
    assert!(
        store
            .spend_invitation("token", "s", NOON)
            .await
            .expect("answered")
    );
    assert!(
        !store
            .spend_invitation("token", "t", NOON)
            .await
            .expect("answered")
    );
    assert!(
        store
            .peek_invitation("token", NOON)
            .await
            .expect("answered")
            .is_none()
    );
    assert!(
        !store
            .spend_invitation("never made", "u", NOON)
            .await
            .expect("answered")
    );
    assert!(store.viewer("t", NOON).await.expect("answered").is_none());
    let viewer = store
        .viewer("s", NOON)
        .await
        .expect("answered")
        .expect("signed in");
    assert_eq!(
        (viewer.person.as_str(), viewer.organisation.as_str()),
        ("ann", "aber")
    );
}

async fn an_invitation_is_spent_once_by_address_or_code(house: House) {
    let store = &house.store;
    let invited = store.invite("ann", "token", Some("code"), NOON, NOON + DAY);
    invited.await.expect("invited");
    let peeked = store.peek_invitation("code", NOON).await.expect("answered");
    assert_eq!(peeked.expect("it is there").name, "ANN");
    let spent = async |hash, session| store.spend_invitation(hash, session, NOON).await;
    assert!(spent("code", "s").await.expect("answered"));
    assert!(!spent("token", "t").await.expect("answered"));
}

async fn an_invitation_ends(house: House) {
    let store = &house.store;
    store
        .invite("ann", "token", None, NOON, NOON + DAY)
        .await
        .expect("invited");
    assert!(
        store
            .peek_invitation("token", NOON + DAY)
            .await
            .expect("answered")
            .is_none()
    );
    assert!(
        !store
            .spend_invitation("token", "s", NOON + DAY)
            .await
            .expect("answered")
    );
}

async fn a_session_ends_when_it_is_not_used(house: House) {
    let signed_in = async |at| {
        house
            .store
            .viewer("session of tom", at)
            .await
            .expect("answered")
    };
    assert!(signed_in(NOON + 7 * DAY).await.is_none());
    let viewer = signed_in(NOON + 7 * DAY - 1).await.expect("signed in");
    assert_eq!(viewer.services, ["bins"]);
    assert!(viewer.roles.has(Role::Board) && !viewer.roles.has(Role::Leader));
}

async fn a_session_that_is_used_stays(house: House) {
    for day in (0..90).step_by(13) {
        let viewer = house.store.viewer("session of ann", NOON + day * DAY).await;
        assert!(viewer.expect("answered").is_some(), "day {day}");
    }
}

async fn a_session_ends_after_ninety_days(house: House) {
    for day in 0..90 {
        let viewer = house.store.viewer("session of ann", NOON + day * DAY).await;
        assert!(viewer.expect("answered").is_some(), "day {day}");
    }
    let viewer = house.store.viewer("session of ann", NOON + 90 * DAY).await;
    assert!(viewer.expect("answered").is_none());
}

async fn signing_out_ends_the_session(house: House) {
    for _ in 0..2 {
        house
            .store
            .end_session("session of ann", NOON)
            .await
            .expect("ended");
    }
    let viewer = house.store.viewer("session of ann", NOON).await;
    assert!(viewer.expect("answered").is_none());
    assert!(
        house
            .store
            .viewer("session of ben", NOON)
            .await
            .expect("answered")
            .is_some()
    );
}

async fn a_person_is_added_once(house: House) {
    let again = server::store::NewPerson {
        id: "ann".into(),
        organisation: "cwm".into(),
        name: "Another".into(),
        title: crate::house::text(""),
        roles: server::viewer::Roles::new(&Role::ALL),
        services: vec!["bins".into()],
    };
    assert!(
        !house
            .store
            .create_person(&again, NOON)
            .await
            .expect("answered")
    );
    let ann = house.viewer("ann").await;
    assert_eq!((ann.organisation.as_str(), ann.services.len()), ("aber", 0));
}
