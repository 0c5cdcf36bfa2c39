//! For whoever watches over the server.

use axum::{extract::State, http::StatusCode, response::Response};

use crate::{dress::plain, state::App};

/// The process is up.
pub async fn alive() -> Response {
    plain(StatusCode::OK, "ok\n")
}

/// The database answers.
pub async fn ready(State(app): State<App>) -> Response {
    match app.store.ready().await {
        Ok(()) => plain(StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            plain(
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
    }
}
