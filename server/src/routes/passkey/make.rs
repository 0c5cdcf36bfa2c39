//! Making a passkey, after an invitation was spent.

use app::{
    front::{self, Section, Why},
    words::SignIn,
};
use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::HeaderMap,
    response::{AppendHeaders, IntoResponse, Response},
};
use serde_json::json;

use super::{asked, over, passkeys, read, refused};
use crate::{
    ceremony, device,
    error::Failure,
    invitation::Kind,
    page::page as drawn,
    passkey::Fresh,
    routes::{
        front::home_of,
        sign_in::{entered, gone},
    },
    seat::Reader,
    state::App,
    store::{Begun, Ceremony, Made, Maker},
    token,
};
use axum::http::header::SET_COOKIE;

/// The page "Make your passkey". It can be opened as often as one likes while there is time.
pub async fn page(
    State(app): State<App>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let begun = ceremony::peek(&app, &headers, Ceremony::Enrol).await?;
    let Some(begun) = begun else {
        return Ok(gone(&app, &reader));
    };
    let why = why(Kind::from_code(&begun.state));
    let body = front::make(reader.lang, why, &app.base_url);
    let title = SignIn::of(reader.lang).make_title;
    Ok(drawn(&app, &reader, title, Section::Front, body))
}

pub(crate) fn why(kind: Option<Kind>) -> Why {
    match kind {
        Some(Kind::Recovery) => Why::Recovery,
        Some(Kind::Device) => Why::Device,
        Some(Kind::First) | None => Why::First,
    }
}

/// Asks the browser to make one.
pub async fn ask(
    State(app): State<App>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let begun = ceremony::peek(&app, &headers, Ceremony::Enrol).await?;
    let Some((person, kind)) = begun.and_then(|it| Some((it.person?, it.state))) else {
        return Ok(over());
    };
    let Some(maker) = app.store.maker(&person).await? else {
        return Ok(over());
    };
    let maker = match Kind::from_code(&kind) {
        // Those from before go: the device may write over its own.
        Some(Kind::Recovery) => Maker {
            passkeys: Vec::new(),
            ..maker
        },
        _ => maker,
    };
    let organisation = maker.organisation.get(reader.lang).to_owned();
    match passkeys(&app)?.ask_to_make(&maker, &organisation) {
        Err(why) => Ok(refused(&why)),
        Ok(ours) => {
            let begun = Begun {
                person: Some(person),
                state: ours.state,
            };
            let cookie = ceremony::begin(&app, Ceremony::Make, &begun).await?;
            Ok(asked(ours.options, cookie))
        }
    }
}

/// Keeps what was made, and lets the person in.
pub async fn answer(
    State(app): State<App>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Failure> {
    let passkeys = passkeys(&app)?;
    let begun = ceremony::take(&app, &headers, Ceremony::Make).await?;
    let enrolling = ceremony::hash_of(&headers, Ceremony::Enrol);
    let (Some(begun), Some(ceremony_hash)) = (begun, enrolling) else {
        return Ok(over());
    };
    let Fresh { id, body } = match passkeys.made(&begun.state, read(&body)?) {
        Ok(fresh) => fresh,
        Err(why) => return Ok(refused(&why)),
    };
    let session = token::fresh();
    let made = Made {
        ceremony_hash: &ceremony_hash,
        person: begun.person.as_deref().unwrap_or_default(),
        id: &id,
        body: &body,
        session_hash: &token::hash(&session),
        device: &device::of(&headers),
    };
    if !app.store.keep_passkey(made, app.clock.now()).await? {
        return Ok(over());
    }
    let (cookie, viewer) = entered(&app, &headers, &session).await?;
    let cookies = [
        (SET_COOKIE, cookie),
        (SET_COOKIE, ceremony::over(Ceremony::Enrol)),
        (SET_COOKIE, ceremony::over(Ceremony::Make)),
    ];
    let to = home_of(&viewer);
    Ok((AppendHeaders(cookies), Json(json!({ "to": to }))).into_response())
}
