//! The board's pages. All of it works with links alone.

mod asked;
mod draft;
mod forms;
mod links;

pub use draft::{
    approve, became, close_reply, correct, give_up, open_reply, preview, publish, reason,
    show as draft, words, write_ask,
};
pub use links::{end as end_link, list as links, make as make_link, paper};

use app::{
    board::{self, Filter, MonthPage},
    front::Section,
    walk::{WalkId, month::YearMonth},
};
use axum::{
    extract::{Path, Query, State},
    response::{Redirect, Response},
};

use asked::{Pairs, language, read_in};

use crate::{
    error::Failure,
    page::{answer, drawn, page},
    seat::Reader,
    state::App,
    store::Desk,
    viewer::Role,
};

pub use asked::{Asked, Form};

/// Goes to the newest month with walks.
pub async fn newest(State(app): State<App>, desk: Desk) -> Result<Redirect, Failure> {
    let month = desk.newest_month(app.clock.now()).await?;
    Ok(Redirect::to(&format!("/board/{month}")))
}

/// A month: as a page, or in one of the forms it is handed out in. The newest version where it was published, one version
/// with `.v1` after it, and counted anew where it was not. In the reader's language, or in that which `?lang=cy` asks for.
pub async fn month(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(asked): Path<String>,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Failure> {
    let (path, mut asked) = (format!("/board/{asked}"), Asked::read(&asked)?);
    asked.lang = language(&pairs);
    let reader = read_in(asked.lang, reader);
    let (month, now) = (asked.month, app.clock.now());
    let shown = match desk.published(month, asked.version, now).await? {
        Some(published) => published,
        None if asked.version.is_none() => desk.month(month, now).await?,
        None => return Err(Failure::NotFound),
    };
    if asked.form != Form::Page {
        asked.version = shown.stamp.as_ref().map(|it| it.version);
        return forms::file(&app, &reader, &desk, asked, shown).await;
    }
    let draw = |shown: &MonthPage| {
        let title = board::month_title(reader.lang, month);
        let keeps = desk.viewer().roles.has(Role::Secretary);
        let prepare = keeps.then(|| board::to_draft(reader.lang, month));
        let body = (prepare, board::month_page(reader.lang, shown));
        drawn(&app, &reader, &title, Section::Board, body)
    };
    // The page says its own address, to come back to after a change of language; with a query it is another page.
    let html = if reader.path == path {
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
    let Asked {
        month,
        version,
        form: Form::Page,
        ..
    } = Asked::read(&month)?
    else {
        return Err(Failure::NotFound);
    };
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

/// A month in its one spelling, with nothing after it.
fn read_month(month: &str) -> Result<YearMonth, Failure> {
    month.parse().map_err(|_| Failure::NotFound)
}
