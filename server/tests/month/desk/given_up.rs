//! A correction that was begun and is given up again.

use app::walk::{Text, month::SaidAs};
use server::store::{Asking, Desk};

use super::{JULY, june, publish, publish_begun, says, sue};
use crate::{House, house::DAY, on_both, web::Web};

on_both! {
    a_correction_is_given_up_and_what_is_published_stands,
    what_became_of_it_is_again_what_is_published,
    only_the_correction_that_was_seen_is_given_up,
}

/// After June is published.
const LATER: i64 = JULY + 31 * DAY;
const GIVE_UP: &str = "/board/2026-06/draft/give-up";

/// What June asks for, each with its id.
async fn asked(sue: &Desk) -> Vec<(String, Text)> {
    let draft = sue.draft(june(), LATER).await.expect("a page");
    let asks = draft.asks.into_iter();
    asks.map(|it| (it.id, it.text)).collect()
}

async fn ask(sue: &Desk, id: &str, text: &str) {
    let ask = Asking::Ask(id.into(), says(text));
    sue.write_draft(june(), &ask, LATER).await.expect("asked");
}

async fn a_correction_is_given_up_and_what_is_published_stands(house: House) {
    let sue = sue(&house).await;
    for (id, text) in [("one", "A shared form"), ("two", "Two more walks")] {
        let ask = Asking::Ask(id.into(), says(text));
        sue.write_draft(june(), &ask, JULY).await.expect("asked");
    }
    publish(&sue, june(), JULY).await;
    let before = asked(&sue).await;
    let stood = sue.published(june(), None, LATER).await.expect("read");
    let web = Web::over(&house, LATER, &["sue"]).await;
    let reason = says("One came late.");
    sue.correct(june(), &reason, LATER).await.expect("begun");
    // What is written in it is of it alone: changed, added and removed.
    ask(&sue, "one", "Two shared forms").await;
    ask(&sue, "three", "A third thing").await;
    ask(&sue, "two", "").await;
    let page = web.get("sue", "/board/2026-06/draft").await.text();
    assert!(page.contains("Give up version 2"), "{page}");
    let seen = sue.draft(june(), LATER).await.expect("a draft").edition;

    for sent in ["given up", "sent twice"] {
        let answer = web.send("sue", GIVE_UP, &format!("edition={seen}")).await;
        assert_eq!(answer.status, 303, "{sent}");
        assert_eq!(answer.header("location"), "/board/2026-06/draft", "{sent}");
    }
    let draft = sue.draft(june(), LATER).await.expect("a page");
    assert_eq!((draft.version, draft.drafting), (1, false));
    let texts = |all: &[(String, Text)]| -> Vec<Text> {
        let mut texts: Vec<Text> = all.iter().map(|it| it.1.clone()).collect();
        texts.sort_by(|one, other| one.en.cmp(&other.en));
        texts
    };
    assert_eq!(texts(&asked(&sue).await), texts(&before));
    let stands = sue.published(june(), None, LATER).await.expect("read");
    let said = |page: &Option<_>| -> String {
        let page: &std::sync::Arc<server::store::KeptMonth> = page.as_ref().expect("published");
        let asked = page.said.iter().filter(|it| it.is == SaidAs::Asked);
        format!("{:?} {:?}", asked.collect::<Vec<_>>(), page.month)
    };
    assert_eq!(said(&stands), said(&stood));
    let noted =
        "SELECT COUNT(*) FROM audit WHERE what = 'correction_given_up' AND about = '2026-06.v2'";
    assert_eq!(house.number(noted).await, 1);
    // Another one begins as if that had never been, and nobody takes it for that.
    sue.correct(june(), &reason, LATER).await.expect("begun");
    let next = sue.draft(june(), LATER).await.expect("a draft");
    assert_eq!((next.version, next.edition > seen), (2, true));
    publish_begun(&sue, june(), LATER).await;
    crate::record::assert_whole(&house).await;
}

async fn only_the_correction_that_was_seen_is_given_up(house: House) {
    let sue = sue(&house).await;
    publish(&sue, june(), JULY).await;
    let web = Web::over(&house, LATER, &["sue"]).await;
    let reason = says("One came late.");
    sue.correct(june(), &reason, LATER).await.expect("begun");
    let seen = sue.draft(june(), LATER).await.expect("a draft").edition;
    ask(&sue, "one", "Asked by somebody else meanwhile").await;
    let answer = web.send("sue", GIVE_UP, &format!("edition={seen}")).await;
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("changed meanwhile"));
    assert!(sue.draft(june(), LATER).await.expect("a draft").drafting);
}

async fn what_became_of_it_is_again_what_is_published(house: House) {
    let sue = sue(&house).await;
    let ask = Asking::Ask("one".into(), says("A shared form"));
    sue.write_draft(june(), &ask, JULY).await.expect("asked");
    publish(&sue, june(), JULY).await;
    let (july, august) = (june().after().expect("July"), LATER + 10 * DAY);
    let became = async |text| {
        let answer = Asking::Became("one".into(), says(text));
        let written = sue.write_draft(july, &answer, august + 30 * DAY).await;
        written.expect("answered");
    };
    became("Nothing yet").await;
    publish(&sue, july, august).await;
    let now = august + 31 * DAY;
    let reason = says("It was begun already.");
    sue.correct(july, &reason, now).await.expect("begun");
    became("It is begun").await;
    let seen = sue.draft(july, now).await.expect("a draft").edition;
    let web = Web::over(&house, now, &["sue"]).await;
    let path = "/board/2026-07/draft/give-up";
    let answer = web.send("sue", path, &format!("edition={seen}")).await;
    assert_eq!(answer.status, 303);
    let says = "SELECT COUNT(*) FROM month_ask WHERE became_en = 'Nothing yet' AND became_month = '2026-07'";
    assert_eq!(house.number(says).await, 1);
}
