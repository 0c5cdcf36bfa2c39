//! What a team does about a thread beside deciding: owner, notes, view; putting together, taking apart, splitting.

use std::collections::BTreeSet;

use app::{
    front::Section,
    team::{self, Care, Day, GiveFault, ReplyFault, ReplyText, ThreadPage, Typed, TypedGive},
    walk::{FrictionId, Millis, ThreadId},
};
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::thread::{back, named_in, plain, read_day, read_id, to_come, unprocessable, whole};
use crate::{
    error::Failure,
    page::page,
    seat::Reader,
    state::App,
    store::{Desk, Reached, StoreError},
};

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

/// Gives the thread to somebody of the team; what cannot be kept comes back as it was chosen. Who left the team while
/// the page was open cannot be chosen, and is no reason to lose the rest.
pub async fn give(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let id = read_id(&id)?;
    let owner = Some(fields.owner.as_str()).filter(|it| !it.is_empty());
    let fault = match due(&fields.due, &desk, id, app.clock.now()).await? {
        Err(fault) => Some(fault),
        Ok(due) => match desk.give(id, owner, due, app.clock.now()).await {
            Ok(Reached::Kept(at)) => return Ok(back(at, "owner").into_response()),
            Ok(Reached::Elsewhere(_)) => None,
            // A thread that is not the team's is not found below.
            Err(StoreError::NotFound) if owner.is_some() => Some(GiveFault::NotOfTeam),
            Err(error) => return Err(error.into()),
        },
    };
    let typed = TypedGive {
        owner: fields.owner,
        due: plain(&fields.due),
        fault,
    };
    let again = |care| Care {
        typed_give: Some(typed),
        ..care
    };
    comes_back(&app, reader, &desk, id, fault.is_none(), again).await
}

/// The day a thread is to be done by, none for an empty one. A day that has passed meanwhile may stay as it is.
async fn due(
    typed: &str,
    desk: &Desk,
    id: ThreadId,
    now: Millis,
) -> Result<Result<Option<Day>, GiveFault>, Failure> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Ok(None));
    }
    let Some(day) = read_day(typed) else {
        return Ok(Err(GiveFault::NoDay));
    };
    let may = to_come(typed, &desk.viewer().time_zone, now).is_some()
        || whole(desk, id, now).await?.care.due == Some(day);
    Ok(may.then_some(Some(day)).ok_or(GiveFault::FarDay))
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
    let now = app.clock.now();
    let named = named_in(&fields.text, &fields.as_it_is, &desk, id, now).await;
    match ReplyText::parse(&fields.text) {
        Ok(text) if named.is_none() => {
            let note = super::id_of(&[&fields.id, &id.to_string()], text.as_str().as_bytes());
            let at = desk.note_thread(id, &text, note, now).await?;
            Ok(back(at, "notes").into_response())
        }
        read => {
            let typed = Some(typed(fields.text, read.err(), named));
            let again = |care| Care {
                note_id: plain(&fields.id),
                typed_note: typed,
                ..care
            };
            comes_back(&app, reader, &desk, id, false, again).await
        }
    }
}

/// Puts the team's view, or takes it back; one that cannot be put comes back as it was typed.
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
    let read = match ReplyText::parse(&fields.text) {
        Err(ReplyFault::Empty) => Ok(String::new()),
        read => read.map(|text| text.as_str().to_owned()),
    };
    let mut moved = false;
    if let (Ok(text), None) = (&read, &named) {
        match desk.put_view(id, text, now).await? {
            Reached::Kept(at) => return Ok(back(at, "view").into_response()),
            Reached::Elsewhere(_) => moved = true,
        }
    }
    let typed = Some(typed(fields.text, read.err(), named));
    let again = |care| Care {
        typed_view: typed,
        ..care
    };
    comes_back(&app, reader, &desk, id, moved, again).await
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
    let (id, other) = two(&id, &fields.with)?;
    match desk.join(id, other, app.clock.now()).await {
        // Pressed twice, or a colleague was faster.
        Err(StoreError::NotFound) if desk.whole_of(other).await? == Some(id) => {}
        Err(StoreError::NotFound) if desk.whole_of(id).await? == Some(other) => {
            return Ok(back(other, "parts"));
        }
        joined => joined?,
    }
    Ok(back(id, "parts"))
}

/// Takes a part out again.
pub async fn apart(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Redirect, Failure> {
    let (id, part) = two(&id, &fields.part)?;
    let now = app.clock.now();
    match desk.take_apart(id, part, now).await {
        // Pressed twice, or a colleague was faster: it stands by itself.
        Err(StoreError::NotFound) if desk.thread(part, now).await.is_ok() => {}
        apart => apart?,
    }
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

/// The page with what was sent, and whether a colleague has put the thread together with another meanwhile.
async fn comes_back(
    app: &App,
    reader: Reader,
    desk: &Desk,
    id: ThreadId,
    moved: bool,
    again: impl FnOnce(Care) -> Care,
) -> Result<Response, Failure> {
    let shown = whole(desk, id, app.clock.now()).await?;
    let shown = ThreadPage {
        care: again(shown.care.clone()),
        moved,
        ..shown
    };
    Ok(unprocessable(app, reader, &shown))
}

fn typed(text: String, fault: Option<ReplyFault>, named: Option<String>) -> Typed {
    Typed {
        text: plain(&text),
        fault,
        named,
    }
}

fn two(id: &str, other: &str) -> Result<(ThreadId, ThreadId), Failure> {
    Ok((read_id(id)?, read_id(other)?))
}
