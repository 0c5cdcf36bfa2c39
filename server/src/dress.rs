//! How a failure is said: a page to a person, a [`app::wire::Problem`] to the phone.

use app::{
    front::{self, Section},
    walk::Lang,
};
use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderName, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    error::Failure,
    lang,
    page::page,
    seat::{self, Reader, session_token},
    state::App,
};

#[derive(Clone, Copy)]
struct Plain;

/// An answer for machines, which stays one line of text.
#[must_use]
pub fn plain(status: StatusCode, text: &'static str) -> Response {
    let mut response = (status, text).into_response();
    response.extensions_mut().insert(Plain);
    response
}

/// What is remembered of a request, should it fail.
struct Asked {
    lang: Lang,
    path: String,
    get: bool,
    session: Option<String>,
}

/// Gives every bare failure its words, in the reader's language: JSON under `/api`, a page elsewhere.
pub async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let asked = Asked {
        lang: lang::of(request.headers()),
        path: request.uri().path().to_owned(),
        get: matches!(*request.method(), Method::GET | Method::HEAD),
        session: session_token(request.headers()).map(str::to_owned),
    };
    let response = next.run(request).await;
    match failure_in(&response) {
        None => response,
        Some(failure) if asked.path.starts_with("/api/") => {
            let said = Json(failure.said(asked.lang)).into_response();
            with(failure.status(), said, response)
        }
        Some(failure) => {
            let page = failure_page(&app, failure, asked).await;
            with(failure.status(), page, response)
        }
    }
}

/// The failure, when the answer is a bare one: our own, or a library's with its plain words.
fn failure_in(response: &Response) -> Option<Failure> {
    let ours = response.extensions().get::<Failure>().copied();
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let bare =
        failed && response.extensions().get::<Plain>().is_none() && !dressed_already(response);
    ours.or_else(|| bare.then(|| Failure::of(status)))
}

/// Pages and JSON of our own; anything else is a library's plain text, perhaps with details.
fn dressed_already(response: &Response) -> bool {
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html") || kind == "application/json")
}

/// The page, with the way on to the reader's own pages when it is known who reads.
async fn failure_page(app: &App, failure: Failure, asked: Asked) -> Response {
    // Where the server itself is in trouble, or somebody else made the browser ask, it does not look.
    let known = matches!(
        failure,
        Failure::NotFound
            | Failure::SomebodyElse
            | Failure::Method
            | Failure::Unreadable
            | Failure::TooLarge
    );
    let viewer = match asked.session.filter(|_| known) {
        Some(session) => seat::viewer_of(app, &session).await.unwrap_or_default(),
        None => None,
    };
    let path = if asked.get {
        asked.path
    } else {
        "/".to_owned()
    };
    let reader = Reader {
        lang: asked.lang,
        viewer,
        path,
    };
    let wrong = failure.wrong();
    page(
        app,
        &reader,
        wrong.title(reader.lang),
        Section::Front,
        front::problem(reader.lang, wrong),
    )
}

/// The dressed answer, with the headers the bare one carried (such as `Allow`).
fn with(status: StatusCode, mut dressed: Response, bare: Response) -> Response {
    *dressed.status_mut() = status;
    const OF_THE_BODY: [HeaderName; 2] = [header::CONTENT_LENGTH, header::CONTENT_TYPE];
    for (name, value) in bare.headers() {
        if !OF_THE_BODY.contains(name) {
            dressed.headers_mut().insert(name, value.clone());
        }
    }
    dressed
}
