//! What a desk reads from: the database, or one transaction of it.

use std::{ops::Deref, sync::Arc};

use sqlx::SqlSafeStr;
use tokio::sync::Mutex;

use super::{
    Row, StoreError, Tx, Value,
    db::{Db, Result},
};

/// A transaction that a desk reads in, so that what it then writes is of one moment.
#[derive(Clone)]
pub(super) struct Within(Arc<Mutex<Tx>>);

/// Where a desk's questions go.
pub(crate) struct Reads<'a> {
    db: &'a Db,
    within: Option<&'a Within>,
}

impl Within {
    pub(super) fn of(tx: Tx) -> Self {
        Self(Arc::new(Mutex::new(tx)))
    }

    /// The transaction again, once no desk reads in it any more.
    ///
    /// # Errors
    /// While one still does.
    pub(super) fn done(self) -> Result<Tx> {
        let tx = Arc::into_inner(self.0).ok_or(StoreError::Closed)?;
        Ok(tx.into_inner())
    }
}

impl std::fmt::Debug for Within {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Within")
    }
}

impl<'a> Reads<'a> {
    pub(super) fn of(db: &'a Db, within: Option<&'a Within>) -> Self {
        Self { db, within }
    }

    /// Reads all rows of an answer.
    pub(crate) async fn rows(&self, sql: impl SqlSafeStr, args: &[Value]) -> Result<Vec<Row>> {
        match self.within {
            Some(Within(tx)) => tx.lock().await.rows(sql, args).await,
            None => self.db.rows(sql, args).await,
        }
    }

    /// Reads the first row of an answer, if there is one.
    pub(crate) async fn row(&self, sql: impl SqlSafeStr, args: &[Value]) -> Result<Option<Row>> {
        match self.within {
            Some(Within(tx)) => tx.lock().await.row(sql, args).await,
            None => self.db.row(sql, args).await,
        }
    }
}

impl Deref for Reads<'_> {
    type Target = Db;

    fn deref(&self) -> &Db {
        self.db
    }
}
