//! One person: name and job, what they may do, and whether they may come in.

use app::{
    front::Section,
    office::{self, Details, Invite, PersonFault, Typed},
};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use serde::Deserialize;

use crate::{error::Failure, page::page, seat::Reader, state::App, store::Desk};

/// The fields of a form, in their order.
type Fields = Form<Vec<(String, String)>>;

/// What was done before the page was come to.
#[derive(Debug, Default, Deserialize)]
pub struct Before {
    added: Option<String>,
}

/// The person's page.
pub async fn person(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Query(before): Query<Before>,
) -> Result<Response, Failure> {
    let typed = Typed {
        added_before: before.added.is_some(),
        ..Typed::default()
    };
    shown(&app, reader, &desk, &id, &typed).await
}

/// To the page of somebody who was added before by the same form.
pub(super) fn added_before(id: &str) -> Response {
    Redirect::to(&[&here(id), "?added=before#invitation"].concat()).into_response()
}

/// Says why a disabled person is not invited.
pub(super) async fn not_invited(
    app: &App,
    reader: Reader,
    desk: &Desk,
    id: &str,
) -> Result<Response, Failure> {
    let typed = Typed {
        cannot_invite: true,
        ..Typed::default()
    };
    wrong(app, reader, desk, id, &typed).await
}

/// Gives the person another name and job.
pub async fn change(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let details = Details::read(&fields);
    if !details.faults().is_empty() {
        let typed = Typed {
            details: Some(details),
            ..Typed::default()
        };
        return wrong(&app, reader, &desk, &id, &typed).await;
    }
    desk.change_person(&id, &details, app.clock.now()).await?;
    Ok(back(&id))
}

/// Gives the person other roles and services.
pub async fn roles(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let new = Invite::read(&fields);
    let mut typed = Typed {
        faults: new.role_faults(),
        ..Typed::default()
    };
    if typed.faults.is_empty() {
        match desk.change_roles(&id, &new, app.clock.now()).await? {
            Ok(()) => return Ok(back(&id)),
            Err(fault) => typed.last = Some(fault),
        }
    }
    typed.roles = Some(new);
    wrong(&app, reader, &desk, &id, &typed).await
}

/// Disables the person.
pub async fn disable(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    if let Err(PersonFault::LastAdministrator) = desk.disable(&id, app.clock.now()).await? {
        let typed = Typed {
            cannot_disable: true,
            ..Typed::default()
        };
        return wrong(&app, reader, &desk, &id, &typed).await;
    }
    Ok(back(&id))
}

/// Lets the person in again, and takes in what their phone sent meanwhile.
pub async fn enable(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    desk.enable(&id, now).await?;
    app.store.take_in_held(&id, now).await?;
    Ok(back(&id))
}

/// Ends the person's open invitation.
pub async fn end_invitation(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    desk.end_invitation(&id, app.clock.now()).await?;
    Ok(back(&id))
}

async fn wrong(
    app: &App,
    reader: Reader,
    desk: &Desk,
    id: &str,
    typed: &Typed,
) -> Result<Response, Failure> {
    let page = shown(app, reader, desk, id, typed).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn shown(
    app: &App,
    reader: Reader,
    desk: &Desk,
    id: &str,
    typed: &Typed,
) -> Result<Response, Failure> {
    let shown = desk.person(id, app.clock.now()).await?;
    let reader = Reader {
        path: here(id),
        ..reader
    };
    let body = office::person(reader.lang, &shown, typed);
    Ok(page(
        app,
        &reader,
        &shown.person.name,
        Section::Office,
        body,
    ))
}

fn here(id: &str) -> String {
    ["/office/people/", id].concat()
}

fn back(id: &str) -> Response {
    Redirect::to(&here(id)).into_response()
}
