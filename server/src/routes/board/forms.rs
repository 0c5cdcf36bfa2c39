//! A month in the forms it is handed out in, to keep.

use std::sync::Arc;

use app::{board::MonthPage, walk::Millis};
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
    table::Counted,
};

use super::asked::{Asked, Form};

/// A month that is handed out, with all that its forms are made of.
pub(super) struct Handed {
    pub(super) asked: Asked,
    pub(super) shown: Arc<KeptMonth>,
    /// The organisation's name.
    pub(super) organisation: String,
    /// The record as a file, of a month that is published.
    pub(super) record: Option<String>,
    /// The walks that are listed with it.
    pub(super) walks: Counted,
}

/// The month in the form asked for. Read by whoever may read the page.
pub(super) async fn file(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    asked: Asked,
    shown: Arc<KeptMonth>,
) -> Result<Response, Failure> {
    let record = match asked.version {
        Some(version) if asked.form == Form::Json => {
            Some(desk.record_file(asked.month, version).await?)
        }
        _ => None,
    };
    let handed = Handed {
        organisation: desk.viewer().organisation_name.get(reader.lang).to_owned(),
        walks: walks(desk, asked, app.clock.now()).await?,
        asked,
        shown,
        record,
    };
    handed.file(app, reader).await
}

impl Handed {
    /// The file of the form asked for.
    pub(super) async fn file(self, app: &App, reader: &Reader) -> Result<Response, Failure> {
        let lang = reader.lang;
        let (page, organisation): (&MonthPage, _) = (&self.shown, &self.organisation);
        let body = match (self.asked.form, self.record) {
            (Form::Page, _) => return Err(Failure::NotFound),
            (Form::Csv, _) => Body::from(papers::csv(lang, page, organisation, &self.walks)?),
            (Form::Xlsx, _) => {
                let made = papers::spreadsheet(lang, page, organisation, &self.walks);
                Body::from(made.map_err(|error| broken(&error))?)
            }
            // A published month is handed out as its record, to be checked by whoever has it.
            (Form::Json, Some(record)) => Body::from(record),
            (Form::Json, None) => {
                let draft = papers::draft(lang, page, organisation);
                Body::from(serde_json::to_vec_pretty(&draft).map_err(|error| broken(&error))?)
            }
            (Form::Pdf, _) => {
                let address = app.base_url.clone();
                let paper = papers::kept(lang, self.shown, self.organisation, address).await?;
                Body::from(Bytes::from_owner(paper))
            }
        };
        Ok(attached(reader, self.asked, body))
    }
}

/// The walks that a version counted, or those that are counted now.
async fn walks(desk: &Desk, asked: Asked, now: Millis) -> Result<Counted, Failure> {
    Ok(match asked.version {
        Some(version) => desk.counted_walks(asked.month, version, now).await?,
        None => desk.counted(asked.month, now).await?,
    })
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
