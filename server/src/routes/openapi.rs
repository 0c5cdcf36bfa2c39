//! The API describes itself.

use axum::Json;
use utoipa::OpenApi;

use super::{briefing, photos, sealed, sync};

/// What travels between phone and server.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Firsthand",
        version = "1",
        description = "What travels between a leader's phone and the server. Installed phones live for months: \
                       fields are added, never changed.",
    ),
    paths(
        openapi,
        sync::sync,
        briefing::briefing,
        briefing::own_walk,
        photos::put,
        photos::get,
        sealed::take
    )
)]
struct Api;

/// This description.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    responses((status = 200, description = "The description of the API, OpenAPI 3.1", body = serde_json::Value))
)]
pub async fn openapi() -> Json<utoipa::openapi::OpenApi> {
    Json(description())
}

/// The description of the API.
#[must_use]
pub fn description() -> utoipa::openapi::OpenApi {
    Api::openapi()
}
