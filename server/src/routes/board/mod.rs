//! The board's pages. All of it works with links alone.

mod asked;
mod forms;

use app::{
    board::{self, Filter, MonthPage},
    front::Section,
    walk::{WalkId, month::YearMonth},
};
use axum::{
    extract::{Path, Query, State},
    response::{Redirect, Response},
};

use crate::{
    error::Failure,
    page::{answer, drawn, page},
    seat::Reader,
    state::App,
    store::Desk,
};

pub use asked::{Asked, Form};

/// Goes to the newest month with walks.
pub async fn newest(State(app): State<App>, desk: Desk) -> Result<Redirect, Failure> {
    let month = desk.newest_month(app.clock.now()).await?;
    Ok(Redirect::to(&format!("/board/{month}")))
}

/// A month: as a page, or in one of the forms it is handed out in.
pub async fn month(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(asked): Path<String>,
) -> Result<Response, Failure> {
    let asked = Asked::read(&asked)?;
    if asked.version.is_some() {
        // Nothing is published yet.
        return Err(Failure::NotFound);
    }
    let shown = desk.month(asked.month, app.clock.now()).await?;
    if asked.form != Form::Page {
        return forms::file(&app, &reader, &desk, asked, shown).await;
    }
    let draw = |shown: &MonthPage| {
        let title = board::month_title(reader.lang, asked.month);
        let body = board::month_page(reader.lang, shown);
        drawn(&app, &reader, &title, Section::Board, body)
    };
    // The page says its own address, to come back to after a change of language; with a query it is another page.
    let html = if reader.path == format!("/board/{}", asked.month) {
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
    let month = read_month(&month)?;
    let pairs = asked
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let filter = Filter::read(pairs).ok_or(Failure::NotFound)?;
    let shown = desk.evidence(month, filter, app.clock.now()).await?;
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

fn read_month(month: &str) -> Result<YearMonth, Failure> {
    month.parse().map_err(|_| Failure::NotFound)
}
