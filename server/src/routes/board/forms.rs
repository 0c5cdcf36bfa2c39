//! A month in the forms it is handed out in, to keep.

use std::sync::Arc;

use app::board::MonthPage;
use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::{
    error::Failure,
    papers,
    seat::Reader,
    state::App,
    store::{Desk, KeptMonth},
};

use super::asked::{Asked, Form};

/// The month in the form asked for. Read by whoever may read the page.
pub(super) async fn file(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    asked: Asked,
    shown: Arc<KeptMonth>,
) -> Result<Response, Failure> {
    let lang = reader.lang;
    let page: &MonthPage = &shown;
    let organisation = desk.viewer().organisation_name.get(lang).to_owned();
    let now = app.clock.now();
    let body = match asked.form {
        Form::Page => return Err(Failure::NotFound),
        Form::Csv => {
            let walks = desk.counted(asked.month, now).await?;
            Body::from(papers::csv(lang, page, &organisation, &walks)?)
        }
        Form::Xlsx => {
            let walks = desk.counted(asked.month, now).await?;
            let made = papers::spreadsheet(lang, page, &organisation, &walks);
            Body::from(made.map_err(|error| broken(&error))?)
        }
        // A published month is handed out as its record: that is the other arm.
        Form::Json => {
            let draft = papers::draft(lang, page, &organisation);
            let text = serde_json::to_vec_pretty(&draft).map_err(|error| broken(&error))?;
            Body::from(text)
        }
        Form::Pdf => {
            let address = app.base_url.clone();
            let paper = papers::kept(lang, shown, organisation, address).await?;
            Body::from(Bytes::from_owner(paper))
        }
    };
    Ok(attached(reader, asked, body))
}

fn attached(reader: &Reader, asked: Asked, body: Body) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static(asked.form.media_type());
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let language = HeaderValue::from_static(reader.lang.code());
    headers.insert(header::CONTENT_LANGUAGE, language);
    let name = format!("attachment; filename=\"{}\"", asked.file_name());
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

fn broken(error: &dyn std::error::Error) -> Failure {
    tracing::error!(%error, "a month could not be written as a file");
    Failure::Broken
}
