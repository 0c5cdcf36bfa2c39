//! The organisation's set-up.

mod audit;
mod neighbours;
mod people;
mod services;
mod systems;
mod threads;

pub use audit::{audit, csv};
pub use neighbours::{neighbours, take_offers};
pub use people::{change, disable, enable, end_invitation, person, roles};
pub use services::{add, new, rename, service};
pub use systems::{add_hook, end_hook, end_key, make_key, systems};
pub use threads::{reply_days, risk_contact};

use app::{
    front::Section,
    office::{self, Invite},
    words::Office,
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use uuid::{Builder, Uuid};

use crate::{
    error::Failure,
    invitation::{Invitation, Kind},
    page::page,
    qr,
    seat::Reader,
    state::App,
    store::{Desk, Issued},
    when::when,
};

/// Where the set-up is.
const HERE: &str = "/office";

/// People, services and tasks.
pub async fn office(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    set_up(&app, &reader, &desk, None).await
}

/// Makes an invitation, for a new person or (with the field `person`) for one who is there, and shows it once.
pub async fn invite(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let reader = Reader {
        path: HERE.to_owned(),
        ..reader
    };
    let now = app.clock.now();
    let made = Invitation::fresh();
    let field = |name: &str| fields.iter().find(|(field, _)| field == name);
    if let Some((_, person)) = field("person") {
        if desk.person(person, now).await?.person.disabled {
            return people::not_invited(&app, reader, &desk, person).await;
        }
        let (name, issued) = desk.invite_again(person, &made, now).await?;
        return Ok(shown_once(&app, &reader, &desk, &made, issued, &name));
    }
    let invite = Invite::read(&fields);
    if !invite.faults().is_empty() {
        let page = set_up(&app, &reader, &desk, Some(&invite)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    // The page's: sent twice, the form adds nobody twice.
    let id = field("id").and_then(|(_, id)| Uuid::try_parse(id).ok());
    let id = id.unwrap_or_else(fresh).to_string();
    let Some(issued) = desk.invite_new(&id, &invite, &made, now).await? else {
        return Ok(people::added_before(&id));
    };
    let name = &invite.name;
    Ok(shown_once(&app, &reader, &desk, &made, issued, name))
}

fn fresh() -> Uuid {
    Builder::from_random_bytes(rand::random()).into_uuid()
}

async fn set_up(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    typed: Option<&Invite>,
) -> Result<Response, Failure> {
    set_up_with(app, reader, desk, typed, false).await
}

async fn set_up_with(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    typed: Option<&Invite>,
    days_wrong: bool,
) -> Result<Response, Failure> {
    let mut shown = desk.office(app.clock.now()).await?;
    shown.days_wrong = days_wrong;
    shown.fresh = fresh().to_string();
    let body = office::office(reader.lang, &shown, typed);
    Ok(page(
        app,
        reader,
        Office::of(reader.lang).title,
        Section::Office,
        body,
    ))
}

fn shown_once(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    made: &Invitation,
    issued: Issued,
    name: &str,
) -> Response {
    let shown = office::Invitation {
        name: name.to_owned(),
        demonstration: desk.viewer().demonstration,
        recovery: issued.kind == Kind::Recovery,
        picture: qr::of(&made.address(&app.base_url)),
        address: made.address(&app.base_url),
        code: made.code.clone(),
        typed_at: [&app.base_url, "/sign-in"].concat(),
        until: when(&desk.viewer().time_zone, issued.until, app.clock.now()),
    };
    let title = office::invitation_title(reader.lang, &shown);
    let body = office::invitation(reader.lang, &shown);
    page(app, reader, &title, Section::Office, body)
}
