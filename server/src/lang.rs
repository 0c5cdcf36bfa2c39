//! Which language the reader wants.

use std::convert::Infallible;

use app::walk::Lang;
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

use crate::cookie;

/// The name of the cookie that holds a chosen language: `en` or `cy`. The phone's script reads it too.
pub const COOKIE: &str = "lang";

/// The reader's language: the one chosen on a page, else the first of the browser's that we speak, else English.
#[derive(Clone, Copy, Debug)]
pub struct ReadIn(pub Lang);

impl<S: Sync> FromRequestParts<S> for ReadIn {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(of(&parts.headers)))
    }
}

/// The reader's language, from a request's headers.
#[must_use]
pub fn of(headers: &HeaderMap) -> Lang {
    let chosen = cookie::read(headers, COOKIE).and_then(Lang::from_code);
    let accepted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    chosen
        .or_else(|| accepted.and_then(best))
        .unwrap_or(Lang::En)
}

/// The best language of an `Accept-Language` list that we speak.
fn best(accepted: &str) -> Option<Lang> {
    let mut best: Option<(f32, Lang)> = None;
    for item in accepted.split(',') {
        let mut parts = item.split(';');
        let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let weight = parts
            .find_map(|part| part.trim().strip_prefix("q="))
            .map_or(1.0, |q| q.parse().unwrap_or(0.0));
        let lang = Lang::from_code(tag.split('-').next().unwrap_or_default());
        if let Some(lang) =
            lang.filter(|_| weight > 0.0 && best.is_none_or(|(most, _)| weight > most))
        {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(accept: &str, cookie: &str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, accept.parse().unwrap());
        headers.insert(header::COOKIE, cookie.parse().unwrap());
        of(&headers)
    }

    #[test]
    fn the_choice_wins_then_the_browser_then_english() {
        assert_eq!(read("en-GB,en;q=0.9", "a=b; lang=cy"), Lang::Cy);
        assert_eq!(read("cy-GB,en;q=0.9", ""), Lang::Cy);
        assert_eq!(read("en;q=0.5, cy;q=0.8", ""), Lang::Cy);
        assert_eq!(read("fr, de;q=0.8", ""), Lang::En);
        assert_eq!(read("fr, cy;q=0.1", "lang=xx"), Lang::Cy);
        assert_eq!(read("cy;q=0, en;q=oops", ""), Lang::En);
    }
}
