//! A leader's own walks over time.

use app::{
    front::Section,
    mine::{self, year_title},
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;

use crate::{error::Failure, page::page, seat::Reader, state::App, store::Desk};

/// Which page of the walks is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Turned {
    page: Option<String>,
}

/// All years.
pub async fn years(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(turned): Query<Turned>,
) -> Result<Response, Failure> {
    shown(&app, &reader, &desk, None, &turned).await
}

/// One of them.
pub async fn one_year(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(year): Path<String>,
    Query(turned): Query<Turned>,
) -> Result<Response, Failure> {
    let digits = year.len() == 4 && year.bytes().all(|it| it.is_ascii_digit());
    let year = year.parse().ok().filter(|_| digits);
    let year = year.ok_or(Failure::NotFound)?;
    shown(&app, &reader, &desk, Some(year), &turned).await
}

async fn shown(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    year: Option<i16>,
    turned: &Turned,
) -> Result<Response, Failure> {
    // What is no page is the first.
    let asked = turned.page.as_deref().and_then(|it| it.parse().ok());
    let walks = desk
        .my_year(year, asked.unwrap_or(1), app.clock.now())
        .await?;
    let body = mine::year(reader.lang, &walks);
    let title = year_title(reader.lang, year);
    Ok(page(app, reader, &title, Section::Mine, body))
}
