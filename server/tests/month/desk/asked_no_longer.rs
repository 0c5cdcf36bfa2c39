//! What a correction asks no longer, and another month answered.

use app::walk::{
    Text,
    month::{SaidAs, YearMonth},
};
use server::store::{Asking, Desk};

use super::{JULY, june, publish, publish_begun, says, sue};
use crate::{House, house::DAY, on_both};

on_both! {
    what_is_asked_no_longer_stays_where_it_was_answered,
    what_is_asked_no_longer_stays_where_an_answer_is_written,
    what_is_asked_no_longer_and_nobody_answers_goes,
    a_correction_given_up_asks_nothing_again,
}

/// After June is published.
const LATER: i64 = JULY + 41 * DAY;
/// After July is published as well.
const NOW: i64 = LATER + 31 * DAY;

fn july() -> YearMonth {
    june().after().expect("July")
}

/// June is published with something that it asks.
async fn asked(house: &House) -> Desk {
    let sue = sue(house).await;
    let ask = Asking::Ask("one".into(), says("A shared form"));
    sue.write_draft(june(), &ask, JULY).await.expect("asked");
    publish(&sue, june(), JULY).await;
    sue
}

async fn answer(sue: &Desk, month: YearMonth, text: &str) {
    let became = Asking::Became("one".into(), says(text));
    sue.write_draft(month, &became, NOW)
        .await
        .expect("answered");
}

async fn begin(sue: &Desk, month: YearMonth) {
    let begun = sue.correct(month, &says("Another figure."), NOW).await;
    assert!(begun.expect("an answer"));
}

/// A correction of June does not ask it.
async fn ask_no_longer(sue: &Desk) {
    begin(sue, june()).await;
    let removed = Asking::Ask("one".into(), Text::default());
    sue.write_draft(june(), &removed, NOW)
        .await
        .expect("removed");
    publish_begun(sue, june(), NOW).await;
}

/// What a month's desk lists as asked before, and what became of it.
async fn before(sue: &Desk, month: YearMonth) -> Vec<(String, String)> {
    let before = sue.draft(month, NOW).await.expect("a draft").before;
    let pairs = before.into_iter().map(|it| (it.text.en, it.became.en));
    pairs.collect()
}

fn pair(became: &str) -> Vec<(String, String)> {
    vec![("A shared form".to_owned(), became.to_owned())]
}

async fn what_is_asked_no_longer_stays_where_it_was_answered(house: House) {
    let sue = asked(&house).await;
    answer(&sue, july(), "Nothing yet").await;
    publish(&sue, july(), LATER).await;
    ask_no_longer(&sue).await;
    begin(&sue, july()).await;
    assert_eq!(before(&sue, july()).await, pair("Nothing yet"));
    let august = july().after().expect("August");
    assert!(before(&sue, august).await.is_empty(), "it has its answer");
    publish_begun(&sue, july(), NOW).await;
    let page = sue.published(july(), None, NOW).await.expect("read");
    let page = page.expect("published");
    let said = |as_what| page.said.iter().filter(move |it| it.is == as_what);
    assert_eq!(said(SaidAs::Asked).count(), 1);
    assert_eq!(said(SaidAs::Became).count(), 1);
    crate::record::assert_whole(&house).await;
}

async fn what_is_asked_no_longer_stays_where_an_answer_is_written(house: House) {
    let sue = asked(&house).await;
    answer(&sue, july(), "Nothing yet").await;
    ask_no_longer(&sue).await;
    assert_eq!(before(&sue, july()).await, pair("Nothing yet"));
    let june = sue.draft(june(), NOW).await.expect("a page");
    assert!(june.asks.is_empty());
}

async fn what_is_asked_no_longer_and_nobody_answers_goes(house: House) {
    let sue = sue(&house).await;
    // July is published before anything is asked of it: its answer is of a correction, which is given up.
    publish(&sue, july(), LATER).await;
    let ask = Asking::Ask("one".into(), says("A shared form"));
    sue.write_draft(june(), &ask, JULY).await.expect("asked");
    publish(&sue, june(), JULY).await;
    begin(&sue, july()).await;
    answer(&sue, july(), "Nothing yet").await;
    ask_no_longer(&sue).await;
    let seen = sue.draft(july(), NOW).await.expect("a draft").edition;
    assert!(sue.give_up(july(), seen, NOW).await.expect("an answer"));
    let august = july().after().expect("August");
    assert!(before(&sue, august).await.is_empty());
    begin(&sue, july()).await;
    assert!(before(&sue, july()).await.is_empty());
}

async fn a_correction_given_up_asks_nothing_again(house: House) {
    let sue = asked(&house).await;
    answer(&sue, july(), "Nothing yet").await;
    publish(&sue, july(), LATER).await;
    begin(&sue, june()).await;
    let give_up = async || {
        let seen = sue.draft(june(), NOW).await.expect("a draft").edition;
        assert!(sue.give_up(june(), seen, NOW).await.expect("an answer"));
        let draft = sue.draft(june(), NOW).await.expect("a page");
        draft.asks.len()
    };
    let removed = Asking::Ask("one".into(), Text::default());
    sue.write_draft(june(), &removed, NOW)
        .await
        .expect("removed");
    assert_eq!(give_up().await, 1, "what is published asks it");
    ask_no_longer(&sue).await;
    begin(&sue, june()).await;
    assert_eq!(give_up().await, 0, "what is published asks it no longer");
}
