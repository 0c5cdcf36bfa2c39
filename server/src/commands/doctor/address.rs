//! The address people reach the server at, asked as anybody could ask it.

use std::{net::IpAddr, time::Duration};

use axum::http::HeaderMap;
use jiff::{Timestamp, fmt::rfc2822};
use openidconnect::reqwest;

use super::finding::Finding;
use crate::headers::CONTENT_SECURITY_POLICY;

/// How far the server's clock may be off.
const MOST_SECONDS_OFF: i64 = 30;

/// Whether passkeys and cookies can work at this address.
pub(super) fn name(base_url: &str) -> Vec<Finding> {
    let secure = base_url.starts_with("https://");
    let host = base_url.split_once("://").map_or("", |(_, host)| host);
    let host = host
        .trim_start_matches('[')
        .split([']', ':'])
        .next()
        .unwrap_or_default();
    let named = !base_url.contains('[') && host.parse::<IpAddr>().is_err();
    vec![
        Finding::that(
            secure,
            "people reach it over HTTPS",
            format!("{base_url}: not HTTPS; passkeys and the session's cookie need it"),
        ),
        Finding::that(
            named,
            "its address is a name, as passkeys need",
            format!("{base_url}: an address of numbers cannot hold passkeys; give it a name"),
        ),
    ]
}

/// Whether the server answers there, and what comes back is what it sent.
pub(super) async fn answers(base_url: &str) -> Vec<Finding> {
    let client = reqwest::Client::builder()
        .timeout(Duration::from_secs(5))
        .redirect(reqwest::redirect::Policy::none())
        .build();
    let Ok(client) = client else {
        return vec![Finding::wrong("no request can be made from here")];
    };
    let ask = async |path: &str| client.get([base_url, path].concat()).send().await;
    let ready = match ask("/readyz").await {
        Ok(answer) if answer.status().is_success() => answer,
        Ok(answer) => {
            return vec![Finding::wrong(format!(
                "{base_url} answers {}",
                answer.status()
            ))];
        }
        Err(error) => {
            return vec![Finding::wrong(format!(
                "{base_url} does not answer: {error}"
            ))];
        }
    };
    let mut found = vec![Finding::good("it answers, and its certificate is trusted")];
    found.push(clock(ready.headers()));
    found.push(headers(ready.headers(), base_url));
    if let Ok(worker) = ask("/sw.js").await {
        let kept = worker.headers().get("cache-control");
        found.push(Finding::that(
            kept.is_some_and(|it| it == "no-cache"),
            "nothing between keeps /sw.js",
            "something between changes how long /sw.js is kept: phones would not hear of new versions",
        ));
    }
    let contact = ask("/.well-known/security.txt").await;
    found.push(if contact.is_ok_and(|it| it.status().is_success()) {
        Finding::good("it says where to report a weakness")
    } else {
        Finding::doubtful("nobody is named to report a weakness to: serve --security-contact")
    });
    found
}

fn clock(headers: &HeaderMap) -> Finding {
    let date = headers.get("date").and_then(|it| it.to_str().ok());
    let theirs = date.and_then(|it| rfc2822::parse(it).ok());
    let off = theirs.map(|it| (it.timestamp().as_second() - Timestamp::now().as_second()).abs());
    Finding::that(
        off.is_some_and(|off| off <= MOST_SECONDS_OFF),
        "its clock agrees with this machine's",
        "its clock and this machine's differ: months and deadlines are counted by it",
    )
}

fn headers(headers: &HeaderMap, base_url: &str) -> Finding {
    let is = |name: &str, value: &str| headers.get_all(name).iter().collect::<Vec<_>>() == [value];
    let secure = base_url.starts_with("https://");
    let whole = is("content-security-policy", CONTENT_SECURITY_POLICY)
        && is("x-content-type-options", "nosniff")
        && is("cross-origin-opener-policy", "same-origin")
        && (!secure
            || is(
                "strict-transport-security",
                "max-age=31536000; includeSubDomains",
            ));
    Finding::that(
        whole,
        "its security headers come through as they were sent",
        "something between changes, doubles or drops the security headers",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::doctor::finding::Mark;

    #[test]
    fn only_a_name_over_https_will_do() {
        let marks = |url| {
            name(url)
                .iter()
                .map(|it| it.mark == Mark::Good)
                .collect::<Vec<_>>()
        };
        assert_eq!(marks("https://firsthand.example:8443"), [true, true]);
        assert_eq!(marks("http://localhost:3000"), [false, true]);
        assert_eq!(marks("https://192.0.2.1:443"), [true, false]);
        assert_eq!(marks("https://[2001:db8::1]"), [true, false]);
    }
}
