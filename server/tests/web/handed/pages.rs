//! Share pages: made, opened by whoever has the address, over.

use server::token;

use super::{DAY, SAID, felt, house};
use crate::house::NOON;

#[tokio::test]
async fn trust_16_a_share_page_is_opened_by_a_button_and_looking_spends_nothing() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    let path = house
        .packet("tom", &thread, &format!("days=30&words={friction}.1"))
        .await;
    let secret = path.trim_start_matches("/packet/");
    let sql = "SELECT token_hash FROM packet WHERE thread = $1";
    let kept = house.first(sql, &thread).await;
    assert_eq!(kept, token::hash(secret), "only its hash is kept");
    for _ in 0..3 {
        let closed = house.get(&path).send().await;
        assert_eq!(closed.status, 200);
        let page = closed.text();
        for of_it in [SAID, "missed bin", "Aber", "bins", "Person"] {
            assert!(!page.contains(of_it), "{of_it}: {page}");
        }
        assert_eq!(closed.header("cache-control"), "no-store");
        assert!(closed.header("x-robots-tag").contains("noindex"));
        assert_eq!(closed.header("referrer-policy"), "same-origin");
    }
    let shown = house
        .get(&format!("/team/thread/{thread}/share"))
        .by("tom")
        .send()
        .await;
    assert!(shown.text().contains("Not opened yet."), "{}", shown.text());
    let opened = house.post(&path).send().await;
    assert_eq!(opened.status, 200);
    let page = opened.text();
    for told in [
        SAID,
        "Report a missed bin",
        "Aber Valley Council",
        "Felt once",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    for not in ["Person ", "Somebody", "/team/", "/api/", "/me"] {
        assert!(!page.contains(not), "{not}: {page}");
    }
    assert_eq!(opened.header("cache-control"), "no-store");
    assert_eq!(opened.header("referrer-policy"), "no-referrer");
    assert!(opened.header("x-robots-tag").contains("noindex"));
    let shown = house
        .get(&format!("/team/thread/{thread}/share"))
        .by("tom")
        .send()
        .await;
    assert!(shown.text().contains("Opened: 1."), "{}", shown.text());
    let elsewhere = house
        .ask(axum::http::Method::POST, &path)
        .header("sec-fetch-site", "cross-site")
        .send()
        .await;
    assert_eq!(elsewhere.status, 403);
}

#[tokio::test]
async fn a_share_page_that_ended_is_over_or_never_was_is_the_same_nothing() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    let form = |days: &str| format!("days={days}&words={friction}.1");
    let ended = house.packet("tom", &thread, &form("30")).await;
    let sql = "SELECT id FROM packet WHERE thread = $1";
    let id = house.first(sql, &thread).await;
    let over = house.packet("tom", &thread, &form("1")).await;
    let stands = house.packet("tom", &thread, &form("90")).await;
    let end = house
        .post(&format!("/team/packet/{id}/end"))
        .by("tom")
        .send()
        .await;
    assert_eq!(end.status, 303);
    house.clock.set(NOON + DAY);
    let never = format!("/packet/{}", token::fresh());
    let mut pages = Vec::new();
    for path in [&ended, &over, &never] {
        for answer in [house.get(path).send().await, house.post(path).send().await] {
            assert_eq!(answer.status, 404, "{path}");
            assert!(answer.header("x-robots-tag").contains("noindex"));
            pages.push(answer.text().replace(path.as_str(), ""));
        }
    }
    assert!(pages.windows(2).all(|two| two[0] == two[1]));
    assert_eq!(house.post(&stands).send().await.status, 200);
    house.seat("tom").await;
    for days in ["0", "91", "-1", "", "x"] {
        let refused = house
            .post(&format!("/team/thread/{thread}/packet"))
            .by("tom")
            .form(&form(days))
            .send()
            .await;
        assert_eq!(refused.status, 422, "{days}");
    }
}

#[tokio::test]
async fn trust_14_who_guesses_at_share_pages_waits() {
    let house = house().await;
    let peer = std::net::SocketAddr::from(([198, 51, 100, 7], 40_000));
    let guess = async || {
        let path = format!("/packet/{}", token::fresh());
        house.get(&path).over(peer).send().await.status
    };
    for _ in 0..server::limits::MOST_FAILED {
        assert_eq!(guess().await, 404);
    }
    assert_eq!(guess().await, 429);
}

#[tokio::test]
async fn trust_14_a_right_address_opens_where_somebody_else_guesses() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    let path = house.packet("tom", &thread, "days=30").await;
    let peer = std::net::SocketAddr::from(([198, 51, 100, 7], 40_000));
    let wrong = format!("/packet/{}", token::fresh());
    for _ in 0..2 * server::limits::MOST_FAILED {
        house.get(&wrong).over(peer).send().await;
    }
    for (lang, said) in [
        ("en", "Too many addresses at which there is nothing"),
        ("cy", "Gormod o gyfeiriadau nad oes dim ynddynt"),
    ] {
        let refused = house.get(&wrong).header("accept-language", lang);
        let refused = refused.over(peer).send().await;
        assert_eq!(refused.status, 429);
        assert!(refused.header("retry-after").parse::<u32>().is_ok());
        let page = refused.text();
        assert!(page.contains(said) && !page.contains("passkey"), "{page}");
    }
    assert_eq!(house.get(&path).over(peer).send().await.status, 200);
    let opened = house.post(&path).over(peer).send().await;
    assert_eq!(opened.status, 200);
    assert!(opened.text().contains("Report a missed bin"));
}

#[tokio::test]
async fn words_that_were_not_ticked_do_not_go_into_a_packet() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let (_, other) = felt(&house, 2, "The bell was never answered.").await;
    let thread = house.thread_of(friction).await;
    assert_eq!(house.thread_of(other).await, thread);
    let read = async |form: &str| {
        let path = house.packet("tom", &thread, form).await;
        house.post(&path).send().await.text().to_owned()
    };
    let one = read(&format!("days=30&words={friction}.1")).await;
    assert!(one.contains(SAID) && !one.contains("The bell"), "{one}");
    let none = read("days=30").await;
    assert!(!none.contains(SAID) && !none.contains("The bell"), "{none}");
}
