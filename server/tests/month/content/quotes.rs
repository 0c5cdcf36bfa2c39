//! What leaders agree to be quoted with: nothing else of their notes reaches the board.

use app::{
    board::month_page,
    mine::Wrote,
    walk::{FrictionId, Kind, Lang, WalkId, month::SaidAs},
};
use leptos::prelude::{Owner, RenderHtml};
use server::store::{Agreed, StoreError};

use super::{felt, may, month};
use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::{Phone, raw},
};

on_both! {
    a_note_is_quoted_only_while_its_author_agrees,
    words_changed_since_are_not_what_was_agreed_to,
    at_most_six_are_quoted,
    what_may_be_quoted_is_listed_however_old_to_take_it_back,
    what_worked_is_nothing_to_agree_to,
}

const NOTE: &str = "I did not know which form";

/// What the board's page of May quotes, and whether the note stands anywhere on it.
async fn quoted(house: &House) -> (Vec<String>, bool) {
    let board = house.desk("tom").await;
    let page = board.month(month("2026-05"), NOON).await.expect("May");
    let quotes = page.said.iter().filter(|it| it.is == SaidAs::Quote);
    let quotes = quotes.filter_map(|it| Some(it.text.clone()?.en)).collect();
    let html = Owner::new().with(|| month_page(Lang::En, &page).to_html());
    assert!(!html.contains("ANN"), "nobody is named");
    (quotes, html.contains(NOTE))
}

/// What tells the words of an item of somebody's from others.
async fn words(house: &House, who: &str, friction: FrictionId) -> String {
    let page = house.desk(who).await.my_quotes(NOON).await.expect("a page");
    let item = page
        .items
        .into_iter()
        .find(|it| it.of == Wrote::Friction(friction));
    item.expect("it is listed").words
}

async fn agree(house: &House, who: &str, of: (WalkId, FrictionId), yes: bool) -> Agreed {
    let words = words(house, who, of.1).await;
    let desk = house.desk(who).await;
    let agreed = desk
        .agree_quote(of.0, Wrote::Friction(of.1), &words, yes, NOON)
        .await;
    agreed.expect("the store answers")
}

async fn a_note_is_quoted_only_while_its_author_agrees(house: House) {
    let of = felt(&house, "ann", may(3), 1).await;
    assert_eq!(quoted(&house).await, (vec![], false));
    let known = words(&house, "ann", of.1).await;
    let ben = house.desk("ben").await;
    let other = ben
        .agree_quote(of.0, Wrote::Friction(of.1), &known, true, NOON)
        .await;
    assert!(matches!(other, Err(StoreError::NotFound)), "not ben's");
    assert_eq!(quoted(&house).await, (vec![], false));
    for _ in 0..2 {
        assert_eq!(agree(&house, "ann", of, true).await, Agreed::Kept);
    }
    assert_eq!(quoted(&house).await, (vec![NOTE.to_owned()], true));
    ben.agree_quote(of.0, Wrote::Friction(of.1), &known, false, NOON)
        .await
        .expect("nothing of ben's to take back");
    assert_eq!(quoted(&house).await.0.len(), 1);
    agree(&house, "ann", of, false).await;
    assert_eq!(quoted(&house).await, (vec![], false));
}

async fn words_changed_since_are_not_what_was_agreed_to(house: House) {
    let mut phone = Phone::new(1);
    phone.now = may(3);
    phone.start("missed-bin");
    let friction = phone.feel(1, app::walk::Category::Wait);
    phone.describe(friction, NOTE);
    let send = async |phone: &Phone| {
        let request = app::wire::SyncRequest {
            sent_at: phone.now,
            facts: phone.facts.iter().map(raw).collect(),
        };
        let desk = house.desk("ann").await;
        desk.append(request, phone.now).await.expect("kept");
    };
    send(&phone).await;
    let of = (phone.walk, friction);
    let before = words(&house, "ann", friction).await;
    agree(&house, "ann", of, true).await;
    assert_eq!(quoted(&house).await.0, [NOTE]);
    phone.describe(friction, "Dr Evans kept me waiting");
    send(&phone).await;
    assert_eq!(quoted(&house).await.0, [""; 0], "other words");
    let desk = house.desk("ann").await;
    let late = desk
        .agree_quote(of.0, Wrote::Friction(of.1), &before, true, NOON)
        .await;
    assert_eq!(late.expect("an answer"), Agreed::Changed, "an older page");
    phone.note(&Kind::FrictionWithdrawn(app::walk::FrictionWithdrawn {
        friction,
    }));
    send(&phone).await;
    let page = desk.my_quotes(NOON).await.expect("a page");
    assert!(page.items.is_empty(), "taken back altogether");
}

async fn at_most_six_are_quoted(house: House) {
    for day in 1..=8 {
        let of = felt(&house, "ann", may(day), 1).await;
        agree(&house, "ann", of, true).await;
    }
    assert_eq!(quoted(&house).await.0.len(), 6);
    let page = house
        .desk("ann")
        .await
        .my_quotes(NOON)
        .await
        .expect("a page");
    assert_eq!(page.items.iter().filter(|it| it.agreed).count(), 8);
}

async fn what_may_be_quoted_is_listed_however_old_to_take_it_back(house: House) {
    let old = felt(&house, "ann", may(3), 1).await;
    let other = felt(&house, "ann", may(4), 2).await;
    agree(&house, "ann", old, true).await;
    let desk = house.desk("ann").await;
    let year_later = NOON + 365 * DAY;
    let page = desk.my_quotes(year_later).await.expect("a page");
    let listed: Vec<_> = page.items.iter().map(|it| (it.of, it.agreed)).collect();
    assert_eq!(listed, [(Wrote::Friction(old.1), true)], "not {other:?}");
    let words = &page.items[0].words;
    let back = desk
        .agree_quote(old.0, Wrote::Friction(old.1), words, false, year_later)
        .await;
    assert_eq!(back.expect("the store answers"), Agreed::Kept);
    let page = desk.my_quotes(year_later).await.expect("a page");
    assert!(page.items.is_empty());
}

/// The board reads it as it is; words taken for a note of friction would stand there twice.
async fn what_worked_is_nothing_to_agree_to(house: House) {
    let ann = house.desk("ann").await;
    let phone = Phone::whole_walk(1, "missed-bin");
    phone.send(&ann).await;
    let words = server::token::hash("A person who listened");
    let agreed = ann.agree_quote(phone.walk, Wrote::BrightSpot, &words, true, NOON);
    assert!(matches!(agreed.await, Err(StoreError::NotFound)));
    assert_eq!(house.number("SELECT COUNT(*) FROM quote_agreed").await, 0);
}
