//! The built site's files.

use axum::{
    extract::State,
    http::{HeaderMap, Method, StatusCode, Uri},
    response::{IntoResponse, Response},
};

use crate::{dress::plain, error::Failure, state::App};

/// A file of the built site. A missing one under `/pkg` is a plain 404: a page there would be taken for the app.
pub async fn file(
    State(app): State<App>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match app.site.file(uri.path()) {
        _ if !matches!(method, Method::GET | Method::HEAD) => Failure::NotFound.into_response(),
        Some(file) => file.answer(&headers),
        None if uri.path().starts_with("/pkg/") => plain(StatusCode::NOT_FOUND, "no such file\n"),
        None => Failure::NotFound.into_response(),
    }
}
