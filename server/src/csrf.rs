//! Writes must come from our own pages.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{error::Failure, state::App};

/// The paths that take writes from anywhere: those marked so in the table of routes.
pub type Anywhere = Arc<[&'static str]>;

/// Refuses a write that a page of another site could have caused.
///
/// Every browser of the last years says where a request comes from in `Sec-Fetch-Site`; older ones name their
/// `Origin`. A write that says neither is refused too.
pub async fn guard(
    State((app, anywhere)): State<(App, Anywhere)>,
    request: Request,
    next: Next,
) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let safe = safe || anywhere.contains(&request.uri().path());
    if safe || from_our_own_pages(request.headers(), &app.base_url) {
        next.run(request).await
    } else {
        Failure::CrossSite.into_response()
    }
}

fn from_our_own_pages(headers: &HeaderMap, base_url: &str) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match text("sec-fetch-site") {
        Some(site) => matches!(site, "same-origin" | "none"),
        None => text(header::ORIGIN.as_str()).is_some_and(|origin| {
            origin == origin_of(base_url) || same_host(origin, text(header::HOST.as_str()))
        }),
    }
}

/// Scheme, host and port of an address, without what follows.
fn origin_of(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    let end = url[start..].find('/').map_or(url.len(), |at| start + at);
    &url[..end]
}

/// True when the origin is a whole one, not the word `null`, and its host is the one the request was sent to.
fn same_host(origin: &str, host: Option<&str>) -> bool {
    let origin = origin
        .strip_prefix("https://")
        .or_else(|| origin.strip_prefix("http://"));
    matches!((origin, host), (Some(origin), Some(host)) if origin.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(headers: &[(&'static str, &str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        from_our_own_pages(&map, "https://firsthand.example/")
    }

    #[test]
    fn only_our_own_pages_may_write() {
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[("sec-fetch-site", "none")]));
        assert!(ours(&[("origin", "https://firsthand.example")]));
        assert!(ours(&[
            ("origin", "http://127.0.0.1:3000"),
            ("host", "127.0.0.1:3000")
        ]));
        assert!(!ours(&[]));
        assert!(!ours(&[("origin", "null"), ("host", "null")]));
        assert!(!ours(&[("origin", "https://firsthand.example.evil")]));
        assert!(!ours(&[
            ("origin", "https://evil.example"),
            ("host", "firsthand.example")
        ]));
        assert!(!ours(&[
            ("sec-fetch-site", "same-site"),
            ("origin", "https://firsthand.example")
        ]));
        assert!(!ours(&[("sec-fetch-site", "cross-site")]));
    }
}
