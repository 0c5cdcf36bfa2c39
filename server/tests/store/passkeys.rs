//! Ceremonies, and passkeys as they are kept.

use server::{
    invitation::{Invitation, Kind, issue},
    store::{Begin, Begun, Ceremony, How, Made, Spend, Spent, Store, Used},
};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
};

const MINUTE: i64 = 60_000;

on_both![
    a_ceremony_is_taken_once_in_time_and_only_as_what_it_is,
    trust_16_of_twenty_at_once_one_begins_a_ceremony_and_nobody_a_session,
    a_passkey_is_made_once_by_whoever_the_ceremony_is_for,
    trust_12_a_recovery_ends_what_was_before,
    an_invitation_for_another_device_takes_nothing_away,
    a_passkeys_counter_is_written_by_whoever_comes_first,
];

fn begun() -> Begun {
    Begun {
        person: Some("ann".into()),
        state: "{}".into(),
    }
}

async fn begin(store: &Store, hash: &str, now: i64) {
    let begun = begun();
    let begin = store.begin_ceremony(Ceremony::SignIn, hash, &begun, now);
    begin.await.expect("begun");
}

async fn a_ceremony_is_taken_once_in_time_and_only_as_what_it_is(house: House) {
    let store = &house.store;
    for hash in ["taken", "late", "other"] {
        begin(store, hash, NOON).await;
    }
    let take = async |what, hash, now| {
        store
            .take_ceremony(what, hash, now)
            .await
            .expect("answered")
    };
    assert_eq!(take(Ceremony::Confirm, "taken", NOON).await, None);
    assert_eq!(take(Ceremony::SignIn, "taken", NOON).await, Some(begun()));
    assert_eq!(take(Ceremony::SignIn, "taken", NOON).await, None);
    assert_eq!(
        take(Ceremony::SignIn, "late", NOON + 5 * MINUTE).await,
        None
    );
    assert_eq!(take(Ceremony::SignIn, "unknown", NOON).await, None);
    let later = NOON + 5 * MINUTE;
    begin(store, "new", later).await;
    let left = house.db.rows("SELECT token_hash FROM ceremony", &[]).await;
    assert_eq!(left.expect("rows").len(), 1, "the others are swept away");
}

async fn redeem(store: &Store, made: &Invitation, mark: &str, now: i64) -> Option<Spent> {
    let (session_hash, ceremony_hash) = (format!("session {mark}"), format!("ceremony {mark}"));
    let spend = Spend {
        session_hash: &session_hash,
        ceremony_hash: &ceremony_hash,
        device: "",
    };
    let spent = store.redeem(&made.hashes().0, spend, now).await;
    spent.expect("answered")
}

async fn keep(store: &Store, person: &str, mark: &str, id: &str, now: i64) -> bool {
    let (ceremony_hash, session_hash) = (format!("ceremony {mark}"), format!("session {mark}"));
    let made = Made {
        ceremony_hash: &ceremony_hash,
        person,
        id,
        body: "{}",
        session_hash: &session_hash,
        device: "Firefox on Linux",
    };
    store
        .maker(person)
        .await
        .expect("answered")
        .expect("one of ours");
    store.keep_passkey(made, now).await.expect("answered")
}

async fn signed_in(store: &Store, session: &str, now: i64) -> bool {
    store
        .viewer(session, now)
        .await
        .expect("answered")
        .is_some()
}

async fn trust_16_of_twenty_at_once_one_begins_a_ceremony_and_nobody_a_session(house: House) {
    let (made, issued) = issue(&house.store, "ann", NOON).await.expect("invited");
    assert_eq!((issued.kind, issued.until), (Kind::First, NOON + DAY));
    let mut tries = tokio::task::JoinSet::new();
    for mark in 0..20 {
        let (store, made) = (house.store.clone(), made.clone());
        tries.spawn(async move { redeem(&store, &made, &mark.to_string(), NOON).await });
    }
    let spent: Vec<Option<Spent>> = tries.join_all().await;
    assert_eq!(
        spent.iter().flatten().collect::<Vec<_>>(),
        [&Spent::Ceremony]
    );
    for mark in 0..20 {
        assert!(!signed_in(&house.store, &format!("session {mark}"), NOON).await);
    }
    let (expired, _) = issue(&house.store, "ann", NOON).await.expect("invited");
    assert_eq!(
        redeem(&house.store, &expired, "late", NOON + DAY).await,
        None
    );
}

async fn a_passkey_is_made_once_by_whoever_the_ceremony_is_for(house: House) {
    let store = &house.store;
    let (made, _) = issue(store, "ann", NOON).await.expect("invited");
    let second = Invitation::fresh();
    let by_token = second.hashes().0;
    let kept = store.invite("ann", &by_token, None, NOON, NOON + DAY);
    kept.await.expect("invited");
    redeem(store, &made, "a", NOON).await.expect("spent");
    assert!(!keep(store, "ben", "a", "key", NOON).await, "not Ben's");
    assert!(
        !keep(store, "ann", "b", "key", NOON).await,
        "no such ceremony"
    );
    assert!(
        keep(store, "ann", "a", "key", NOON + 14 * MINUTE).await,
        "nothing was lost"
    );
    assert!(signed_in(store, "session a", NOON).await);
    assert!(!keep(store, "ann", "a", "other", NOON).await, "once");
    assert_eq!(
        redeem(store, &second, "c", NOON + 14 * MINUTE).await,
        None,
        "the other invitation has ended"
    );
    assert_eq!(store.passkeys_of("ann").await.expect("read").len(), 1);
}

async fn trust_12_a_recovery_ends_what_was_before(house: House) {
    let store = &house.store;
    let (first, _) = issue(store, "ann", NOON).await.expect("invited");
    redeem(store, &first, "a", NOON).await.expect("spent");
    assert!(keep(store, "ann", "a", "old", NOON).await);
    let viewer = store.viewer("session a", NOON).await.expect("read");
    let viewer = viewer.expect("signed in");
    let sealing = store.sealing(&viewer, "a", NOON).await.expect("read");
    assert!(sealing.is_some());
    let (recovery, issued) = issue(store, "ann", NOON).await.expect("invited");
    assert_eq!(
        (issued.kind, issued.until),
        (Kind::Recovery, NOON + 60 * MINUTE)
    );
    redeem(store, &recovery, "b", NOON).await.expect("spent");
    assert!(!signed_in(store, "session a", NOON).await, "ended at once");
    let tickets = house.db.rows("SELECT 1 FROM upload_ticket", &[]).await;
    assert!(tickets.expect("rows").is_empty(), "tickets too");
    assert!(
        store.passkey("old").await.expect("read").is_some(),
        "until there is a new one"
    );
    assert!(keep(store, "ann", "b", "new", NOON).await);
    assert!(store.passkey("old").await.expect("read").is_none());
    assert!(signed_in(store, "session b", NOON).await);
}

async fn an_invitation_for_another_device_takes_nothing_away(house: House) {
    let store = &house.store;
    let (first, _) = issue(store, "ann", NOON).await.expect("invited");
    redeem(store, &first, "a", NOON).await.expect("spent");
    assert!(keep(store, "ann", "a", "one", NOON).await);
    let viewer = store
        .viewer("session a", NOON)
        .await
        .expect("read")
        .expect("in");
    let made = Invitation::fresh();
    let issued = store
        .desk(&viewer)
        .invite_device(&made, NOON)
        .await
        .expect("made");
    assert_eq!(
        (issued.kind, issued.until),
        (Kind::Device, NOON + 10 * MINUTE)
    );
    redeem(store, &made, "b", NOON).await.expect("spent");
    assert!(keep(store, "ann", "b", "two", NOON).await);
    assert!(signed_in(store, "session a", NOON).await && signed_in(store, "session b", NOON).await);
    assert_eq!(store.passkeys_of("ann").await.expect("read").len(), 2);
}

async fn a_passkeys_counter_is_written_by_whoever_comes_first(house: House) {
    let store = &house.store;
    let (first, _) = issue(store, "ann", NOON).await.expect("invited");
    redeem(store, &first, "a", NOON).await.expect("spent");
    assert!(keep(store, "ann", "a", "one", NOON).await);
    let before = store.passkey("one").await.expect("read").expect("there");
    let used = Used {
        before: &before,
        body: "{\"counter\":2}",
    };
    assert!(
        store
            .enter_by_passkey(used, "s", "", NOON)
            .await
            .expect("answered")
    );
    assert!(
        !store
            .enter_by_passkey(used, "t", "", NOON)
            .await
            .expect("answered")
    );
    assert!(!signed_in(store, "t", NOON).await);
    let begin = Begin {
        person: "ann",
        session_hash: "u",
        how: How::Passkey,
        device: "",
    };
    store.begin_session(begin, NOON).await.expect("begun");
    assert!(signed_in(store, "u", NOON).await);
}
