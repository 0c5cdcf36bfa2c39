//! Single sign-on: whom a provider means, and which other ways are shut.

use server::{
    sso::Provider,
    store::{Begin, Begun, Ceremony, How, Linked, SignIn, StoreError, Vouched},
};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
};

on_both![
    trust_09_of_twenty_who_come_back_at_once_one_goes_on,
    trust_10_only_issuer_and_subject_say_who_somebody_is,
    trust_16_an_invitation_is_linked_once,
    whom_the_provider_means_already_is_nobody_else,
    a_new_account_at_the_provider_takes_the_old_ones_place,
    where_it_is_the_only_way_the_others_are_shut,
    what_is_shut_ends_the_sessions_that_came_by_it,
    disabled_people_get_in_by_no_way,
];

const ISSUER: &str = "https://login.example";

fn vouched<'a>(organisation: &'a str, issuer: &'a str, subject: &'a str) -> Vouched<'a> {
    Vouched {
        organisation,
        issuer,
        subject,
    }
}

async fn provide(house: &House, organisation: &str, by: SignIn) {
    let provider = Provider {
        organisation: organisation.into(),
        issuer: ISSUER.into(),
        client_id: "firsthand".into(),
        client_secret: "secret".into(),
        tenant: None,
        acr: None,
        amr: None,
    };
    let set = house.store.set_sso(&provider, by, NOON).await;
    set.expect("set up");
}

async fn invite(house: &House, person: &str, token: &str) {
    let invited = house
        .store
        .invite(person, token, None, NOON, NOON + DAY)
        .await;
    invited.expect("invited");
}

async fn link(house: &House, token: &str, whom: Vouched<'_>, session: &str) -> Linked {
    let linked = house
        .store
        .link_invited(token, whom, session, "", NOON)
        .await;
    linked.expect("answered")
}

async fn gets_in(house: &House, whom: Vouched<'_>, session: &str) -> bool {
    let signed_in = house.store.sign_in_vouched(whom, session, "", NOON).await;
    signed_in.expect("answered")
}

async fn person_of(house: &House, session: &str) -> Option<String> {
    let viewer = house.store.viewer(session, NOON).await.expect("answered");
    viewer.map(|viewer| viewer.person)
}

async fn begins(house: &House, person: &str, how: How, session: &str) -> bool {
    let begin = Begin {
        person,
        session_hash: session,
        how,
        device: "",
    };
    match house.store.begin_session(begin, NOON).await {
        Ok(()) => true,
        Err(StoreError::NotFound) => false,
        Err(error) => panic!("{error}"),
    }
}

async fn noted(house: &House, what: &str) -> usize {
    let sql = "SELECT id FROM audit WHERE what = $1";
    let rows = house.db.rows(sql, &[what.into()]).await;
    rows.expect("rows").len()
}

async fn trust_09_of_twenty_who_come_back_at_once_one_goes_on(house: House) {
    let begun = Begun {
        person: None,
        state: "{}".into(),
    };
    let what = Ceremony::SingleSignOn;
    let began = house.store.begin_ceremony(what, "state", &begun, NOON);
    began.await.expect("begun");
    let mut tries = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let store = house.store.clone();
        tries.spawn(async move { store.take_ceremony(what, "state", NOON).await });
    }
    let taken = tries.join_all().await;
    let taken = taken.into_iter().map(|it| it.expect("answered"));
    assert_eq!(taken.flatten().collect::<Vec<_>>(), [begun]);
}

async fn trust_10_only_issuer_and_subject_say_who_somebody_is(house: House) {
    provide(&house, "aber", SignIn::Either).await;
    provide(&house, "cwm", SignIn::Either).await;
    let ann = vouched("aber", ISSUER, "1");
    assert!(!gets_in(&house, ann, "s0").await, "nobody is known yet");
    invite(&house, "ann", "token").await;
    assert_eq!(link(&house, "token", ann, "s1").await, Linked::Yes);
    assert_eq!(person_of(&house, "s1").await.as_deref(), Some("ann"));
    assert!(gets_in(&house, ann, "s2").await);
    assert_eq!(person_of(&house, "s2").await.as_deref(), Some("ann"));
    for other in [
        vouched("aber", "https://evil.example", "1"),
        vouched("aber", ISSUER, "2"),
        vouched("aber", ISSUER, "1 "),
        vouched("cwm", ISSUER, "1"),
    ] {
        assert!(!gets_in(&house, other, "s3").await, "{other:?}");
    }
    assert_eq!(person_of(&house, "s3").await, None);
}

async fn trust_16_an_invitation_is_linked_once(house: House) {
    provide(&house, "aber", SignIn::Either).await;
    invite(&house, "ann", "token").await;
    let elsewhere = vouched("cwm", ISSUER, "9");
    assert_eq!(link(&house, "token", elsewhere, "s").await, Linked::Gone);
    let first = vouched("aber", ISSUER, "1");
    assert_eq!(link(&house, "token", first, "s1").await, Linked::Yes);
    let second = vouched("aber", ISSUER, "2");
    assert_eq!(link(&house, "token", second, "s2").await, Linked::Gone);
    assert!(!gets_in(&house, second, "s3").await);
}

async fn whom_the_provider_means_already_is_nobody_else(house: House) {
    provide(&house, "aber", SignIn::Either).await;
    let one = vouched("aber", ISSUER, "1");
    invite(&house, "ann", "anns").await;
    assert_eq!(link(&house, "anns", one, "s1").await, Linked::Yes);
    invite(&house, "ben", "bens").await;
    assert_eq!(link(&house, "bens", one, "s2").await, Linked::SomebodyElse);
    assert_eq!(person_of(&house, "s2").await, None);
    let left = house.store.peek_invitation("bens", NOON).await;
    assert!(left.expect("answered").is_some(), "it is not spent");
    assert!(gets_in(&house, one, "s3").await);
    assert_eq!(person_of(&house, "s3").await.as_deref(), Some("ann"));
}

async fn a_new_account_at_the_provider_takes_the_old_ones_place(house: House) {
    provide(&house, "aber", SignIn::Either).await;
    let (old, new) = (vouched("aber", ISSUER, "1"), vouched("aber", ISSUER, "2"));
    invite(&house, "ann", "first").await;
    assert_eq!(link(&house, "first", old, "s1").await, Linked::Yes);
    invite(&house, "ann", "again").await;
    assert_eq!(link(&house, "again", new, "s2").await, Linked::Yes);
    assert_eq!(person_of(&house, "s1").await, None, "it ended");
    assert_eq!(person_of(&house, "s2").await.as_deref(), Some("ann"));
    assert!(!gets_in(&house, old, "s3").await);
}

async fn where_it_is_the_only_way_the_others_are_shut(house: House) {
    provide(&house, "aber", SignIn::SsoOnly).await;
    for how in [How::Passkey, How::Invitation] {
        assert!(!begins(&house, "ann", how, how.code()).await, "{how:?}");
    }
    assert!(begins(&house, "ann", How::SingleSignOn, "s1").await);
    assert!(begins(&house, "cat", How::Passkey, "s2").await, "elsewhere");
    let own = |person: &'static str| house.store.own_ways(person);
    assert!(!own("ann").await.expect("answered"));
    assert_eq!(noted(&house, "broke_glass").await, 0);
    let may = house.store.may_break_glass("aber", "ann", NOON).await;
    may.expect("noted");
    assert!(own("ann").await.expect("answered"));
    assert!(begins(&house, "ann", How::Passkey, "s3").await);
    assert_eq!(noted(&house, "broke_glass").await, 1, "each time");
    assert!(begins(&house, "ann", How::Passkey, "s4").await);
    assert_eq!(noted(&house, "broke_glass").await, 2, "each time");
    assert!(
        !begins(&house, "cat", How::SingleSignOn, "s5").await,
        "a provider is no way into an organisation that has none"
    );
}

async fn what_is_shut_ends_the_sessions_that_came_by_it(house: House) {
    assert!(begins(&house, "ann", How::Passkey, "ann").await);
    assert!(begins(&house, "ben", How::Passkey, "ben").await);
    assert!(begins(&house, "cat", How::Passkey, "cat").await);
    let may = house.store.may_break_glass("aber", "ben", NOON).await;
    may.expect("noted");
    provide(&house, "aber", SignIn::SsoOnly).await;
    assert_eq!(person_of(&house, "ann").await, None);
    assert_eq!(person_of(&house, "ben").await.as_deref(), Some("ben"));
    assert_eq!(person_of(&house, "cat").await.as_deref(), Some("cat"));
    assert!(begins(&house, "ann", How::SingleSignOn, "ann").await);
    let off = house.store.set_sign_in("aber", SignIn::Passkey, NOON).await;
    off.expect("off");
    assert_eq!(person_of(&house, "ann").await, None);
    assert_eq!(
        house.store.sso_provider("aber").await.expect("answered"),
        None
    );
}

async fn disabled_people_get_in_by_no_way(house: House) {
    provide(&house, "aber", SignIn::Either).await;
    let ann = vouched("aber", ISSUER, "1");
    invite(&house, "ann", "token").await;
    assert_eq!(link(&house, "token", ann, "s1").await, Linked::Yes);
    invite(&house, "ann", "another").await;
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "UPDATE person SET disabled_at = $1 WHERE id = 'ann'";
    tx.execute(sql, &[NOON.into()]).await.expect("disabled");
    tx.commit().await.expect("kept");
    assert!(!gets_in(&house, ann, "s2").await);
    assert_eq!(link(&house, "another", ann, "s3").await, Linked::Gone);
    for how in [How::Passkey, How::Invitation, How::SingleSignOn] {
        assert!(!begins(&house, "ann", how, how.code()).await, "{how:?}");
    }
    assert_eq!(person_of(&house, "s1").await, None);
}
