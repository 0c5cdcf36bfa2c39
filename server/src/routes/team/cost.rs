//! What a task costs: a page, and its form.

use app::{
    front::Section,
    team::{self, CostPage, TypedVolume, named, nobodies},
};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::journey::{Pairs, days};
use crate::{error::Failure, page::page, seat::Reader, state::App, store::Desk};

/// What a task costs people in a year.
pub async fn cost(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(task): Path<String>,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let (asked, _) = days(&pairs, &desk, now);
    let shown = desk.cost(&task, &asked, now).await?;
    Ok(cost_page(&app, &reader, &shown))
}

/// The form: a year's volume, or a year to take away.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Volume {
    year: String,
    low: String,
    high: String,
    source: String,
    as_it_is: String,
    remove: String,
}

/// Takes the form and goes back to the page; what cannot be taken comes back as it was typed.
pub async fn enter_volume(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(task): Path<String>,
    Query(pairs): Query<Pairs>,
    Form(form): Form<Volume>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let (asked, _) = days(&pairs, &desk, now);
    let mut shown = desk.cost(&task, &asked, now).await?;
    let back = Redirect::to(&asked.cost(&task));
    if let Ok(year) = form.remove.parse() {
        desk.remove_volume(&task, year).await?;
        return Ok(back.into_response());
    }
    let mut typed = TypedVolume {
        year: form.year,
        low: form.low,
        high: form.high,
        source: form.source,
        ..TypedVolume::default()
    };
    let read = typed.read();
    if form.as_it_is.is_empty() {
        let nobodies = nobodies(&shown.organisation, Some(&shown.task));
        typed.named = named(&typed.source, &nobodies);
    }
    match read {
        Ok(new) if typed.named.is_none() => {
            desk.enter_volume(&task, &new, now).await?;
            Ok(back.into_response())
        }
        read => {
            typed.faults = read.err().unwrap_or_default();
            shown.typed = Some(typed);
            let reader = Reader {
                path: asked.cost(&task),
                ..reader
            };
            let page = cost_page(&app, &reader, &shown);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn cost_page(app: &App, reader: &Reader, shown: &CostPage) -> Response {
    let title = team::cost_title(reader.lang, shown);
    let body = team::cost(reader.lang, shown);
    page(app, reader, &title, Section::Journeys, body)
}
