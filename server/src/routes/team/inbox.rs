//! The inbox: what is shown, what is done to several threads at once, and views that are kept.

use std::collections::BTreeSet;

use app::{
    front::Section,
    team::{self, Bulk, DecisionFault, Inbox, TypedDecision, View, href, named, nobodies},
    walk::ThreadId,
    words::Team,
};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{
    Asked,
    thread::{plain, to_come},
};
use crate::{
    error::Failure,
    page::page,
    seat::Reader,
    state::App,
    store::{Desk, StoreError},
};

/// The inbox.
pub async fn inbox(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let inbox = desk
        .inbox(&asked.filter(), asked.after(), app.clock.now())
        .await?;
    let done = asked.value("done").and_then(|done| done.parse().ok());
    Ok(drawn(&app, &reader, &Inbox { done, ..inbox }))
}

/// Marks as seen, explains, or says "not now" for every thread that was ticked. What cannot be done comes back as it
/// was typed, and nothing was done. So does once what seems to name somebody. Whether a thread that is not the team's
/// is somebody else's or nobody's is not told.
pub async fn threads(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(asked): Query<Asked>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let value = |name: &str| {
        let found = form.iter().find(|(it, _)| it == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    // The button that sends a text as it is says what for.
    let meant = value("as_it_is");
    let pressed = if meant.is_empty() { value("do") } else { meant };
    let mut typed = TypedDecision {
        decision: pressed.to_owned(),
        day: value("day").to_owned(),
        why: plain(value("why")),
        fault: None,
        named: None,
    };
    let boxes = form.iter().filter(|(name, _)| name == "thread");
    let boxes: Vec<Option<ThreadId>> = boxes.map(|(_, id)| id.parse().ok()).collect();
    let mut ticked: BTreeSet<ThreadId> = boxes.iter().copied().flatten().collect();
    let zone = desk.viewer().time_zone.clone();
    let decided = match typed.decided(|day| to_come(day, &zone, now)) {
        _ if ticked.is_empty() => Err(DecisionFault::Nothing),
        Ok(decided) if decided.why.is_empty() => Err(DecisionFault::NoReason),
        decided => decided,
    };
    if decided.is_ok() && meant.is_empty() {
        typed.named = named_in(&typed.why, &desk).await?;
    }
    let done = match decided {
        _ if boxes.contains(&None) => Err(StoreError::NotFound),
        Err(DecisionFault::Nothing) if typed.decision == "seen" && !ticked.is_empty() => {
            desk.mark_threads_seen(&ticked, now).await.map(Some)
        }
        Ok(_) if typed.named.is_some() => Ok(None),
        Ok(decided) => desk.decide_all(&ticked, &decided, now).await.map(|done| {
            let moved = |wholes| {
                ticked = wholes;
                typed.fault = Some(DecisionFault::Moved);
            };
            done.map_err(moved).ok()
        }),
        Err(fault) => {
            typed.fault = Some(fault);
            Ok(None)
        }
    };
    let done = match done {
        // Who is in no team at all is not shown the inbox below.
        Err(StoreError::NotFound) => {
            typed.fault = Some(DecisionFault::NotHere);
            None
        }
        done => done?,
    };
    let here = href("", &asked.filter(), asked.after());
    if let Some(done) = done {
        let and = if here.contains('?') { '&' } else { '?' };
        return Ok(Redirect::to(&format!("{here}{and}done={done}")).into_response());
    }
    let inbox = desk.inbox(&asked.filter(), asked.after(), now).await?;
    let ticked = ticked.into_iter().collect();
    let inbox = Inbox {
        bulk: Some(Bulk { ticked, typed }),
        ..inbox
    };
    let reader = Reader {
        path: here,
        ..reader
    };
    let page = drawn(&app, &reader, &inbox);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Somebody whom a text for several threads seems to name.
async fn named_in(text: &str, desk: &Desk) -> Result<Option<String>, Failure> {
    let names = desk.names_here().await?;
    let mut known = nobodies(&desk.viewer().organisation_name, None);
    known.extend(names.iter().flat_map(|it| [it.en.as_str(), &it.cy]));
    Ok(named(text, &known))
}

/// The name of a view.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Named {
    name: String,
}

/// Keeps what the inbox shows under a name.
pub async fn keep_view(
    State(app): State<App>,
    desk: Desk,
    Query(asked): Query<Asked>,
    Form(named): Form<Named>,
) -> Result<Redirect, Failure> {
    let filter = asked.filter();
    if let Some(name) = View::name(&named.name) {
        desk.keep_view(&name, &filter, app.clock.now()).await?;
    }
    Ok(Redirect::to(&href("", &filter, None)))
}

/// Lets go of a view.
pub async fn drop_view(desk: Desk, Path(id): Path<String>) -> Result<Redirect, Failure> {
    desk.drop_view(&id).await?;
    Ok(Redirect::to("/team"))
}

fn drawn(app: &App, reader: &Reader, inbox: &Inbox) -> Response {
    let body = team::inbox(reader.lang, inbox);
    page(
        app,
        reader,
        Team::of(reader.lang).inbox,
        Section::Team,
        body,
    )
}
