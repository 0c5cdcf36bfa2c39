//! What the phone fetches: the news, and a walk's own log.

use app::{
    walk::{Lang, WalkId},
    wire::{Briefing, Problem, Reply, WalkLog},
    words::answered,
};
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use crate::{error::Failure, lang, seat::session_token, state::App, store::Desk};

/// The news for the signed-in person: tasks and situations, replies, what was seen. Kept on the phone; ask again
/// with `If-None-Match`.
#[utoipa::path(
    get,
    path = "/api/v1/briefing",
    responses(
        (status = 200, description = "The news, with an ETag", body = Briefing),
        (status = 304, description = "Nothing new since the ETag"),
        (status = 401, description = "No session", body = Problem),
    )
)]
pub async fn briefing(
    State(app): State<App>,
    desk: Desk,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let mut briefing = desk.briefing().await?;
    let lang = lang::of(&headers);
    let replies = briefing.replies.into_iter();
    briefing.replies = replies.map(|reply| in_words(reply, lang)).collect();
    if let Some(session) = session_token(&headers) {
        let sealing = app.store.sealing(desk.viewer(), session, app.clock.now());
        // A disk that is full keeps nobody from the news.
        briefing.sealing = sealing.await.unwrap_or_else(|error| {
            tracing::warn!(%error, "no ticket to seal with");
            None
        });
    }
    let json = serde_json::to_vec(&briefing).map_err(|_| Failure::Broken)?;
    let hash: String = Sha256::digest(&json)
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let etag = format!("W/\"{hash}\"");
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|tags| tags.to_str().ok())
        .unwrap_or("");
    let mut response = if known.split(',').any(|tag| tag.trim() == etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, "application/json")], json).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-cache"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("cookie"));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    Ok(response)
}

/// A reply as it is read: one that says "not now" says so in words.
pub(super) fn in_words(reply: Reply, lang: Lang) -> Reply {
    let text = answered(lang, reply.not_before.as_deref(), &reply.text);
    Reply { text, ..reply }
}

/// Every fact of one walk, for its author alone: a phone that lost its copy gets it back.
#[utoipa::path(
    get,
    path = "/api/v1/walks/{id}",
    params(("id" = String, Path, description = "The walk's id")),
    responses(
        (status = 200, description = "The walk's log", body = WalkLog),
        (status = 401, description = "No session", body = Problem),
        (status = 403, description = "Not a leader", body = Problem),
        (status = 404, description = "No such walk, or somebody else's", body = Problem),
    )
)]
pub async fn own_walk(desk: Desk, Path(id): Path<String>) -> Result<Json<WalkLog>, Failure> {
    let walk: WalkId = id.parse().map_err(|_| Failure::NotFound)?;
    Ok(Json(WalkLog {
        facts: desk.own_log(walk).await?,
    }))
}
