//! From a request to the person who asks.

use app::walk::Lang;
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, Method, StatusCode, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    cookie,
    error::Failure,
    lang, mark,
    routes::confirm,
    state::App,
    store::{
        Desk,
        audit::{Deed, What},
    },
    token,
    viewer::{Role, Viewer},
};

/// The cookie that holds a session's token. The prefix ties it to this host, over HTTPS, for all paths; browsers
/// make an exception for the loopback address.
pub const SESSION: &str = "__Host-session";

/// Who may use an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody need sign in, and who it is makes no difference.
    Unasked,
    /// Nobody need sign in; whoever is, is known.
    Anyone,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever has this role.
    Only(Role),
    /// Whoever has one of these roles.
    Either(Role, Role),
}

/// The signed-in person, when there is one.
#[derive(Clone, Debug)]
pub struct Seat(pub Option<Viewer>);

/// What an address asks of whoever comes.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// The path as it stands in the table.
    pub path: &'static str,
    /// Who may use it.
    pub who: Who,
    /// True when they must have proved a moment ago that they are there.
    pub confirmed: bool,
}

/// Lets through whoever may use the address. A page sends strangers to sign in and tells others that there is
/// nothing here; the API says 401 and 403. What a signed-in person is denied is noted.
pub async fn gate(
    State((app, door)): State<(App, Door)>,
    mut request: Request,
    next: Next,
) -> Response {
    let viewer = match seated(&app, request.headers()).await {
        Ok(viewer) => viewer,
        Err(failure) => return failure.into_response(),
    };
    let now = app.clock.now();
    let api = request.uri().path().starts_with("/api/");
    if let Some(viewer) = viewer.as_ref().filter(|_| door.who != Who::Unasked)
        && *request.method() != Method::GET
        && !mark::is_made_for(request.uri().query(), &viewer.person)
    {
        return Failure::SomebodyElse.into_response();
    }
    let answer = match (door.who, &viewer) {
        (Who::SignedIn, Some(_)) | (Who::Unasked | Who::Anyone, _) => None,
        (Who::Only(role), Some(viewer)) if viewer.roles.has(role) => None,
        (Who::Either(one, other), Some(viewer))
            if viewer.roles.has(one) || viewer.roles.has(other) =>
        {
            None
        }
        (_, None) if api => return unknown(&app, request.headers()).await.into_response(),
        (_, None) => return Redirect::to(sign_in(request.uri().path())).into_response(),
        (_, Some(_)) if api => Some(Failure::NotALeader.into_response()),
        (_, Some(_)) => Some(Failure::NotFound.into_response()),
    };
    let answer = match (answer, &viewer) {
        (Some(denied), _) => denied,
        (None, Some(viewer)) if door.confirmed && !viewer.is_confirmed(now) => {
            return confirm::first(&app, viewer, request).await;
        }
        (None, _) => {
            request.extensions_mut().insert(Seat(viewer.clone()));
            next.run(request).await
        }
    };
    if let Some(viewer) = &viewer {
        note_denied(&app, &door, viewer, answer.status()).await;
    }
    answer
}

/// What a phone is told that comes without a session that counts: to sign in again, or that its person was erased.
async fn unknown(app: &App, headers: &HeaderMap) -> Failure {
    let session = session_token(headers).filter(|session| mark::is_meant(headers, session));
    let Some(session) = session else {
        return Failure::NotSignedIn;
    };
    match app.store.was_erased(&token::hash(session)).await {
        Ok(true) => Failure::Erased,
        Ok(false) => Failure::NotSignedIn,
        Err(error) => error.into(),
    }
}

/// Notes that somebody was told of nothing, or was not let: that may be somebody trying doors. One who tries the same
/// again and again leaves one line in a while, so that the others stay to be seen.
async fn note_denied(app: &App, door: &Door, viewer: &Viewer, status: StatusCode) {
    if !matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN) {
        return;
    }
    let now = app.clock.now();
    if !app.denials.is_new(&viewer.person, door.path, now) {
        tracing::info!(person = viewer.person, path = door.path, "denied again");
        return;
    }
    let deed = Deed {
        organisation: &viewer.organisation,
        person: Some(&viewer.person),
        what: What::Denied,
        about: door.path,
    };
    if let Err(error) = app.store.note(deed, now).await {
        app.denials.forget(&viewer.person, door.path);
        tracing::warn!(%error, "could not note what was denied");
    }
}

/// Where a stranger signs in. The plain pages are come back to: from them nothing else leads there.
fn sign_in(path: &str) -> &'static str {
    if path.starts_with("/walk/plain") {
        "/sign-in?back=plain"
    } else {
        "/sign-in"
    }
}

/// Who sent a request with these headers.
async fn seated(app: &App, headers: &HeaderMap) -> Result<Option<Viewer>, Failure> {
    match session_token(headers) {
        Some(session) if mark::is_meant(headers, session) => viewer_of(app, session).await,
        _ => Ok(None),
    }
}

/// Who a session's token belongs to.
pub(crate) async fn viewer_of(app: &App, session: &str) -> Result<Option<Viewer>, Failure> {
    let hash = token::hash(session);
    Ok(app.store.viewer(&hash, app.clock.now()).await?)
}

/// The session's token, when the request carries one.
pub(crate) fn session_token(headers: &HeaderMap) -> Option<&str> {
    cookie::read(headers, SESSION).filter(|token| !token.is_empty())
}

impl FromRequestParts<App> for Seat {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        match parts.extensions.get::<Self>() {
            Some(seat) => Ok(seat.clone()),
            None => seated(app, &parts.headers).await.map(Self),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Viewer {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let seat = parts.extensions.get::<Seat>();
        seat.and_then(|seat| seat.0.clone())
            .ok_or(Failure::NotSignedIn)
    }
}

impl FromRequestParts<App> for Desk {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let viewer = Viewer::from_request_parts(parts, app).await?;
        Ok(app.store.desk(&viewer))
    }
}

/// The reader's language and where they are: what a page needs besides its own content.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The language of the screen.
    pub lang: Lang,
    /// Who is signed in, if anybody.
    pub viewer: Option<Viewer>,
    /// The path and query asked for; `/` for a write.
    pub path: String,
}

impl FromRequestParts<App> for Reader {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Seat(viewer) = Seat::from_request_parts(parts, app).await?;
        let asked = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        let path = if parts.method == Method::GET {
            asked
        } else {
            "/"
        };
        Ok(Self {
            lang: lang::of(&parts.headers),
            viewer,
            path: path.to_owned(),
        })
    }
}
