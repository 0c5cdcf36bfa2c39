//! The public keys that published months are signed with.

use axum::{Json, extract::State};

use crate::{error::Failure, state::App, store::PublicKey};

/// `/.well-known/firsthand-keys.json`: every organisation's keys, the oldest first.
pub async fn keys(State(app): State<App>) -> Result<Json<Vec<PublicKey>>, Failure> {
    Ok(Json(app.store.public_keys().await?))
}
