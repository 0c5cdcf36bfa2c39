//! What leaders let a published month have of their words, and take back: gone at once, and the chain stays whole.

use app::{
    board::{MonthPage, month_page, paper::paper},
    mine::{Own, Wrote},
    walk::{
        Commitment, FrictionWithdrawn, Kind, Lang, WalkId,
        month::{SaidAs, YearMonth},
    },
};
use leptos::prelude::{Owner, RenderHtml};
use server::store::{Agreed, Publishing, StoreError};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
};

on_both! {
    a_quote_taken_back_is_gone_from_every_version_at_once,
    trust_50_words_said_anew_are_not_what_was_published,
    a_commitment_is_read_only_when_its_author_shares_it,
    a_commitment_taken_back_is_gone_at_once,
    a_commitment_said_anew_is_not_what_the_board_may_quote,
}

/// After the end of June.
const JULY: i64 = NOON + 20 * DAY;
const NOTE: &str = "I was asked for the same thing again";
const COMMITMENT: &str = "Ring the team on Tuesday";
const GONE: &str = "One more was published here and has been taken back.";

fn june() -> YearMonth {
    "2026-06".parse().expect("a month")
}

/// Ann walks; her phone.
async fn walked(house: &House, seed: u64) -> Phone {
    let phone = Phone::whole_walk(seed, "missed-bin");
    phone.send(&house.desk("ann").await).await;
    phone
}

/// What of a walk of Ann's can be agreed to, and what tells these words from others.
async fn offered(house: &House, walk: WalkId, text: &str) -> (Wrote, String) {
    let page = house.desk("ann").await.my_quotes(NOON).await;
    let mut items = page.expect("a page").items.into_iter();
    let item = items.find(|it| it.walk == walk && it.text == text);
    let item = item.expect("it is listed");
    (item.of, item.words)
}

/// Lets the board have some words of Ann's, or takes that back.
async fn agree(house: &House, walk: WalkId, text: &str, yes: bool) {
    let (of, words) = offered(house, walk, text).await;
    let ann = house.desk("ann").await;
    let agreed = ann.agree_quote(walk, of, &words, yes, NOON).await;
    assert_eq!(agreed.expect("an answer"), Agreed::Kept);
}

async fn publish(house: &House) {
    let secretary = house.keeping_the_record("tom").await;
    let made = secretary.publish(june(), Vec::new(), JULY).await;
    assert!(matches!(made.expect("an answer"), Publishing::Done(_)));
}

async fn published(house: &House, version: Option<u32>) -> MonthPage {
    let board = house.desk("tom").await;
    let page = board.published(june(), version, JULY).await;
    (**page.expect("an answer").expect("published")).clone()
}

fn drawn(page: &MonthPage) -> String {
    Owner::new().with(|| month_page(Lang::En, page).to_html())
}

/// All that stands on paper, as one text.
fn on_paper(page: &MonthPage) -> String {
    let paper = paper(Lang::En, page, "Aber", "https://walk.example");
    serde_json::to_string(&paper).expect("JSON")
}

/// The words are on the page and on paper, or both say that they were taken back; the chain is whole either way.
async fn stands(house: &House, version: Option<u32>, text: &str, there: bool) {
    let page = published(house, version).await;
    for (form, said) in [("page", drawn(&page)), ("paper", on_paper(&page))] {
        assert_eq!(said.contains(text), there, "{form}");
        assert_eq!(said.contains(GONE), !there, "{form}");
    }
    let left = house.number(
        "SELECT COUNT(*) FROM month_said WHERE said IN ('quote', 'commitment')
         AND (text_en IS NOT NULL OR text_cy IS NOT NULL OR salt IS NOT NULL OR person IS NOT NULL)",
    );
    assert_eq!(left.await > 0, there);
    crate::record::assert_whole(house).await;
}

async fn a_quote_taken_back_is_gone_from_every_version_at_once(house: House) {
    let phone = walked(&house, 1).await;
    agree(&house, phone.walk, NOTE, true).await;
    publish(&house).await;
    walked(&house, 2).await;
    publish(&house).await;
    for version in [1, 2] {
        stands(&house, Some(version), NOTE, true).await;
    }
    agree(&house, phone.walk, NOTE, false).await;
    for version in [1, 2] {
        stands(&house, Some(version), NOTE, false).await;
    }
    let bright = published(&house, None).await;
    assert!(
        drawn(&bright).contains("A person who listened"),
        "nothing else"
    );
}

async fn trust_50_words_said_anew_are_not_what_was_published(house: House) {
    for (seed, gone) in [(1, false), (2, true)] {
        let mut phone = walked(&house, seed).await;
        agree(&house, phone.walk, NOTE, true).await;
        publish(&house).await;
        stands(&house, None, NOTE, true).await;
        let (of, _) = offered(&house, phone.walk, NOTE).await;
        let Wrote::Friction(friction) = of else {
            panic!("{of:?}");
        };
        if gone {
            phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
        } else {
            phone.describe(friction, "Dr Evans kept me waiting");
        }
        phone.send(&house.desk("ann").await).await;
        stands(&house, None, NOTE, false).await;
        assert!(!drawn(&published(&house, None).await).contains("Evans"));
    }
}

async fn a_commitment_is_read_only_when_its_author_shares_it(house: House) {
    let phone = walked(&house, 1).await;
    let board = house.desk("tom").await;
    let live = board.month(june(), JULY).await.expect("June");
    assert!(!drawn(&live).contains(COMMITMENT), "not agreed to");
    let (of, words) = offered(&house, phone.walk, COMMITMENT).await;
    assert_eq!(of, Wrote::Commitment);
    let ben = house.desk("ben").await;
    let other = ben.agree_quote(phone.walk, of, &words, true, NOON).await;
    assert!(matches!(other, Err(StoreError::NotFound)), "not ben's");
    agree(&house, phone.walk, COMMITMENT, true).await;
    let live = board.month(june(), JULY).await.expect("June");
    let said: Vec<_> = live
        .said
        .iter()
        .filter(|it| it.is == SaidAs::Commitment)
        .collect();
    assert_eq!(said.len(), 1);
    let html = drawn(&live);
    let shared = html
        .split("What some of them say")
        .nth(1)
        .expect("its place");
    let before = html
        .split("What some of them say")
        .next()
        .unwrap_or_default();
    assert!(shared.contains(COMMITMENT) && !before.contains(COMMITMENT));
    assert!(before.contains("1\u{a0}of\u{a0}1"), "below the count");
    assert!(!html.contains("ANN"), "nobody is named");
    let paper = paper(Lang::En, &live, "Aber", "https://walk.example");
    let rows = paper.commitments.expect("on paper").rows;
    assert_eq!(rows.len(), 1);
    publish(&house).await;
    stands(&house, None, COMMITMENT, true).await;
    let chain = house.store.chain("aber").await.expect("a chain");
    assert!(!chain[0].body.contains(COMMITMENT), "not in the record");
    let kept = chain[0]
        .words
        .iter()
        .filter(|it| it.said.is == SaidAs::Commitment);
    assert_eq!(kept.count(), 1);
}

async fn a_commitment_taken_back_is_gone_at_once(house: House) {
    for (seed, at_the_desk) in [(1, true), (2, false)] {
        let mut phone = walked(&house, seed).await;
        agree(&house, phone.walk, COMMITMENT, true).await;
        publish(&house).await;
        stands(&house, None, COMMITMENT, true).await;
        if at_the_desk {
            agree(&house, phone.walk, COMMITMENT, false).await;
        } else {
            phone.note(&Kind::Committed(Commitment {
                text: String::new(),
                by: None,
            }));
            phone.send(&house.desk("ann").await).await;
        }
        stands(&house, None, COMMITMENT, false).await;
    }
}

/// What the author's own pages say of it is what the board does.
async fn a_commitment_said_anew_is_not_what_the_board_may_quote(house: House) {
    let mut phone = walked(&house, 1).await;
    let ann = house.desk("ann").await;
    let walk = phone.walk;
    let board = house.desk("tom").await;
    let agreed = async || {
        let items = ann.my_items(NOON).await.expect("items");
        let mut year = ann.my_year(None, 1, NOON).await.expect("a year");
        let year = year.walks.remove(0).own;
        let quotable = ann.my_quotes(NOON).await.expect("a page").items;
        let live = board.month(june(), JULY).await.expect("June");
        let own = |all: &[Own]| all.iter().any(|it| it.said.walk == walk && it.quoted);
        [
            own(&items),
            own(&year),
            quotable.iter().any(|it| it.agreed),
            live.said.iter().any(|it| it.is == SaidAs::Commitment),
        ]
    };
    assert_eq!(agreed().await, [false; 4]);
    agree(&house, walk, COMMITMENT, true).await;
    assert_eq!(agreed().await, [true; 4]);
    for (text, same) in [("Ring Dr Evans on Tuesday", false), (COMMITMENT, true)] {
        phone.note(&Kind::Committed(Commitment {
            text: text.to_owned(),
            by: None,
        }));
        phone.send(&ann).await;
        assert_eq!(agreed().await, [same; 4], "{text}");
    }
}
