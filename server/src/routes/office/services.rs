//! Services: adding one, renaming one, and who answers for it.

use app::{
    front::Section,
    office::{self, ServiceName},
};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    error::Failure, import::short_id_of, page::page, seat::Reader, state::App, store::Desk, token,
};

/// The fields of a form, in their order.
type Fields = Form<Vec<(String, String)>>;

/// The service's page.
pub async fn service(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    shown(&app, reader, &desk, &id, None).await
}

/// The form for a new service.
pub async fn new(State(app): State<App>, reader: Reader) -> Response {
    form(&app, &reader, None)
}

/// Adds a service. Its id is made from its name, and is another when that is taken.
pub async fn add(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let name = ServiceName::read(&fields);
    if !name.faults().is_empty() {
        let page = form(&app, &reader, Some(&name));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let now = app.clock.now();
    let mut id = short_id_of(&name.0.en);
    while id.is_empty() || id == "new" || !desk.add_service(&id, &name.0, now).await? {
        let more: String = token::fresh().chars().take(6).collect();
        id = [short_id_of(&name.0.en).as_str(), "-", &more].concat();
    }
    Ok(back(&id))
}

/// Gives the service another name.
pub async fn rename(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let name = ServiceName::read(&fields);
    if !name.faults().is_empty() {
        let page = shown(&app, reader, &desk, &id, Some(&name)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    desk.rename_service(&id, &name.0, app.clock.now()).await?;
    Ok(back(&id))
}

fn form(app: &App, reader: &Reader, typed: Option<&ServiceName>) -> Response {
    let reader = Reader {
        path: "/office/services/new".to_owned(),
        ..reader.clone()
    };
    let title = app::words::People::of(reader.lang).service_new;
    let body = office::new_service(reader.lang, typed);
    page(app, &reader, title, Section::Office, body)
}

async fn shown(
    app: &App,
    reader: Reader,
    desk: &Desk,
    id: &str,
    typed: Option<&ServiceName>,
) -> Result<Response, Failure> {
    let shown = desk.service_page(id).await?;
    let reader = Reader {
        path: here(id),
        ..reader
    };
    let body = office::service(reader.lang, &shown, typed);
    let title = shown.name.get(reader.lang);
    Ok(page(app, &reader, title, Section::Office, body))
}

fn here(id: &str) -> String {
    ["/office/services/", id].concat()
}

fn back(id: &str) -> Response {
    Redirect::to(&here(id)).into_response()
}
