//! Other systems of the organisation: keys that read, and calls that tell.

use app::{
    front::Section,
    name::clean,
    office::{self, Made, SystemFault, SystemsPage},
    words::Systems,
};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    error::Failure, outgoing::fresh_secret, page::page, seat::Reader, state::App, store::Desk,
};

/// Where the page is.
const HERE: &str = "/office/systems";
/// The most letters of what a key is for.
const MOST_NAME: usize = 60;
/// The most letters of an address.
const MOST_URL: usize = 500;
const DAY_MS: i64 = 86_400_000;

/// A key being made.
#[derive(Debug, Default, Deserialize)]
pub struct NewKey {
    #[serde(default)]
    name: String,
    #[serde(default)]
    service: String,
    #[serde(default)]
    days: String,
}

/// An address being added.
#[derive(Debug, Default, Deserialize)]
pub struct NewHook {
    #[serde(default)]
    url: String,
}

/// All of them.
pub async fn systems(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    let shown = desk.systems(app.clock.now()).await?;
    Ok(drawn(&app, &reader, &shown))
}

/// Makes a key, and shows it once.
pub async fn make_key(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(new): Form<NewKey>,
) -> Result<Response, Failure> {
    let name: String = clean(&new.name).chars().take(MOST_NAME).collect();
    let days: i64 = match new.days.as_str() {
        "30" => 30,
        "365" => 365,
        _ => 90,
    };
    let service = Some(new.service.as_str()).filter(|it| !it.is_empty());
    let now = app.clock.now();
    let made = if name.trim().is_empty() {
        Err(SystemFault::NoName)
    } else {
        let made = desk
            .make_key(name.trim(), service, now + days * DAY_MS, now)
            .await?;
        made.map(Made::Key).ok_or(SystemFault::TooMany)
    };
    shown(&app, reader, &desk, made).await
}

/// Adds an address to call, and shows once what signs the calls.
pub async fn add_hook(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(new): Form<NewHook>,
) -> Result<Response, Failure> {
    let url = app.calls.may(new.url.trim());
    let url = url.filter(|url| url.as_str().len() <= MOST_URL);
    let made = match url {
        None => Err(SystemFault::NoAddress),
        Some(url) => {
            let secret = fresh_secret();
            let added = desk
                .add_hook(url.as_str(), &secret, app.clock.now())
                .await?;
            added
                .map(|_| Made::HookSecret(secret))
                .ok_or(SystemFault::TooMany)
        }
    };
    shown(&app, reader, &desk, made).await
}

/// Ends a key.
pub async fn end_key(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    desk.end_key(&id, app.clock.now()).await?;
    Ok(Redirect::to(HERE))
}

/// Ends calls to an address.
pub async fn end_hook(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    desk.end_hook(&id, app.clock.now()).await?;
    Ok(Redirect::to(HERE))
}

async fn shown(
    app: &App,
    reader: Reader,
    desk: &Desk,
    made: Result<Made, SystemFault>,
) -> Result<Response, Failure> {
    let reader = Reader {
        path: HERE.to_owned(),
        ..reader
    };
    let status = match made {
        Ok(_) => StatusCode::OK,
        Err(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let (made, fault) = match made {
        Ok(made) => (Some(made), None),
        Err(fault) => (None, Some(fault)),
    };
    let shown = SystemsPage {
        made,
        fault,
        ..desk.systems(app.clock.now()).await?
    };
    Ok((status, drawn(app, &reader, &shown)).into_response())
}

fn drawn(app: &App, reader: &Reader, shown: &SystemsPage) -> Response {
    let body = office::systems(reader.lang, shown);
    let title = Systems::of(reader.lang).title;
    page(app, reader, title, Section::Office, body)
}
