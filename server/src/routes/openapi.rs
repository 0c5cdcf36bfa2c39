//! The API describes itself.

use axum::Json;
use utoipa::{
    Modify, OpenApi,
    openapi::security::{Http, HttpAuthScheme, SecurityScheme},
};

use super::{briefing, months, photos, sealed, sync, threads};

/// What travels between phone and server.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Firsthand",
        version = "1",
        description = "What travels between a leader's phone and the server, and what other systems of an organisation \
                       may read. Installed phones live for months: \
                       fields are added, never changed.",
    ),
    paths(
        openapi,
        sync::sync,
        briefing::briefing,
        briefing::own_walk,
        photos::put,
        photos::get,
        sealed::take,
        threads::threads,
        months::months,
        months::month
    ),
    modifiers(&Key)
)]
struct Api;

/// How other systems say who they are.
struct Key;

impl Modify for Key {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let key = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        let components = api.components.get_or_insert_default();
        components.add_security_scheme("key", key);
    }
}

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
