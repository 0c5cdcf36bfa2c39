//! One moment of the database: whatever is written meanwhile, all that is read in it is of that moment.
//!
//! It is also the cheapest way to read much. A connection that goes back to its pool after every statement is tried
//! out each time, which costs as much as a short statement; and SQLite reads its pages anew for each connection.

use sqlx::{Postgres, SqlSafeStr, Sqlite, Transaction};

use super::db::{Db, Result, Row, query};

/// A transaction that only reads. Dropped, it ends.
pub(super) enum Moment {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Moment {
    /// The moment of the first statement.
    pub(super) async fn begin(db: &Db) -> Result<Self> {
        Ok(match db {
            Db::Sqlite { read, .. } => Self::Sqlite(read.begin().await?),
            Db::Postgres(pool) => {
                let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
                Self::Postgres(pool.begin_with(begin).await?)
            }
        })
    }

    /// Reads all rows of an answer.
    pub(super) async fn rows(
        &mut self,
        sql: impl SqlSafeStr,
        args: &[super::Value],
    ) -> Result<Vec<Row>> {
        Ok(match self {
            Self::Sqlite(tx) => {
                let rows = query!(sql, args).fetch_all(&mut **tx).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(tx) => {
                let rows = query!(sql, args).fetch_all(&mut **tx).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }
}
