//! What is held about the reader: seen, taken away, erased.

use app::{
    front::Section,
    mine::{self, AboutPage},
    words::Mine,
};
use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    error::Failure,
    page::page,
    seat::Reader,
    state::App,
    store::{Desk, ERASURE_WAITS, Pictures},
};

/// Where the reader asks to be erased.
const HERE: &str = "/me/about#erase";
const DAY_MS: i64 = 86_400_000;

/// Everything that is held.
pub async fn about(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    shown(&app, &reader, &desk, false).await
}

async fn shown(app: &App, reader: &Reader, desk: &Desk, last: bool) -> Result<Response, Failure> {
    let now = app.clock.now();
    let shown = AboutPage {
        held: desk.held(Pictures::Mentioned, now).await?,
        erasure: desk.erasure(now).await?,
        days: ERASURE_WAITS / DAY_MS,
        last,
    };
    let body = mine::about(reader.lang, &shown);
    let title = Mine::of(reader.lang).about_title;
    Ok(page(app, reader, title, Section::Mine, body))
}

/// The same to take away: one file that reads well by itself.
pub async fn export_html(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    desk.note_export("html", now).await?;
    let held = desk.held(Pictures::Whole, now).await?;
    let html = mine::export_html(reader.lang, &held);
    Ok(file(html, "text/html; charset=utf-8", "html"))
}

/// The same for machines.
pub async fn export_json(State(app): State<App>, desk: Desk) -> Result<Response, Failure> {
    let now = app.clock.now();
    desk.note_export("json", now).await?;
    let held = desk.held(Pictures::Whole, now).await?;
    Ok(file(mine::export_json(&held), "application/json", "json"))
}

/// Asks to be erased. The last administrator who can come in is told why not yet.
pub async fn erase(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    if desk.ask_erasure(app.clock.now()).await?.is_ok() {
        return Ok(Redirect::to(HERE).into_response());
    }
    let reader = Reader {
        path: HERE.to_owned(),
        ..reader
    };
    let page = shown(&app, &reader, &desk, true).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Withdraws that.
pub async fn withdraw(State(app): State<App>, desk: Desk) -> Result<Redirect, Failure> {
    desk.withdraw_erasure(app.clock.now()).await?;
    Ok(Redirect::to(HERE))
}

/// A file to keep, never opened in place.
fn file(text: String, kind: &'static str, ending: &str) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = format!("attachment; filename=\"firsthand-about-me.{ending}\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
