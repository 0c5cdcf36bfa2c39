//! Getting in, and out.

use app::front::{self, CodeFault, Section};
use app::words::Front;
use axum::{
    Form,
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::front::home_of;
use crate::{
    cookie,
    error::Failure,
    invitation::hash_of_typed,
    mark,
    page::page,
    seat::{Reader, SESSION, session_token},
    state::App,
    store::LONGEST_SESSION,
    token,
    viewer::{Role, Viewer},
};

/// Where somebody came from who is to go back there.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    back: Option<String>,
}

impl From {
    /// Only the plain pages are gone back to: the app finds its own way, and no address is taken from outside.
    fn plain(&self) -> bool {
        self.back.as_deref() == Some("plain")
    }

    fn home(&self, viewer: &Viewer) -> &'static str {
        if self.plain() && viewer.roles.has(Role::Leader) {
            "/walk/plain"
        } else {
            home_of(viewer)
        }
    }
}

/// The form that takes a code.
pub async fn form(State(app): State<App>, reader: Reader, Query(from): Query<From>) -> Response {
    match &reader.viewer {
        Some(viewer) => Redirect::to(from.home(viewer)).into_response(),
        None => code_form(&app, &reader, &from, None, ""),
    }
}

/// What was typed.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    code: String,
}

/// Spends the invitation whose code was typed.
pub async fn spend_code(
    State(app): State<App>,
    reader: Reader,
    Query(from): Query<From>,
    headers: HeaderMap,
    Form(Typed { code }): Form<Typed>,
) -> Result<Response, Failure> {
    if code.trim().is_empty() {
        return Ok(wrong_code(&app, &reader, &from, CodeFault::Empty, ""));
    }
    let signed_in = spend(&app, &headers, &from, &hash_of_typed(&code)).await?;
    Ok(signed_in.unwrap_or_else(|| wrong_code(&app, &reader, &from, CodeFault::Unknown, &code)))
}

/// An invitation's page. Looking at it spends nothing, so that a mail scanner cannot.
pub async fn invitation(
    State(app): State<App>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let invited = app
        .store
        .peek_invitation(&token::hash(&token), app.clock.now())
        .await?;
    Ok(match invited {
        None => gone(&app, &reader),
        Some(invited) => {
            let body = front::invitation(
                reader.lang,
                &invited.name,
                &invited.organisation,
                invited.demonstration,
                &token,
            );
            page(
                &app,
                &reader,
                Front::of(reader.lang).sign_in,
                Section::Front,
                body,
            )
        }
    })
}

/// Spends an invitation, and begins a session.
pub async fn spend_token(
    State(app): State<App>,
    reader: Reader,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let signed_in = spend(&app, &headers, &From::default(), &token::hash(&token)).await?;
    Ok(signed_in.unwrap_or_else(|| gone(&app, &reader)))
}

/// Ends the session, on the server and in the browser. A phone that was signed out without signal says by its mark
/// which session it means: somebody else's, who has signed in since, goes on.
pub async fn sign_out(
    State(app): State<App>,
    headers: HeaderMap,
    said: Bytes,
) -> Result<Response, Failure> {
    let only = said.strip_prefix(b"only=");
    let session = session_token(&headers);
    let meant =
        |session: &str| only.is_none_or(|it| it == b"any" || it == mark::of(session).as_bytes());
    if session.is_some_and(|session| !meant(session)) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    if let Some(session) = session {
        let now = app.clock.now();
        app.store.end_session(&token::hash(session), now).await?;
    }
    let cookie = [(header::SET_COOKIE, cookie::write(SESSION, "", 0, true))];
    Ok(match only {
        Some(_) => (StatusCode::NO_CONTENT, cookie).into_response(),
        None => (cookie, Redirect::to("/")).into_response(),
    })
}

/// Begins a session with a fresh token, and ends the one this browser had; none when the invitation is unknown,
/// spent or expired.
async fn spend(
    app: &App,
    headers: &HeaderMap,
    from: &From,
    hash: &str,
) -> Result<Option<Response>, Failure> {
    let now = app.clock.now();
    let session = token::fresh();
    let session_hash = token::hash(&session);
    if !app.store.spend_invitation(hash, &session_hash, now).await? {
        return Ok(None);
    }
    if let Some(old) = session_token(headers) {
        app.store.end_session(&token::hash(old), now).await?;
    }
    let viewer = app
        .store
        .viewer(&session_hash, now)
        .await?
        .ok_or(Failure::Broken)?;
    let seconds = u32::try_from(LONGEST_SESSION / 1000).unwrap_or(u32::MAX);
    let cookie = cookie::write(SESSION, &session, seconds, true);
    Ok(Some(
        (
            [(header::SET_COOKIE, cookie)],
            Redirect::to(from.home(&viewer)),
        )
            .into_response(),
    ))
}

fn code_form(
    app: &App,
    reader: &Reader,
    from: &From,
    fault: Option<CodeFault>,
    typed: &str,
) -> Response {
    let to = if from.plain() {
        "/sign-in?back=plain"
    } else {
        "/sign-in"
    };
    let body = front::sign_in(reader.lang, to, fault, typed);
    page(
        app,
        reader,
        Front::of(reader.lang).sign_in,
        Section::Front,
        body,
    )
}

fn wrong_code(app: &App, reader: &Reader, from: &From, fault: CodeFault, typed: &str) -> Response {
    (
        StatusCode::UNPROCESSABLE_ENTITY,
        code_form(app, reader, from, Some(fault), typed),
    )
        .into_response()
}

/// One answer for unknown, spent and expired.
fn gone(app: &App, reader: &Reader) -> Response {
    let title = Front::of(reader.lang).invitation_gone;
    let page = page(
        app,
        reader,
        title,
        Section::Front,
        front::invitation_gone(reader.lang),
    );
    (StatusCode::NOT_FOUND, page).into_response()
}
