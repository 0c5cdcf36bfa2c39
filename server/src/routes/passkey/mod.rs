//! What `public/passkey.js` asks for and answers with. Whatever is wrong, the answer says no more than that it did
//! not work.

mod confirm;
mod enter;
mod make;

pub use confirm::{answer as confirmed, ask as confirm};
pub use enter::{answer as entered, ask as enter};
pub(crate) use make::why;
pub use make::{answer as made, ask as make, page};

use axum::{
    Json,
    body::Bytes,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::{
    error::Failure,
    passkey::{Passkeys, Refused},
    state::App,
};

/// Those of this server; it may have none.
fn passkeys(app: &App) -> Result<&Passkeys, Failure> {
    app.passkeys.as_ref().ok_or(Failure::NotFound)
}

/// The options for the browser, with the cookie that its answer needs.
fn asked(options: Value, cookie: HeaderValue) -> Response {
    ([(header::SET_COOKIE, cookie)], Json(options)).into_response()
}

/// What the browser sent.
fn read(body: &Bytes) -> Result<Value, Failure> {
    serde_json::from_slice(body).map_err(|_| Failure::NotJson)
}

/// It did not work. The page may try again.
fn refused(why: &Refused) -> Response {
    tracing::info!(?why, "a passkey was refused");
    said("refused")
}

/// There is no such ceremony any more.
fn over() -> Response {
    said("over")
}

fn said(what: &str) -> Response {
    let answer = Json(json!({ "said": what }));
    (StatusCode::UNPROCESSABLE_ENTITY, answer).into_response()
}
