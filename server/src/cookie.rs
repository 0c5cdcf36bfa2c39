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

/// A cookie for the whole site that lasts `seconds`; none takes it away. `kept_from_scripts` hides it from pages.
#[must_use]
pub fn write(name: &str, value: &str, seconds: u32, kept_from_scripts: bool, secure: bool) -> HeaderValue {
    let http_only = if kept_from_scripts { "; HttpOnly" } else { "" };
    let secure = if secure { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; SameSite=Lax{http_only}{secure}");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}
