//! One moment of the database: whatever is written meanwhile, all that is read in it is of that moment.
//!
//! It is also the cheapest way to read much. A connection that goes back to its pool after every statement is tried
//! out each time, which costs as much as a short statement; and SQLite reads its pages anew for each connection.

use sqlx::{Postgres, SqlSafeStr, Sqlite, Transaction};

use super::db::{Db, Result, Row, Value, query};

/// How it begins on PostgreSQL. The same few statements are asked for again and again, and planning them anew each time
/// took a third of what answering them took: their plans are kept.
const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;
     SET LOCAL plan_cache_mode = force_generic_plan";

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
            Db::Postgres(pool) => Self::Postgres(pool.begin_with(BEGIN).await?),
        })
    }

    /// Reads all rows of an answer.
    pub(super) async fn rows(&mut self, sql: impl SqlSafeStr, args: &[Value]) -> Result<Vec<Row>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_written_meanwhile_is_not_of_the_moment() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("firsthand.db");
        let url = format!("sqlite:{}", file.display());
        let db = Db::open(&url).await.expect("a database");
        let mut moment = Moment::begin(&db).await.expect("begun");
        let all = "SELECT task FROM upkeep";
        let before = moment.rows(all, &[]).await.expect("read").len();
        let mut tx = db.begin().await.expect("begun");
        tx.execute("INSERT INTO upkeep (task) VALUES ('a test')", &[])
            .await
            .expect("written");
        tx.commit().await.expect("durable");
        assert_eq!(moment.rows(all, &[]).await.expect("read").len(), before);
        drop(moment);
        assert_eq!(db.rows(all, &[]).await.expect("read").len(), before + 1);
    }
}
