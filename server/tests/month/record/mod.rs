//! Published months: what is frozen stays, and what is wrong is named.

mod chain;
mod command;
mod counted;
mod erased;
mod moved;
mod names;
mod tampered;
mod triggers;

use app::{
    board::{self, MonthPage},
    walk::{
        Lang,
        month::{Said, SaidAs, YearMonth},
    },
};
use leptos::prelude::{Owner, RenderHtml};
use server::{
    record::{Fault, Kept, check},
    store::{Issue, PublishedWord, Publishing},
};

use crate::{
    House,
    house::{DAY, NOON, text},
    phone::Phone,
};

pub use command::verify_at;

/// After the end of June.
pub const JULY: i64 = NOON + 20 * DAY;

pub const SECRETARY: &str = "June was a short month for walking";

pub fn june() -> YearMonth {
    YearMonth::new(2026, 6).expect("a month")
}

fn words() -> Vec<PublishedWord> {
    vec![PublishedWord {
        said: Said {
            is: SaidAs::Secretary,
            text: Some(text(SECRETARY)),
            task: String::new(),
            step: None,
            at: NOON,
            walk: None,
        },
        person: Some("tom".into()),
    }]
}

pub async fn walked(house: &House, person: &str, seed: u64) -> Phone {
    let phone = Phone::whole_walk(seed, "ramp");
    phone.send(&house.desk(person).await).await;
    phone
}

pub async fn publish(house: &House, now: i64) -> Publishing {
    let board = house.keeping_the_record("tom").await;
    board
        .publish(june(), words(), now)
        .await
        .expect("an answer")
}

pub fn done(publishing: Publishing) -> Issue {
    match publishing {
        Publishing::Done(issue) => issue,
        other => panic!("not published: {other:?}"),
    }
}

pub async fn published(house: &House, version: Option<u32>) -> MonthPage {
    let board = house.desk("tom").await;
    let page = board
        .published(june(), version, JULY)
        .await
        .expect("an answer");
    (**page.expect("published")).clone()
}

/// The page but for its stamp, which tells of later versions.
pub fn drawn(page: &MonthPage) -> String {
    let page = MonthPage {
        stamp: None,
        ..page.clone()
    };
    Owner::new().with(|| board::month_page(Lang::En, &page).to_html())
}

/// Nothing is wrong with any record of the organisation.
pub async fn assert_whole(house: &House) {
    assert_eq!(faults(&chain(house).await), []);
}

pub async fn chain(house: &House) -> Vec<Kept> {
    house.store.chain("aber").await.expect("a chain")
}

pub fn faults(chain: &[Kept]) -> Vec<(u32, Fault)> {
    let found = check(chain, None);
    found.into_iter().map(|it| (it.version, it.fault)).collect()
}

/// Three versions of June, each with one walk more.
pub async fn three_versions(house: &House) -> Vec<Kept> {
    for version in 1..=3 {
        walked(house, "ann", version).await;
        done(publish(house, JULY).await);
    }
    let chain = chain(house).await;
    assert_eq!(faults(&chain), []);
    chain
}

/// Does as an operator could who opens the database by hand.
pub async fn run(house: &House, sql: String) {
    let mut tx = house.db.begin().await.expect("begun");
    let done = tx.execute(sqlx::AssertSqlSafe(sql), &[]).await;
    done.expect("done");
    tx.commit().await.expect("committed");
}
