//! Whether anything was written since.

use std::sync::atomic::{AtomicU64, Ordering};

use super::{Db, StoreError, db::Result};

/// How often the connection that watches SQLite was made. Its count of versions begins anew with each.
static WATCHES: AtomicU64 = AtomicU64::new(0);

/// What a database holds, without saying what: two equal versions hold the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version(u64, String);

impl Db {
    /// The version now. Anything written by anybody, in this process or another, makes it another one.
    pub(super) async fn version(&self) -> Result<Version> {
        let (sql, watch) = match self {
            Self::Sqlite { watch, .. } => {
                ("SELECT data_version FROM pragma_data_version", Some(watch))
            }
            Self::Postgres(_) => ("SELECT CAST(pg_current_snapshot() AS TEXT)", None),
        };
        let Some(watch) = watch else {
            let row = self.row(sql, &[]).await?.ok_or(StoreError::NotFound)?;
            return Ok(Version(0, row.text(0)?));
        };
        let version: i64 = sqlx::query_scalar(sql).fetch_one(watch).await?;
        Ok(Version(WATCHES.load(Ordering::SeqCst), version.to_string()))
    }
}

/// Notes that a new connection watches.
pub(super) fn watched() {
    WATCHES.fetch_add(1, Ordering::SeqCst);
}
