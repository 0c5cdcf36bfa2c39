//! The board's month as a record. Every test is a function of a [`House`], and runs on SQLite and on PostgreSQL.

#[allow(dead_code, reason = "the store's own suite uses the rest")]
#[path = "../store/house.rs"]
mod house;
#[allow(dead_code, reason = "the store's own suite uses the rest")]
#[path = "../store/phone.rs"]
mod phone;
#[allow(dead_code, reason = "the store's own suite uses the rest")]
#[path = "../store/plan.rs"]
mod plan;
#[path = "../store/recount.rs"]
mod recount;

#[allow(dead_code, reason = "the pages' own suite uses the rest")]
#[path = "../pages/house.rs"]
mod pages;

mod at_once;
mod backup;
mod content;
mod corrected;
mod counts;
mod desk;
mod languages;
mod moments;
mod papers;
mod record;
mod slicing;
mod story;
mod taken_back;
mod threads;
mod web;
mod year;
mod year_page;

use house::House;

/// Runs each named test on both databases.
macro_rules! on_both {
    ($($name:ident,)+) => {
        mod sqlite { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() { super::$name($crate::House::on_sqlite().await).await; }
        )+ }
        mod postgres { $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() { super::$name($crate::House::on_postgres().await).await; }
        )+ }
    };
}
pub(crate) use on_both;
