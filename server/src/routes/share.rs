//! Something shared into Firsthand while its worker is not there to take it.

use axum::{extract::Request, response::Redirect};

use super::drain::drain;

/// How much is read and thrown away: some photos as a camera made them.
const MOST_DRAINED_BYTES: usize = 100 * 1024 * 1024;

/// Reads what was shared, keeps nothing of it, and says so in the app: pictures are masked on the phone before
/// anything is stored or sent.
pub async fn share(request: Request) -> Redirect {
    drain(&mut request.into_body(), MOST_DRAINED_BYTES).await;
    Redirect::to("/walk/share?later")
}
