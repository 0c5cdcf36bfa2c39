//! Cookies, read and written.

use axum::http::{HeaderMap, HeaderValue, header};

/// The value of a cookie, when the request carries it.
#[must_use]
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// A cookie for the whole site that lasts `seconds`; none takes it away. `hidden` keeps it from scripts.
#[must_use]
pub fn write(name: &str, value: &str, seconds: u32, hidden: bool) -> HeaderValue {
    let hidden = if hidden { "; HttpOnly" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; SameSite=Lax; Secure{hidden}");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}
