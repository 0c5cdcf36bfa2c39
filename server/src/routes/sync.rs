//! The phone sends what the server does not have.

use app::wire::{MOST_FACTS, MOST_SYNC_BYTES, Problem, SyncReply, SyncRequest};
use axum::{
    Json,
    body::Bytes,
    extract::{Request, State},
    http::header,
};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::drain::drain;
use crate::{error::Failure, state::App, store::Desk};

/// How much of an oversized request is read and thrown away, so that its sender gets the answer.
const MOST_DRAINED_BYTES: usize = 16 * 1024 * 1024;

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
    let body = read(request).await?;
    let text = std::str::from_utf8(&body).map_err(|_| Failure::NotUtf8)?;
    let request: SyncRequest = serde_json::from_str(text).map_err(|_| Failure::NotJson)?;
    if request.facts.len() > MOST_FACTS {
        return Err(Failure::TooMany);
    }
    Ok(Json(desk.append(request, app.clock.now()).await?))
}

async fn read(request: Request) -> Result<Bytes, Failure> {
    let said = request.headers().get(header::CONTENT_LENGTH);
    let said = said.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let mut body = request.into_body();
    if said.is_some_and(|length| length > MOST_SYNC_BYTES) {
        drain(&mut body, MOST_DRAINED_BYTES).await;
        return Err(Failure::TooLarge);
    }
    match Limited::new(&mut body, MOST_SYNC_BYTES).collect().await {
        Ok(read) => Ok(read.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => {
            drain(&mut body, MOST_DRAINED_BYTES).await;
            Err(Failure::TooLarge)
        }
        // It broke off on the way: nothing is known of what it says, and sending it again is right.
        Err(_) => Err(Failure::TooSlow),
    }
}
