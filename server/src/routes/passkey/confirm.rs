//! Proving to be there with a passkey of one's own. The page's form then goes on.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, header::SET_COOKIE},
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::{asked, over, passkeys, read, refused};
use crate::{
    ceremony,
    error::Failure,
    state::App,
    store::{Begun, Ceremony, How, Used},
    viewer::Viewer,
};

/// Asks the browser for one of the person's passkeys.
pub async fn ask(State(app): State<App>, viewer: Viewer) -> Result<Response, Failure> {
    let kept = app.store.passkeys_of(&viewer.person).await?;
    match passkeys(&app)?.ask_for(&kept) {
        Err(why) => Ok(refused(&why)),
        Ok(ours) => {
            let begun = Begun {
                person: Some(viewer.person),
                state: ours.state,
            };
            let cookie = ceremony::begin(&app, Ceremony::Confirm, &begun).await?;
            Ok(asked(ours.options, cookie))
        }
    }
}

/// Takes the proof.
pub async fn answer(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Failure> {
    let passkeys = passkeys(&app)?;
    let begun = ceremony::take(&app, &headers, Ceremony::Confirm).await?;
    let Some(begun) = begun.filter(|it| it.person.as_deref() == Some(&viewer.person)) else {
        return Ok(over());
    };
    let kept = app.store.passkeys_of(&viewer.person).await?;
    let (before, after) = match passkeys.is_there(&begun.state, read(&body)?, &kept) {
        Ok(there) => there,
        Err(why) => return Ok(refused(&why)),
    };
    let used = Used {
        before,
        body: &after,
    };
    let now = app.clock.now();
    if !app.store.note_passkey_used(used, now).await? {
        return Ok(super::said("refused"));
    }
    app.store.confirm(&viewer, How::Passkey, now).await?;
    let cookie = ceremony::over(Ceremony::Confirm);
    let answer = Json(json!({ "confirmed": true }));
    Ok(([(SET_COOKIE, cookie)], answer).into_response())
}
