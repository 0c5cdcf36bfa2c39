//! A walk of one's own that comes in a file instead of from its phone.

use app::{
    front::Section,
    mine::{self, FileFault, TakenIn},
    words::TakeIn,
};
use axum::{
    extract::{Multipart, State, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use tokio::sync::Semaphore;

use crate::{
    error::Failure,
    page::page,
    seat::Reader,
    state::App,
    store::Desk,
    walk_file::{MOST_FILE_BYTES, WalkFile},
};

/// The most bytes that are read of the form with a walk's file, so that whoever sends too much is told.
pub const MOST_UPLOAD_BYTES: usize = 4 * MOST_FILE_BYTES;
/// One at a time: a file is held in memory while it is taken in.
static TAKING_IN: Semaphore = Semaphore::const_new(1);

/// Where the page is.
const HERE: &str = "/me/walk-file";

/// The page that takes a file.
pub async fn walk_file(State(app): State<App>, reader: Reader) -> Response {
    shown(&app, &reader, None)
}

/// Takes in a walk that the reader saved to a file, and says what of it.
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
    let page = shown(&app, &reader, Some(&taken));
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

fn shown(app: &App, reader: &Reader, done: Option<&Result<TakenIn, FileFault>>) -> Response {
    let title = TakeIn::of(reader.lang).title;
    let body = mine::take_in(reader.lang, done);
    page(app, reader, title, Section::Mine, body)
}
