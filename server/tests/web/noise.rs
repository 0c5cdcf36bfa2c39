//! Noise and malice: nothing panics, nothing leaks, and what people wrote stays text.

use app::wire::Briefing;
use axum::http::{HeaderMap, HeaderValue};
use proptest::prelude::*;
use server::{import, invitation, lang};

use crate::{House, house::NOON, phone::Phone};

proptest! {
    #[test]
    fn files_of_noise_are_told_and_never_break_anything(text in ".{0,400}", bytes: Vec<u8>) {
        prop_assert!(import::from_json(&text).is_err());
        prop_assert!(import::from_csv(&bytes).is_err());
        let after_a_header = [b"service,task,mode,about_minutes\n".as_slice(), &bytes].concat();
        prop_assert!(import::from_csv(&after_a_header).is_err());
    }

    #[test]
    fn any_shape_of_json_is_told_by_place(json in shapes()) {
        let wrongs = import::from_json(&json.to_string()).expect_err("noise");
        prop_assert!(!wrongs.is_empty());
    }

    #[test]
    fn codes_and_languages_are_read_from_anything(text in ".{0,200}", bytes: Vec<u8>) {
        let hash = invitation::hash_of_typed(&text);
        prop_assert!(hash.is_none_or(|hash| hash.len() == 64));
        let mut headers = HeaderMap::new();
        if let Ok(value) = HeaderValue::from_bytes(&bytes) {
            headers.insert("accept-language", value.clone());
            headers.insert("cookie", value);
        }
        let _ = lang::of(&headers);
    }
}

/// JSON that has our names in the wrong places.
fn shapes() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        "[a-z]{0,6}".prop_map(Into::into),
    ];
    leaf.prop_recursive(5, 40, 4, |inner| {
        let names = prop::sample::select(vec![
            "services", "tasks", "id", "name", "en", "steps", "mode", "limits",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::vec((names, inner), 0..4).prop_map(|pairs| pairs
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}

const PAYLOADS: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "<svg><foreignObject><script>alert(1)</script></foreignObject></svg>",
    "'; DROP TABLE fact; --",
    "\u{202e}txet desrever\u{2069}",
    "{{7*7}} ${7*7} <!--",
];

/// What a leader notes and a team replies is text for everybody who reads it.
#[tokio::test]
async fn what_people_write_stays_text() {
    let house = House::new().await;
    let mut phone = Phone::new(1, NOON);
    phone.start("missed-bin");
    let frictions: Vec<_> = PAYLOADS.iter().map(|payload| phone.feel(payload)).collect();
    phone.finish();
    assert_eq!(house.sync("ann", phone.body()).await.status, 200);
    for friction in &frictions {
        for payload in PAYLOADS {
            let text: String = payload.bytes().map(|byte| format!("%{byte:02x}")).collect();
            let path = format!("/team/friction/{friction}/reply");
            let sent = house
                .post(&path)
                .by("tom")
                .form(&format!("text={text}"))
                .send()
                .await;
            assert_eq!(sent.status, 303, "{payload}");
        }
    }
    let mut pages = vec![
        ("tom", "/team".to_owned()),
        ("tom", format!("/team/walk/{}", phone.walk)),
        ("bob", "/board/2026-06".to_owned()),
        ("bob", format!("/board/walk/{}", phone.walk)),
        ("bob", "/board/2026-06/walks".to_owned()),
    ];
    pages.extend(
        frictions
            .iter()
            .map(|friction| ("tom", format!("/team/friction/{friction}"))),
    );
    for (person, path) in pages {
        let page = house.get(&path).by(person).send().await;
        assert_eq!(page.status, 200, "{path}");
        for raw in ["<script>alert", "<img src=x", "<foreignObject>"] {
            assert!(!page.text().contains(raw), "{raw} in {path}");
        }
    }
    let news: Briefing = house.get("/api/v1/briefing").by("ann").send().await.json();
    assert_eq!(news.replies.len(), PAYLOADS.len() * PAYLOADS.len());
    assert!(
        news.replies.iter().any(|reply| reply.text == PAYLOADS[0]),
        "as it was written"
    );
}

/// Questions that try to be part of the SQL, or of the page.
#[tokio::test]
async fn hostile_questions_get_an_ordinary_answer() {
    let house = House::new().await;
    let hostile = [
        "%27%20OR%201%3D1--",
        "%22%3E%3Cscript%3E",
        "%00",
        "%ff",
        "..%2f..%2fetc%2fpasswd",
        "-1",
        "99999999999999999999",
        "%25s%25n",
    ];
    for evil in hostile {
        for (person, path) in [
            (
                "tom",
                format!("/team?service={evil}&state={evil}&before={evil}&from={evil}"),
            ),
            ("tom", format!("/team/friction/{evil}?service={evil}")),
            ("tom", format!("/team/walk/{evil}")),
            ("bob", format!("/board/{evil}")),
            (
                "bob",
                format!(
                    "/board/2026-06/walks?{evil}={evil}&service={evil}&task={evil}&step={evil}"
                ),
            ),
            ("bob", format!("/board/walk/{evil}")),
            ("ann", format!("/api/v1/walks/{evil}")),
            ("stranger", format!("/invite/{evil}")),
            ("stranger", format!("/demo/service/{evil}")),
            ("stranger", format!("/{evil}")),
        ] {
            let answer = house.get(&path).by(person).send().await;
            assert!(
                [200, 400, 404].contains(&answer.status.as_u16()),
                "{path}: {}",
                answer.status
            );
            let text = String::from_utf8_lossy(&answer.bytes);
            for leak in ["<script>", "SQL", "sqlite", "error returned", "rror at"] {
                assert!(!text.contains(leak), "{leak} in the answer to {path}");
            }
        }
    }
}
