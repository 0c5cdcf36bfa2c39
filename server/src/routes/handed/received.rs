//! What other organisations offered to the viewer's team, and its answers.

use app::{
    front::Section,
    team::handed::{Fault, Typed, Verdict, handed, handed_one, read_said, told_title},
    words::Handed,
};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{Fields, field};
use crate::{error::Failure, page::page, seat::Reader, state::App, store::Desk};

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
    shown(&app, &reader, &desk, &id, Typed::default()).await
}

/// Answers it.
pub async fn answer(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let code = field(&fields, "answer");
    let text = field(&fields, "text");
    let fault = match (Verdict::from_code(code), read_said(text)) {
        (_, Err(fault)) => fault,
        (None, _) => Fault::NoAnswer,
        (Some(verdict), Ok(said)) => {
            let now = app.clock.now();
            desk.answer_offer(&id, verdict, &said, now).await?;
            let back = [&address(&id), "#answers"].concat();
            return Ok(Redirect::to(&back).into_response());
        }
    };
    let typed = Typed {
        to: code.to_owned(),
        message: text.to_owned(),
        fault: Some(fault),
        ..Typed::default()
    };
    let reader = Reader {
        path: address(&id),
        ..reader
    };
    let page = shown(&app, &reader, &desk, &id, typed).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
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
