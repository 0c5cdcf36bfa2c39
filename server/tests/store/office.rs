//! The administrator's desk.

use app::office::{Invite, Role as Shown};
use server::{
    invitation::{Invitation, Kind},
    store::{Desk, StoreError},
    viewer::{Role, Roles, Viewer},
};

use crate::{
    House,
    house::{DAY, NOON, text},
    on_both,
    phone::Phone,
};

on_both![
    an_administrator_sees_people_and_tasks,
    a_person_invited_can_come_in,
    a_new_invitation_ends_the_old_one,
    only_administrators_of_the_organisation_invite,
];

async fn an_administrator_sees_people_and_tasks(house: House) {
    Phone::whole_walk(1, "missed-bin")
        .send(&house.desk("ann").await)
        .await;
    let office = admin(&house, "aber")
        .await
        .office(NOON)
        .await
        .expect("the office");
    let names: Vec<&str> = office
        .people
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["ANN", "BEN", "TOM"],
        "nobody of another organisation"
    );
    let tom = &office.people[2];
    assert_eq!(tom.roles, [Shown::ServiceTeam, Shown::Board]);
    assert_eq!(tom.services, [text("bins")]);
    assert!(tom.last_here.is_some());
    let bins = office
        .services
        .iter()
        .find(|it| it.id == "bins")
        .expect("bins");
    assert_eq!((bins.tasks.len(), bins.tasks[0].1), (1, 1), "walked once");
}

async fn a_person_invited_can_come_in(house: House) {
    let desk = admin(&house, "aber").await;
    let services = vec!["bins".into(), "not a service".into()];
    let invite = Invite {
        name: "Dai".into(),
        title: text("Team leader"),
        roles: vec![Shown::ServiceTeam],
        services,
    };
    let made = Invitation::fresh();
    desk.invite_new("dai", &invite, &made, NOON)
        .await
        .expect("invited");
    assert!(
        house
            .store
            .spend_invitation(&made.hashes().0, "session", NOON)
            .await
            .expect("an answer")
    );
    let dai = house
        .store
        .viewer("session", NOON)
        .await
        .expect("an answer")
        .expect("signed in");
    assert_eq!(
        (dai.organisation.as_str(), dai.services),
        ("aber", vec!["bins".to_owned()])
    );
    assert_eq!(dai.roles, Roles::new(&[Role::ServiceTeam]));
}

async fn a_new_invitation_ends_the_old_one(house: House) {
    let desk = admin(&house, "aber").await;
    let (old, new) = (Invitation::fresh(), Invitation::fresh());
    for made in [&old, &new] {
        let (name, issued) = desk.invite_again("ben", made, NOON).await.expect("invited");
        assert_eq!(name, "BEN");
        assert_eq!((issued.kind, issued.until), (Kind::First, NOON + DAY));
    }
    let spend = async |hash: &str| {
        let spent = house
            .store
            .spend_invitation(hash, &format!("session {hash}"), NOON + 1)
            .await;
        spent.expect("an answer")
    };
    let (new_token, new_code) = new.hashes();
    assert!(!spend(&old.hashes().0).await);
    assert!(spend(&new_code).await, "by its code");
    assert!(!spend(&new_token).await, "once, whichever way");
}

async fn only_administrators_of_the_organisation_invite(house: House) {
    let refused = |result| assert!(matches!(result, Err(StoreError::NotFound)));
    let made = Invitation::fresh();
    let (by_token, _) = made.hashes();
    let cwm = admin(&house, "cwm").await;
    refused(cwm.invite_again("ben", &made, NOON).await.map(drop));
    for person in ["ann", "tom"] {
        let desk = house.desk(person).await;
        refused(desk.office(NOON).await.map(drop));
        refused(desk.invite_again("ben", &made, NOON).await.map(drop));
        let new = Invite {
            name: "Eve".into(),
            ..Invite::default()
        };
        refused(desk.invite_new("eve", &new, &made, NOON).await.map(drop));
    }
    assert!(
        house
            .store
            .peek_invitation(&by_token, NOON)
            .await
            .expect("an answer")
            .is_none()
    );
    assert_eq!(
        house
            .number("SELECT COUNT(*) FROM person WHERE id = 'eve'")
            .await,
        0
    );
}

pub async fn admin(house: &House, organisation: &str) -> Desk {
    let viewer = Viewer {
        person: "ada".into(),
        organisation: organisation.into(),
        roles: Roles::new(&[Role::Administrator]),
        ..house.viewer("ann").await
    };
    house.store.desk(&viewer)
}
