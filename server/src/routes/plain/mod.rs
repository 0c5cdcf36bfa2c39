//! The floor: a leader's walk as plain forms. Every form is a post that makes facts, keeps them as the phone's sync
//! does, and goes back to a page.

mod book;
mod bright;
mod end;
mod friction;
mod start;
mod step;
mod upload;

pub use bright::{bright, change_bright, new_bright, remove_bright, rewritten};
pub use end::{end, finish, outcome, step_again};
pub use friction::{MOST_UPLOAD_BYTES, change, felt, new, point, remove, remove_photo};
pub use start::{brief, list, start};
pub use step::{answer, interrupted, leave, pause, service, walk};

use app::{
    front::Section,
    plain::{Address, Own},
    walk::WalkId,
};
use axum::{
    extract::Request,
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::IntoView;

use crate::{error::Failure, page::page, seat::Reader, state::App, when::when};
use book::Book;

/// True for a friction form. Whether its sender may send one is looked at before anything of it is read.
pub fn may_carry_photos(request: &Request) -> bool {
    let form = request.headers().get(header::CONTENT_TYPE);
    let parts = form.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    parts && request.uri().path().starts_with("/walk/plain/")
}

/// A plain page.
fn plain(app: &App, reader: &Reader, title: &str, body: impl IntoView) -> Response {
    page(app, reader, title, Section::Plain, body)
}

/// A page of a form that was not taken: a change of language leads back to the form, empty.
fn again(app: &App, reader: &Reader, form: Address, title: &str, body: impl IntoView) -> Response {
    let reader = Reader {
        path: form.href(),
        ..reader.clone()
    };
    let page = plain(app, &reader, title, body);
    (axum::http::StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// On to a page, after a form.
fn to(address: Address) -> Response {
    Redirect::to(&address.href()).into_response()
}

fn read_id<T: std::str::FromStr>(id: &str) -> Result<T, Failure> {
    id.parse().map_err(|_| Failure::NotFound)
}

/// A walk as its pages show it.
async fn own(desk: &crate::store::Desk, book: &Book, now: i64) -> Result<Own, Failure> {
    let task = book.walk.started.as_ref().map(|started| &started.task);
    let tasks = desk.briefing().await?.tasks;
    let zone = &desk.viewer().time_zone;
    Ok(Own {
        id: book.id,
        task: tasks.into_iter().find(|it| Some(&it.id) == task),
        began: when(zone, book.walk.started_at.unwrap_or_default(), now),
        walk: book.walk.clone(),
    })
}

/// A walk of the viewer's own, by its id as it stands in the address.
async fn open(app: &App, desk: &crate::store::Desk, id: &str) -> Result<Book, Failure> {
    let id: WalkId = read_id(id)?;
    Book::open(desk, id, app.clock.now()).await
}
