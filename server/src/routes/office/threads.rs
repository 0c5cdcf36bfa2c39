//! What an organisation says of its teams' threads.

use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{HERE, set_up_with};
use crate::{error::Failure, seat::Reader, state::App, store::Desk};

/// The fields of these forms.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    days: String,
    person: String,
}

/// Sets for how many days a team may put its view.
pub async fn reply_days(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let Some(days) = app::office::read_reply_days(&fields.days) else {
        let reader = Reader {
            path: HERE.to_owned(),
            ..reader
        };
        let page = set_up_with(&app, &reader, &desk, None, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    desk.set_reply_days(days, app.clock.now()).await?;
    Ok(Redirect::to("/office#reply-days").into_response())
}

/// Says who is told of a risk at a service.
pub async fn risk_contact(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Redirect, Failure> {
    let person = Some(fields.person.as_str()).filter(|it| !it.is_empty());
    desk.set_risk_contact(&id, person, app.clock.now()).await?;
    Ok(Redirect::to(&format!("/office/services/{id}#risk-contact")))
}
