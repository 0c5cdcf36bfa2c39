//! Photos: taking them from phones, and showing them.

use app::{
    walk::{MOST_PHOTO_BYTES, PhotoId},
    wire::{PhotoReply, Problem},
};
use axum::{
    Json,
    body::Body,
    extract::{Path, Query, Request},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use http_body_util::BodyExt;
use serde::Deserialize;
use tokio::sync::oneshot;

use super::drain::drain;
use crate::{
    error::Failure,
    store::{Arriving, Desk, PhotoFault},
};

/// What arrives is kept in pieces of about this many bytes.
const PIECE: usize = 64 * 1024;
/// How much of a request that is refused is read and thrown away.
const MOST_DRAINED_BYTES: usize = 2 * MOST_PHOTO_BYTES as usize;

/// Where the bytes of a request go on.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    from: u32,
}

/// Takes bytes of a photo whose fact is here, from the place `from` on. What arrived of a request that was cut is
/// kept; an empty body only asks how much is here. Once all bytes are here they are checked against the fact, and
/// the picture is made anew from them.
#[utoipa::path(
    put,
    path = "/api/v1/photos/{id}",
    params(
        ("id" = String, Path, description = "The photo's id: that of its `photo_added` fact"),
        ("from" = Option<u32>, Query, description = "The place of the body's first byte in the photo; 0 when not given"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, description = "Taken; `done` once the picture is durable", body = PhotoReply),
        (status = 400, description = "`from` is not a number", body = Problem),
        (status = 401, description = "No session", body = Problem),
        (status = 403, description = "Not a leader, or a write from another site", body = Problem),
        (status = 404, description = "`photo_unknown`: its fact has not arrived, or it is somebody else's", body = Problem),
        (status = 408, description = "The request came too slowly; what arrived is kept", body = Problem),
        (status = 409, description = "Not where the photo goes on: go on from `have`", body = PhotoReply),
        (status = 410, description = "`photo_gone`: it was taken back", body = Problem),
        (status = 413, description = "The photo is larger than 4 MiB", body = Problem),
        (status = 422, description = "`photo_damaged` or `not_an_image`; nothing of it is kept", body = Problem),
        (status = 507, description = "The server's disk is full; what was said to be here is", body = Problem),
    )
)]
pub async fn put(
    desk: Desk,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Result<Response, Failure> {
    let mut body = request.into_body();
    let arriving = match id.parse() {
        Ok(id) => desk.arriving(id).await,
        Err(_) => Err(PhotoFault::Unknown),
    };
    let arriving = match arriving {
        Ok(arriving) => arriving,
        Err(fault) => {
            drain(&mut body, MOST_DRAINED_BYTES).await;
            return answer(Err(fault));
        }
    };
    // By itself, so that what came before a cut is kept although nobody waits for the answer any more.
    let (waiting, left) = oneshot::channel();
    let taken = tokio::spawn(take(arriving, asked.from, body, left)).await;
    drop::<oneshot::Sender<()>>(waiting);
    match taken {
        Ok(done) => answer(done),
        Err(error) => {
            tracing::error!(%error, "a photo was not taken");
            Err(Failure::Broken)
        }
    }
}

async fn take(
    mut arriving: Arriving,
    from: u32,
    mut body: Body,
    left: oneshot::Receiver<()>,
) -> Result<PhotoReply, PhotoFault> {
    match read(&mut arriving, from, &mut body, left).await {
        Ok(()) => arriving.end().await,
        Err(fault) => {
            drain(&mut body, MOST_DRAINED_BYTES).await;
            Err(fault)
        }
    }
}

/// Reads to the end of the body, to the cut, or until nobody waits for the answer.
async fn read(
    arriving: &mut Arriving,
    mut place: u32,
    body: &mut Body,
    mut left: oneshot::Receiver<()>,
) -> Result<(), PhotoFault> {
    let mut piece = Vec::new();
    loop {
        let frame = tokio::select! {
            biased;
            frame = body.frame() => frame,
            _ = &mut left => None,
        };
        let Some(Ok(frame)) = frame else {
            return arriving.take(place, piece).await;
        };
        piece.extend_from_slice(frame.data_ref().map_or(&[], |data| data));
        if piece.len() >= PIECE {
            let taken = u32::try_from(piece.len()).unwrap_or(u32::MAX);
            arriving.take(place, std::mem::take(&mut piece)).await?;
            place = place.saturating_add(taken);
        }
    }
}

fn answer(done: Result<PhotoReply, PhotoFault>) -> Result<Response, Failure> {
    match done {
        Ok(reply) => Ok(Json(reply).into_response()),
        Err(PhotoFault::Elsewhere(have)) => {
            let reply = PhotoReply { have, done: false };
            Ok((StatusCode::CONFLICT, Json(reply)).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// What keeps a picture from ever being run, whatever a browser takes it for.
const HEADERS: [(HeaderName, &str); 3] = [
    (header::CONTENT_TYPE, "image/jpeg"),
    (
        header::CONTENT_SECURITY_POLICY,
        "sandbox; default-src 'none'",
    ),
    (header::CACHE_CONTROL, "private, no-store"),
];

/// The picture, for its author and for the team of the service it was taken at.
#[utoipa::path(
    get,
    path = "/api/v1/photos/{id}",
    params(("id" = String, Path, description = "The photo's id")),
    responses(
        (status = 200, description = "The picture", body = Vec<u8>, content_type = "image/jpeg"),
        (status = 401, description = "No session", body = Problem),
        (status = 404, description = "No such photo, not whole yet, or not yours to see", body = Problem),
    )
)]
pub async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Failure> {
    let id: PhotoId = id.parse().map_err(|_| Failure::NotFound)?;
    let jpeg = desk.photo(id).await?;
    let mut headers = HeaderMap::new();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let name = format!("inline; filename=\"photo-{id}.jpg\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok((headers, jpeg).into_response())
}
