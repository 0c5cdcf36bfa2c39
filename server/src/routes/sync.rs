//! The phone sends what the server does not have.

use app::wire::{MOST_FACTS, MOST_SYNC_BYTES, Problem, SyncReply, SyncRequest};
use axum::{
    Json,
    extract::{Request, State},
};

use super::drain::read;
use crate::{error::Failure, state::App, store::Desk};

/// Adds facts to the sender's walks. Idempotent and order-free: send what is not known to be stored, as often as
/// needed. The answer has one item for each fact, in the order sent, and comes when all stored facts are durable.
#[utoipa::path(
    post,
    path = "/api/v1/sync",
    request_body = SyncRequest,
    responses(
        (status = 200, description = "What became of each fact", body = SyncReply),
        (status = 400, description = "Not UTF-8, or not this JSON; nothing was stored", body = Problem),
        (status = 401, description = "No session", body = Problem),
        (status = 403, description = "Not a leader, or a write from another site", body = Problem),
        (status = 408, description = "The request came too slowly, or broke off", body = Problem),
        (status = 413, description = "More than 1 MiB or 500 facts; nothing was stored", body = Problem),
        (status = 500, description = "The server's fault; sending again is harmless", body = Problem),
        (status = 507, description = "The server's disk is full; nothing was stored", body = Problem),
    )
)]
pub async fn sync(
    State(app): State<App>,
    desk: Desk,
    request: Request,
) -> Result<Json<SyncReply>, Failure> {
    let body = read(request, MOST_SYNC_BYTES).await?;
    let text = std::str::from_utf8(&body).map_err(|_| Failure::NotUtf8)?;
    let request: SyncRequest = serde_json::from_str(text).map_err(|_| Failure::NotJson)?;
    if request.facts.len() > MOST_FACTS {
        return Err(Failure::TooMany);
    }
    Ok(Json(desk.append(request, app.clock.now()).await?))
}
