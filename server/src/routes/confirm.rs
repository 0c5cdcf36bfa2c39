//! A fresh proof that the person is there, before what must not happen from an unlocked screen.

use app::{
    front::{self, Section},
    words::Front,
};
use axum::{
    extract::{Form, FromRequest, Query, Request, State},
    http::{Method, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    error::Failure,
    next,
    page::page as drawn,
    seat::{Reader, Seat},
    state::App,
    store::How,
    viewer::Viewer,
};

/// Where to go on afterwards.
#[derive(Debug, Default, Deserialize)]
pub struct Onward {
    pub(super) next: Option<String>,
    /// True when it is a form to be sent there, with the fields that came along.
    #[serde(default)]
    pub(super) carry: bool,
}

/// What somebody gets who asked for what needs a fresh proof: a page is come back to, a form's fields are carried on.
pub(crate) async fn first(app: &App, viewer: &Viewer, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    // With its query: what was chosen on the page before is not lost.
    let asked_for = request
        .uri()
        .path_and_query()
        .map_or_else(|| path.clone(), ToString::to_string);
    if path.starts_with("/api/") {
        return Failure::ConfirmFirst.into_response();
    }
    if request.method() == Method::GET {
        return Redirect::to(&["/confirm?next=", &next::encoded(&asked_for)].concat())
            .into_response();
    }
    request.extensions_mut().insert(Seat(Some(viewer.clone())));
    let (mut parts, body) = request.into_parts();
    let reader =
        <Reader as axum::extract::FromRequestParts<App>>::from_request_parts(&mut parts, app).await;
    let Ok(reader) = reader else {
        return Failure::Broken.into_response();
    };
    let fields =
        Form::<Vec<(String, String)>>::from_request(Request::from_parts(parts, body), app).await;
    let Ok(Form(fields)) = fields else {
        return Failure::Unreadable.into_response();
    };
    let onward = Onward {
        next: Some(path),
        carry: true,
    };
    match asked(app, &reader, viewer, &onward, &fields).await {
        Ok(page) => (StatusCode::FORBIDDEN, page).into_response(),
        Err(failure) => failure.into_response(),
    }
}

/// The page that asks for it.
pub async fn page(
    State(app): State<App>,
    reader: Reader,
    viewer: Viewer,
    Query(onward): Query<Onward>,
) -> Result<Response, Failure> {
    let onward = Onward {
        carry: false,
        ..onward
    };
    asked(&app, &reader, &viewer, &onward, &[]).await
}

/// Goes on. The page proved with a passkey before it sent this; on a demonstration the button alone is proof enough.
pub async fn confirm(
    State(app): State<App>,
    viewer: Viewer,
    Query(onward): Query<Onward>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    if viewer.demonstration {
        app.store.confirm(&viewer, How::Invitation, now).await?;
    } else if !viewer.is_confirmed(now) {
        return Err(Failure::ConfirmFirst);
    }
    let to = next::within(onward.next.as_deref());
    Ok(if onward.carry {
        // The browser sends the same fields again, there.
        Redirect::temporary(to).into_response()
    } else {
        Redirect::to(to).into_response()
    })
}

async fn asked(
    app: &App,
    reader: &Reader,
    viewer: &Viewer,
    onward: &Onward,
    fields: &[(String, String)],
) -> Result<Response, Failure> {
    if app.store.came_by_sso(viewer).await? {
        return Ok(super::sso::asked(app, reader, onward, fields));
    }
    let next = next::encoded(next::within(onward.next.as_deref()));
    let carry = if onward.carry { "&carry=true" } else { "" };
    let able = app.passkeys.is_some()
        && !viewer.demonstration
        && !app.store.passkeys_of(&viewer.person).await?.is_empty();
    let asked = front::Confirm {
        action: ["/confirm?next=", &next, carry].concat(),
        carried: onward.carry.then(|| fields.to_vec()),
        demonstration: viewer.demonstration,
        passkeys_at: able.then(|| app.base_url.to_string()),
    };
    let title = Front::of(reader.lang).confirm;
    let body = front::confirm(reader.lang, &asked);
    Ok(drawn(app, reader, title, Section::Front, body))
}
