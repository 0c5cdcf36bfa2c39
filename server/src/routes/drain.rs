//! Reading what will not be kept.

use axum::body::{Body, Bytes};
use http_body_util::BodyExt;

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
