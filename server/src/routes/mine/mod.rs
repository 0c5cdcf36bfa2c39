//! One's own pages. All of it works with forms and links alone.

mod about;
mod mail;
mod quotes;
mod shares;
mod sign_in;
mod take_in;
mod year;

pub use about::{about, erase, export_html, export_json, withdraw};
pub use mail::{
    again as mail_again, answer, calendar, choose as mail, chosen as mail_chosen, end_calendar,
    make_calendar, right, stop,
};
pub use quotes::{agree, keep, quotes};
pub use shares::{choose, one_shared, share, shared, shares, take_back};
pub use sign_in::{another_device, end, end_others, own_ways, remove, rename};
pub use take_in::{MOST_UPLOAD_BYTES, take_in, walk_file};
pub use year::{one_year, years};

use app::{
    front::Section,
    mine::{self, Appears},
    words::Mine,
};
use axum::{
    Form,
    extract::{Query, State},
    response::{Redirect, Response},
};
use serde::Deserialize;

use crate::{error::Failure, page::page, seat::Reader, state::App, store::Desk};

/// What was done before one's own page was come back to.
#[derive(Debug, Default, Deserialize)]
pub struct After {
    /// How one appears was chosen.
    saved: Option<String>,
}

/// One's own page.
pub async fn home(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let shown = desk.mine().await?;
    let body = mine::home(reader.lang, &shown, after.saved.is_some());
    let title = Mine::of(reader.lang).me;
    Ok(page(&app, &reader, title, Section::Mine, body))
}

/// How a leader appears.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appearing {
    appears: String,
}

/// Chooses how a leader appears, and goes back.
pub async fn appears(
    State(app): State<App>,
    desk: Desk,
    Form(form): Form<Appearing>,
) -> Result<Redirect, Failure> {
    let appears = Appears::from_code(&form.appears).ok_or(Failure::Unreadable)?;
    desk.appear(appears, app.clock.now()).await?;
    Ok(Redirect::to("/me?saved=1#appears"))
}
