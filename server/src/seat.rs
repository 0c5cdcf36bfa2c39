//! From a request to the person who asks.

use app::walk::Lang;
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, Method, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    cookie,
    error::Failure,
    lang,
    state::App,
    store::Desk,
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
}

/// The signed-in person, when there is one.
#[derive(Clone, Debug)]
pub struct Seat(pub Option<Viewer>);

/// Lets through whoever may use the address. A page sends strangers to sign in and tells others that there is
/// nothing here; the API says 401 and 403.
pub async fn gate(
    State((app, who)): State<(App, Who)>,
    mut request: Request,
    next: Next,
) -> Response {
    let viewer = match seated(&app, request.headers()).await {
        Ok(viewer) => viewer,
        Err(failure) => return failure.into_response(),
    };
    let api = request.uri().path().starts_with("/api/");
    match (who, &viewer) {
        (Who::Unasked | Who::Anyone, _) | (Who::SignedIn, Some(_)) => {}
        (Who::Only(role), Some(viewer)) if viewer.roles.has(role) => {}
        (_, None) if api => return Failure::NotSignedIn.into_response(),
        (_, None) => return Redirect::to(sign_in(request.uri().path())).into_response(),
        (_, Some(_)) if api => return Failure::NotALeader.into_response(),
        (_, Some(_)) => return Failure::NotFound.into_response(),
    }
    request.extensions_mut().insert(Seat(viewer));
    next.run(request).await
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
        None => Ok(None),
        Some(session) => viewer_of(app, session).await,
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
