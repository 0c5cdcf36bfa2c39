//! The address of a month for who has no account.

use std::net::SocketAddr;

use server::{limits::MOST_FAILED, store::Desk, token};

use crate::{
    House, desk,
    house::DAY,
    on_both,
    phone::Phone,
    web::{Answer, Web},
};

on_both! {
    a_paper_opens_without_an_account_and_leads_nowhere_inside,
    a_paper_that_ended_is_over_or_never_was_is_the_same_nothing,
    the_form_of_an_address_that_ended_shows_it_no_more,
    trust_14_who_guesses_at_a_papers_address_waits_and_who_has_it_reads,
}

const FORMS: [&str; 5] = ["", ".csv", ".xlsx", ".json", ".pdf"];

/// After June is published.
const NOW: i64 = desk::JULY + 31 * DAY;

/// June is published; Sue keeps its record.
async fn june(house: &House) -> Desk {
    let sue = desk::sue(house).await;
    desk::publish(&sue, desk::june(), desk::JULY).await;
    sue
}

/// An address that works for so many days; its path.
async fn address(sue: &Desk, days: i64) -> String {
    let token = token::fresh();
    let (until, hash) = (NOW + days * DAY, token::hash(&token));
    let made = sue.make_link(desk::june(), &hash, "Members", until, NOW);
    assert!(made.await.expect("made"));
    ["/paper/", &token].concat()
}

/// Kept by nobody in between, listed nowhere, told to nobody else.
fn assert_shut(answer: &Answer, path: &str) {
    assert_eq!(answer.header("cache-control"), "no-store", "{path}");
    assert!(answer.header("x-robots-tag").contains("noindex"), "{path}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{path}");
    }
    assert!(!answer.header("content-security-policy").is_empty());
}

async fn a_paper_opens_without_an_account_and_leads_nowhere_inside(house: House) {
    let sue = june(&house).await;
    let path = address(&sue, 7).await;
    let web = Web::over(&house, NOW, &["sue"]).await;
    for form in FORMS {
        let path = [&path, form].concat();
        let answer = web.get("", &path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_shut(&answer, &path);
        let text = answer.text();
        for inside in ["/board/walk/", "walks?", "/team", "/me", "SUE", "ANN"] {
            assert!(!text.contains(inside), "{path}: {inside}");
        }
        let walk = Phone::whole_walk(1, "missed-bin").walk.to_string();
        assert!(!text.contains(&walk), "{path}");
    }
    let page = web.get("", &path).await;
    assert!(page.text().contains("Aber Valley Council"));
    for link in page.links() {
        let outside = [
            "#",
            "/paper/",
            "/pkg/",
            "/fonts/",
            "/icons/",
            "/manifest",
            "/favicon",
        ];
        let outside = outside.iter().any(|it| link.starts_with(it));
        assert!(outside || link == "/", "{link}");
    }
    // Who is signed in makes no difference.
    let signed_in = web.get("sue", &path).await;
    assert_eq!(signed_in.text(), page.text());
    for odd in [".html", ".PDF", ".v1", ".csv.pdf"] {
        let path = [&path, odd].concat();
        assert_eq!(web.get("", &path).await.status, 404, "{path}");
    }
}

async fn a_paper_that_ended_is_over_or_never_was_is_the_same_nothing(house: House) {
    let sue = june(&house).await;
    let ended = address(&sue, 30).await;
    let web = Web::over(&house, NOW, &["sue"]).await;
    let month = desk::june();
    let links = sue.links(month, NOW).await.expect("links").links;
    let end = format!("/board/{month}/links/{}/end", links[0].id);
    let over = address(&sue, 1).await;
    let works = address(&sue, 30).await;
    let never = ["/paper/", &token::fresh()].concat();
    assert_eq!(web.get("", &ended).await.status, 200);
    assert_eq!(web.post("sue", &end).await.status, 303);
    web.clock.set(NOW + DAY - 1);
    assert_eq!(web.get("", &over).await.status, 200, "to its last moment");
    web.clock.set(NOW + DAY);
    for form in FORMS {
        let mut pages = Vec::new();
        for path in [&ended, &over, &never] {
            let whole = [path, form].concat();
            let answer = web.get("", &whole).await;
            assert_eq!(answer.status, 404, "{whole}");
            assert_shut(&answer, &whole);
            pages.push(answer.text().replace(path.as_str(), ""));
        }
        assert!(pages.windows(2).all(|two| two[0] == two[1]), "{form}");
    }
    assert_eq!(web.get("", &works).await.status, 200);
}

async fn the_form_of_an_address_that_ended_shows_it_no_more(house: House) {
    let sue = june(&house).await;
    let web = Web::over(&house, NOW, &["sue"]).await;
    let here = format!("/board/{}/links", desk::june());
    let form = format!("form={}&label=Members&days=7", token::fresh());
    let shown = |answer: &Answer| {
        let text = answer.text();
        let (_, after) = text.split_once("/paper/")?;
        let token: String = after.chars().take_while(char::is_ascii_hexdigit).collect();
        Some(["/paper/", &token].concat())
    };
    let made = web.send("sue", &here, &form).await;
    let address = shown(&made).expect("an address");
    assert_eq!(
        shown(&web.send("sue", &here, &form).await),
        Some(address.clone())
    );
    assert_eq!(web.get("", &address).await.status, 200);
    let links = sue.links(desk::june(), NOW).await.expect("links").links;
    assert_eq!(links.len(), 1);
    let end = format!("{here}/{}/end", links[0].id);
    assert_eq!(web.post("sue", &end).await.status, 303);
    let back = web.send("sue", &here, &form).await;
    assert_eq!((back.status.as_u16(), shown(&back)), (422, None));
    let page = back.text();
    assert!(!page.contains("The address, shown once"));
    assert!(page.contains("has ended. Send it again"), "{page}");
    assert!(page.contains("value=\"Members\""), "{page}");
    // The form that comes back makes another.
    let (_, fresh) = page.split_once("name=\"form\" value=\"").expect("an id");
    let (fresh, _) = fresh.split_once('"').expect("an id");
    let form = format!("form={fresh}&label=Members&days=7");
    let other = shown(&web.send("sue", &here, &form).await).expect("an address");
    assert_ne!(other, address);
    assert_eq!(web.get("", &other).await.status, 200);
}

async fn trust_14_who_guesses_at_a_papers_address_waits_and_who_has_it_reads(house: House) {
    let sue = june(&house).await;
    let path = address(&sue, 7).await;
    let web = Web::over(&house, NOW, &[]).await;
    let peer = SocketAddr::from(([198, 51, 100, 7], 40_000));
    for _ in 0..MOST_FAILED {
        let guess = ["/paper/", &token::fresh()].concat();
        assert_eq!(web.get_over(peer, &guess).await.status, 404);
    }
    for form in FORMS {
        let guess = ["/paper/", &token::fresh(), form].concat();
        let refused = web.get_over(peer, &guess).await;
        assert_eq!(refused.status, 429, "{guess}");
        assert!(refused.header("retry-after").parse::<u32>().is_ok());
        let right = [&path, form].concat();
        assert_eq!(web.get_over(peer, &right).await.status, 200, "{right}");
    }
    let elsewhere = SocketAddr::from(([203, 0, 113, 9], 40_000));
    let guess = ["/paper/", &token::fresh()].concat();
    assert_eq!(web.get_over(elsewhere, &guess).await.status, 404);
    web.clock.set(NOW + server::limits::WINDOW);
    assert_eq!(web.get_over(peer, &guess).await.status, 404);
}
