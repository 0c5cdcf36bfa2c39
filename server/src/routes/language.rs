//! Choosing the language of the screen.

use app::walk::Lang;
use axum::{
    Form,
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{cookie, error::Failure, lang};

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
        Redirect::to(own_path(&choice.back)),
    )
        .into_response())
}

/// A path on this server, else the start: never another site's address.
fn own_path(back: &str) -> &str {
    let own = back.starts_with('/') && !back.starts_with("//") && !back.contains('\\');
    if own && back.bytes().all(|byte| byte.is_ascii_graphic()) {
        back
    } else {
        "/"
    }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn it_never_leads_to_another_site() {
        assert_eq!(own_path("/board/2026-10?a=b"), "/board/2026-10?a=b");
        for evil in [
            "//evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/\\evil",
            "\\\\evil",
            "",
            "/a\r\nb",
            "/\t/evil",
        ] {
            assert_eq!(own_path(evil), "/", "{evil:?}");
        }
    }
}
