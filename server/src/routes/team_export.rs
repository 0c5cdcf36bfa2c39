//! Copies of what was felt, to take away.

use app::{
    front::Section,
    team::{self, ExportPage},
    walk::Millis,
    words::Exports,
};
use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use crate::{
    error::Failure,
    outgoing::{self, Format},
    page::page as drawn,
    seat::Reader,
    state::App,
    store::{Copied, Desk},
    when::{day_begins, day_ends},
};

/// What is asked for. What cannot be read asks for more, never for what is not the viewer's.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    what: String,
    #[serde(default)]
    format: String,
    #[serde(default)]
    service: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

/// The page on which a copy is chosen.
pub async fn page(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let shown = ExportPage {
        services: desk.services_to_copy().await?,
        service: Some(asked.service).filter(|it| !it.is_empty()),
    };
    let body = team::export(reader.lang, &shown);
    let title = Exports::of(reader.lang).title;
    Ok(drawn(&app, &reader, title, Section::Team, body))
}

/// The copy itself, as it is read.
pub async fn file(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let (what, stem) = match asked.what.as_str() {
        "friction" => (Copied::Friction, "friction"),
        _ => (Copied::Threads, "threads"),
    };
    let format = Format::from_ending(&asked.format).unwrap_or(Format::Csv);
    let name = [stem, ".", format.ending()].concat();
    let zone = &desk.viewer().time_zone;
    let felt = (
        day_begins(zone, &asked.from).unwrap_or(Millis::MIN),
        day_ends(zone, &asked.until).unwrap_or(Millis::MAX),
    );
    let service = Some(asked.service.as_str()).filter(|it| !it.is_empty());
    let copying = desk.copy(service, felt, &name, now).await?;
    let body = outgoing::body(copying, what, format, reader.lang);
    Ok((headers(format, &name), body).into_response())
}

fn headers(format: Format, name: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(format.media_type()),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let attached = format!("attachment; filename=\"firsthand-{name}\"");
    if let Ok(attached) = HeaderValue::from_str(&attached) {
        headers.insert(header::CONTENT_DISPOSITION, attached);
    }
    headers
}
