//! A share page as whoever has its address finds it. Who is signed in makes no difference here.

use app::{
    front::Section,
    team::handed::{packet_closed, packet_gone, packet_opened, told_title},
    words::Handed,
};
use axum::{
    extract::{Path, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use leptos::prelude::IntoView;

use crate::{error::Failure, page, seat::Reader, state::App, store::Opening, token};

/// The address before its button is pressed. Looking at it opens nothing, so that a mail scanner cannot.
pub async fn look(
    State(app): State<App>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let hash = token::hash(&token);
    let found = app.store.packet(&hash, Opening::Look, app.clock.now());
    let Some(_) = found.await? else {
        return Ok(gone(&app, reader, &token));
    };
    let title = Handed::of(reader.lang).closed;
    let body = packet_closed(reader.lang, address(&token));
    // Its form names its origin, which browsers do only within it.
    Ok(drawn(&app, reader, &token, title, body, "same-origin"))
}

/// Opens it, which is counted.
pub async fn open(
    State(app): State<App>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let hash = token::hash(&token);
    let found = app.store.packet(&hash, Opening::Open, app.clock.now());
    let Some(opened) = found.await? else {
        return Ok(gone(&app, reader, &token));
    };
    let title = told_title(reader.lang, &opened.told);
    let body = packet_opened(reader.lang, &opened);
    Ok(drawn(&app, reader, &token, title, body, "no-referrer"))
}

/// One that never was, one that ended and one whose time is over look alike.
fn gone(app: &App, reader: Reader, token: &str) -> Response {
    let title = Handed::of(reader.lang).gone;
    let body = packet_gone(reader.lang);
    let mut page = drawn(app, reader, token, title, body, "no-referrer");
    *page.status_mut() = StatusCode::NOT_FOUND;
    page
}

fn drawn(
    app: &App,
    reader: Reader,
    token: &str,
    title: &str,
    body: impl IntoView,
    referrer: &'static str,
) -> Response {
    let reader = Reader {
        viewer: None,
        path: address(token),
        ..reader
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
