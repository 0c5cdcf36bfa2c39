//! Whether anything was written since.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

use super::{Db, StoreError, db::Result};

/// What a database holds, without saying what: two equal versions hold the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version(u64, String);

impl Db {
    /// The version now. Anything written by anybody, in this process or another, makes it another one.
    pub(super) async fn version(&self) -> Result<Version> {
        match self {
            Self::Sqlite { watch, .. } => watch.version().await,
            Self::Postgres(_) => {
                let sql = "SELECT CAST(pg_current_snapshot() AS TEXT)";
                let row = self.row(sql, &[]).await?.ok_or(StoreError::NotFound)?;
                Ok(Version(0, row.text(0)?))
            }
        }
    }
}

/// One connection to SQLite that only looks whether anything was written.
#[derive(Clone, Debug)]
pub struct Watch {
    pool: SqlitePool,
    /// How often the connection was made: its count of versions begins anew with each.
    made: Arc<AtomicU64>,
}

impl Watch {
    /// A connection with these options, made by a pool of one.
    pub(super) async fn connect(
        pool: SqlitePoolOptions,
        options: SqliteConnectOptions,
    ) -> Result<Self> {
        let made = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&made);
        let pool = pool.after_connect(move |_, _| {
            count.fetch_add(1, Ordering::SeqCst);
            Box::pin(async { Ok(()) })
        });
        let pool = pool.connect_with(options).await?;
        Ok(Self { pool, made })
    }

    pub(super) async fn close(&self) {
        self.pool.close().await;
    }

    async fn version(&self) -> Result<Version> {
        let sql = "SELECT data_version FROM pragma_data_version";
        let version: i64 = sqlx::query_scalar(sql).fetch_one(&self.pool).await?;
        Ok(Version(
            self.made.load(Ordering::SeqCst),
            version.to_string(),
        ))
    }
}
