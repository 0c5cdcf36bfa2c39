//! The demonstration's stand-ins for a council's own services.

use app::front::{self, Section};
use axum::{
    extract::{Path, State},
    response::Response,
};

use crate::{error::Failure, page::page, seat::Reader, state::App};

/// The page that a demonstration's task opens in place of the real service. There is none outside a demonstration.
pub async fn stand_in(
    State(app): State<App>,
    reader: Reader,
    Path(task): Path<String>,
) -> Result<Response, Failure> {
    let task = app
        .store
        .demonstration_task(&task)
        .await?
        .ok_or(Failure::NotFound)?;
    let body = front::stand_in(reader.lang, &task);
    Ok(page(
        &app,
        &reader,
        task.name.get(reader.lang),
        Section::Front,
        body,
    ))
}
