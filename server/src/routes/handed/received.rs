//! What other organisations offered to the viewer's team, and its answers.

use app::{
    front::Section,
    team::handed::{
        Fault, Typed, Verdict, handed, handed_gone, handed_gone_title, handed_one, read_said,
        told_title,
    },
    words::Handed,
};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{Fields, at, back, field, once, refused, seems_to_name, untouched};
use crate::{
    error::Failure,
    page::page,
    seat::Reader,
    state::App,
    store::{Desk, StoreError},
};

/// What was offered, and what waits at a boundary.
pub async fn list(State(app): State<App>, reader: Reader, desk: Desk) -> Result<Response, Failure> {
    let shown = desk.handed(app.clock.now()).await?;
    let title = Handed::of(reader.lang).title;
    let body = handed(reader.lang, &shown);
    Ok(page(&app, &reader, title, Section::Handed, body))
}

/// One of them.
pub async fn one(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    shown(&app, &reader, &desk, &id, untouched()).await
}

/// Answers it. What was typed for one that went meanwhile is shown once more, and kept nowhere, unless it had arrived.
pub async fn answer(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let (code, text) = (field(&fields, "answer"), field(&fields, "text"));
    let now = app.clock.now();
    let offer = match desk.handed_one(&id, now).await {
        Err(StoreError::NotFound) if desk.was_offered(&id).await? => {
            return gone(&app, reader, &desk, &id, &fields).await;
        }
        offer => offer?,
    };
    let named = seems_to_name(&desk, &fields, text, Some(&offer.told), &[&offer.service]);
    let fault = match (Verdict::from_code(code), read_said(text)) {
        (_, Err(fault)) => Some(fault),
        (None, _) => Some(Fault::NoAnswer),
        _ if named.is_some() => None,
        (Some(verdict), Ok(said)) => {
            let answer = once(&desk, &address(&id), &fields);
            return match desk.answer_offer(&id, verdict, &said, &answer, now).await {
                // Taken back since it was looked at above.
                Err(StoreError::NotFound) => gone(&app, reader, &desk, &id, &fields).await,
                Err(error) => Err(error.into()),
                Ok(()) => Ok(back(&address(&id), "#answers").into_response()),
            };
        }
    };
    let typed = Typed {
        to: code.to_owned(),
        message: text.to_owned(),
        fault,
        named,
        ..untouched()
    };
    let reader = at(address(&id), reader);
    Ok(refused(shown(&app, &reader, &desk, &id, typed).await?))
}

/// The offer is over. What was sent may have arrived before that, and only its answer was lost.
async fn gone(
    app: &App,
    reader: Reader,
    desk: &Desk,
    id: &str,
    fields: &[(String, String)],
) -> Result<Response, Failure> {
    let answer = once(desk, &address(id), fields);
    let arrived = desk.has_answered(id, &answer).await?;
    let verdict = Verdict::from_code(field(fields, "answer"));
    let body = handed_gone(reader.lang, arrived, verdict, field(fields, "text"));
    let title = handed_gone_title(reader.lang, arrived);
    let reader = at("/team/handed".to_owned(), reader);
    let page = page(app, &reader, title, Section::Handed, body);
    Ok((StatusCode::GONE, page).into_response())
}

async fn shown(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    id: &str,
    typed: Typed,
) -> Result<Response, Failure> {
    let offer = desk.handed_one(id, app.clock.now()).await?;
    let title = told_title(reader.lang, &offer.told);
    let body = handed_one(reader.lang, &offer, &typed);
    Ok(page(app, reader, title, Section::Handed, body))
}

fn address(id: &str) -> String {
    ["/team/handed/", id].concat()
}
