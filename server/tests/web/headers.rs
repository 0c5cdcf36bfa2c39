//! Every answer carries the headers of the house, whatever the path, the method and the status.

use axum::http::Method;
use server::{headers::CONTENT_SECURITY_POLICY, routes::table};

use crate::{Answer, House};

fn assert_house_headers(answer: &Answer, what: &str) {
    for (name, value) in [
        ("content-security-policy", CONTENT_SECURITY_POLICY),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{name} of {what}");
    }
    // A share page tells nobody at all where its reader came from.
    let referrer = answer.header("referrer-policy");
    let stricter = what.contains(" /packet/") && referrer == "no-referrer";
    assert!(
        stricter || referrer == "same-origin",
        "referrer-policy of {what}: {referrer}"
    );
    assert!(
        answer
            .header("permissions-policy")
            .contains("geolocation=()"),
        "{what}"
    );
    assert!(
        !answer.header("cache-control").is_empty(),
        "{what} does not say how long it may be kept"
    );
    assert_eq!(answer.header("server"), "", "{what}");
}

#[tokio::test]
async fn trust_52_every_route_every_method_and_every_failure_carries_them() {
    let house = House::new().await;
    let mut statuses = std::collections::BTreeSet::new();
    let paths = table()
        .into_iter()
        .map(|route| route.path.replace(['{', '}', '*'], ""));
    for path in paths
        .chain(["/nothing", "/pkg/gone.wasm", "/boot.js", "/api/v1/nothing"].map(str::to_owned))
    {
        for method in [
            Method::GET,
            Method::HEAD,
            Method::POST,
            Method::PUT,
            Method::DELETE,
            Method::OPTIONS,
        ] {
            for person in ["stranger", "ann", "tom", "bob", "ada"] {
                let what = format!("{method} {path} as {person}");
                for site in ["same-origin", "cross-site"] {
                    let ask = house.ask(method.clone(), &path).by(person);
                    let answer = ask.header("sec-fetch-site", site).send().await;
                    assert_house_headers(&answer, &what);
                    assert!(answer.status != 500, "{what}");
                    statuses.insert(answer.status.as_u16());
                    if person != "stranger" {
                        house.seat(person).await;
                    }
                }
            }
        }
    }
    let large = vec![b'x'; 200_000];
    let large = house.post("/sign-in").form("").bytes(&large).send().await;
    assert_house_headers(&large, "too large");
    statuses.insert(large.status.as_u16());
    for _ in 0..=server::limits::MOST_FAILED {
        let wrong = house
            .post("/sign-in")
            .form("code=0000-0000-0000")
            .send()
            .await;
        assert_house_headers(&wrong, "a wrong code");
        statuses.insert(wrong.status.as_u16());
    }
    for status in [200, 303, 400, 401, 403, 404, 405, 413, 422, 429] {
        assert!(
            statuses.contains(&status),
            "{status} is not among {statuses:?}"
        );
    }
}

#[tokio::test]
async fn what_is_personal_is_kept_by_nobody() {
    let house = House::new().await;
    for (path, person, kept) in [
        ("/team", "tom", "no-store"),
        ("/me/year", "ann", "no-store"),
        ("/board/2026-06", "bob", "no-store"),
        ("/board/2026-06.csv", "bob", "no-store"),
        ("/office", "ada", "no-store"),
        ("/nothing", "ann", "no-store"),
        ("/api/v1/briefing", "ann", "private, no-cache"),
        (
            "/pkg/firsthand.Ab12.wasm",
            "ann",
            "public, max-age=31536000, immutable",
        ),
        ("/sw.js", "ann", "no-cache"),
        ("/walk", "ann", "no-cache"),
        ("/boot.js", "ann", "no-cache"),
    ] {
        let answer = house.get(path).by(person).send().await;
        assert_eq!(answer.header("cache-control"), kept, "{path}");
    }
}

#[tokio::test]
async fn https_is_insisted_on_where_there_is_https() {
    let secure = House::at("https://firsthand.example/").await;
    let answer = secure.get("/").send().await;
    assert_eq!(
        answer.header("strict-transport-security"),
        "max-age=31536000; includeSubDomains"
    );
    let plain = House::new().await.get("/").send().await;
    assert_eq!(plain.header("strict-transport-security"), "");
}

#[tokio::test]
async fn trust_27_a_write_from_another_site_is_refused_before_anything_is_read() {
    let house = House::new().await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("x-nothing", ""),
    ] {
        let ask = house
            .ask(Method::POST, "/office/invite")
            .by("ada")
            .form("person=ben");
        let answer = ask
            .header(name, value)
            .header("accept-language", "cy")
            .send()
            .await;
        assert_eq!(answer.status, 403, "{name}: {value}");
        assert!(answer.text().contains("lang=\"cy\""), "{}", answer.text());
        let ask = house.ask(Method::POST, "/api/v1/sync").by("ann").json("{}");
        assert_eq!(ask.header(name, value).send().await.problem(), "cross_site");
    }
    let own = house.ask(Method::POST, "/api/v1/sync").by("ann").json("{}");
    let own = own.header("origin", "http://localhost:3000").send().await;
    assert_eq!(
        own.problem(),
        "not_json",
        "our own older browsers may write"
    );
}
