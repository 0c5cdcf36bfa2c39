//! Who prepares which month.

use app::{board::Reply, walk::month::YearMonth};
use server::{
    store::{Asking, StoreError},
    viewer::Role,
};

use super::{JULY, june, publish, says, sue};
use crate::{
    House,
    house::{DAY, NOON},
    on_both,
};

on_both! {
    only_who_has_both_roles_prepares_a_month,
    a_month_that_is_not_over_cannot_be_prepared,
    teams_are_asked_and_their_time_ends_early_only_when_all_have_put_their_view,
    nothing_of_one_board_is_reached_by_another,
}

async fn only_who_has_both_roles_prepares_a_month(house: House) {
    let sue = sue(&house).await;
    sue.draft(june(), JULY).await.expect("both");
    house.person("sol", "aber", &[Role::Secretary], &[]).await;
    for person in ["tom", "sol", "ann"] {
        let desk = house.desk(person).await;
        let words = Asking::Words(says("Mine"));
        for refused in [
            desk.draft(june(), JULY).await.err(),
            desk.write_draft(june(), &words, JULY).await.err(),
            desk.open_reply(june(), JULY).await.err(),
            desk.close_reply(june(), JULY).await.err(),
            desk.approve(june(), 0, JULY).await.err(),
            desk.publish_draft(june(), 0, JULY).await.err(),
            desk.correct(june(), &says("Mine"), JULY).await.err(),
            desk.links(june(), JULY).await.err(),
            desk.make_link(june(), "hash", "Members", JULY + DAY, JULY)
                .await
                .err(),
            desk.end_link("1", JULY).await.err(),
        ] {
            assert!(matches!(refused, Some(StoreError::NotFound)), "{person}");
        }
    }
    assert_eq!(house.number("SELECT COUNT(*) FROM month_draft").await, 0);
}

async fn a_month_that_is_not_over_cannot_be_prepared(house: House) {
    let sue = sue(&house).await;
    assert!(sue.draft(june(), NOON).await.expect("a page").running);
    let words = Asking::Words(says("Too soon"));
    assert!(sue.write_draft(june(), &words, NOON).await.is_err());
    assert!(sue.open_reply(june(), NOON).await.is_err());
    assert_eq!(house.number("SELECT COUNT(*) FROM month_draft").await, 0);
}

async fn teams_are_asked_and_their_time_ends_early_only_when_all_have_put_their_view(house: House) {
    let sue = sue(&house).await;
    let tom = house.desk("tom").await;
    assert!(tom.asked_views(JULY).await.expect("an answer").is_empty());
    sue.open_reply(june(), JULY).await.expect("opened");
    let asked = tom.asked_views(JULY).await.expect("an answer");
    let [asked] = &asked[..] else {
        panic!("one month, not {asked:?}");
    };
    assert_eq!(asked.month, june());
    let open = sue.draft(june(), JULY).await.expect("a draft").places;
    assert!(!open.is_empty());
    assert_eq!(asked.open.len(), open.len());
    assert!(!sue.close_reply(june(), JULY).await.expect("an answer"));

    for (at, place) in asked.open.iter().enumerate() {
        assert!(
            !sue.close_reply(june(), JULY).await.expect("an answer"),
            "{at} of them"
        );
        tom.put_view(place.thread, "We change the letter.", JULY)
            .await
            .expect("put");
    }
    let asked = tom.asked_views(JULY).await.expect("an answer");
    assert!(asked[0].open.is_empty());
    assert!(sue.close_reply(june(), JULY).await.expect("an answer"));
    let draft = sue.draft(june(), JULY).await.expect("a draft");
    assert!(matches!(draft.reply, Reply::Over(_)));
    assert!(tom.asked_views(JULY).await.expect("an answer").is_empty());

    let other = house.desk("cat").await;
    assert!(other.asked_views(JULY).await.expect("an answer").is_empty());
}

async fn nothing_of_one_board_is_reached_by_another(house: House) {
    let sue = sue(&house).await;
    let ask = Asking::Ask("one".into(), says("A shared form"));
    sue.write_draft(june(), &ask, JULY).await.expect("asked");
    publish(&sue, june(), JULY).await;
    let now = JULY + 31 * DAY;
    sue.make_link(june(), "one", "Members", now + DAY, now)
        .await
        .expect("made");
    let link = sue.links(june(), now).await.expect("links").links.remove(0);

    let roles = [Role::Board, Role::Secretary];
    house.person("zoe", "cwm", &roles, &[]).await;
    let zoe = house.desk("zoe").await;
    assert!(matches!(
        zoe.end_link(&link.id, now).await,
        Err(StoreError::NotFound)
    ));
    let theirs = Asking::Ask("one".into(), says("Taken over"));
    // Their own first month is this one, so June is not there for them.
    assert!(zoe.write_draft(june(), &theirs, now).await.is_err());
    let became = Asking::Became("one".into(), says("Taken over"));
    let august = june().after().and_then(YearMonth::after).expect("August");
    assert!(
        zoe.write_draft(august, &became, now + 60 * DAY)
            .await
            .is_err()
    );
    let text = house
        .number("SELECT COUNT(*) FROM month_ask WHERE text_en = 'A shared form' AND became_en = ''")
        .await;
    assert_eq!(text, 1);
    assert!(
        house
            .store
            .paper("one", now)
            .await
            .expect("an answer")
            .is_some()
    );
}
