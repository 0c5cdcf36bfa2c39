//! A transaction that may write.

use std::collections::BTreeSet;

use sqlx::{Postgres, SqlSafeStr, Sqlite, Transaction, pool::PoolConnection};

use super::{
    bell,
    db::{Db, Result, Row, Value, query},
    many::among,
};

/// A transaction. Dropped without [`Tx::commit`], it leaves nothing behind.
pub struct Tx {
    inner: Inner,
    /// The organisations to ring for once this is durable, on SQLite.
    rings: BTreeSet<String>,
}

enum Inner {
    Sqlite(Writing),
    Postgres(Transaction<'static, Postgres>),
}

/// SQLite's one writing connection.
///
/// A full disk can make SQLite roll back on its own, so that "is a transaction open?" has no sure answer.
/// A connection given up half-way is therefore closed, and the pool opens another.
struct Writing {
    connection: PoolConnection<Sqlite>,
    open: bool,
}

impl Tx {
    pub(super) async fn begin(db: &Db) -> Result<Self> {
        let inner = match db {
            Db::Sqlite { write, .. } => {
                let connection = write.acquire().await?;
                let mut writing = Writing {
                    connection,
                    open: true,
                };
                // The lock is taken now: a read that becomes a write half-way could find the database busy.
                sqlx::query("BEGIN IMMEDIATE")
                    .execute(&mut *writing.connection)
                    .await?;
                Inner::Sqlite(writing)
            }
            Db::Postgres(pool) => Inner::Postgres(pool.begin().await?),
        };
        Ok(Self {
            inner,
            rings: BTreeSet::new(),
        })
    }

    /// Reads all rows of an answer.
    pub async fn rows(&mut self, sql: impl SqlSafeStr, args: &[Value]) -> Result<Vec<Row>> {
        Ok(match &mut self.inner {
            Inner::Sqlite(writing) => {
                let rows = query!(sql, args)
                    .fetch_all(&mut *writing.connection)
                    .await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Inner::Postgres(tx) => {
                let rows = query!(sql, args).fetch_all(&mut **tx).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// Reads the first row of an answer, if there is one.
    pub async fn row(&mut self, sql: impl SqlSafeStr, args: &[Value]) -> Result<Option<Row>> {
        // All rows are fetched: a statement with RETURNING has not ended before its last row.
        Ok(self.rows(sql, args).await?.into_iter().next())
    }

    /// Runs a statement; the number of rows it changed.
    pub async fn execute(&mut self, sql: impl SqlSafeStr, args: &[Value]) -> Result<u64> {
        Ok(match &mut self.inner {
            Inner::Sqlite(writing) => {
                let done = query!(sql, args).execute(&mut *writing.connection).await?;
                done.rows_affected()
            }
            Inner::Postgres(tx) => {
                let done = query!(sql, args).execute(&mut **tx).await?;
                done.rows_affected()
            }
        })
    }

    /// Makes everything durable, or nothing.
    pub async fn commit(self) -> Result<()> {
        match self.inner {
            Inner::Sqlite(mut writing) => {
                sqlx::query("COMMIT")
                    .execute(&mut *writing.connection)
                    .await?;
                writing.open = false;
            }
            Inner::Postgres(tx) => tx.commit().await?,
        }
        for organisation in &self.rings {
            bell::ring(organisation);
        }
        Ok(())
    }

    /// Rings for an organisation's open inboxes, once this is durable and not before.
    pub(super) async fn ring(&mut self, organisation: &str) -> Result<()> {
        if let Inner::Sqlite(_) = &self.inner {
            self.rings.insert(organisation.to_owned());
            return Ok(());
        }
        let args = [bell::CHANNEL.into(), organisation.into()];
        self.execute("SELECT pg_notify($1, $2)", &args)
            .await
            .map(drop)
    }

    /// True when other transactions may write at the same time: on PostgreSQL.
    pub(super) fn many_write(&self) -> bool {
        matches!(self.inner, Inner::Postgres(_))
    }

    /// Holds the organisation until the end: shared by appends, alone when its tasks change, so that no walk is
    /// folded with tasks that are just being replaced. SQLite's only writer needs no such hold.
    pub(super) async fn hold(&mut self, organisation: &str, hold: Hold) -> Result<()> {
        let Inner::Postgres(tx) = &mut self.inner else {
            return Ok(());
        };
        let sql = match hold {
            Hold::Shared => "SELECT id FROM organisation WHERE id = $1 FOR SHARE",
            Hold::Alone => "SELECT id FROM organisation WHERE id = $1 FOR UPDATE",
        };
        sqlx::query(sql)
            .bind(organisation)
            .execute(&mut **tx)
            .await?;
        Ok(())
    }

    /// Holds threads until the end, so that what is added up of them misses nothing. SQLite's only writer needs no
    /// such hold.
    pub(super) async fn lock_threads(&mut self, threads: &[Value]) -> Result<()> {
        if let Inner::Postgres(_) = &self.inner {
            // In the order of their ids, so that two transactions do not wait for each other.
            among(
                self,
                "SELECT id FROM thread WHERE id IN",
                threads,
                "ORDER BY id FOR UPDATE",
            )
            .await?;
        }
        Ok(())
    }
}

/// How an organisation is held.
#[derive(Clone, Copy, Debug)]
pub(super) enum Hold {
    Shared,
    Alone,
}

impl Drop for Writing {
    fn drop(&mut self) {
        if self.open {
            self.connection.close_on_drop();
        }
    }
}
