//! The floor: a leader's walk as plain forms. Every form is a post that makes facts, keeps them as the phone's sync
//! does, and goes back to a page.

mod answer;
mod book;
mod bright;
mod end;
mod friction;
mod start;
mod step;
mod upload;
mod visit;

pub use answer::answer_reply;
pub use bright::{bright, change_bright, new_bright, remove_bright, rewritten};
pub use end::{end, finish, outcome, step_again};
pub use friction::{MOST_UPLOAD_BYTES, change, felt, new, point, remove, remove_photo};
pub use start::{brief, list, start};
pub use step::{answer, interrupted, leave, pause, service, walk};

use app::{front::Section, plain::Address};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::IntoView;

use crate::{page::page, seat::Reader, state::App};

/// A plain page.
fn plain(app: &App, reader: &Reader, title: &str, body: impl IntoView) -> Response {
    page(app, reader, title, Section::Plain, body)
}

/// On to a page, after a form.
fn to(address: Address) -> Response {
    Redirect::to(&address.href()).into_response()
}
