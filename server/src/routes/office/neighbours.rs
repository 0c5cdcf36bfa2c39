//! Which services take offers from other organisations.

use app::{front::Section, office, words::Handed};
use axum::{
    Form,
    extract::State,
    response::{Redirect, Response},
};

use crate::{error::Failure, page::page, seat::Reader, state::App, store::Desk};

const HERE: &str = "/office/neighbours";

/// The page.
pub async fn neighbours(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    let services = desk.takes_offers().await?;
    let title = Handed::of(reader.lang).neighbours;
    let body = office::neighbours(reader.lang, &services);
    Ok(page(&app, &reader, title, Section::Office, body))
}

/// Keeps what was ticked.
pub async fn take_offers(
    State(app): State<App>,
    desk: Desk,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Redirect, Failure> {
    let ticked = fields.into_iter().filter(|(name, _)| name == "service");
    let services: Vec<String> = ticked.map(|(_, id)| id).collect();
    desk.take_offers(&services, app.clock.now()).await?;
    Ok(Redirect::to(HERE))
}
