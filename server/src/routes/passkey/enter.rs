//! Signing in with whichever passkey the person picks.

use axum::{
    Json,
    body::Bytes,
    extract::{Query, State},
    http::{HeaderMap, header::SET_COOKIE},
    response::{AppendHeaders, IntoResponse, Response},
};
use serde_json::json;

use super::{asked, over, passkeys, read, refused};
use crate::{
    ceremony, device,
    error::Failure,
    passkey::decoy,
    routes::sign_in::{From, entered},
    state::App,
    store::{Begun, Ceremony, StoreError, Used},
    token,
};

/// Asks the browser for a passkey. It is the same for everybody.
pub async fn ask(State(app): State<App>) -> Result<Response, Failure> {
    match passkeys(&app)?.ask_who() {
        Err(why) => Ok(refused(&why)),
        Ok(ours) => {
            let begun = Begun {
                person: None,
                state: ours.state,
            };
            let cookie = ceremony::begin(&app, Ceremony::SignIn, &begun).await?;
            Ok(asked(ours.options, cookie))
        }
    }
}

/// Lets in whose passkey it is. A passkey nobody has is checked like any other, so that neither the answer nor the
/// time it takes tells of it.
pub async fn answer(
    State(app): State<App>,
    Query(from): Query<From>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Failure> {
    let passkeys = passkeys(&app)?;
    let begun = ceremony::take(&app, &headers, Ceremony::SignIn).await?;
    let Some(begun) = begun else {
        return Ok(over());
    };
    let answer = read(&body)?;
    let (id, handle) = match passkeys.named(&answer) {
        Ok(named) => named,
        Err(why) => return Ok(refused(&why)),
    };
    let kept = app.store.passkey(&id).await?;
    let kept = kept.unwrap_or_else(|| decoy(&id, handle, &answer));
    let after = match passkeys.is_who(&begun.state, answer, &kept) {
        Ok(after) => after,
        Err(why) => return Ok(refused(&why)),
    };
    let used = Used {
        before: &kept,
        body: &after,
    };
    let session = token::fresh();
    let (hash, device) = (token::hash(&session), device::of(&headers));
    let now = app.clock.now();
    let entering = app.store.enter_by_passkey(used, &hash, &device, now).await;
    match entering {
        Ok(true) => {}
        // Not there, or not to be let in this way.
        Ok(false) | Err(StoreError::NotFound) => return Ok(super::said("refused")),
        Err(error) => return Err(error.into()),
    }
    let (cookie, viewer) = entered(&app, &headers, &session).await?;
    let cookies = [
        (SET_COOKIE, cookie),
        (SET_COOKIE, ceremony::over(Ceremony::SignIn)),
    ];
    let to = from.home(&viewer);
    Ok((AppendHeaders(cookies), Json(json!({ "to": to }))).into_response())
}
