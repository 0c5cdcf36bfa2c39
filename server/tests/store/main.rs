//! One suite of promises, kept by both databases.
//!
//! Every test is a function of a [`House`], and runs twice: on SQLite in a folder of its own, and on PostgreSQL in a
//! schema of its own.

mod house;
mod phone;
mod plan;
mod random;
mod recount;

mod audit;
mod board;
mod cost;
mod doors;
mod erasure;
mod figures;
mod full;
mod handed;
mod inbox;
mod journey;
mod live;
mod mine;
mod news;
mod office;
mod outbox;
mod outgoing;
mod passkeys;
mod people;
mod photos;
mod readers;
mod rewalk;
mod roles;
mod rows;
mod servers;
mod sso;
mod sync;
mod take_in;
mod tasks;
mod team;
mod team_thread;
mod thread_care;
mod thread_files;
mod thread_join;
mod thread_moved;
mod thread_told;
mod threads;
mod together;
mod upgrade;
mod withdrawn;

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
