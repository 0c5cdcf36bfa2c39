//! Every route as every role of both organisations, and as nobody.

use std::collections::BTreeSet;

use axum::http::Method;
use server::routes::table;

use crate::{
    Answer, House,
    house::PEOPLE,
    phone::{COMMITMENT, Phone, REFLECTION},
    photos::picture,
};

/// What each gets: a status for everybody not named, and who gets another.
struct Line {
    method: &'static str,
    /// As in the table of routes.
    path: &'static str,
    /// As asked; `WALK`, `FRICTION` and `PHOTO` stand for Ann's walk, which is at the service "bins" of "aber".
    asked: &'static str,
    form: &'static str,
    others: u16,
    but: &'static [(&'static str, u16)],
}

const fn get(
    path: &'static str,
    asked: &'static str,
    others: u16,
    but: &'static [(&'static str, u16)],
) -> Line {
    Line {
        method: "GET",
        path,
        asked,
        form: "",
        others,
        but,
    }
}

const fn post(
    path: &'static str,
    asked: &'static str,
    form: &'static str,
    others: u16,
    but: &'static [(&'static str, u16)],
) -> Line {
    Line {
        method: "POST",
        path,
        asked,
        form,
        others,
        but,
    }
}

const fn put(
    path: &'static str,
    asked: &'static str,
    others: u16,
    but: &'static [(&'static str, u16)],
) -> Line {
    Line {
        method: "PUT",
        ..post(path, asked, "", others, but)
    }
}

/// Strangers are sent to sign in; the right role of the right organisation gets in; to everybody else it is not there.
const EXPECTED: &[Line] = &[
    get("/", "/", 303, &[("stranger", 200)]),
    get("/sign-in", "/sign-in", 303, &[("stranger", 200)]),
    post("/sign-in", "/sign-in", "code=AAAA-BBBB-CCCC", 422, &[]),
    get("/invite/{token}", "/invite/unknown", 404, &[]),
    post("/invite/{token}", "/invite/unknown", "", 404, &[]),
    post(
        "/sign-in/sso",
        "/sign-in/sso",
        "organisation=aber",
        404,
        &[],
    ),
    get(
        "/sign-in/callback",
        "/sign-in/callback?code=x&state=y",
        400,
        &[],
    ),
    post(
        "/confirm/sso",
        "/confirm/sso",
        "",
        403,
        &[("stranger", 303)],
    ),
    post("/language", "/language", "lang=cy&back=/team", 303, &[]),
    get("/walk", "/walk", 200, &[]),
    get("/walk/", "/walk/", 200, &[]),
    get("/walk/plain", "/walk/plain", 404, LEADERS),
    get(
        "/walk/plain/brief/{task}",
        "/walk/plain/brief/missed-bin",
        404,
        LEADERS,
    ),
    post(
        "/walk/plain/start",
        "/walk/plain/start",
        "task=unknown",
        404,
        &[("stranger", 303)],
    ),
    get("/walk/plain/{walk}", "/walk/plain/WALK", 404, ANN_READS),
    post(
        "/walk/plain/{walk}/leave",
        "/walk/plain/WALK/leave",
        "step=0",
        404,
        ANN_GOES_ON,
    ),
    get(
        "/walk/plain/{walk}/service",
        "/walk/plain/WALK/service",
        404,
        ANN_GOES_ON,
    ),
    post(
        "/walk/plain/{walk}/pause",
        "/walk/plain/WALK/pause",
        "",
        404,
        ANN_GOES_ON,
    ),
    post(
        "/walk/plain/{walk}/interrupted",
        "/walk/plain/WALK/interrupted",
        "",
        404,
        ANN_GOES_ON,
    ),
    post(
        "/walk/plain/{walk}/step",
        "/walk/plain/WALK/step",
        "step=0&result=done",
        404,
        ANN_GOES_ON,
    ),
    get(
        "/walk/plain/{walk}/friction",
        "/walk/plain/WALK/friction",
        404,
        ANN_READS,
    ),
    // Not the kind of form that carries photos.
    post(
        "/walk/plain/{walk}/friction",
        "/walk/plain/WALK/friction",
        "category=asked",
        404,
        ANN_MISTAKES,
    ),
    get(
        "/walk/plain/{walk}/friction/{id}",
        "/walk/plain/WALK/friction/FRICTION",
        404,
        ANN_READS,
    ),
    post(
        "/walk/plain/{walk}/friction/{id}",
        "/walk/plain/WALK/friction/FRICTION",
        "note=a",
        404,
        ANN_MISTAKES,
    ),
    get(
        "/walk/plain/{walk}/worked",
        "/walk/plain/WALK/worked",
        404,
        ANN_READS,
    ),
    post(
        "/walk/plain/{walk}/worked",
        "/walk/plain/WALK/worked",
        "note=Kind",
        404,
        ANN_GOES_ON,
    ),
    get(
        "/walk/plain/{walk}/worked/{id}",
        "/walk/plain/WALK/worked/FRICTION",
        404,
        &[("stranger", 303)],
    ),
    post(
        "/walk/plain/{walk}/worked/{id}",
        "/walk/plain/WALK/worked/FRICTION",
        "note=a",
        404,
        &[("stranger", 303)],
    ),
    post(
        "/walk/plain/{walk}/worked/{id}/remove",
        "/walk/plain/WALK/worked/WALK/remove",
        "",
        404,
        &[("stranger", 303)],
    ),
    post(
        "/walk/plain/{walk}/photo/{id}/remove",
        "/walk/plain/WALK/photo/WALK/remove",
        "",
        404,
        &[("stranger", 303)],
    ),
    post(
        "/walk/plain/{walk}/outcome",
        "/walk/plain/WALK/outcome",
        "met=yes",
        404,
        ANN_GOES_ON,
    ),
    post(
        "/walk/plain/{walk}/again",
        "/walk/plain/WALK/again",
        "",
        404,
        ANN_GOES_ON,
    ),
    get(
        "/walk/plain/{walk}/end",
        "/walk/plain/WALK/end",
        404,
        ANN_GOES_ON,
    ),
    post(
        "/walk/plain/{walk}/end",
        "/walk/plain/WALK/end",
        "",
        404,
        ANN_GOES_ON,
    ),
    get("/walk/share", "/walk/share?later", 200, &[]),
    post("/walk/share", "/walk/share", "text=shared", 303, &[]),
    get("/walk/{*rest}", "/walk/history", 200, &[]),
    get("/sw.js", "/sw.js", 200, &[]),
    get(
        "/team",
        "/team",
        404,
        &[
            ("stranger", 303),
            ("tom", 200),
            ("una", 200),
            ("tia", 200),
            ("uma", 200),
        ],
    ),
    get(
        "/team/friction/{id}",
        "/team/friction/FRICTION",
        404,
        &[("stranger", 303), ("tom", 200)],
    ),
    post(
        "/team/friction/{id}/seen",
        "/team/friction/FRICTION/seen",
        "",
        404,
        &[("stranger", 303), ("tom", 303)],
    ),
    post(
        "/team/friction/{id}/reply",
        "/team/friction/FRICTION/reply",
        "text=Thank+you&id=0197c0de-0000-7000-8000-000000000001",
        404,
        &[("stranger", 303), ("tom", 303)],
    ),
    get(
        "/team/walk/{id}",
        "/team/walk/WALK",
        404,
        &[("stranger", 303), ("tom", 200)],
    ),
    get(
        "/board",
        "/board",
        404,
        &[("stranger", 303), ("bob", 303), ("bea", 303)],
    ),
    get(
        "/board/{month}",
        "/board/2026-06",
        404,
        &[("stranger", 303), ("bob", 200), ("bea", 200)],
    ),
    get(
        "/board/{month}/walks",
        "/board/2026-06/walks",
        404,
        &[("stranger", 303), ("bob", 200), ("bea", 200)],
    ),
    get(
        "/board/walk/{id}",
        "/board/walk/WALK",
        404,
        &[("stranger", 303), ("bob", 200)],
    ),
    get(
        "/office",
        "/office",
        404,
        &[("stranger", 303), ("ada", 200), ("abe", 200)],
    ),
    // Inviting somebody of one's own organisation again; for the neighbour's administrator there is no such person.
    post(
        "/office/invite",
        "/office/invite",
        "person=ben",
        404,
        &[("stranger", 303), ("ada", 200)],
    ),
    // A form without a file.
    post(
        "/office/walk",
        "/office/walk",
        "",
        404,
        &[("stranger", 303), ("ada", 400), ("abe", 400)],
    ),
    get("/enrol", "/enrol", 404, &[]),
    post("/passkey/make", "/passkey/make", "", 422, &[]),
    post("/passkey/made", "/passkey/made", "{}", 422, &[]),
    post("/passkey/enter", "/passkey/enter", "", 200, &[]),
    post("/passkey/entered", "/passkey/entered", "{}", 422, &[]),
    post(
        "/passkey/confirm",
        "/passkey/confirm",
        "",
        200,
        &[("stranger", 303)],
    ),
    post(
        "/passkey/confirmed",
        "/passkey/confirmed",
        "{}",
        422,
        &[("stranger", 303)],
    ),
    get("/me/sign-in", "/me/sign-in", 200, &[("stranger", 303)]),
    post(
        "/me/sign-in/device",
        "/me/sign-in/device",
        "",
        200,
        &[("stranger", 303)],
    ),
    post(
        "/me/sign-in/rename",
        "/me/sign-in/rename",
        "passkey=unknown&name=Mine",
        404,
        &[("stranger", 303)],
    ),
    post(
        "/me/sign-in/remove",
        "/me/sign-in/remove",
        "passkey=unknown",
        404,
        &[("stranger", 303)],
    ),
    post(
        "/me/sign-in/end",
        "/me/sign-in/end",
        "session=unknown",
        404,
        &[("stranger", 303)],
    ),
    post("/me/sign-in/others", "/me/sign-in/others", "", 303, &[]),
    get("/me", "/me", 200, &[("stranger", 303)]),
    post(
        "/me/appears",
        "/me/appears",
        "appears=title",
        404,
        &[
            ("stranger", 303),
            ("ann", 303),
            ("ben", 303),
            ("col", 303),
            ("dee", 303),
        ],
    ),
    get("/me/shares", "/me/shares", 200, &[("stranger", 303)]),
    get(
        "/me/share/{walk}/{item}",
        "/me/share/WALK/commitment",
        404,
        ANN_READS,
    ),
    // Looking at it as its readers would.
    post(
        "/me/share/{walk}/{item}",
        "/me/share/WALK/commitment",
        "reader=bob",
        404,
        ANN_READS,
    ),
    get("/me/about", "/me/about", 200, &[("stranger", 303)]),
    get(
        "/me/about/export.html",
        "/me/about/export.html",
        200,
        &[("stranger", 303)],
    ),
    get(
        "/me/about/export.json",
        "/me/about/export.json",
        200,
        &[("stranger", 303)],
    ),
    post("/me/erase", "/me/erase", "", 303, &[]),
    post("/me/erase/withdraw", "/me/erase/withdraw", "", 303, &[]),
    get("/shared", "/shared", 200, &[("stranger", 303)]),
    // Ann shares one thing, with Ben.
    get(
        "/shared/{id}",
        "/shared/SHARE",
        404,
        &[("stranger", 303), ("ben", 200)],
    ),
    post(
        "/me/shares/{id}/end",
        "/me/shares/SHARE/end",
        "",
        404,
        ANN_GOES_ON,
    ),
    get("/demo/service/{task}", "/demo/service/missed-bin", 404, &[]),
    get("/api/v1/openapi.json", "/api/v1/openapi.json", 200, &[]),
    post("/api/v1/sync", "/api/v1/sync", "", 403, SYNC),
    get(
        "/api/v1/briefing",
        "/api/v1/briefing",
        200,
        &[("stranger", 401)],
    ),
    get("/api/v1/walks/{id}", "/api/v1/walks/WALK", 403, OWN_WALK),
    // Whoever sends a seal makes no difference; this is none.
    post("/api/v1/sealed", "/api/v1/sealed", "", 422, &[]),
    // Asks how much of the photo is here.
    put("/api/v1/photos/{id}", "/api/v1/photos/PHOTO", 403, OWN_WALK),
    get("/api/v1/photos/{id}", "/api/v1/photos/PHOTO", 404, PICTURE),
    get(
        "/.well-known/security.txt",
        "/.well-known/security.txt",
        404,
        &[],
    ),
    get("/healthz", "/healthz", 200, &[]),
    get("/readyz", "/readyz", 200, &[]),
    // It takes the friction point away.
    post(
        "/walk/plain/{walk}/friction/{id}/remove",
        "/walk/plain/WALK/friction/FRICTION/remove",
        "",
        404,
        ANN_GOES_ON,
    ),
    get("/confirm", "/confirm?next=/me", 200, &[("stranger", 303)]),
    // All have just signed in, which counts as confirmed.
    post("/confirm", "/confirm?next=/me", "", 303, &[]),
    // Last: it ends the sessions.
    post("/sign-out", "/sign-out", "", 303, &[]),
];
/// The plain pages are for leaders; a walk is there for nobody but its author.
const LEADERS: &[(&str, u16)] = &[
    ("stranger", 303),
    ("ann", 200),
    ("ben", 200),
    ("col", 200),
    ("dee", 200),
];
const ANN_READS: &[(&str, u16)] = &[("stranger", 303), ("ann", 200)];
const ANN_GOES_ON: &[(&str, u16)] = &[("stranger", 303), ("ann", 303)];
const ANN_MISTAKES: &[(&str, u16)] = &[("stranger", 303), ("ann", 400)];
/// An empty form is not JSON.
const SYNC: &[(&str, u16)] = &[
    ("stranger", 401),
    ("ann", 400),
    ("ben", 400),
    ("col", 400),
    ("dee", 400),
];
const OWN_WALK: &[(&str, u16)] = &[
    ("stranger", 401),
    ("ann", 200),
    ("ben", 404),
    ("col", 404),
    ("dee", 404),
];
const PICTURE: &[(&str, u16)] = &[("stranger", 401), ("ann", 200), ("tom", 200)];

#[test]
fn every_route_has_its_line() {
    let routes: BTreeSet<_> = table()
        .iter()
        .map(|route| (route.method.to_string(), route.path))
        .collect();
    let lines: BTreeSet<_> = EXPECTED
        .iter()
        .map(|line| (line.method.to_owned(), line.path))
        .collect();
    assert_eq!(routes, lines);
    assert_eq!(lines.len(), EXPECTED.len(), "each once");
}

#[tokio::test]
async fn everybody_gets_what_is_theirs_and_no_more() {
    let house = House::new().await;
    let (mut phone, friction) = Phone::whole_walk(1);
    let photo = phone.shoot(friction, &picture());
    let sent = house.sync("ann", phone.body()).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    let sent = house.put_photo("ann", photo, 0, &picture()).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    let shared = house.share("ann", phone.walk, "commitment", "ben").await;
    for line in EXPECTED {
        for person in std::iter::once("stranger").chain(PEOPLE.map(|(id, ..)| id)) {
            let path = line.asked.replace("WALK", &phone.walk.to_string());
            let path = path.replace("FRICTION", &friction.to_string());
            let path = path.replace("PHOTO", &photo.to_string());
            let path = path.replace("SHARE", &shared);
            let before = house.contents().await;
            let answer = ask(&house, line, &path, person).await;
            let what = format!("{} {} as {person}", line.method, line.path);
            let named = line.but.iter().find(|(name, _)| *name == person);
            assert_eq!(
                answer.status,
                named.map_or(line.others, |(_, status)| *status),
                "{what}"
            );
            assert_private(&answer, line, person, &what);
            if answer.status.as_u16() >= 400 || person == "stranger" {
                assert_eq!(house.contents().await, before, "{what} wrote something");
            }
        }
    }
}

async fn ask(house: &House, line: &Line, path: &str, person: &str) -> Answer {
    let method: Method = line.method.parse().expect("a method");
    if method == Method::GET {
        house.get(path).by(person).send().await
    } else {
        let ask = house.ask(method, path).by(person).form(line.form);
        ask.header("sec-fetch-site", "same-origin").send().await
    }
}

/// What a leader reflected on and set out to do is in no answer but the author's own, and what is shared in the
/// answers of its reader.
fn assert_private(answer: &Answer, line: &Line, person: &str, what: &str) {
    const BOTH: [&str; 6] = [
        "/api/v1/walks/{id}",
        "/walk/plain/{walk}",
        "/me/shares",
        "/me/about",
        "/me/about/export.html",
        "/me/about/export.json",
    ];
    let body = String::from_utf8_lossy(&answer.bytes);
    let both = person == "ann" && line.method == "GET" && BOTH.contains(&line.path);
    let one = match line.path {
        "/me/share/{walk}/{item}" => person == "ann",
        "/shared/{id}" => person == "ben",
        _ => false,
    };
    assert_eq!(body.contains(REFLECTION), both, "{what}");
    assert_eq!(body.contains(COMMITMENT), both || one, "{what}");
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
