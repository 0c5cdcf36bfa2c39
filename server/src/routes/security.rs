//! Where to report a weakness (RFC 9116).

use app::walk::Millis;
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::Timestamp;

use crate::{dress::plain, state::App};

/// How long the file may be believed: it is made anew for whoever asks, by whoever runs the server then.
const HOLDS: Millis = 180 * 24 * 60 * 60 * 1000;

/// `/.well-known/security.txt`; 404 where nobody is named (`serve --security-contact`).
pub async fn contact(State(app): State<App>) -> Response {
    let Some(contact) = &app.security_contact else {
        return plain(StatusCode::NOT_FOUND, "nobody is named here\n");
    };
    let until = Timestamp::from_millisecond(app.clock.now().saturating_add(HOLDS));
    let until = until.unwrap_or(Timestamp::MAX);
    let text = format!(
        "Contact: {contact}\nExpires: {until:.0}\nPreferred-Languages: en, cy\nCanonical: {}/.well-known/security.txt\n",
        app.base_url
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
