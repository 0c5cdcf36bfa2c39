//! Tells whoever waits in this process that something changed in the threads of an organisation.
//!
//! On PostgreSQL the news goes through the database, so that it reaches every server; on SQLite there is one process.

use std::{sync::LazyLock, time::Duration};

use sqlx::{PgPool, postgres::PgListener};
use tokio::sync::{OnceCell, broadcast};

use super::{Db, Store};

/// The channel in PostgreSQL.
pub(super) const CHANNEL: &str = "firsthand_threads";
/// How many changes may wait for one who listens. Whoever missed some looks anyway.
const MOST_WAITING: usize = 64;
/// How long to wait before listening again after the database was away.
const AGAIN: Duration = Duration::from_secs(2);

static BELL: LazyLock<broadcast::Sender<String>> =
    LazyLock::new(|| broadcast::channel(MOST_WAITING).0);

/// Rings for those who wait in this process.
pub(super) fn ring(organisation: &str) {
    // Nobody may be waiting.
    BELL.send(organisation.to_owned()).ok();
}

/// Whether this store listens to its PostgreSQL already.
#[derive(Debug, Default)]
pub(super) struct Listening(OnceCell<()>);

impl Store {
    /// Rings with an organisation's id whenever something changed in its threads, from now on, in this process or in
    /// another on the same database. It says nothing of what, and may ring in vain.
    pub async fn changes(&self) -> broadcast::Receiver<String> {
        let changes = BELL.subscribe();
        if let Db::Postgres(pool) = self.db() {
            let begun = async || {
                // The first is heard before anybody waits for it.
                let listener = listener(pool).await;
                tokio::spawn(relay(pool.clone(), listener.ok()));
            };
            self.0.listening.0.get_or_init(begun).await;
        }
        changes
    }
}

async fn listener(pool: &PgPool) -> sqlx::Result<PgListener> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

/// Passes on what PostgreSQL tells, until its pool is closed.
async fn relay(pool: PgPool, mut listening: Option<PgListener>) {
    while !pool.is_closed() {
        match &mut listening {
            Some(listener) => match listener.try_recv().await {
                Ok(Some(told)) => ring(told.payload()),
                // It was away, and connects again by itself; what it missed, the next beat finds.
                Ok(None) => {}
                Err(_) => listening = None,
            },
            None => {
                tokio::time::sleep(AGAIN).await;
                listening = listener(&pool).await.ok();
            }
        }
    }
}
