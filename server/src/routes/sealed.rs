//! What a phone sealed at sign-out comes in, whoever has the phone by now.

use app::wire::{MOST_SEALED_BYTES, Problem, SealedReply};
use axum::{
    Json,
    extract::{Request, State},
};

use super::drain::read;
use crate::{error::Failure, state::App};

/// Takes in one seal. Nobody need be signed in, and whoever is makes no difference: what is in the seal says whose it
/// is, and it is added to that person's own walks. Sending it again is harmless. The answer is the same whatever
/// became of it there; once it comes, the phone lets go of the seal.
#[utoipa::path(
    post,
    path = "/api/v1/sealed",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, description = "Here, durably", body = SealedReply),
        (status = 403, description = "A write from another site", body = Problem),
        (status = 408, description = "The request came too slowly, or broke off", body = Problem),
        (status = 413, description = "More than 1 MiB; nothing was stored", body = Problem),
        (status = 422, description = "`seal_refused`: not sealed to this server, or touched, or not by somebody of it; nothing was stored", body = Problem),
        (status = 500, description = "The server's fault; sending again is harmless", body = Problem),
        (status = 507, description = "The server's disk is full; nothing was stored", body = Problem),
    )
)]
pub async fn take(State(app): State<App>, request: Request) -> Result<Json<SealedReply>, Failure> {
    let sealed = read(request, MOST_SEALED_BYTES).await?;
    if app.store.take_seal(&sealed, app.clock.now()).await? {
        Ok(Json(SealedReply { taken: true }))
    } else {
        Err(Failure::SealRefused)
    }
}
