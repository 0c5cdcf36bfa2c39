//! What is asked of the board, and what became of it.

use app::{board::Check, walk::month::SaidAs};
use server::store::Asking;

use super::{JULY, june, publish, says, sue};
use crate::{
    House,
    house::DAY,
    on_both,
    web::{Answer, Web},
};

on_both! {
    what_was_asked_wants_an_answer_in_the_next_month,
    a_form_sent_twice_asks_once,
    no_more_is_asked_than_a_board_can_answer,
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

async fn send(web: &Web, form: &str) -> Answer {
    web.send("sue", "/board/2026-06/draft/ask", form).await
}

async fn no_more_is_asked_than_a_board_can_answer(house: House) {
    let sue = sue(&house).await;
    for at in 0..50 {
        let ask = Asking::Ask(format!("ask-{at:02}"), says("A shared form"));
        sue.write_draft(june(), &ask, JULY).await.expect("asked");
    }
    let web = Web::over(&house, JULY, &["sue"]).await;
    let answer = send(&web, "id=one-more&edition=50&en=One+more&cy=").await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.text().contains("no more than 50"),
        "{}",
        answer.text()
    );
    assert!(answer.text().contains("One more"), "what was typed");
    // What is asked already is changed and removed as before.
    let changed = send(&web, "id=ask-00&edition=50&en=Changed&cy=").await;
    assert_eq!(changed.status, 303);
    let removed = send(&web, "id=ask-01&edition=51&en=&cy=").await;
    assert_eq!(removed.status, 303);
    let asks = sue.draft(june(), JULY).await.expect("a draft").asks;
    assert_eq!(asks.len(), 49);
}
