//! The board's pages. All of it works with links alone.

mod draft;
mod links;

pub use draft::{
    approve, became, close_reply, correct, open_reply, preview, publish, reason, show as draft,
    words, write_ask,
};
pub use links::{end as end_link, list as links, make as make_link, paper};

use app::{
    board::{self, Filter, MonthPage},
    front::Section,
    walk::{WalkId, month::YearMonth},
};
use axum::{
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    error::Failure,
    page::{answer, drawn, page},
    seat::Reader,
    state::App,
    store::Desk,
    table,
    viewer::Role,
};

/// Goes to the newest month with walks.
pub async fn newest(State(app): State<App>, desk: Desk) -> Result<Redirect, Failure> {
    let month = desk.newest_month(app.clock.now()).await?;
    Ok(Redirect::to(&format!("/board/{month}")))
}

/// A month: as a page, or with `.csv` after it as a table. The newest version where it was published, one version with
/// `.v1` after it, and counted anew where it was not.
pub async fn month(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
) -> Result<Response, Failure> {
    let (asked, as_table) = match month.strip_suffix(".csv") {
        Some(asked) => (asked, true),
        None => (month.as_str(), false),
    };
    let (month, version) = read_asked(asked)?;
    let now = app.clock.now();
    let shown = match desk.published(month, version, now).await? {
        Some(published) => published,
        None if version.is_none() => desk.month(month, now).await?,
        None => return Err(Failure::NotFound),
    };
    if as_table {
        let walks = match &shown.stamp {
            Some(stamp) => desk.counted_walks(month, stamp.version, now).await?,
            None => desk.counted(month, now).await?,
        };
        return Ok(file(asked, table::month(reader.lang, &shown, &walks)?));
    }
    let draw = |shown: &MonthPage| {
        let title = board::month_title(reader.lang, month);
        let keeps = desk.viewer().roles.has(Role::Secretary);
        let prepare = keeps.then(|| board::to_draft(reader.lang, month));
        let body = (prepare, board::month_page(reader.lang, shown));
        drawn(&app, &reader, &title, Section::Board, body)
    };
    // The page says its own address, to come back to after a change of language; with a query it is another page.
    let html = if reader.path == format!("/board/{asked}") {
        shown.drawn(&desk.viewer().person, reader.lang, draw)
    } else {
        draw(&shown).into()
    };
    Ok(answer(&reader, html.to_string()))
}

/// The walks behind a figure.
pub async fn walks(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (month, version) = read_asked(&month)?;
    let pairs = asked
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let filter = Filter::read(pairs).ok_or(Failure::NotFound)?;
    let now = app.clock.now();
    let published = desk.published(month, version, now).await?;
    let shown = match published.as_ref().and_then(|it| it.stamp.as_ref()) {
        Some(stamp) => {
            desk.published_evidence(month, stamp.version, filter, now)
                .await?
        }
        None if version.is_none() => desk.evidence(month, filter, now).await?,
        None => return Err(Failure::NotFound),
    };
    let title = board::walks_title(reader.lang, &shown);
    let body = board::walks_page(reader.lang, &shown);
    Ok(page(&app, &reader, &title, Section::Board, body))
}

/// One walk.
pub async fn walk(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id: WalkId = id.parse().map_err(|_| Failure::NotFound)?;
    let shown = desk.board_walk(id, app.clock.now()).await?;
    let title = board::walk_title(reader.lang, &shown);
    let body = board::walk_page(reader.lang, &shown);
    Ok(page(&app, &reader, &title, Section::Board, body))
}

/// Reads `2025-10`, or `2025-10.v1` for one version.
fn read_asked(asked: &str) -> Result<(YearMonth, Option<u32>), Failure> {
    let (month, version) = match asked.split_once(".v") {
        Some((month, version)) => (month, Some(read_version(version)?)),
        None => (asked, None),
    };
    let month = month.parse().map_err(|_| Failure::NotFound)?;
    Ok((month, version))
}

/// Reads a version in its one spelling.
fn read_version(text: &str) -> Result<u32, Failure> {
    let version: u32 = text.parse().map_err(|_| Failure::NotFound)?;
    if version == 0 || version.to_string() != text {
        return Err(Failure::NotFound);
    }
    Ok(version)
}

/// A file to keep.
fn file(name: &str, table: String) -> Response {
    let mut response = table.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = format!("attachment; filename=\"firsthand-{name}.csv\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
