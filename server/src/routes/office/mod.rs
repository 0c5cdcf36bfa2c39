//! The organisation's set-up.

mod audit;
mod people;
mod services;

pub use audit::{audit, csv};
pub use people::{change, disable, enable, end_invitation, person, roles};
pub use services::{add, new, rename, service};

use app::{
    front::Section,
    office::{self, FileFault, Invite, TakenIn},
    words::Office,
};
use axum::{
    Form,
    extract::{Multipart, State, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use tokio::sync::Semaphore;
use uuid::Builder;

use crate::{
    error::Failure,
    invitation::{Invitation, Kind},
    page::page,
    qr,
    seat::Reader,
    state::App,
    store::{Desk, Issued},
    walk_file::{MOST_FILE_BYTES, WalkFile},
    when::when,
};

/// The most bytes that are read of the form with a walk's file, so that whoever sends too much is told.
pub const MOST_UPLOAD_BYTES: usize = 4 * MOST_FILE_BYTES;
/// One at a time: a file is held in memory while it is taken in.
static TAKING_IN: Semaphore = Semaphore::const_new(1);

/// Where the set-up is.
const HERE: &str = "/office";

/// People, services and tasks.
pub async fn office(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    set_up(&app, &reader, &desk, None, None).await
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
    if let Some((_, person)) = fields.iter().find(|(field, _)| field == "person") {
        let (name, issued) = desk.invite_again(person, &made, now).await?;
        return Ok(shown_once(&app, &reader, &desk, &made, issued, &name));
    }
    let invite = Invite::read(&fields);
    if !invite.faults().is_empty() {
        let page = set_up(&app, &reader, &desk, Some(&invite), None).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let id = Builder::from_random_bytes(rand::random())
        .into_uuid()
        .to_string();
    let issued = desk.invite_new(&id, &invite, &made, now).await?;
    let name = &invite.name;
    Ok(shown_once(&app, &reader, &desk, &made, issued, name))
}

/// Takes in a walk that a leader saved to a file, and says what of it.
pub async fn take_in(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let reader = Reader {
        path: HERE.to_owned(),
        ..reader
    };
    let parts = parts.map_err(|_| Failure::Unreadable)?;
    // Never closed.
    let _turn = TAKING_IN.acquire().await.map_err(|_| Failure::Broken)?;
    let file = match file_of(parts).await {
        Ok(file) if file.len() > MOST_FILE_BYTES => Err(FileFault::TooLarge),
        Err(Failure::TooLarge) => Err(FileFault::TooLarge),
        file => Ok(file?),
    };
    let taken = match file.as_deref().map(WalkFile::read) {
        Ok(Ok(file)) => desk.take_in(&file, app.clock.now()).await?,
        Ok(Err(fault)) => Err(fault),
        Err(fault) => Err(*fault),
    };
    let page = set_up(&app, &reader, &desk, None, Some(&taken)).await?;
    Ok(match taken {
        Ok(_) => page,
        Err(_) => (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
    })
}

/// The first file of the form; empty when there is none. Of one that is too large only the beginning is kept.
async fn file_of(mut parts: Multipart) -> Result<Vec<u8>, Failure> {
    let mut file = Vec::new();
    while let Some(mut part) = parts.next_field().await? {
        if part.name() != Some("file") {
            continue;
        }
        while let Some(chunk) = part.chunk().await? {
            if file.len() <= MOST_FILE_BYTES {
                file.extend_from_slice(&chunk);
            }
        }
        return Ok(file);
    }
    Ok(file)
}

async fn set_up(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    typed: Option<&Invite>,
    taken: Option<&Result<TakenIn, FileFault>>,
) -> Result<Response, Failure> {
    let shown = desk.office(app.clock.now()).await?;
    let body = office::office(reader.lang, &shown, typed, taken);
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
