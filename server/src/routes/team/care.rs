//! What a team does about a thread beside deciding: owner, notes, view; putting together, taking apart, splitting.

use std::collections::BTreeSet;

use app::{
    front::Section,
    team::{self, Care, Day, ReplyFault, ReplyText, ThreadPage, Typed},
    walk::{FrictionId, ThreadId},
};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use serde::Deserialize;

use super::thread::{drawn, named_in, plain, read_id, whole};
use crate::{error::Failure, page::page, seat::Reader, state::App, store::Desk};

/// The fields of these forms. What a form does not have is empty.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    owner: String,
    due: String,
    id: String,
    text: String,
    as_it_is: String,
    with: String,
    part: String,
}

/// Gives the thread to somebody of the team.
pub async fn give(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Redirect, Failure> {
    let id = read_id(&id)?;
    let owner = Some(fields.owner.as_str()).filter(|it| !it.is_empty());
    // A day that cannot be read is none: a browser sends what it can read.
    let due = read_day(&fields.due);
    desk.give(id, owner, due, app.clock.now()).await?;
    Ok(back(id, "owner"))
}

/// Keeps a note for the team alone; one that cannot be kept comes back as it was typed.
pub async fn note(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let id = read_id(&id)?;
    let note = fields.id.parse().unwrap_or_else(|_| super::fresh_id());
    let now = app.clock.now();
    let named = named_in(&fields.text, &fields.as_it_is, &desk, id, now).await;
    match ReplyText::parse(&fields.text) {
        Ok(text) if named.is_none() => {
            desk.note_thread(id, &text, note, now).await?;
            Ok(back(id, "notes").into_response())
        }
        read => {
            let typed = Some(typed(fields.text, read.err(), named));
            let again = |care| Care {
                note_id: note.to_string(),
                typed_note: typed,
                ..care
            };
            wrong(&app, reader, &desk, id, again).await
        }
    }
}

/// Puts the team's view, or takes it back; one that is too long comes back as it was typed.
pub async fn view(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let id = read_id(&id)?;
    let now = app.clock.now();
    let named = named_in(&fields.text, &fields.as_it_is, &desk, id, now).await;
    let text = match ReplyText::parse(&fields.text) {
        Ok(text) if named.is_none() => text.as_str().to_owned(),
        Err(ReplyFault::Empty) => String::new(),
        read => {
            let typed = Some(typed(fields.text, read.err(), named));
            let again = |care| Care {
                typed_view: typed,
                ..care
            };
            return wrong(&app, reader, &desk, id, again).await;
        }
    };
    desk.put_view(id, &text, now).await?;
    Ok(back(id, "view").into_response())
}

/// A thread beside others that may be the same.
pub async fn same(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let shown = desk.same(read_id(&id)?, app.clock.now()).await?;
    let title = team::same_title(reader.lang);
    let body = team::same(reader.lang, &shown);
    Ok(page(&app, &reader, title, Section::Team, body))
}

/// Puts another thread together with this one.
pub async fn merge(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Redirect, Failure> {
    let (id, other) = (read_id(&id)?, read_id(&fields.with)?);
    desk.join(id, other, app.clock.now()).await?;
    Ok(back(id, "parts"))
}

/// Takes a part out again.
pub async fn apart(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Redirect, Failure> {
    let (id, part) = (read_id(&id)?, read_id(&fields.part)?);
    desk.take_apart(id, part, app.clock.now()).await?;
    Ok(back(id, "parts"))
}

/// Takes some of what was felt out, into a thread of its own, and goes there.
pub async fn split(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (id, now) = (read_id(&id)?, app.clock.now());
    let chosen = fields.iter().filter(|(name, _)| name == "friction");
    let chosen: BTreeSet<FrictionId> = chosen.filter_map(|(_, it)| it.parse().ok()).collect();
    let taken = if chosen.is_empty() {
        None
    } else {
        desk.split(id, &chosen, now).await?
    };
    if let Some(own) = taken {
        return Ok(back(own, "parts").into_response());
    }
    let shown = ThreadPage {
        split_wrong: true,
        ..whole(&desk, id, now).await?
    };
    Ok(unprocessable(&app, reader, &shown))
}

async fn wrong(
    app: &App,
    reader: Reader,
    desk: &Desk,
    id: ThreadId,
    again: impl FnOnce(Care) -> Care,
) -> Result<Response, Failure> {
    let shown = whole(desk, id, app.clock.now()).await?;
    let shown = ThreadPage {
        care: again(shown.care.clone()),
        ..shown
    };
    Ok(unprocessable(app, reader, &shown))
}

fn unprocessable(app: &App, reader: Reader, shown: &ThreadPage) -> Response {
    let reader = Reader {
        path: format!("/team/thread/{}", shown.head.id),
        ..reader
    };
    let page = drawn(app, &reader, shown);
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

fn typed(text: String, fault: Option<ReplyFault>, named: Option<String>) -> Typed {
    Typed {
        text: plain(&text),
        fault,
        named,
    }
}

fn read_day(text: &str) -> Option<Day> {
    let date: Date = text.trim().parse().ok()?;
    Some(Day {
        year: date.year(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    })
}

fn back(id: ThreadId, place: &str) -> Redirect {
    Redirect::to(&format!("/team/thread/{id}#{place}"))
}
