//! The leader's app: its shell, and the worker that keeps it on the phone.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::{state::App, worker};

/// The shell: the same bytes for everybody, whatever the address under `/walk`.
pub async fn shell(State(app): State<App>, headers: HeaderMap) -> Response {
    app.site.shell.answer(&headers)
}

/// The service worker of this build. Browsers ask for it again at every start.
pub async fn worker(State(app): State<App>) -> Response {
    let source = if app.worker {
        worker::source(&app.site)
    } else {
        worker::NONE.to_owned()
    };
    let mut response = source.into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/javascript; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
