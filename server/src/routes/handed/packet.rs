//! A share page as whoever has its address finds it. Who is signed in makes no difference here.

use app::{
    front::Section,
    team::handed::{Opened, packet_closed, packet_emptied, packet_gone, packet_opened, told_title},
    words::Handed,
};
use axum::{
    extract::{Path, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use leptos::prelude::IntoView;

use crate::{
    error::Failure,
    limits::NoGuess,
    page,
    seat::Reader,
    state::App,
    store::{Found, Opening},
    token,
};

/// The address before its button is pressed. Looking at it opens nothing, so that a mail scanner cannot.
pub async fn look(
    State(app): State<App>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    if let Err(closed) = found(&app, &reader, &token, Opening::Look).await? {
        return Ok(closed);
    }
    let title = Handed::of(reader.lang).closed;
    let body = packet_closed(reader.lang, address(&token));
    // Its form names its origin, which browsers do only within it.
    Ok(drawn(&app, &reader, &token, title, body, "same-origin"))
}

/// Opens it, which is counted.
pub async fn open(
    State(app): State<App>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let opened = match found(&app, &reader, &token, Opening::Open).await? {
        Ok(opened) => opened,
        Err(closed) => return Ok(closed),
    };
    let title = told_title(reader.lang, &opened.told);
    let body = packet_opened(reader.lang, &opened);
    Ok(drawn(&app, &reader, &token, title, body, "no-referrer"))
}

/// What is at the address, or the page that says that there is nothing, or nothing any more. One that never was, one
/// that ended and one whose time is over look alike.
async fn found(
    app: &App,
    reader: &Reader,
    token: &str,
    how: Opening,
) -> Result<Result<Box<Opened>, Response>, Failure> {
    let words = Handed::of(reader.lang);
    let hash = token::hash(token);
    let found = app.store.packet(&hash, how, app.clock.now()).await?;
    let (status, mut page) = match found {
        Found::Whole(opened) => return Ok(Ok(opened)),
        Found::Nothing => {
            let body = packet_gone(reader.lang);
            let page = drawn(app, reader, token, words.gone, body, "no-referrer");
            (StatusCode::NOT_FOUND, page)
        }
        Found::Emptied => {
            let body = packet_emptied(reader.lang);
            let mut page = drawn(app, reader, token, words.emptied, body, "no-referrer");
            // Whoever has it right did not guess.
            page.extensions_mut().insert(NoGuess);
            (StatusCode::GONE, page)
        }
    };
    *page.status_mut() = status;
    Ok(Err(page))
}

fn drawn(
    app: &App,
    reader: &Reader,
    token: &str,
    title: &str,
    body: impl IntoView,
    referrer: &'static str,
) -> Response {
    let reader = Reader {
        viewer: None,
        path: address(token),
        ..reader.clone()
    };
    let mut page = page::page(app, &reader, title, Section::Front, body);
    let headers = page.headers_mut();
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, nofollow, noarchive"),
    );
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static(referrer));
    page
}

/// An address of ours, whatever was asked for.
fn address(token: &str) -> String {
    let plain: String = token
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(64)
        .collect();
    ["/packet/", &plain].concat()
}
