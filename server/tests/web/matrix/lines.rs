//! One line for each route: a body to send, and what whoever may gets. Who may is not said here: `mod.rs` derives it
//! from the route table.
//!
//! In a path `{walk}` stands for a walk; what its other parts stand for, the line says. The names in capitals are
//! those of [`super::world::Set`]; in a body they may stand too.

/// How a route is asked, and what it answers to whoever may.
#[derive(Clone, Copy)]
pub struct Line {
    pub method: &'static str,
    /// As in the table of routes.
    pub path: &'static str,
    /// What the parts of the path stand for: an id's name, or the text itself.
    pub parts: &'static [(&'static str, &'static str)],
    /// A form; JSON when it begins with a brace.
    pub body: &'static str,
    /// What those get who may use it, and whose it is.
    pub gets: u16,
    /// What strangers get where nobody need sign in, when it is something else.
    pub nobody: Option<u16>,
}

type Parts = &'static [(&'static str, &'static str)];

const fn get(path: &'static str, parts: Parts, gets: u16) -> Line {
    Line {
        method: "GET",
        path,
        parts,
        body: "",
        gets,
        nobody: None,
    }
}

const fn post(path: &'static str, parts: Parts, body: &'static str, gets: u16) -> Line {
    Line {
        method: "POST",
        body,
        ..get(path, parts, gets)
    }
}

const fn put(path: &'static str, parts: Parts, gets: u16) -> Line {
    Line {
        method: "PUT",
        ..get(path, parts, gets)
    }
}

const fn home(line: Line) -> Line {
    Line {
        nobody: Some(200),
        ..line
    }
}

const MONTH: Parts = &[("month", "2026-06")];
const APRIL: Parts = &[("month", "2026-04")];
const MAY: Parts = &[("month", "2026-05")];
const PERSON: Parts = &[("id", "PERSON")];
const SERVICE: Parts = &[("id", "SERVICE")];
const FRICTION: Parts = &[("id", "FRICTION")];
const THREAD: Parts = &[("id", "THREAD")];
const OFFER: Parts = &[("id", "OFFER")];

#[rustfmt::skip]
pub const LINES: &[Line] = &[
    home(get("/", &[], 303)),
    home(get("/sign-in", &[], 303)),
    post("/sign-in", &[], "code=AAAA-BBBB-CCCC", 422),
    // No such provider, and nothing that was begun.
    post("/sign-in/sso", &[], "organisation=aber", 404),
    get("/sign-in/callback", &[], 400),
    post("/confirm/sso", &[], "", 403),
    get("/invite/{token}", &[("token", "unknown")], 404),
    post("/invite/{token}", &[("token", "unknown")], "", 404),
    get("/confirm", &[], 200),
    // Whoever has just signed in goes on.
    post("/confirm", &[], "", 303),
    // Nothing was begun in this browser.
    get("/enrol", &[], 404),
    post("/passkey/make", &[], "", 422),
    post("/passkey/made", &[], "{}", 422),
    post("/passkey/enter", &[], "", 200),
    post("/passkey/entered", &[], "{}", 422),
    post("/passkey/confirm", &[], "", 200),
    post("/passkey/confirmed", &[], "{}", 422),
    post("/sign-out", &[], "", 303),
    post("/language", &[], "lang=cy&back=/team", 303),
    get("/walk", &[], 200),
    get("/walk/", &[], 200),
    get("/walk/plain", &[], 200),
    get("/walk/plain/brief/{task}", &[("task", "missed-bin")], 200),
    post("/walk/plain/start", &[], "task=unknown", 404),
    get("/walk/plain/{walk}", &[], 200),
    post("/walk/plain/{walk}/leave", &[], "step=0", 303),
    get("/walk/plain/{walk}/service", &[], 303),
    post("/walk/plain/{walk}/pause", &[], "", 303),
    post("/walk/plain/{walk}/interrupted", &[], "", 303),
    post("/walk/plain/{walk}/step", &[], "step=0&result=done", 303),
    get("/walk/plain/{walk}/friction", &[], 200),
    // Not the kind of form that carries photos.
    post("/walk/plain/{walk}/friction", &[], "category=asked", 400),
    get("/walk/plain/{walk}/friction/{id}", FRICTION, 200),
    post("/walk/plain/{walk}/friction/{id}", FRICTION, "note=a", 400),
    post("/walk/plain/{walk}/friction/{id}/remove", FRICTION, "", 303),
    // No such photo in that walk: what a photo is shown by stands under the API.
    post("/walk/plain/{walk}/photo/{id}/remove", &[("id", "WALK")], "", 404),
    get("/walk/plain/{walk}/worked", &[], 200),
    post("/walk/plain/{walk}/worked", &[], "note=Kind", 303),
    // The walk has no bright spot.
    get("/walk/plain/{walk}/worked/{id}", FRICTION, 404),
    post("/walk/plain/{walk}/worked/{id}", FRICTION, "note=a", 404),
    post("/walk/plain/{walk}/worked/{id}/remove", &[("id", "WALK")], "", 404),
    post("/walk/plain/{walk}/outcome", &[], "met=yes", 303),
    post("/walk/plain/{walk}/again", &[], "", 303),
    // No such reply.
    post("/walk/plain/{walk}/answer", &[], "reply=unknown&text=Thanks", 404),
    get("/walk/plain/{walk}/end", &[], 303),
    post("/walk/plain/{walk}/end", &[], "", 303),
    get("/walk/share", &[], 200),
    post("/walk/share", &[], "text=shared", 303),
    get("/walk/{*rest}", &[("*rest", "history")], 200),
    get("/sw.js", &[], 200),
    get("/team", &[], 200),
    get("/team/news", &[], 200),
    post("/team/threads", &[], "do=seen&thread=THREAD", 303),
    post("/team/views", &[], "name=Mine", 303),
    // No such view of theirs.
    post("/team/views/{id}/remove", &[("id", "none")], "", 404),
    get("/team/friction/{id}", FRICTION, 200),
    post("/team/friction/{id}/seen", FRICTION, "", 303),
    post("/team/friction/{id}/reply", FRICTION, "text=Thank+you&id=0197c0de-0000-7000-8000-000000000001", 303),
    get("/team/thread/{id}", THREAD, 200),
    post("/team/thread/{id}/decide", THREAD, "decision=accepted", 303),
    post("/team/thread/{id}/give", THREAD, "due=2026-07-01", 303),
    post("/team/thread/{id}/note", THREAD, "text=Ours", 303),
    post("/team/thread/{id}/view", THREAD, "text=Our+view", 303),
    // Not the kind of form that carries a file.
    post("/team/thread/{id}/file", THREAD, "id=a", 400),
    post("/team/thread/{id}/file/{file}/remove", &[("id", "THREAD"), ("file", "ATTACHED")], "", 303),
    get("/team/file/{id}", &[("id", "ATTACHED")], 200),
    get("/team/thread/{id}/same", THREAD, 200),
    // Nothing is the same as itself, and nothing was put together or felt there.
    post("/team/thread/{id}/merge", THREAD, "with=THREAD", 404),
    post("/team/thread/{id}/apart", THREAD, "part=THREAD", 303),
    post("/team/thread/{id}/split", THREAD, "friction=WALK", 404),
    get("/team/walk/{id}", &[("id", "WALK")], 200),
    // No re-walk.
    get("/team/walk/{id}/again", &[("id", "WALK")], 404),
    get("/team/export", &[], 200),
    get("/team/export/file", &[], 200),
    get("/team/journey", &[], 200),
    get("/team/journey/{task}", &[("task", "TASK")], 200),
    get("/team/journey/{task}/walks", &[("task", "TASK")], 200),
    get("/team/journey/{task}/cost", &[("task", "TASK")], 200),
    post("/team/journey/{task}/cost", &[("task", "TASK")], "year=2025&low=10&high=20&source=Count", 303),
    get("/team/friction/{id}/share", FRICTION, 303),
    get("/team/thread/{id}/share", THREAD, 200),
    post("/team/thread/{id}/packet", THREAD, "days=30", 200),
    post("/team/packet/{id}/end", &[("id", "PACKET")], "", 303),
    // It is with those already, or to nobody who takes offers.
    post("/team/thread/{id}/offer", THREAD, "to=nobody/nothing", 422),
    post("/team/offer/{id}/take-back", OFFER, "", 303),
    get("/team/handed", &[], 200),
    get("/team/handed/{id}", OFFER, 200),
    post("/team/handed/{id}/answer", OFFER, "answer=accepted", 303),
    get("/packet/{token}", &[("token", "unknown")], 404),
    post("/packet/{token}", &[("token", "unknown")], "", 404),
    get("/board", &[], 303),
    get("/board/{month}", &[("month", "2026-06")], 200),
    get("/board/{month}/walks", &[("month", "2026-06")], 200),
    get("/board/walk/{id}", &[("id", "WALK")], 200),
    // June is not over: there is a page, and nothing to write into.
    get("/board/{month}/draft", MONTH, 200),
    get("/board/{month}/draft/page", MONTH, 404),
    post("/board/{month}/draft/reply", MONTH, "", 404),
    post("/board/{month}/draft/close", MONTH, "", 404),
    post("/board/{month}/draft/words", MONTH, "en=Look+here", 404),
    post("/board/{month}/draft/became", MONTH, "id=1&en=Nothing+yet", 404),
    post("/board/{month}/draft/ask", MONTH, "id=1&en=A+form", 404),
    post("/board/{month}/draft/reason", MONTH, "en=A+number", 404),
    post("/board/{month}/draft/approve", MONTH, "edition=0", 404),
    post("/board/{month}/draft/publish", MONTH, "edition=0", 404),
    post("/board/{month}/draft/correct", MONTH, "en=A+number", 404),
    post("/board/{month}/draft/give-up", MONTH, "edition=0", 404),
    get("/board/{month}/links", MONTH, 200),
    post("/board/{month}/links", MONTH, "label=Members&days=30", 404),
    post("/board/{month}/links/{id}/end", &[("month", "2026-06"), ("id", "unknown")], "", 404),
    get("/paper/{token}", &[("token", "unknown")], 404),
    get("/office", &[], 200),
    post("/office/invite", &[], "person=PERSON", 200),
    get("/office/people/{id}", PERSON, 200),
    post("/office/people/{id}", PERSON, "name=Another", 303),
    post("/office/people/{id}/roles", PERSON, "role=leader", 303),
    post("/office/people/{id}/disable", PERSON, "", 303),
    post("/office/people/{id}/enable", PERSON, "", 303),
    post("/office/people/{id}/end-invitation", PERSON, "", 303),
    get("/office/services/new", &[], 200),
    post("/office/services", &[], "name=Libraries", 303),
    get("/office/services/{id}", SERVICE, 200),
    post("/office/services/{id}", SERVICE, "name=Another", 303),
    post("/office/services/{id}/risk-contact", SERVICE, "", 303),
    post("/office/reply-days", &[], "days=21", 303),
    get("/office/neighbours", &[], 200),
    post("/office/neighbours", &[], "service=ramps", 303),
    get("/office/audit", &[], 200),
    get("/office/audit/audit.csv", &[], 200),
    get("/office/systems", &[], 200),
    post("/office/systems/keys", &[], "name=Reports", 200),
    post("/office/systems/keys/{id}/end", &[("id", "unknown")], "", 404),
    // It leads inside.
    post("/office/systems/hooks", &[], "url=https://127.0.0.1/", 422),
    post("/office/systems/hooks/{id}/end", &[("id", "unknown")], "", 404),
    // Without a key.
    get("/api/v1/threads", &[], 401),
    get("/api/v1/months", &[], 401),
    get("/api/v1/months/{month}", &[("month", "2025-10")], 401),
    get("/me/mail", &[], 200),
    // No mail is sent here.
    post("/me/mail", &[], "address=a@b.example", 422),
    post("/me/mail/again", &[], "", 404),
    post("/me/calendar", &[], "", 200),
    post("/me/calendar/end", &[], "", 303),
    // Nobody's secrets.
    get("/mail", &[], 404),
    post("/mail/right", &[], "", 404),
    post("/mail/stop", &[], "", 404),
    get("/calendar/{secret}", &[("secret", "unknown")], 404),
    get("/me", &[], 200),
    get("/me/sign-in", &[], 200),
    post("/me/sign-in/device", &[], "", 200),
    post("/me/sign-in/rename", &[], "passkey=unknown&name=Mine", 404),
    post("/me/sign-in/remove", &[], "passkey=unknown", 404),
    post("/me/sign-in/end", &[], "session=unknown", 404),
    post("/me/sign-in/others", &[], "", 303),
    post("/me/appears", &[], "appears=title", 303),
    get("/me/walk-file", &[], 200),
    // A form without a file.
    post("/me/walk-file", &[], "", 400),
    get("/me/quotes", &[], 200),
    // Of a walk that there is not.
    post("/me/quotes", &[], "walk=unknown&of=&words=&agree=yes", 404),
    post("/me/commitments", &[], "walk=unknown&kept=yes", 404),
    get("/me/shares", &[], 200),
    post("/me/shares/{id}/end", &[("id", "SHARE")], "", 303),
    get("/me/share/{walk}/{item}", &[("item", "commitment")], 200),
    // Looking at it as its reader would.
    post("/me/share/{walk}/{item}", &[("item", "commitment")], "reader=PERSON", 200),
    get("/me/year", &[], 200),
    get("/me/year/{year}", &[("year", "2026")], 200),
    get("/me/about", &[], 200),
    get("/me/about/export.html", &[], 200),
    get("/me/about/export.json", &[], 200),
    post("/me/erase", &[], "", 303),
    post("/me/erase/withdraw", &[], "", 303),
    get("/shared", &[], 200),
    get("/shared/{id}", &[("id", "SHARE")], 200),
    // Only on a demonstration.
    get("/demo/service/{task}", &[("task", "missed-bin")], 404),
    get("/api/v1/openapi.json", &[], 200),
    post("/api/v1/sync", &[], r#"{"sent_at":1781524800000,"facts":[]}"#, 200),
    // Whoever sends a seal makes no difference; this is none.
    post("/api/v1/sealed", &[], "", 422),
    get("/api/v1/briefing", &[], 200),
    get("/api/v1/walks/{id}", &[("id", "WALK")], 200),
    // Asks how much of the photo is here.
    put("/api/v1/photos/{id}", &[("id", "PHOTO")], 200),
    get("/api/v1/photos/{id}", &[("id", "PHOTO")], 200),
    // Nobody is named to report to.
    get("/.well-known/security.txt", &[], 404),
    get("/.well-known/firsthand-keys.json", &[], 200),
    get("/healthz", &[], 200),
    get("/readyz", &[], 200),
];

/// Routes that are asked once more, of months that are over: in April nothing was done yet, and May is published.
#[rustfmt::skip]
pub const OVER: &[Line] = &[
    get("/board/{month}", &[("month", "2026-05.v1")], 200),
    get("/board/{month}", &[("month", "2026-05.v2")], 404),
    get("/board/{month}", &[("month", "2026-05.v1.csv")], 200),
    get("/board/{month}", &[("month", "2026-05.v1.xlsx")], 200),
    get("/board/{month}", &[("month", "2026-05.v1.json")], 200),
    get("/board/{month}", &[("month", "2026-05.v1.pdf")], 200),
    get("/board/{month}/walks", &[("month", "2026-05.v1")], 200),
    get("/board/{month}/walks", &[("month", "2026-05.v2")], 404),
    get("/board/{month}/draft", APRIL, 200),
    get("/board/{month}/draft/page", APRIL, 200),
    post("/board/{month}/draft/reply", APRIL, "", 303),
    post("/board/{month}/draft/close", APRIL, "", 303),
    post("/board/{month}/draft/words", APRIL, "en=Look+here", 303),
    // Nothing was asked the month before: what was typed comes back.
    post("/board/{month}/draft/became", APRIL, "id=1&en=Nothing+yet", 422),
    post("/board/{month}/draft/ask", APRIL, "id=1&en=A+form", 303),
    // It corrects nothing: nothing is kept.
    post("/board/{month}/draft/reason", APRIL, "en=A+number", 303),
    // Another edition than the one that was seen.
    post("/board/{month}/draft/approve", APRIL, "edition=77", 422),
    post("/board/{month}/draft/publish", APRIL, "edition=77", 422),
    post("/board/{month}/draft/correct", APRIL, "en=A+number", 404),
    // There is no correction of it.
    post("/board/{month}/draft/give-up", APRIL, "edition=0", 422),
    post("/board/{month}/links", APRIL, "label=Members&days=30", 404),
    get("/board/{month}/draft", MAY, 200),
    // There is no draft of what is published: it is said so, and nothing is lost.
    get("/board/{month}/draft/page", MAY, 303),
    post("/board/{month}/draft/reply", MAY, "", 422),
    post("/board/{month}/draft/close", MAY, "", 422),
    post("/board/{month}/draft/words", MAY, "en=Look+here", 422),
    post("/board/{month}/draft/became", MAY, "id=1&en=Nothing+yet", 422),
    post("/board/{month}/draft/ask", MAY, "id=1&en=A+form", 422),
    post("/board/{month}/draft/reason", MAY, "en=A+number", 422),
    post("/board/{month}/draft/approve", MAY, "edition=77", 422),
    // It is published already.
    post("/board/{month}/draft/publish", MAY, "edition=77", 303),
    post("/board/{month}/draft/correct", MAY, "en=A+number", 303),
    // None was begun: the desk says which version stands.
    post("/board/{month}/draft/give-up", MAY, "edition=77", 303),
    get("/board/{month}/links", MAY, 200),
    post("/board/{month}/links", MAY, "label=Members&days=30", 200),
    post("/board/{month}/links/{id}/end", &[("month", "2026-05"), ("id", "PAPER")], "", 303),
    get("/paper/{token}", &[("token", super::world::PAPER)], 200),
];
