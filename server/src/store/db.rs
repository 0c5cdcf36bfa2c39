//! A thin layer over the two databases, so that every statement is written once.
//!
//! Statements keep to what both understand: `$1`, `ON CONFLICT`, `RETURNING`. A sum is written
//! `CAST(SUM(x) AS BIGINT)`, because PostgreSQL's sum of BIGINT is of another type.

use std::str::FromStr;

use sqlx::{
    Column as _, PgPool, Row as _, SqlSafeStr, SqlitePool, postgres::PgRow, sqlite::SqliteRow,
};

use super::{
    StoreError,
    open::{open, open_to_read},
    tx::Tx,
    version::Watch,
};

/// What the store's functions return.
pub type Result<T> = std::result::Result<T, StoreError>;

/// One of the two databases.
#[derive(Clone, Debug)]
pub enum Db {
    /// Embedded: several connections that read, one that writes.
    Sqlite {
        /// For reading only.
        read: SqlitePool,
        /// One connection; whoever holds it is the only writer.
        write: SqlitePool,
        /// One connection that only looks whether anything was written.
        watch: Watch,
    },
    /// A server of its own.
    Postgres(PgPool),
}

/// An argument of a statement. Made with `.into()`, so that an absent one still has its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// TEXT.
    Text(Option<String>),
    /// BIGINT and INTEGER, flags included.
    Int(Option<i64>),
    /// BYTEA.
    Bytes(Option<Vec<u8>>),
}

/// One row of an answer, read by position.
#[derive(Debug)]
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

/// Binds the arguments, whichever the database.
macro_rules! query {
    ($sql:expr, $args:expr) => {{
        let mut query = sqlx::query($sql);
        for arg in $args {
            query = match arg {
                $crate::store::db::Value::Text(text) => query.bind(text.as_deref()),
                $crate::store::db::Value::Int(int) => query.bind(*int),
                $crate::store::db::Value::Bytes(bytes) => query.bind(bytes.as_deref()),
            };
        }
        query
    }};
}
pub(super) use query;

impl Db {
    /// Opens `sqlite:PATH` or `postgres://…`, and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Self> {
        open(url).await
    }

    /// Opens a database that is there already, for reading alone: a live one, or a backup. It is left as it is.
    ///
    /// # Errors
    /// When it is not there or cannot be read.
    pub async fn open_to_read(url: &str) -> Result<Self> {
        open_to_read(url).await
    }

    /// Reads all rows of an answer.
    pub async fn rows(&self, sql: impl SqlSafeStr, args: &[Value]) -> Result<Vec<Row>> {
        Ok(match self {
            Self::Sqlite { read, .. } => {
                let rows = query!(sql, args).fetch_all(read).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(pool) => {
                let rows = query!(sql, args).fetch_all(pool).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// Reads the first row of an answer, if there is one.
    pub async fn row(&self, sql: impl SqlSafeStr, args: &[Value]) -> Result<Option<Row>> {
        Ok(match self {
            Self::Sqlite { read, .. } => {
                let row = query!(sql, args).fetch_optional(read).await?;
                row.map(Row::Sqlite)
            }
            Self::Postgres(pool) => {
                let row = query!(sql, args).fetch_optional(pool).await?;
                row.map(Row::Postgres)
            }
        })
    }

    /// Begins a transaction that may write. On SQLite there is never more than one.
    pub async fn begin(&self) -> Result<Tx> {
        Tx::begin(self).await
    }
}

impl Row {
    /// A text.
    pub fn text(&self, at: usize) -> Result<String> {
        self.opt_text(at)?.ok_or_else(|| self.absent(at))
    }

    /// A text, or none.
    pub fn opt_text(&self, at: usize) -> Result<Option<String>> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(at)?,
            Self::Postgres(row) => row.try_get(at)?,
        })
    }

    /// A whole number.
    pub fn int(&self, at: usize) -> Result<i64> {
        self.opt_int(at)?.ok_or_else(|| self.absent(at))
    }

    /// A whole number, or none.
    pub fn opt_int(&self, at: usize) -> Result<Option<i64>> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(at)?,
            Self::Postgres(row) => match row.try_get::<Option<i64>, _>(at) {
                Ok(int) => int,
                Err(_) => row.try_get::<Option<i32>, _>(at)?.map(i64::from),
            },
        })
    }

    /// Bytes.
    pub fn bytes(&self, at: usize) -> Result<Vec<u8>> {
        let bytes: Option<Vec<u8>> = match self {
            Self::Sqlite(row) => row.try_get(at)?,
            Self::Postgres(row) => row.try_get(at)?,
        };
        bytes.ok_or_else(|| self.absent(at))
    }

    /// A flag: true unless 0.
    pub fn flag(&self, at: usize) -> Result<bool> {
        Ok(self.int(at)? != 0)
    }

    fn absent(&self, at: usize) -> StoreError {
        let name = match self {
            Self::Sqlite(row) => row.column(at).name(),
            Self::Postgres(row) => row.column(at).name(),
        };
        StoreError::Unreadable(format!("{name} is null"))
    }
}

/// Reads an id that was made on a phone.
pub(super) fn read_id<Id: FromStr>(row: &Row, at: usize) -> Result<Id> {
    let text = row.text(at)?;
    text.parse()
        .map_err(|_| StoreError::Unreadable(format!("{text:?} is no id")))
}

/// Reads what was stored as JSON.
pub(super) fn read_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| StoreError::Unreadable(error.to_string()))
}

/// PostgreSQL has no NUL in a text, and no reader misses it.
fn clean(text: impl Into<String>) -> String {
    let text = text.into();
    if text.contains('\0') {
        text.replace('\0', "")
    } else {
        text
    }
}

macro_rules! value {
    ($($from:ty => $variant:ident($convert:expr),)+) => { $(
        impl From<$from> for Value {
            fn from(value: $from) -> Self { Self::$variant(Some($convert(value))) }
        }
        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self { Self::$variant(value.map($convert)) }
        }
    )+ };
}

value! {
    &str => Text(clean),
    &String => Text(clean),
    String => Text(clean),
    i64 => Int(std::convert::identity),
    i32 => Int(i64::from),
    u32 => Int(i64::from),
    u16 => Int(i64::from),
    u8 => Int(i64::from),
    i8 => Int(i64::from),
    bool => Int(i64::from),
    Vec<u8> => Bytes(std::convert::identity),
}
