//! Reading what is only so large, and what will not be kept.

use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::header,
};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::error::Failure;

/// How much of an oversized request is read and thrown away, so that its sender gets the answer.
const MOST_DRAINED_BYTES: usize = 16 * 1024 * 1024;

/// Reads a whole body of at most `most` bytes.
///
/// # Errors
/// [`Failure::TooLarge`], and [`Failure::TooSlow`] when it broke off.
pub async fn read(request: Request, most: usize) -> Result<Bytes, Failure> {
    let said = request.headers().get(header::CONTENT_LENGTH);
    let said = said.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let mut body = request.into_body();
    if said.is_some_and(|length| length > most) {
        drain(&mut body, MOST_DRAINED_BYTES).await;
        return Err(Failure::TooLarge);
    }
    match Limited::new(&mut body, most).collect().await {
        Ok(read) => Ok(read.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => {
            drain(&mut body, MOST_DRAINED_BYTES).await;
            Err(Failure::TooLarge)
        }
        // It broke off on the way: nothing is known of what it says, and sending it again is right.
        Err(_) => Err(Failure::TooSlow),
    }
}

/// Reads and throws away what is left of a body, up to `most` bytes: most clients look for the answer only once all
/// is sent.
pub async fn drain(body: &mut Body, most: usize) {
    let mut drained = 0_usize;
    while let Some(Ok(frame)) = body.frame().await {
        drained = drained.saturating_add(frame.data_ref().map_or(0, Bytes::len));
        if drained > most {
            return;
        }
    }
}
