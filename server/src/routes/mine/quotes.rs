//! What a leader lets the board have: words to quote, and commitments kept.

use app::{
    front::Section,
    mine::{self, QuotesPage, Wrote},
    words::Quotes,
};
use axum::{
    Form,
    extract::{Query, State},
    response::{Redirect, Response},
};
use serde::Deserialize;

use crate::{
    error::Failure,
    page::page,
    seat::Reader,
    state::App,
    store::{Agreed, Desk},
};

/// What was done before the page was come back to.
#[derive(Debug, Default, Deserialize)]
pub struct After {
    changed: Option<String>,
}

/// Words to agree to, or to take back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreeing {
    walk: String,
    of: String,
    words: String,
    agree: String,
}

/// A commitment that was kept, or not after all.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keeping {
    walk: String,
    kept: String,
}

/// The page.
pub async fn quotes(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let shown = QuotesPage {
        changed: after.changed.is_some(),
        ..desk.my_quotes(app.clock.now()).await?
    };
    let body = mine::quotes(reader.lang, &shown);
    let title = Quotes::of(reader.lang).title;
    Ok(page(&app, &reader, title, Section::Mine, body))
}

/// Lets the board quote some words, or takes that back, and goes back.
pub async fn agree(
    State(app): State<App>,
    desk: Desk,
    Form(form): Form<Agreeing>,
) -> Result<Redirect, Failure> {
    let walk = form.walk.parse().map_err(|_| Failure::NotFound)?;
    let of = Wrote::from_code(&form.of).ok_or(Failure::NotFound)?;
    let agree = yes_or_no(&form.agree)?;
    let now = app.clock.now();
    let agreed = desk.agree_quote(walk, of, &form.words, agree, now).await?;
    Ok(Redirect::to(match agreed {
        Agreed::Kept => "/me/quotes#words",
        Agreed::Changed => "/me/quotes?changed=1#words",
    }))
}

/// Says that a commitment was kept, or not after all, and goes back.
pub async fn keep(
    State(app): State<App>,
    desk: Desk,
    Form(form): Form<Keeping>,
) -> Result<Redirect, Failure> {
    let walk = form.walk.parse().map_err(|_| Failure::NotFound)?;
    let kept = yes_or_no(&form.kept)?;
    desk.keep_commitment(walk, kept, app.clock.now()).await?;
    Ok(Redirect::to("/me/quotes#commitments"))
}

fn yes_or_no(text: &str) -> Result<bool, Failure> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Failure::Unreadable),
    }
}
