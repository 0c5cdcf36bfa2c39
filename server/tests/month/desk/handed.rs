//! What goes out: addresses for who has no account, and the mail that tells of it.

use app::{
    mine::{Digest, MailForm},
    walk::Lang,
};
use server::{store::Way, viewer::Role};

use super::{JULY, june, publish, sue};
use crate::{
    House,
    house::{DAY, NOON},
    on_both,
};

on_both! {
    an_address_works_until_its_day_or_its_end,
    the_board_is_told_once_of_what_is_published,
}

async fn an_address_works_until_its_day_or_its_end(house: House) {
    let sue = sue(&house).await;
    let early = sue
        .make_link(june(), "one", "Members", JULY + 7 * DAY, JULY)
        .await;
    assert!(early.is_err(), "nothing is published");
    publish(&sue, june(), JULY).await;
    let now = JULY + 31 * DAY;
    let make = async |hash: &str| {
        let until = now + 7 * DAY;
        let works = sue.make_link(june(), hash, "Members", until, now).await;
        works.expect("an answer")
    };
    for hash in ["one", "one", "two"] {
        assert!(make(hash).await);
    }
    let paper = house.store.paper("one", now).await.expect("an answer");
    let paper = paper.expect("it works");
    assert_eq!(
        (paper.month, paper.organisation.en.as_str()),
        (june(), "Aber Valley Council")
    );
    assert_eq!(paper.page.month.need_met.n(), 1);
    let links = sue.links(june(), now).await.expect("links").links;
    assert_eq!(links.len(), 2);
    assert!(
        house
            .store
            .paper("one", now + 7 * DAY)
            .await
            .expect("an answer")
            .is_none()
    );
    assert!(
        house
            .store
            .paper("never", now)
            .await
            .expect("an answer")
            .is_none()
    );
    for link in &links {
        sue.end_link(&link.id, now).await.expect("ended");
        sue.end_link(&link.id, now).await.expect("ended before");
    }
    for hash in ["one", "two"] {
        assert!(!make(hash).await, "ended, and not made again");
        assert!(
            house
                .store
                .paper(hash, now)
                .await
                .expect("an answer")
                .is_none()
        );
    }
    assert!(
        sue.links(june(), now)
            .await
            .expect("links")
            .links
            .iter()
            .all(|it| !it.works)
    );
    let made = house
        .number("SELECT COUNT(*) FROM audit WHERE what = 'paper_made'")
        .await;
    let ended = house
        .number("SELECT COUNT(*) FROM audit WHERE what = 'paper_ended'")
        .await;
    assert_eq!((made, ended), (2, 2));
    let plain = "SELECT COUNT(*) FROM paper_link WHERE token_hash NOT IN ('one', 'two')";
    assert_eq!(
        house.number(plain).await,
        0,
        "only what was handed in as a hash"
    );
}

async fn the_board_is_told_once_of_what_is_published(house: House) {
    let sue = sue(&house).await;
    // She chose other mail, and not this.
    let roles = [Role::Board, Role::ServiceTeam];
    house.person("una", "aber", &roles, &["bins"]).await;
    house
        .person("tim", "aber", &[Role::ServiceTeam], &["bins"])
        .await;
    for (person, months) in [("sue", true), ("una", false), ("tim", true)] {
        let form = MailForm {
            address: format!("{person}@aber.example"),
            digest: Digest::None,
            alerts: person == "una",
            months,
        };
        let desk = house.desk(person).await;
        let chosen = desk.choose_mail(&form, Lang::Cy, NOON).await;
        assert_eq!(chosen.expect("an answer"), Ok(()));
    }
    let ann = house.desk("ann").await;
    assert!(
        ann.mail_choice().await.is_err(),
        "leaders are not written to"
    );
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute("UPDATE mail_choice SET confirmed_at = 1", &[])
        .await
        .expect("confirmed");
    tx.execute("DELETE FROM outbox", &[])
        .await
        .expect("emptied");
    tx.commit().await.expect("committed");
    publish(&sue, june(), JULY).await;
    let later = JULY + 31 * DAY;
    let told = "SELECT COUNT(*) FROM outbox WHERE topic = 'month'";
    assert_eq!(house.number(told).await, 1, "nobody else, also later");
    let jobs = house.store.lease(Way::Mail, 8, later).await.expect("jobs");
    let [job] = &jobs[..] else {
        panic!("one message, not {jobs:?}");
    };
    assert_eq!(job.topic, "month");
    assert_eq!(job.body["month"], "2026-06");
    assert_eq!(
        (job.body["k"].as_u64(), job.body["n"].as_u64()),
        (Some(0), Some(1))
    );
    let body = job.body.to_string();
    assert!(!body.contains("Look at"), "nothing anybody wrote: {body}");
}
