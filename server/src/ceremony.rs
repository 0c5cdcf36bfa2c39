//! What a browser has begun and not finished, bound to that browser by a cookie no script can read.

use axum::http::{HeaderMap, HeaderValue};

use crate::{
    cookie,
    error::Failure,
    state::App,
    store::{Begun, Ceremony},
    token,
};

/// Begins a ceremony. The cookie that finishes it.
pub async fn begin(app: &App, what: Ceremony, begun: &Begun) -> Result<HeaderValue, Failure> {
    let token = token::fresh();
    let hash = token::hash(&token);
    let now = app.clock.now();
    app.store.begin_ceremony(what, &hash, begun, now).await?;
    Ok(bound(what, &token))
}

/// The ceremony this browser has begun, which stays.
pub async fn peek(
    app: &App,
    headers: &HeaderMap,
    what: Ceremony,
) -> Result<Option<Begun>, Failure> {
    match hash_of(headers, what) {
        None => Ok(None),
        Some(hash) => Ok(app
            .store
            .peek_ceremony(what, &hash, app.clock.now())
            .await?),
    }
}

/// The ceremony this browser has begun, to finish it: it can be taken once.
pub async fn take(
    app: &App,
    headers: &HeaderMap,
    what: Ceremony,
) -> Result<Option<Begun>, Failure> {
    match hash_of(headers, what) {
        None => Ok(None),
        Some(hash) => Ok(app
            .store
            .take_ceremony(what, &hash, app.clock.now())
            .await?),
    }
}

/// The hash by which this browser's ceremony is found, when it has begun one.
pub fn hash_of(headers: &HeaderMap, what: Ceremony) -> Option<String> {
    let token = cookie::read(headers, name(what)).filter(|token| !token.is_empty());
    token.map(token::hash)
}

/// The cookie that binds a ceremony to a browser.
pub fn bound(what: Ceremony, token: &str) -> HeaderValue {
    let seconds = u32::try_from(what.lasts() / 1000).unwrap_or_default();
    cookie::write(name(what), token, seconds, true)
}

/// Takes that cookie away.
pub fn over(what: Ceremony) -> HeaderValue {
    cookie::write(name(what), "", 0, true)
}

/// The name of that cookie.
pub fn name(what: Ceremony) -> &'static str {
    match what {
        Ceremony::Enrol => "__Host-enrol",
        Ceremony::Make => "__Host-make",
        Ceremony::SignIn => "__Host-signing-in",
        Ceremony::Confirm => "__Host-confirming",
        Ceremony::SingleSignOn => "__Host-single-sign-on",
    }
}
