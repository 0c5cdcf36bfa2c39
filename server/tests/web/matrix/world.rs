//! Who asks, and what there is to ask for.

use std::collections::BTreeMap;

use server::{
    store::{Asking, NewPerson, Service},
    viewer::{Role, Roles},
};

use crate::{
    House,
    house::{HOUR, NOON, PEOPLE, session_of, text},
    phone::Phone,
    photos::picture,
};

use Role::{Administrator, Board, Leader, Secretary, ServiceTeam};

/// The secret of the address at which Aber's May is read without an account.
pub const PAPER: &str = "a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3e4f5a0b1";

/// Somebody who asks.
#[derive(Clone, Debug)]
pub struct Asker {
    pub name: &'static str,
    pub organisation: &'static str,
    pub roles: Vec<Role>,
    pub services: Vec<&'static str>,
    /// The session's cookie, where it is not the one of `name`.
    pub cookie: Option<&'static str>,
    /// True for whoever has no session that counts.
    pub nobody: bool,
}

/// Things that belong together, and whose they are.
#[derive(Clone, Debug, Default)]
pub struct Set {
    pub name: &'static str,
    pub author: &'static str,
    /// With whom the author shares one thing.
    pub reader: &'static str,
    pub organisation: &'static str,
    pub service: &'static str,
    /// To which organisation's service it is offered.
    pub offered_to: (&'static str, &'static str),
    /// By the names that lines use.
    pub ids: BTreeMap<&'static str, String>,
}

/// Roles that more than one person has, beside those of [`PEOPLE`].
const MORE: [(&str, &str, &[Role], &[&str]); 3] = [
    ("max", "aber", &Role::ALL, &["bins"]),
    // A team that answers for nothing yet.
    ("emp", "aber", &[ServiceTeam], &[]),
    ("nil", "aber", &[], &[]),
];
/// Cookies that are nobody's session. The last is the secret of an invitation that waits for Eve.
const NO_SESSIONS: [(&str, &str); 7] = [
    ("stranger with an empty token", ""),
    ("stranger with half a token", "session-of"),
    ("stranger with null", "null"),
    ("stranger with undefined", "undefined"),
    ("stranger with a condition", "%27%20OR%20%271%27=%271"),
    (
        "stranger with a hash",
        "0000000000000000000000000000000000000000000000000000000000000000",
    ),
    ("eve, invited, with her invitation", "invitation-of-eve"),
];

/// Everybody who asks. Whoever is not in the table has been in it a moment ago.
pub fn askers() -> Vec<Asker> {
    let mut all: Vec<Asker> = PEOPLE
        .iter()
        .map(|(name, organisation, role, services)| of(name, organisation, &[*role], services))
        .collect();
    all.extend(
        MORE.iter()
            .map(|(name, organisation, roles, services)| of(name, organisation, roles, services)),
    );
    // An administrator and leader until a moment ago, and still signed in.
    all.push(of("dem", "aber", &[Board], &[]));
    for name in ["stranger", "eve", "dis"] {
        all.push(Asker {
            nobody: true,
            ..of(name, "", &[], &[])
        });
    }
    all.extend(NO_SESSIONS.map(|(name, cookie)| Asker {
        cookie: Some(cookie),
        nobody: true,
        ..of(name, "", &[], &[])
    }));
    all
}

fn of(
    name: &'static str,
    organisation: &'static str,
    roles: &[Role],
    services: &[&'static str],
) -> Asker {
    Asker {
        name,
        organisation,
        roles: roles.to_vec(),
        services: services.to_vec(),
        cookie: None,
        nobody: false,
    }
}

/// A house with everybody in it, and what three leaders made.
pub async fn world() -> (House, Vec<Set>) {
    let house = House::new().await;
    for (id, organisation, roles, services) in MORE {
        come(&house, id, organisation, roles, services).await;
    }
    come(&house, "dem", "aber", &[Administrator, Leader], &["bins"]).await;
    // Somebody who can come in and look after things when the others go.
    for (id, key) in [("spa", "aber"), ("spc", "cwm")] {
        come(&house, id, key, &[Administrator], &[]).await;
    }
    house
        .write("INSERT INTO passkey (id, person, name, body, made_at) VALUES ('spa', 'spa', 'Key', '{}', 1), ('spc', 'spc', 'Key', '{}', 1)")
        .await;
    house
        .write("UPDATE person SET roles = 'board' WHERE id = 'dem'")
        .await;
    house
        .write("DELETE FROM person_service WHERE person = 'dem'")
        .await;
    come(&house, "dis", "aber", &Role::ALL, &["bins"]).await;
    house
        .write("UPDATE person SET disabled_at = 1 WHERE id = 'dis'")
        .await;
    add(&house, "eve", "aber", &Role::ALL, &["bins"]).await;
    let token = server::token::hash("invitation-of-eve");
    let invited = house
        .app
        .store
        .invite("eve", &token, None, NOON, NOON + HOUR)
        .await;
    invited.expect("an invitation");
    let clinic = Service {
        id: "clinic".into(),
        name: text("clinic"),
    };
    house
        .app
        .store
        .put_tasks("cwm", &[clinic], &[])
        .await
        .expect("a service");
    house
        .write("INSERT INTO takes_offers (organisation, service) VALUES ('aber', 'ramps'), ('cwm', 'ramps')")
        .await;
    come(&house, "sec", "cwm", &[Board, Secretary], &[]).await;
    for (leader, secretary, paper) in [("ann", "max", PAPER), ("col", "sec", "another paper")] {
        publish_may(&house, leader, secretary, paper).await;
    }
    let sets = vec![
        set(&house, 1, "Ann's", "aber", "ann", "ben", ("una", "ramps")).await,
        set(&house, 3, "Ben's", "aber", "ben", "bob", ("una", "ramps")).await,
        set(
            &house,
            5,
            "the neighbour's",
            "cwm",
            "col",
            "dee",
            ("uma", "clinic"),
        )
        .await,
        never(),
    ];
    (house, sets)
}

async fn add(house: &House, id: &str, organisation: &str, roles: &[Role], services: &[&str]) {
    let person = NewPerson {
        id: id.into(),
        organisation: organisation.into(),
        name: format!("Person {id}"),
        title: text("Somebody"),
        roles: Roles::new(roles),
        services: services.iter().map(|it| (*it).to_owned()).collect(),
    };
    let added = house.app.store.create_person(&person, NOON).await;
    assert!(added.expect("a person"));
}

async fn come(house: &House, id: &str, organisation: &str, roles: &[Role], services: &[&str]) {
    add(house, id, organisation, roles, services).await;
    house.seat(id).await;
}

async fn set(
    house: &House,
    seed: u8,
    name: &'static str,
    organisation: &'static str,
    author: &'static str,
    reader: &'static str,
    (person, service): (&str, &str),
) -> Set {
    let (mut phone, friction) = Phone::whole_walk(seed);
    let photo = phone.shoot(friction, &picture());
    let sent = house.sync(author, phone.body()).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    let sent = house.put_photo(author, photo, 0, &picture()).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    let share = house.share(author, phone.walk, "commitment", reader).await;
    let [giver, to] = match organisation {
        "aber" => ["tom", "cwm"],
        _ => ["tia", "aber"],
    };
    let handed = house.hand_on(giver, friction, to, "ramps").await;
    let ids = BTreeMap::from([
        ("ATTACHED", attach(house, giver, &handed.thread).await),
        ("THREAD", handed.thread),
        ("PACKET", handed.packet),
        ("OFFER", handed.offer),
        ("WALK", phone.walk.to_string()),
        ("FRICTION", friction.to_string()),
        ("PHOTO", photo.to_string()),
        ("SHARE", share),
        ("PERSON", person.to_owned()),
        ("SERVICE", service.to_owned()),
        ("TASK", "missed-bin".to_owned()),
        ("PAPER", paper_of(house, organisation).await),
    ]);
    Set {
        name,
        author,
        reader,
        organisation,
        service: "bins",
        offered_to: (to, "ramps"),
        ids,
    }
}

/// A leader walked in April; May, in which nobody did, is published, with an address for who has no account.
async fn publish_may(house: &House, leader: &str, secretary: &str, paper: &str) {
    let mut phone = Phone::new(100 + leader.as_bytes()[0], NOON - 50 * 24 * HOUR);
    phone.start("missed-bin");
    phone.finish();
    let sent = house.sync(leader, phone.body()).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    let session = server::token::hash(&session_of(secretary));
    let viewer = house.app.store.viewer(&session, NOON).await;
    let desk = house
        .app
        .store
        .desk(&viewer.expect("an answer").expect("signed in"));
    let may = "2026-05".parse().expect("a month");
    desk.open_reply(may, NOON).await.expect("opened");
    assert!(desk.close_reply(may, NOON).await.expect("closed"));
    let words = Asking::Words(text("Nobody walked."));
    desk.write_draft(may, &words, NOON).await.expect("written");
    let edition = desk.draft(may, NOON).await.expect("a draft").edition;
    assert!(desk.approve(may, edition, NOON).await.expect("approved"));
    assert!(
        desk.publish_draft(may, edition, NOON)
            .await
            .expect("published")
    );
    let hash = server::token::hash(paper);
    let made = desk.make_link(may, &hash, "Members", NOON + HOUR, NOON);
    assert!(made.await.expect("an answer"));
}

/// The id of an organisation's address.
async fn paper_of(house: &House, organisation: &str) -> String {
    let sql = "SELECT id FROM paper_link WHERE organisation = $1";
    let row = house.db.row(sql, &[organisation.into()]).await;
    row.expect("rows")
        .expect("an address")
        .text(0)
        .expect("an id")
}

/// A file that a team keeps with a thread; its own id.
async fn attach(house: &House, person: &str, thread: &str) -> String {
    let id = uuid::Uuid::from_u128(house.clock.now().unsigned_abs().into()).to_string();
    let id = [&thread[..8], &id[8..]].concat();
    let to = format!("/team/thread/{thread}/file");
    let sent = house.attach(person, &to, &id, "plan.txt", b"A plan").await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let sql = "SELECT id FROM thread_file WHERE thread = $1";
    let row = house.db.row(sql, &[thread.into()]).await;
    row.expect("rows").expect("a file").text(0).expect("an id")
}

fn never() -> Set {
    let id = "0197c0de-0000-7000-8000-0000000000ff";
    let ids = [
        "WALK", "FRICTION", "THREAD", "ATTACHED", "PACKET", "OFFER", "PHOTO", "SHARE", "PERSON",
        "SERVICE", "TASK", "PAPER",
    ];
    Set {
        name: "never made",
        ids: ids.map(|name| (name, id.to_owned())).into(),
        ..Set::default()
    }
}
