//! One's own ways in.

use app::{
    front::Section,
    mine::{self, ForDevice},
    name::clean,
    words::SignIn,
};
use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    error::Failure,
    invitation::Invitation,
    page::page,
    qr,
    routes::sign_in::entered,
    seat::{Reader, session_token},
    state::App,
    store::{Desk, Renewed},
    token,
    when::when,
};

/// Where the page is.
const HERE: &str = "/me/sign-in";
/// The most letters of a passkey's name.
const MOST_NAME: usize = 60;

/// What was done before the page was come back to.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    removed: Option<String>,
}

/// One's passkeys and sessions.
pub async fn own_ways(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let ways = desk.own_ways(app.clock.now()).await?;
    let able = app.passkeys.is_some() && !desk.viewer().demonstration;
    let body = mine::own_ways(reader.lang, &ways, able, done.removed.is_some());
    let title = SignIn::of(reader.lang).own;
    Ok(page(&app, &reader, title, Section::Mine, body))
}

/// Makes an invitation for another device, and shows it once.
pub async fn another_device(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    let reader = Reader {
        path: HERE.to_owned(),
        ..reader
    };
    if app.passkeys.is_none() {
        return Err(Failure::NotFound);
    }
    let now = app.clock.now();
    let made = Invitation::fresh();
    let issued = desk.invite_device(&made, now).await?;
    let address = made.address(&app.base_url);
    let shown = ForDevice {
        picture: qr::of(&address),
        address,
        code: made.code.clone(),
        typed_at: [&app.base_url, "/sign-in"].concat(),
        until: when(&desk.viewer().time_zone, issued.until, now),
    };
    let body = mine::for_device(reader.lang, &shown);
    let title = SignIn::of(reader.lang).another_title;
    Ok(page(&app, &reader, title, Section::Mine, body))
}

/// Which passkey, and its new name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    passkey: String,
    name: String,
}

/// Gives a passkey another name.
pub async fn rename(desk: Desk, Form(named): Form<Named>) -> Result<Redirect, Failure> {
    let name = clean(&named.name);
    if name.is_empty() || name.chars().count() > MOST_NAME {
        return Err(Failure::Unreadable);
    }
    desk.rename_passkey(&named.passkey, &name).await?;
    Ok(Redirect::to(HERE))
}

/// Which passkey.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    passkey: String,
}

/// Takes a passkey away; every session ends but this browser's, which begins anew.
pub async fn remove(
    State(app): State<App>,
    desk: Desk,
    headers: HeaderMap,
    Form(removed): Form<Removed>,
) -> Result<Response, Failure> {
    let session = token::fresh();
    let (hash, now) = (token::hash(&session), app.clock.now());
    let renewed = Renewed {
        session: session_token(&headers).unwrap_or_default(),
        by: &hash,
    };
    if !desk.remove_passkey(&removed.passkey, renewed, now).await? {
        return Ok(Redirect::to(HERE).into_response());
    }
    let (cookie, _) = entered(&app, &headers, &session).await?;
    let to = Redirect::to("/me/sign-in?removed=1");
    Ok(([(header::SET_COOKIE, cookie)], to).into_response())
}

/// Which session.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ended {
    session: String,
}

/// Ends one session.
pub async fn end(
    State(app): State<App>,
    desk: Desk,
    Form(ended): Form<Ended>,
) -> Result<Redirect, Failure> {
    desk.end_own_session(&ended.session, app.clock.now())
        .await?;
    Ok(Redirect::to(HERE))
}

/// Ends every other session.
pub async fn end_others(State(app): State<App>, desk: Desk) -> Result<Redirect, Failure> {
    desk.end_other_sessions(app.clock.now()).await?;
    Ok(Redirect::to(HERE))
}
