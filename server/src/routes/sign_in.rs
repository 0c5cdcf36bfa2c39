//! Getting in, and out.

use app::front::{self, CodeFault, Leads, Section, Ways};
use app::words::Front;
use axum::{
    Form,
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{front::home_of, passkey::why, sso};
use crate::{
    ceremony, cookie, device,
    error::Failure,
    invitation::{hash_of_address, hash_of_typed},
    limits::NoGuess,
    mark,
    page::page,
    seat::{Reader, SESSION, session_token},
    state::App,
    store::{Ceremony, SignIn, Spend, Spent, longest},
    token,
    viewer::{Role, Viewer},
};

/// Where somebody came from who is to go back there.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    back: Option<String>,
    /// There when this phone heard that its person was erased, and has let go of them.
    erased: Option<String>,
}

impl From {
    /// From the plain pages, or from anywhere else.
    pub(super) fn of(plain: bool) -> Self {
        Self {
            back: plain.then(|| "plain".to_owned()),
            erased: None,
        }
    }

    /// Only the plain pages are gone back to: the app finds its own way, and no address is taken from outside.
    fn plain(&self) -> bool {
        self.back.as_deref() == Some("plain")
    }

    /// Where somebody goes on who has just signed in.
    pub(crate) fn home(&self, viewer: &Viewer) -> &'static str {
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
        None => match code_form(&app, &reader, &from, None, "").await {
            Ok(form) => form,
            Err(failure) => failure.into_response(),
        },
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
        return no_code(&app, &reader, &from, CodeFault::Empty, "").await;
    }
    let Some(hash) = hash_of_typed(&code) else {
        return no_code(&app, &reader, &from, CodeFault::Unknown, &code).await;
    };
    if let Some(sent_on) = sso::only_way(&app, &reader, &hash).await? {
        return Ok(sent_on);
    }
    match spend(&app, &headers, &from, &hash).await? {
        Some(signed_in) => Ok(signed_in),
        None => wrong_code(&app, &reader, &from, CodeFault::Unknown, &code).await,
    }
}

/// An invitation's page. Looking at it spends nothing, so that a mail scanner cannot. A code is nothing here: it is
/// typed where tries are counted.
pub async fn invitation(
    State(app): State<App>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let Some(hash) = hash_of_address(&token) else {
        return Ok(gone(&app, &reader));
    };
    let now = app.clock.now();
    let invited = app.store.peek_invitation(&hash, now).await?;
    let ways = app.store.ways_of_invitation(&hash, now).await?;
    let by = ways.map_or(SignIn::Passkey, |(_, by)| by);
    let title = Front::of(reader.lang).sign_in;
    Ok(match invited {
        None => gone(&app, &reader),
        Some(invited) if by == SignIn::SsoOnly => {
            let body = front::sso_invitation(reader.lang, &invited.organisation, &token);
            page(&app, &reader, title, Section::Front, body)
        }
        Some(invited) => {
            let leads = if invited.demonstration {
                Leads::In
            } else if app.passkeys.is_none() {
                Leads::Nowhere
            } else {
                Leads::Passkey(why(Some(invited.kind)))
            };
            let (name, organisation) = (&invited.name, &invited.organisation);
            let body = front::invitation(reader.lang, name, organisation, leads, &token);
            let too = (by == SignIn::Either).then(|| front::sso_invited_too(reader.lang, &token));
            page(&app, &reader, title, Section::Front, (body, too))
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
    let Some(hash) = hash_of_address(&token) else {
        return Ok(gone(&app, &reader));
    };
    if let Some(sent_on) = sso::only_way(&app, &reader, &hash).await? {
        return Ok(sent_on);
    }
    let signed_in = spend(&app, &headers, &From::default(), &hash).await?;
    Ok(signed_in.unwrap_or_else(|| gone(&app, &reader)))
}

/// Tells the pages after a form's sign-out that `public/leave.js` may not have been there: whatever this browser still
/// holds of anybody is to be put away. Scripts may read it, and take it away when that is done.
const LEFT: &str = "__Host-left";
/// How long that is said, in seconds: a year.
const LEFT_SECONDS: u32 = 365 * 86_400;

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
    let ended = (header::SET_COOKIE, cookie::write(SESSION, "", 0, true));
    let left = (
        header::SET_COOKIE,
        cookie::write(LEFT, "1", LEFT_SECONDS, false),
    );
    Ok(match only {
        Some(_) => (StatusCode::NO_CONTENT, AppendHeaders([ended])).into_response(),
        None => (AppendHeaders([ended, left]), Redirect::to("/")).into_response(),
    })
}

/// Spends an invitation. On a demonstration that is all, and the person is in; elsewhere they make a passkey next.
/// None when it is unknown, spent or expired.
async fn spend(
    app: &App,
    headers: &HeaderMap,
    from: &From,
    hash: &str,
) -> Result<Option<Response>, Failure> {
    let now = app.clock.now();
    let invited = app.store.peek_invitation(hash, now).await?;
    let Some(invited) = invited else {
        return Ok(None);
    };
    if !invited.demonstration && app.passkeys.is_none() {
        // Nothing could come of it: it stays whole.
        return Err(Failure::NotFound);
    }
    let (session, ceremony) = (token::fresh(), token::fresh());
    let spend = Spend {
        session_hash: &token::hash(&session),
        ceremony_hash: &token::hash(&ceremony),
        device: &device::of(headers),
    };
    Ok(match app.store.redeem(hash, spend, now).await? {
        None => None,
        Some(Spent::Session) => {
            let (cookie, viewer) = entered(app, headers, &session).await?;
            let to = Redirect::to(from.home(&viewer));
            Some(([(header::SET_COOKIE, cookie)], to).into_response())
        }
        Some(Spent::Ceremony) => {
            let cookie = ceremony::bound(Ceremony::Enrol, &ceremony);
            let to = Redirect::to("/enrol");
            Some(([(header::SET_COOKIE, cookie)], to).into_response())
        }
    })
}

/// What everybody gets who has just signed in with a fresh session: its cookie. The session this browser had ends.
pub(crate) async fn entered(
    app: &App,
    headers: &HeaderMap,
    session: &str,
) -> Result<(HeaderValue, Viewer), Failure> {
    let now = app.clock.now();
    if let Some(old) = session_token(headers) {
        app.store.end_session(&token::hash(old), now).await?;
    }
    let viewer = app.store.viewer(&token::hash(session), now).await?;
    let viewer = viewer.ok_or(Failure::Broken)?;
    let seconds = u32::try_from(longest(&viewer.roles) / 1000).unwrap_or(u32::MAX);
    Ok((cookie::write(SESSION, session, seconds, true), viewer))
}

async fn code_form(
    app: &App,
    reader: &Reader,
    from: &From,
    fault: Option<CodeFault>,
    typed: &str,
) -> Result<Response, Failure> {
    let ways = Ways {
        passkeys_at: app.passkeys.is_some().then_some(&*app.base_url),
        plain: from.plain(),
        fault,
        typed,
    };
    let offers = app.store.sso_offers().await?;
    let body = (
        from.erased.is_some().then(|| front::erased(reader.lang)),
        front::sign_in(reader.lang, &ways),
        front::single_sign_on(reader.lang, &offers, from.plain()),
    );
    let title = Front::of(reader.lang).sign_in;
    Ok(page(app, reader, title, Section::Front, body))
}

async fn wrong_code(
    app: &App,
    reader: &Reader,
    from: &From,
    fault: CodeFault,
    typed: &str,
) -> Result<Response, Failure> {
    let form = code_form(app, reader, from, Some(fault), typed).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
}

/// The same answer, to what is no code at all.
async fn no_code(
    app: &App,
    reader: &Reader,
    from: &From,
    fault: CodeFault,
    typed: &str,
) -> Result<Response, Failure> {
    let mut answer = wrong_code(app, reader, from, fault, typed).await?;
    answer.extensions_mut().insert(NoGuess);
    Ok(answer)
}

/// One answer for unknown, spent and expired.
pub(crate) fn gone(app: &App, reader: &Reader) -> Response {
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
