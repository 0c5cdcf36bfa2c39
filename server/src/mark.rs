//! A session's mark: what a page may know its session by, and tell one session from another. From it nobody can find
//! the session's token, and nobody is let in by it.
//!
//! The phone's app keeps it beside what it keeps for a person. When the browser has another mark by now, somebody has
//! signed in since, and the app waits to hear who before it shows anything; what it sends meanwhile is not taken.

use app::front::MADE_FOR;
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::{cookie, seat::SESSION, token};

/// The cookie that holds the mark. Scripts may read it.
pub const COOKIE: &str = "seat";
/// The header by which a page says which session it means.
pub const HEADER: &str = "firsthand-seat";

/// The mark of a session with this token: 32 hexadecimal digits.
#[must_use]
pub fn of(session: &str) -> String {
    let hash = token::hash(&["mark of ", session].concat());
    hash[..32].to_owned()
}

/// False when the page means another session than its browser has by now.
#[must_use]
pub fn is_meant(headers: &HeaderMap, session: &str) -> bool {
    let meant = headers.get(HEADER).and_then(|mark| mark.to_str().ok());
    meant.is_none_or(|mark| mark == of(session))
}

/// By what a server's page knows whom it was made for: the same after signing in again. It lets nobody in.
#[must_use]
pub fn of_person(person: &str) -> String {
    let hash = token::hash(&["made for ", person].concat());
    hash[..16].to_owned()
}

/// False when the form that was sent to this address stood on a page that was made for somebody else.
#[must_use]
pub fn is_made_for(query: Option<&str>, person: &str) -> bool {
    let pairs = query.unwrap_or_default().split('&');
    let mut marks = pairs.filter_map(|pair| pair.strip_prefix(MADE_FOR)?.strip_prefix('='));
    marks.all(|mark| mark == of_person(person))
}

/// Gives the mark along with every session that is given, and takes it away with it.
pub async fn tell(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let given: Vec<HeaderValue> = headers
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|cookie| beside(cookie.to_str().ok()?))
        .collect();
    for cookie in given {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}

/// The mark's cookie that goes with a session's cookie.
fn beside(cookie: &str) -> Option<HeaderValue> {
    let (session, rest) = cookie
        .strip_prefix(SESSION)?
        .strip_prefix('=')?
        .split_once(';')?;
    let seconds = rest
        .split(';')
        .find_map(|part| part.trim().strip_prefix("Max-Age="));
    let seconds = seconds
        .and_then(|seconds| seconds.parse().ok())
        .unwrap_or(0);
    let mark = if session.is_empty() {
        String::new()
    } else {
        of(session)
    };
    Some(cookie::write(COOKIE, &mark, seconds, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_goes_with_its_session_and_tells_nothing_of_it() {
        let token = token::fresh();
        let given = cookie::write(SESSION, &token, 60, true);
        let given = given.to_str().expect("text");
        let beside = beside(given).expect("a cookie");
        let beside = beside.to_str().expect("text");
        assert!(
            beside.starts_with(&format!("seat={}; ", of(&token))),
            "{beside}"
        );
        assert!(
            beside.contains("Max-Age=60") && !beside.contains("HttpOnly"),
            "{beside}"
        );
        assert!(!beside.contains(&token) && !beside.contains(&token::hash(&token)[..32]));
        assert!(super::beside("lang=cy; Path=/").is_none());
        let ended = cookie::write(SESSION, "", 0, true);
        let ended = super::beside(ended.to_str().expect("text")).expect("a cookie");
        assert!(ended.to_str().expect("text").starts_with("seat=; "));
    }

    #[test]
    fn another_persons_page_is_known() {
        let mark = of_person("ann");
        for query in [None, Some(""), Some("next=%2Fme")] {
            assert!(is_made_for(query, "ben"), "{query:?}");
        }
        let query = ["next=%2Fme&made-for=", &mark].concat();
        assert!(is_made_for(Some(&query), "ann") && !is_made_for(Some(&query), "ben"));
        assert!(!mark.contains("ann") && mark.bytes().all(|it| it.is_ascii_alphanumeric()));
    }

    #[test]
    fn another_session_is_not_meant() {
        let mut headers = HeaderMap::new();
        assert!(is_meant(&headers, "a"));
        headers.insert(HEADER, of("a").parse().expect("a mark"));
        assert!(is_meant(&headers, "a") && !is_meant(&headers, "b"));
    }
}
