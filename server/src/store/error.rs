//! What can go wrong in the store.

use std::fmt;

/// Why the store did not do what was asked.
#[derive(Debug)]
pub enum StoreError {
    /// There is no such thing, or the viewer may not know of it.
    NotFound,
    /// The disk is full. Nothing of the request was kept; the same request works once there is room.
    Full,
    /// The writer stopped before it could say that the request was kept. Sending again is harmless.
    Closed,
    /// The SQLite this program was built with is too old to be trusted with a live database.
    OldSqlite(String),
    /// The address of the database cannot be used.
    Address(String),
    /// A stored row cannot be read: says which.
    Unreadable(String),
    /// The database said no.
    Database(sqlx::Error),
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Database(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("there is no such thing here"),
            Self::Full => f.write_str("the disk of the database is full"),
            Self::Closed => f.write_str("the store stopped before the request was kept"),
            Self::OldSqlite(version) => write!(
                f,
                "SQLite {version} can lose data; Firsthand needs 3.51.3 or newer"
            ),
            Self::Address(why) => write!(f, "the database address cannot be used: {why}"),
            Self::Unreadable(what) => write!(f, "a stored row cannot be read: {what}"),
            Self::Database(error) => write!(f, "the database failed: {error}"),
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            error if is_full(&error) => Self::Full,
            sqlx::Error::Configuration(why) => Self::Address(why.to_string()),
            error => Self::Database(error),
        }
    }
}

/// SQLite: FULL, and no room to grow the shared memory of its log. PostgreSQL: disk_full.
fn is_full(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    matches!(code.as_deref(), Some("13" | "4874" | "53100"))
}
