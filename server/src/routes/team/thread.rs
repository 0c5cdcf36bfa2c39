//! The page of a thread, and what a team says of it.

use app::{
    front::Section,
    team::{self, Day, ThreadPage, TypedDecision, named, nobodies},
    walk::{Millis, ThreadId},
};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use serde::Deserialize;

use crate::{
    error::Failure,
    page::page,
    seat::Reader,
    state::App,
    store::{Desk, Reached},
};

/// How many years away a day may be that a team names: more is a slip of the pen.
const MOST_YEARS: i32 = 5;

/// A thread; one that is part of another leads to that.
pub async fn thread(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = read_id(&id)?;
    if let Some(whole) = desk.whole_of(id).await? {
        return Ok(Redirect::to(&format!("/team/thread/{whole}")).into_response());
    }
    let shown = whole(&desk, id, app.clock.now()).await?;
    Ok(drawn(&app, &reader, &shown))
}

/// The form, as it comes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    decision: String,
    day: String,
    why: String,
    as_it_is: String,
}

/// Keeps what the team says, and goes back to the thread; what cannot be kept comes back as it was typed.
pub async fn decide(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (id, now) = (read_id(&id)?, app.clock.now());
    let typed = TypedDecision {
        decision: typed.decision,
        day: typed.day,
        why: plain(&typed.why),
        fault: None,
        named: named_in(&typed.why, &typed.as_it_is, &desk, id, now).await,
    };
    let zone = desk.viewer().time_zone.clone();
    let moved = match typed.decided(|day| to_come(day, &zone, now)) {
        Ok(decided) if typed.named.is_none() => match desk.decide(id, &decided, now).await? {
            Reached::Kept(at) => return Ok(back(at, "state").into_response()),
            Reached::Elsewhere(_) => Ok(true),
        },
        decided => decided.map(|_| false),
    };
    let typed = TypedDecision {
        fault: moved.as_ref().err().copied(),
        ..typed
    };
    let shown = ThreadPage {
        typed: Some(typed),
        moved: moved.unwrap_or(false),
        ..whole(&desk, id, now).await?
    };
    Ok(unprocessable(&app, reader, &shown))
}

/// Somebody whom a text seems to name, unless it is meant.
pub(super) async fn named_in(
    text: &str,
    as_it_is: &str,
    desk: &Desk,
    id: ThreadId,
    now: Millis,
) -> Option<String> {
    if text.is_empty() || !as_it_is.is_empty() {
        return None;
    }
    // A thread that is not there is told of by whoever changes it.
    let head = whole(desk, id, now).await.ok()?.head;
    let mut known = nobodies(&desk.viewer().organisation_name, None);
    let names = [&head.service, &head.task];
    known.extend(names.into_iter().flat_map(|it| [it.en.as_str(), &it.cy]));
    named(text, &known)
}

/// The thread, or what it is part of by now, with ids for the next note and the next file.
pub(super) async fn whole(desk: &Desk, id: ThreadId, now: Millis) -> Result<ThreadPage, Failure> {
    let id = desk.whole_of(id).await?.unwrap_or(id);
    let mut shown = desk.thread(id, now).await?;
    shown.care.note_id = super::fresh_id().to_string();
    shown.care.file_id = super::fresh_id().to_string();
    Ok(shown)
}

/// The page on which what was sent comes back.
pub(super) fn unprocessable(app: &App, reader: Reader, shown: &ThreadPage) -> Response {
    let reader = Reader {
        path: format!("/team/thread/{}", shown.head.id),
        ..reader
    };
    let page = drawn(app, &reader, shown);
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// Goes to a part of a thread's page.
pub(super) fn back(id: ThreadId, place: &str) -> Redirect {
    Redirect::to(&format!("/team/thread/{id}#{place}"))
}

/// Without control characters, with plain line breaks.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let kept = |it: &char| !it.is_control() || *it == '\n';
    text.chars().filter(kept).collect()
}

/// A day of the calendar that has not passed in the organisation's zone, and is not more than [`MOST_YEARS`] away.
pub(super) fn to_come(text: &str, zone: &str, now: Millis) -> Option<Day> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let today = Timestamp::from_millisecond(now).ok()?.to_zoned(zone).date();
    let date: Date = text.parse().ok()?;
    let last = today.checked_add(MOST_YEARS.years()).ok()?;
    (today..=last).contains(&date).then(|| day(date)).flatten()
}

/// A day of the calendar.
pub(super) fn read_day(text: &str) -> Option<Day> {
    day(text.trim().parse().ok()?)
}

pub(super) fn read_id(id: &str) -> Result<ThreadId, Failure> {
    id.parse().map_err(|_| Failure::NotFound)
}

/// A day with a year of four digits, as days are stored.
fn day(date: Date) -> Option<Day> {
    (1..=9_999).contains(&date.year()).then(|| Day {
        year: date.year(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    })
}

fn drawn(app: &App, reader: &Reader, shown: &ThreadPage) -> Response {
    let title = team::thread_title(reader.lang, shown);
    let body = team::thread(reader.lang, shown);
    page(app, reader, title, Section::Team, body)
}
