//! The board's published months, for other systems of the organisation, with a key.

use app::{walk::Lang, wire::Problem};
use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::threads::reach;
use crate::{
    error::Failure,
    papers::{FigureOut, figures_out},
    state::App,
    store::PublishedMonth,
};

/// The months of an organisation that are published.
#[derive(Debug, Serialize, ToSchema)]
pub struct Months {
    /// The newest first.
    months: Vec<MonthOut>,
}

/// A published month.
#[derive(Debug, Serialize, ToSchema)]
pub struct MonthOut {
    /// Which, such as `2025-10`.
    month: String,
    /// Which version of it: the newest.
    version: u32,
    /// When it was published, milliseconds since 1970.
    published_at: i64,
    /// The fingerprint of its record, which stands in every form of it.
    fingerprint: String,
    /// Where it is read.
    address: String,
}

/// A published month with its figures.
#[derive(Debug, Serialize, ToSchema)]
pub struct MonthFigures {
    /// Which, and which version.
    #[serde(flatten)]
    month: MonthOut,
    /// Every figure, in English.
    en: Vec<FigureOut>,
    /// The same, in Welsh.
    cy: Vec<FigureOut>,
}

/// The published months of an organisation. Ask with `Authorization: Bearer KEY`; a key of one service reads none, as a
/// month is of the whole organisation.
#[utoipa::path(
    get,
    path = "/api/v1/months",
    security(("key" = [])),
    responses(
        (status = 200, description = "The published months", body = Months),
        (status = 401, description = "No key, or one that was ended or has run out", body = Problem),
        (status = 429, description = "Asked too often; Retry-After says when to come back", body = Problem),
    )
)]
pub async fn months(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let reach = match reach(&app, &headers).await? {
        Ok(reach) => reach,
        Err(refused) => return Ok(refused),
    };
    let months = app.store.published_months(&reach).await?;
    let months = months.iter().map(|it| out(&app, it)).collect();
    Ok(Json(Months { months }).into_response())
}

/// A published month with every figure, in both languages. The keys are the same in every month, language and form.
#[utoipa::path(
    get,
    path = "/api/v1/months/{month}",
    params(("month" = String, Path, description = "Such as `2025-10`")),
    security(("key" = [])),
    responses(
        (status = 200, description = "The month", body = MonthFigures),
        (status = 401, description = "No key, or one that was ended or has run out", body = Problem),
        (status = 404, description = "Not published", body = Problem),
        (status = 429, description = "Asked too often; Retry-After says when to come back", body = Problem),
    )
)]
pub async fn month(
    State(app): State<App>,
    Path(month): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let reach = match reach(&app, &headers).await? {
        Ok(reach) => reach,
        Err(refused) => return Ok(refused),
    };
    let month = month.parse().map_err(|_| Failure::NotFound)?;
    let found = app.store.published_month(&reach, month, app.clock.now());
    let (found, page) = found.await?.ok_or(Failure::NotFound)?;
    let whole = MonthFigures {
        month: out(&app, &found),
        en: figures_out(Lang::En, &page),
        cy: figures_out(Lang::Cy, &page),
    };
    Ok(Json(whole).into_response())
}

fn out(app: &App, it: &PublishedMonth) -> MonthOut {
    let month = it.month;
    MonthOut {
        month: month.to_string(),
        version: it.version,
        published_at: it.published_at,
        fingerprint: it.fingerprint.clone(),
        address: format!("{}/board/{month}.v{}", app.base_url, it.version),
    }
}
