//! Where to report a weakness.

use server::{routes, state::App};
use tower::ServiceExt;

use axum::{body::Body, http::Request};
use http_body_util::BodyExt;

use crate::{House, house::NOON};

const DAY: i64 = 24 * 3_600_000;

#[tokio::test]
async fn the_one_who_runs_the_server_is_named_and_the_file_never_runs_out() {
    let house = House::at("https://firsthand.example").await;
    for later in [0, 400 * DAY] {
        house.clock.set(NOON + later);
        let app = App {
            security_contact: Some("mailto:security@firsthand.example".into()),
            ..house.app.clone()
        };
        let request = Request::get("/.well-known/security.txt").body(Body::empty());
        let answer = routes::router(app)
            .oneshot(request.expect("a request"))
            .await
            .expect("an answer");
        assert_eq!(
            answer.headers()["content-type"],
            "text/plain; charset=utf-8"
        );
        let body = answer.into_body().collect().await.expect("a body");
        let text = String::from_utf8(body.to_bytes().to_vec()).expect("text");
        let field = |name: &str| {
            let mut lines = text.lines().filter_map(|line| line.split_once(": "));
            let found = lines.find(|(field, _)| *field == name);
            found
                .unwrap_or_else(|| panic!("{name} in {text}"))
                .1
                .to_owned()
        };
        assert_eq!(field("Contact"), "mailto:security@firsthand.example");
        assert_eq!(
            field("Canonical"),
            "https://firsthand.example/.well-known/security.txt"
        );
        let until: jiff::Timestamp = field("Expires").parse().expect("a time");
        let days = (until.as_millisecond() - NOON - later) / DAY;
        assert!(
            (1..365).contains(&days),
            "RFC 9116 asks for less than a year: {days}"
        );
    }
}
