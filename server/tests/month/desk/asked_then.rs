//! What was asked is what a published version says, whatever is typed into its correction.

use app::walk::{
    Text,
    month::{SaidAs, YearMonth},
};
use server::store::{Asking, Desk};

use super::{JULY, june, publish, says, sue};
use crate::{House, house::DAY, on_both};

on_both! {
    an_unpublished_correction_changes_nothing_that_was_asked,
}

const AUGUST: i64 = JULY + 40 * DAY;

async fn write(sue: &Desk, id: &str, text: Text) {
    let ask = Asking::Ask(id.into(), text);
    sue.write_draft(june(), &ask, AUGUST)
        .await
        .expect("written");
}

/// What July's desk says was asked in June.
async fn before(sue: &Desk) -> Vec<String> {
    let july: YearMonth = june().after().expect("July");
    let draft = sue.draft(july, AUGUST).await.expect("a draft");
    let spoken = draft.spoken(AUGUST);
    let asked = spoken.iter().filter(|it| it.is == SaidAs::Asked);
    let asked = asked.filter_map(|it| Some(it.text.as_ref()?.en.clone()));
    let asked: Vec<String> = asked.collect();
    let listed: Vec<&str> = draft.before.iter().map(|it| &*it.text.en).collect();
    assert_eq!(asked, listed);
    asked
}

async fn an_unpublished_correction_changes_nothing_that_was_asked(house: House) {
    let sue = sue(&house).await;
    for (id, text) in [("one", "A shared form"), ("two", "A longer day")] {
        let ask = Asking::Ask(id.into(), says(text));
        sue.write_draft(june(), &ask, JULY).await.expect("asked");
    }
    publish(&sue, june(), JULY).await;
    let published = ["A shared form", "A longer day"];
    assert_eq!(before(&sue).await, published);

    let reason = says("It was another form.");
    let begun = sue.correct(june(), &reason, AUGUST).await;
    assert!(begun.expect("an answer"));
    write(&sue, "one", says("One form for all")).await;
    write(&sue, "two", Text::default()).await;
    write(&sue, "two", Text::default()).await;
    write(&sue, "three", says("A new door")).await;
    let draft = sue.draft(june(), AUGUST).await.expect("a draft");
    let asks: Vec<&str> = draft.asks.iter().map(|it| &*it.text.en).collect();
    assert_eq!(asks, ["One form for all", "A new door"]);
    assert_eq!(before(&sue).await, published, "nothing of it is published");
    let july = june().after().expect("July");
    let never = Asking::Became("three".into(), says("Nothing yet"));
    assert!(sue.write_draft(july, &never, AUGUST).await.is_err());

    let approved = sue.approve(june(), draft.edition, AUGUST).await;
    assert!(approved.expect("an answer"));
    let done = sue.publish_draft(june(), draft.edition, AUGUST).await;
    assert!(done.expect("an answer"));
    assert_eq!(before(&sue).await, ["One form for all", "A new door"]);
    crate::record::assert_whole(&house).await;
}
