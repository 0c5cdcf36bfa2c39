//! What was done in the organisation, for its administrators.

use app::{
    front::Section,
    office::{self, DeedKind},
    walk::Millis,
    words::Audit,
};
use axum::{
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use crate::{
    error::Failure,
    page::page,
    seat::Reader,
    state::App,
    store::{AuditQuery, Desk},
    table,
};

/// What of the audit is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    person: String,
    #[serde(default)]
    kind: String,
    before: Option<String>,
}

/// A page of it, newest first.
pub async fn audit(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let query = AuditQuery {
        kind: DeedKind::from_code(&asked.kind),
        before: asked.before.as_deref().and_then(place),
        person: asked.person,
    };
    let shown = desk.audit(&query, app.clock.now()).await?;
    let body = office::audit(reader.lang, &shown);
    let title = Audit::of(reader.lang).title;
    Ok(page(&app, &reader, title, Section::Office, body))
}

/// All of it as a table.
pub async fn csv(State(app): State<App>, reader: Reader, desk: Desk) -> Result<Response, Failure> {
    let lines = desk.whole_audit(app.clock.now()).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"audit.csv\"",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, table::audit(reader.lang, &lines)?).into_response())
}

/// `TIME-ID` of the last line of a page.
fn place(before: &str) -> Option<(Millis, String)> {
    let (at, id) = before.split_once('-')?;
    Some((at.parse().ok()?, id.to_owned()))
}
