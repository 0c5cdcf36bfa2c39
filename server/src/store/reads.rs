//! What a desk reads from: the database, one moment of it, or a transaction that is about to write.

use std::{ops::Deref, sync::Arc};

use sqlx::SqlSafeStr;
use tokio::sync::Mutex;

use super::{
    Row, StoreError, Tx, Value,
    db::{Db, Result},
    moment::Moment,
};

/// What a desk reads in, so that all of it is of one moment.
#[derive(Clone)]
pub(super) struct Within(Arc<Mutex<Inside>>);

enum Inside {
    Moment(Moment),
    /// What was read is then written in it.
    Tx(Tx),
}

/// Where a desk's questions go.
pub(crate) struct Reads<'a> {
    db: &'a Db,
    within: Option<&'a Within>,
}

impl Within {
    /// A moment, for reading alone.
    pub(super) async fn moment(db: &Db) -> Result<Self> {
        let moment = Moment::begin(db).await?;
        Ok(Self(Arc::new(Mutex::new(Inside::Moment(moment)))))
    }

    /// A transaction, which [`Within::done`] gives back.
    pub(super) fn of(tx: Tx) -> Self {
        Self(Arc::new(Mutex::new(Inside::Tx(tx))))
    }

    /// The transaction again, once no desk reads in it any more.
    ///
    /// # Errors
    /// While one still does, and of a moment, which has none.
    pub(super) fn done(self) -> Result<Tx> {
        match Arc::into_inner(self.0).map(Mutex::into_inner) {
            Some(Inside::Tx(tx)) => Ok(tx),
            Some(Inside::Moment(_)) | None => Err(StoreError::Closed),
        }
    }

    async fn rows(&self, sql: impl SqlSafeStr, args: &[Value]) -> Result<Vec<Row>> {
        match &mut *self.0.lock().await {
            Inside::Moment(moment) => moment.rows(sql, args).await,
            Inside::Tx(tx) => tx.rows(sql, args).await,
        }
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
            Some(within) => within.rows(sql, args).await,
            None => self.db.rows(sql, args).await,
        }
    }

    /// Reads the first row of an answer, if there is one.
    pub(crate) async fn row(&self, sql: impl SqlSafeStr, args: &[Value]) -> Result<Option<Row>> {
        match self.within {
            Some(within) => Ok(within.rows(sql, args).await?.into_iter().next()),
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
