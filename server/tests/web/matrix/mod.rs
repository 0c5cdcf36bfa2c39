//! Every route, as everybody, for what is theirs and what is not.
//!
//! What each gets is derived from the route table; `lines.rs` only says how a route is asked. A route without a line
//! fails here by its name. There are no server functions: what is not in the table does not exist.

mod lines;
mod trust;
mod world;

use std::{
    collections::BTreeSet,
    net::{Ipv4Addr, SocketAddr},
    sync::atomic::{AtomicU32, Ordering},
};

use axum::http::Method;
use server::{
    routes::{Route, table},
    seat::Who,
    viewer::Role,
};

use crate::{
    Answer, House,
    phone::{COMMITMENT, Phone, REFLECTION},
};
use lines::{LINES, Line, OVER};
use world::{Asker, Set, askers, world};

/// Whose the ids of a line must be, for its route to do anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    /// It names nothing that is anybody's.
    Nobodys,
    Author,
    /// The one reader it is shared with.
    Reader,
    /// A team that answers for the service.
    Team,
    /// The team of another organisation that it is offered to.
    Offered,
    AuthorOrTeam,
    Organisation,
    /// A thread of theirs; who ticked another's reads so, and nothing is done.
    Ticked,
    /// A service of theirs, or one whose id both organisations have: everybody reaches their own.
    OwnService,
    /// A task of a service they answer for. Both organisations have one of that id: each team reaches its own.
    OwnTask,
}

/// What somebody must get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Must {
    /// What the line says, and perhaps something is written.
    Get(u16),
    /// This, and nothing is written.
    Refuse(u16),
}

#[test]
fn every_route_has_its_line() {
    let routes: BTreeSet<_> = table()
        .iter()
        .map(|route| (route.method.to_string(), route.path))
        .collect();
    let known: BTreeSet<_> = LINES
        .iter()
        .map(|line| (line.method.to_owned(), line.path))
        .collect();
    let without: Vec<_> = routes.difference(&known).collect();
    assert!(
        without.is_empty(),
        "no line in matrix/lines.rs for {without:?}"
    );
    let gone: Vec<_> = known.difference(&routes).collect();
    assert!(gone.is_empty(), "lines for no route: {gone:?}");
    assert_eq!(known.len(), LINES.len(), "each once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_01_everybody_gets_what_is_theirs_and_nothing_else_is_written() {
    let (house, sets) = world().await;
    for line in LINES.iter().chain(OVER) {
        for set in sets_for(line, &sets) {
            let before = house.contents().await;
            for asker in askers() {
                if let Must::Refuse(status) = must(line, &asker, set) {
                    let answer = ask(&house, line, &asker, set).await;
                    let what = format!(
                        "{} {} of {} as {}",
                        line.method, line.path, set.name, asker.name
                    );
                    assert_eq!(answer.status, status, "{what}");
                    assert_nothing_leaks(&answer, line, &asker, set, &what);
                }
            }
            let what = format!("{} {} of {}", line.method, line.path, set.name);
            assert_eq!(
                house.contents().await,
                before,
                "{what} wrote something for those it refused"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_01_whoever_may_gets_in() {
    let (reading, sets) = world().await;
    for line in LINES.iter().chain(OVER) {
        // A write is done in a house of its own, so that none stands in another's way.
        let own = if line.method == "POST" {
            Some(world().await)
        } else {
            None
        };
        let (house, sets) = own
            .as_ref()
            .map_or((&reading, &sets), |(house, sets)| (house, sets));
        for set in sets_for(line, sets) {
            for asker in askers() {
                if let Must::Get(status) = must(line, &asker, set) {
                    let answer = ask(house, line, &asker, set).await;
                    let what = format!(
                        "{} {} of {} as {}",
                        line.method, line.path, set.name, asker.name
                    );
                    assert_eq!(answer.status, status, "{what}");
                    assert_nothing_leaks(&answer, line, &asker, set, &what);
                }
            }
        }
    }
}

#[tokio::test]
async fn asking_for_the_head_answers_as_asking_for_the_whole() {
    let (house, sets) = world().await;
    for line in LINES.iter().filter(|line| line.method == "GET") {
        for set in sets_for(line, &sets) {
            for asker in askers()
                .iter()
                .filter(|asker| ["ann", "tom", "ada", "abe", "stranger"].contains(&asker.name))
            {
                let (Must::Get(status) | Must::Refuse(status)) = must(line, asker, set);
                let head = Line {
                    method: "HEAD",
                    ..*line
                };
                let answer = ask(&house, &head, asker, set).await;
                let what = format!("HEAD {} of {} as {}", line.path, set.name, asker.name);
                assert_eq!(answer.status, status, "{what}");
                assert!(answer.bytes.is_empty(), "{what}");
            }
        }
    }
}

#[tokio::test]
async fn a_method_that_is_not_in_the_table_does_nothing() {
    let (house, sets) = world().await;
    let before = house.contents().await;
    for line in LINES {
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
            if LINES
                .iter()
                .any(|it| it.path == line.path && it.method == method)
            {
                continue;
            }
            let wrong = Line { method, ..*line };
            for asker in askers()
                .iter()
                .filter(|asker| ["ann", "max", "stranger"].contains(&asker.name))
            {
                let answer = ask(&house, &wrong, asker, &sets[0]).await;
                assert_eq!(
                    answer.status, 405,
                    "{method} {} as {}",
                    line.path, asker.name
                );
            }
        }
    }
    assert_eq!(house.contents().await, before);
}

/// The lines' ids are those of each set; a line without any is asked once.
fn sets_for<'a>(line: &Line, sets: &'a [Set]) -> &'a [Set] {
    if whose(line) == Whose::Nobodys {
        &sets[..1]
    } else {
        sets
    }
}

fn route(line: &Line) -> Route {
    let method = if line.method == "HEAD" {
        "GET"
    } else {
        line.method
    };
    let found = table()
        .into_iter()
        .find(|route| route.path == line.path && route.method.as_str() == method);
    found.unwrap_or_else(|| panic!("{method} {} is not in the table", line.path))
}

fn whose(line: &Line) -> Whose {
    const NAMES: [&str; 12] = [
        "WALK", "FRICTION", "THREAD", "ATTACHED", "PACKET", "OFFER", "PHOTO", "SHARE", "PERSON",
        "SERVICE", "TASK", "PAPER",
    ];
    let wants = |name: &str| {
        line.parts.iter().any(|(_, part)| *part == name)
            || line.body.contains(name)
            || (name == "WALK" && line.path.contains("{walk}"))
    };
    match route(line).who {
        _ if !NAMES.iter().any(|name| wants(name)) => Whose::Nobodys,
        Who::Unasked | Who::Anyone => Whose::Nobodys,
        Who::Only(Role::Leader) => Whose::Author,
        Who::Only(Role::ServiceTeam) if wants("TASK") => Whose::OwnTask,
        Who::Only(Role::ServiceTeam) if line.path.starts_with("/team/handed/") => Whose::Offered,
        Who::Only(Role::ServiceTeam) if line.path == "/team/threads" => Whose::Ticked,
        Who::Only(Role::ServiceTeam) => Whose::Team,
        Who::Only(Role::Board | Role::Secretary | Role::Administrator) if wants("SERVICE") => {
            Whose::OwnService
        }
        Who::Only(Role::Board | Role::Secretary | Role::Administrator) => Whose::Organisation,
        Who::Either(..) => Whose::Nobodys,
        Who::SignedIn if wants("PHOTO") => Whose::AuthorOrTeam,
        Who::SignedIn if wants("SHARE") && line.method == "GET" => Whose::Reader,
        Who::SignedIn => Whose::Author,
    }
}

fn must(line: &Line, asker: &Asker, set: &Set) -> Must {
    let api = line.path.starts_with("/api/");
    let who = route(line).who;
    let has_role = match who {
        Who::Unasked => return Must::Get(line.gets),
        Who::Anyone if asker.nobody => return Must::Refuse(line.nobody.unwrap_or(line.gets)),
        Who::Anyone => return Must::Get(line.gets),
        _ if asker.nobody => return Must::Refuse(if api { 401 } else { 303 }),
        Who::SignedIn => true,
        Who::Only(role) => asker.roles.contains(&role),
        Who::Either(one, other) => asker.roles.contains(&one) || asker.roles.contains(&other),
    };
    if !has_role {
        return Must::Refuse(if api { 403 } else { 404 });
    }
    let team = asker.roles.contains(&Role::ServiceTeam)
        && asker.organisation == set.organisation
        && asker.services.contains(&set.service);
    let theirs = match whose(line) {
        Whose::Nobodys => true,
        Whose::Author => asker.name == set.author,
        Whose::Reader => asker.name == set.reader,
        Whose::Team => team,
        Whose::Ticked if !team => return Must::Refuse(422),
        Whose::Ticked => true,
        Whose::Offered => {
            let (organisation, service) = set.offered_to;
            asker.organisation == organisation && asker.services.contains(&service)
        }
        Whose::AuthorOrTeam => asker.name == set.author || team,
        Whose::Organisation => asker.organisation == set.organisation,
        Whose::OwnService => {
            asker.organisation == set.organisation || set.ids["SERVICE"] == "ramps"
        }
        Whose::OwnTask => asker.services.contains(&"bins") && set.ids["TASK"] == "missed-bin",
    };
    if theirs {
        Must::Get(line.gets)
    } else {
        Must::Refuse(404)
    }
}

async fn ask(house: &House, line: &Line, asker: &Asker, set: &Set) -> Answer {
    ask_with(house, line, asker, set, "").await
}

fn new_peer() -> SocketAddr {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    let address = Ipv4Addr::from(COUNT.fetch_add(1, Ordering::Relaxed));
    SocketAddr::from((address, 40_000))
}

/// Asks with more fields at the end of the body.
async fn ask_with(house: &House, line: &Line, asker: &Asker, set: &Set, more: &str) -> Answer {
    let named = |text: &str| {
        set.ids
            .iter()
            .fold(text.to_owned(), |text, (name, id)| text.replace(name, id))
    };
    let path = line.parts.iter().fold(
        line.path.replace("{walk}", "WALK"),
        |path, (part, value)| path.replace(&format!("{{{part}}}"), value),
    );
    // Whoever asks says that it is their own organisation's: the thing's own counts.
    let own = asker.organisation;
    // These take no question they do not know: they would answer more than was asked.
    let path = match line.path {
        "/board/{month}/walks"
        | "/team/journey/{task}/walks"
        | "/team/export/file"
        | "/api/v1/threads" => named(&path),
        _ => format!("{}?organisation={own}&org_id={own}", named(&path)),
    };
    let method: Method = line.method.parse().expect("a method");
    // Each from an address of its own: who fails too often elsewhere is not what is asked here.
    let mut ask = house.ask(method.clone(), &path).over(new_peer());
    ask = match asker.cookie {
        Some(cookie) => ask.header("cookie", &format!("{}={cookie}", server::seat::SESSION)),
        None => ask.by(asker.name),
    };
    if method != Method::GET && method != Method::HEAD {
        let body = named(line.body);
        ask = ask.header("sec-fetch-site", "same-origin");
        ask = if line.method == "PUT" {
            ask
        } else if body.starts_with('{') {
            ask.json([&body[..body.len() - 1], more, "}"].concat())
        } else {
            ask.form([body.as_str(), more].concat().trim_start_matches('&'))
        };
    }
    ask.send().await
}

/// What a leader reflected on and set out to do is in no answer but the author's own, and what is shared in the
/// answers of its reader. Nobody of one organisation reads the name of anybody of another.
fn assert_nothing_leaks(answer: &Answer, line: &Line, asker: &Asker, set: &Set, what: &str) {
    const BOTH: [&str; 8] = [
        "/api/v1/walks/{id}",
        "/walk/plain/{walk}",
        "/me/shares",
        "/me/year",
        "/me/year/{year}",
        "/me/about",
        "/me/about/export.html",
        "/me/about/export.json",
    ];
    let body = String::from_utf8_lossy(&answer.bytes);
    let own = if whose(line) == Whose::Nobodys {
        ["ann", "ben", "col"].contains(&asker.name)
    } else {
        asker.name == set.author
    };
    let both = own && BOTH.contains(&line.path) && line.method == "GET";
    let one = match line.path {
        "/me/share/{walk}/{item}" => asker.name == set.author,
        "/me/quotes" => own && line.method == "GET",
        "/shared/{id}" => asker.name == set.reader,
        "/shared" => false,
        _ => false,
    };
    assert_eq!(body.contains(REFLECTION), both, "{what}");
    assert_eq!(body.contains(COMMITMENT), both || one, "{what}");
    for other in askers()
        .iter()
        .filter(|other| !other.nobody && other.organisation != asker.organisation)
    {
        let name = format!("Person {}", other.name);
        assert!(!body.contains(&name), "{what} names {name}");
    }
}

/// Nobody can put their own answer under somebody else's friction by naming it in the body.
#[tokio::test]
async fn the_neighbour_cannot_write_into_a_walk() {
    let house = House::new().await;
    let (phone, _) = Phone::whole_walk(1);
    house.sync("ann", phone.body()).await;
    let before = house.contents().await;
    for thief in ["ben", "col"] {
        let mut more = Phone::new(9, crate::house::NOON);
        more.walk = phone.walk;
        more.start("missed-bin");
        more.feel("Not mine to say.");
        let answer = house.sync(thief, more.body()).await;
        assert_eq!(answer.status, 200);
        let reply: app::wire::SyncReply = answer.json();
        let refused =
            |item: &app::wire::SyncItem| item.reason == Some(app::wire::Refusal::NotYours);
        assert!(
            !reply.items.is_empty() && reply.items.iter().all(refused),
            "{reply:?}"
        );
    }
    assert_eq!(house.contents().await, before);
}
