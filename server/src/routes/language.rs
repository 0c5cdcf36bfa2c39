//! Choosing the language of the screen.

use app::walk::Lang;
use axum::{
    Form,
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{cookie, error::Failure, lang, next};

const YEAR: u32 = 365 * 24 * 60 * 60;

/// The form in every page's frame.
#[derive(Deserialize)]
pub struct Choice {
    lang: String,
    #[serde(default)]
    back: String,
}

/// Remembers the language and goes back to the page.
pub async fn choose(Form(choice): Form<Choice>) -> Result<Response, Failure> {
    let lang = Lang::from_code(&choice.lang).ok_or(Failure::Unreadable)?;
    // The phone's script reads this cookie, and it holds nothing to steal.
    let cookie = cookie::write(lang::COOKIE, lang.code(), YEAR, false);
    Ok((
        [(header::SET_COOKIE, cookie)],
        Redirect::to(next::within(Some(&choice.back))),
    )
        .into_response())
}
