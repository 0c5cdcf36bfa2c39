//! What administrators change of people and services.

use app::office::{Details, Invite, PersonFault, Role as Shown};
use server::{
    invitation::Invitation,
    viewer::{Role, Roles},
};

use crate::{
    House,
    house::{NOON, text},
    office::admin,
    on_both,
};

on_both![
    roles_count_at_the_next_request_and_end_sessions_when_taken_away,
    disabling_ends_every_way_in_and_keeps_what_was_walked,
    the_last_administrator_stays,
    of_two_who_step_down_at_once_one_stays,
    only_administrators_who_can_come_in_count,
    who_administers_alone_is_not_erased,
    a_service_is_added_and_renamed,
];

fn roles(roles: &[Shown], services: &[&str]) -> Invite {
    Invite {
        roles: roles.to_vec(),
        services: services.iter().map(|it| (*it).to_owned()).collect(),
        ..Invite::default()
    }
}

async fn roles_count_at_the_next_request_and_end_sessions_when_taken_away(house: House) {
    let desk = admin(&house, "aber").await;
    let more = roles(
        &[Shown::Leader, Shown::ServiceTeam],
        &["bins", "not a service"],
    );
    desk.change_roles("ann", &more, NOON)
        .await
        .expect("done")
        .expect("changed");
    let ann = house.viewer("ann").await;
    assert_eq!(ann.roles, Roles::new(&[Role::Leader, Role::ServiceTeam]));
    assert_eq!(ann.services, ["bins"]);
    let less = roles(&[Shown::Leader], &[]);
    desk.change_roles("ann", &less, NOON)
        .await
        .expect("done")
        .expect("changed");
    let seen = house
        .store
        .viewer("session of ann", NOON)
        .await
        .expect("an answer");
    assert!(seen.is_none(), "signed out");
    assert!(
        desk.change_roles("cat", &less, NOON).await.is_err(),
        "the neighbour's"
    );
    assert_eq!(
        house.viewer("cat").await.roles,
        Roles::new(&[Role::Leader, Role::ServiceTeam])
    );
}

async fn disabling_ends_every_way_in_and_keeps_what_was_walked(house: House) {
    crate::phone::Phone::whole_walk(1, "missed-bin")
        .send(&house.desk("ann").await)
        .await;
    let desk = admin(&house, "aber").await;
    let made = Invitation::fresh();
    desk.invite_again("ann", &made, NOON)
        .await
        .expect("invited");
    assert_eq!(
        desk.office(NOON).await.expect("the office").waiting.len(),
        1
    );
    desk.disable("ann", NOON)
        .await
        .expect("done")
        .expect("disabled");
    let page = desk.person("ann", NOON).await.expect("her page");
    assert!(page.person.disabled && page.waiting.is_none());
    assert_eq!(
        house
            .number("SELECT COUNT(*) FROM session WHERE person = 'ann'")
            .await,
        0
    );
    let peek = house.store.peek_invitation(&made.hashes().0, NOON).await;
    assert!(peek.expect("an answer").is_none());
    assert_eq!(
        house
            .number("SELECT COUNT(*) FROM walk_row WHERE author = 'ann'")
            .await,
        1
    );
    desk.enable("ann", NOON).await.expect("enabled");
    let seen = house
        .store
        .viewer("session of ann", NOON)
        .await
        .expect("an answer");
    assert!(seen.is_none(), "a session does not come back");
    let peek = house.store.peek_invitation(&made.hashes().0, NOON).await;
    assert!(peek.expect("an answer").is_none(), "nor does an invitation");
}

/// Gives somebody a passkey.
async fn with_key(house: &House, person: &str) {
    write(house, "INSERT INTO passkey (id, person, name, body, made_at) VALUES ('key of ' || $1, $1, 'Key', '{}', 1)", person).await;
}

async fn write(house: &House, sql: &'static str, person: &str) {
    let mut tx = house.db.begin().await.expect("a transaction");
    tx.execute(sql, &[person.into()]).await.expect("done");
    tx.commit().await.expect("committed");
}

async fn only_administrators_who_can_come_in_count(house: House) {
    let desk = admin(&house, "aber").await;
    let admins = roles(&[Shown::Administrator], &[]);
    for person in ["ann", "ben"] {
        let made = desk.change_roles(person, &admins, NOON).await;
        made.expect("done").expect("changed");
    }
    with_key(&house, "ann").await;
    let board = roles(&[Shown::Board], &[]);
    let last = Err(PersonFault::LastAdministrator);
    let steps_down = async || desk.change_roles("ann", &board, NOON).await.expect("done");
    assert_eq!(steps_down().await, last, "Ben never came");
    let invited = desk.invite_again("ben", &Invitation::fresh(), NOON).await;
    invited.expect("invited");
    assert_eq!(steps_down().await, last, "Ben is only invited");
    with_key(&house, "ben").await;
    write(
        &house,
        "UPDATE organisation SET sign_in = 'sso_only' WHERE id <> $1",
        "",
    )
    .await;
    assert_eq!(steps_down().await, last, "his passkey is no way in");
    write(
        &house,
        "UPDATE person SET break_glass = 1 WHERE id = $1",
        "ben",
    )
    .await;
    assert_eq!(steps_down().await, Ok(()));
}

async fn who_administers_alone_is_not_erased(house: House) {
    let desk = admin(&house, "aber").await;
    let more = roles(&[Shown::Leader, Shown::Administrator], &[]);
    for person in ["ann", "ben"] {
        let made = desk.change_roles(person, &more, NOON).await;
        made.expect("done").expect("changed");
        with_key(&house, person).await;
    }
    let (ann, ben) = (house.desk("ann").await, house.desk("ben").await);
    assert_eq!(ann.ask_erasure(NOON).await.expect("asked"), Ok(()));
    let last = Err(PersonFault::LastAdministrator);
    assert_eq!(ben.ask_erasure(NOON).await.expect("asked"), last);
    assert_eq!(house.number("SELECT COUNT(*) FROM erasure").await, 1);
    ann.withdraw_erasure(NOON).await.expect("withdrawn");
    assert_eq!(ben.ask_erasure(NOON).await.expect("asked"), Ok(()));
}

async fn the_last_administrator_stays(house: House) {
    let desk = admin(&house, "aber").await;
    for person in ["ann", "ben"] {
        with_key(&house, person).await;
    }
    let admins = roles(&[Shown::Administrator], &[]);
    desk.change_roles("ann", &admins, NOON)
        .await
        .expect("done")
        .expect("changed");
    let board = roles(&[Shown::Board], &[]);
    let last = Err(PersonFault::LastAdministrator);
    assert_eq!(
        desk.change_roles("ann", &board, NOON).await.expect("done"),
        last
    );
    assert_eq!(desk.disable("ann", NOON).await.expect("done"), last);
    desk.change_roles("ben", &admins, NOON)
        .await
        .expect("done")
        .expect("changed");
    desk.disable("ben", NOON)
        .await
        .expect("done")
        .expect("disabled");
    assert_eq!(
        desk.disable("ann", NOON).await.expect("done"),
        last,
        "who is disabled does not count"
    );
    desk.enable("ben", NOON).await.expect("enabled");
    desk.disable("ann", NOON)
        .await
        .expect("done")
        .expect("disabled");
}

async fn of_two_who_step_down_at_once_one_stays(house: House) {
    let desk = admin(&house, "aber").await;
    for person in ["ann", "ben"] {
        with_key(&house, person).await;
    }
    let admins = roles(&[Shown::Administrator], &[]);
    for person in ["ann", "ben"] {
        desk.change_roles(person, &admins, NOON)
            .await
            .expect("done")
            .expect("changed");
    }
    let board = roles(&[Shown::Board], &[]);
    let (one, other) = tokio::join!(
        desk.change_roles("ann", &board, NOON),
        desk.change_roles("ben", &board, NOON)
    );
    let stayed = [one.expect("done"), other.expect("done")];
    assert_eq!(
        stayed.iter().filter(|it| it.is_err()).count(),
        1,
        "{stayed:?}"
    );
}

async fn a_service_is_added_and_renamed(house: House) {
    let desk = admin(&house, "aber").await;
    assert!(
        desk.add_service("libraries", &text("Libraries"), NOON)
            .await
            .expect("added")
    );
    assert!(
        !desk
            .add_service("libraries", &text("Other"), NOON)
            .await
            .expect("an answer")
    );
    desk.rename_service("libraries", &text("Reading rooms"), NOON)
        .await
        .expect("renamed");
    let page = desk.service_page("libraries").await.expect("its page");
    assert_eq!((page.name, page.team.len()), (text("Reading rooms"), 0));
    let bins = desk.service_page("bins").await.expect("its page");
    assert_eq!(
        bins.team,
        [("tom".to_owned(), "TOM".to_owned())],
        "nobody of another organisation"
    );
    let cwm = admin(&house, "cwm").await;
    assert!(cwm.service_page("libraries").await.is_err());
    assert!(
        cwm.rename_service("libraries", &text("Mine"), NOON)
            .await
            .is_err()
    );
    let details = Details {
        name: "Tomos".into(),
        title: text("Team leader"),
    };
    assert!(cwm.change_person("tom", &details, NOON).await.is_err());
    desk.change_person("tom", &details, NOON)
        .await
        .expect("changed");
    assert_eq!(
        desk.person("tom", NOON)
            .await
            .expect("his page")
            .person
            .name,
        "Tomos"
    );
}
