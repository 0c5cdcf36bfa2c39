//! What is asked of the board, and what became of it.

use app::{board::Check, walk::month::SaidAs};
use server::store::Asking;

use super::{JULY, june, publish, says, sue};
use crate::{House, house::DAY, on_both};

on_both! {
    what_was_asked_wants_an_answer_in_the_next_month,
    a_form_sent_twice_asks_once,
}

async fn what_was_asked_wants_an_answer_in_the_next_month(house: House) {
    let sue = sue(&house).await;
    let ask = Asking::Ask("one".into(), says("A shared form"));
    sue.write_draft(june(), &ask, JULY).await.expect("asked");
    let july = june().after().expect("July");
    let august = JULY + 40 * DAY;
    let before = sue.draft(july, august).await.expect("a draft").before;
    assert!(
        before.is_empty(),
        "what was never published was never asked"
    );
    publish(&sue, june(), JULY).await;

    sue.open_reply(july, august).await.expect("opened");
    let words = Asking::Words(says("Look again."));
    sue.write_draft(july, &words, august)
        .await
        .expect("written");
    let later = august + 30 * DAY;
    let draft = sue.draft(july, later).await.expect("a draft");
    assert_eq!(draft.to_do(), Some(Check::Became));
    let answer = Asking::Became("one".into(), says("Nothing yet"));
    sue.write_draft(july, &answer, later)
        .await
        .expect("answered");
    let draft = sue.draft(july, later).await.expect("a draft");
    assert_eq!(draft.to_do(), Some(Check::Approval));
    let said: Vec<_> = draft.spoken(later);
    let said: Vec<_> = said
        .iter()
        .map(|it| (it.is, it.text.as_ref().map(|it| it.en.as_str())))
        .collect();
    let expected = [
        (SaidAs::Secretary, Some("Look again.")),
        (SaidAs::Asked, Some("A shared form")),
        (SaidAs::Became, Some("Nothing yet")),
    ];
    assert_eq!(said, expected);
    let wrong = Asking::Became("another".into(), says("Nothing yet"));
    assert!(sue.write_draft(july, &wrong, later).await.is_err());
}

async fn a_form_sent_twice_asks_once(house: House) {
    let sue = sue(&house).await;
    for text in ["A shared form", "A shared form", "One shared form"] {
        let ask = Asking::Ask("one".into(), says(text));
        sue.write_draft(june(), &ask, JULY).await.expect("asked");
    }
    let asks = sue.draft(june(), JULY).await.expect("a draft").asks;
    let asks: Vec<_> = asks.iter().map(|it| it.text.en.as_str()).collect();
    assert_eq!(asks, ["One shared form"]);
}
