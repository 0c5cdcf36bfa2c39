//! Opening a database and bringing it up to date.

use std::{borrow::Cow, str::FromStr, time::Duration};

use sqlx::{
    Connection, Executor, SqlSafeStr, SqlitePool,
    migrate::{Migration, MigrationType, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Db, Store, StoreError, db::Result, version::Watch};

/// Every migration, oldest first. One that was released is never changed; a new one is added below it.
const MIGRATIONS: &[(i64, &str, Sql)] = &[
    (
        1,
        "start",
        Same(include_str!("../../migrations/0001_start.sql")),
    ),
    (
        2,
        "photos",
        Same(include_str!("../../migrations/0002_photos.sql")),
    ),
    (
        3,
        "withdrawn",
        Same(include_str!("../../migrations/0003_withdrawn.sql")),
    ),
    (
        4,
        "identity",
        Same(include_str!("../../migrations/0004_identity.sql")),
    ),
    (
        5,
        "audit",
        Own {
            sqlite: include_str!("../../migrations/0005_audit_sqlite.sql"),
            postgres: include_str!("../../migrations/0005_audit_postgres.sql"),
        },
    ),
    (
        6,
        "mine",
        Same(include_str!("../../migrations/0006_mine.sql")),
    ),
    (
        7,
        "sealed",
        Same(include_str!("../../migrations/0007_sealed.sql")),
    ),
    (
        8,
        "sso",
        Same(include_str!("../../migrations/0008_sso.sql")),
    ),
    (
        9,
        "threads",
        Same(include_str!("../../migrations/0009_threads.sql")),
    ),
    (
        10,
        "journey",
        Own {
            sqlite: include_str!("../../migrations/0010_journey_sqlite.sql"),
            postgres: include_str!("../../migrations/0010_journey_postgres.sql"),
        },
    ),
    (
        11,
        "inbox",
        Own {
            sqlite: include_str!("../../migrations/0011_inbox_sqlite.sql"),
            postgres: include_str!("../../migrations/0011_inbox_postgres.sql"),
        },
    ),
    (
        12,
        "thread_care",
        Same(include_str!("../../migrations/0012_thread_care.sql")),
    ),
    (
        13,
        "handed",
        Same(include_str!("../../migrations/0013_handed.sql")),
    ),
    (
        14,
        "outbound",
        Same(include_str!("../../migrations/0014_outbound.sql")),
    ),
    (
        16,
        "cost",
        Same(include_str!("../../migrations/0016_cost.sql")),
    ),
    (
        17,
        "thread_files",
        Same(include_str!("../../migrations/0017_thread_files.sql")),
    ),
    (
        18,
        "calls",
        Same(include_str!("../../migrations/0018_calls.sql")),
    ),
    (
        19,
        "record",
        Own {
            sqlite: include_str!("../../migrations/0019_record_sqlite.sql"),
            postgres: include_str!("../../migrations/0019_record_postgres.sql"),
        },
    ),
    (
        20,
        "desk",
        Same(include_str!("../../migrations/0020_desk.sql")),
    ),
    (
        21,
        "content",
        Same(include_str!("../../migrations/0021_content.sql")),
    ),
    (
        22,
        "counts",
        Own {
            sqlite: include_str!("../../migrations/0022_counts_sqlite.sql"),
            postgres: include_str!("../../migrations/0022_counts_postgres.sql"),
        },
    ),
    (
        25,
        "thread_counts",
        Same(include_str!("../../migrations/0023_thread_counts.sql")),
    ),
    (
        26,
        "record_stays",
        Own {
            sqlite: include_str!("../../migrations/0024_record_stays_sqlite.sql"),
            postgres: include_str!("../../migrations/0024_record_stays_postgres.sql"),
        },
    ),
    (
        27,
        "felt_most",
        Same(include_str!("../../migrations/0025_felt_most.sql")),
    ),
    (
        28,
        "felt_ever",
        Same(include_str!("../../migrations/0026_felt_ever.sql")),
    ),
    (
        29,
        "approved",
        Same(include_str!("../../migrations/0027_approved.sql")),
    ),
    (
        30,
        "calendar_ended",
        Same(include_str!("../../migrations/0028_calendar_ended.sql")),
    ),
];

/// What a migration says: the same to both databases, or to each its own where they have no word in common.
enum Sql {
    Same(&'static str),
    Own {
        sqlite: &'static str,
        postgres: &'static str,
    },
}
use Sql::{Own, Same};

/// Older ones can corrupt a database at a reset of the write-ahead log.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// The most connections that read from SQLite, and the most to PostgreSQL.
const MOST_CONNECTIONS: u32 = 8;

/// How long a connection to PostgreSQL may have rested to be used without being tried.
const RESTED: Duration = Duration::from_secs(1);

/// How many rows SQLite may be ahead of who reads them. Beyond that its thread waits, and is woken for every row.
const ROWS_AHEAD: usize = 1_024;

/// Opens `sqlite:PATH` or `postgres://…` and migrates it.
pub(super) async fn open(url: &str) -> Result<Db> {
    let db = if url.starts_with("sqlite:") {
        open_sqlite(url).await?
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        Db::Postgres(postgres_pool().connect(url).await?)
    } else {
        let why = "it starts with neither sqlite: nor postgres:";
        return Err(StoreError::Address(why.to_owned()));
    };
    migrate(&db).await?;
    Ok(db)
}

/// Opens a database that is there already, for reading alone: nothing is migrated, made or written, beside it either.
pub(super) async fn open_to_read(url: &str) -> Result<Db> {
    if url.starts_with("sqlite:") {
        return open_sqlite_to_read(url).await;
    }
    let options =
        PgConnectOptions::from_str(url)?.options([("default_transaction_read_only", "on")]);
    let pool = PgPoolOptions::new().max_connections(1);
    Ok(Db::Postgres(pool.connect_with(options).await?))
}

async fn open_sqlite_to_read(url: &str) -> Result<Db> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(|error| StoreError::Address(error.to_string()))?
        .read_only(true)
        .busy_timeout(Duration::from_secs(10));
    // A copy at rest has no log beside it. Told so, SQLite makes none either, and a copy that nobody may write is read.
    let mut log = options.get_filename().as_os_str().to_owned();
    log.push("-wal");
    let at_rest = !std::path::Path::new(&log).exists();
    let options = options.immutable(at_rest);
    let read = pool(1).connect_with(options.clone()).await?;
    check_version(&read).await?;
    let watch = Watch::connect(pool(1), options).await?;
    Ok(Db::Sqlite {
        write: read.clone(),
        read,
        watch,
    })
}

async fn open_sqlite(url: &str) -> Result<Db> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(|error| StoreError::Address(error.to_string()))?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10))
        .foreign_keys(true)
        .row_buffer_size(ROWS_AHEAD)
        // What was erased is overwritten in the file.
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY");
    let write = pool(1).connect_with(options.clone()).await?;
    check_version(&write).await?;
    let reading = options.pragma("query_only", "ON");
    let read = pool(MOST_CONNECTIONS).connect_with(reading.clone()).await?;
    let watch = Watch::connect(pool(1), reading).await?;
    Ok(Db::Sqlite { read, write, watch })
}

/// A connection that rested is tried before it is used, because its server may have gone; one that was used just now is
/// not, because that costs as much as a short statement. None of ours runs long enough to be worth compiling first: told
/// nothing, PostgreSQL takes what goes through merged threads for long, and spends 7 ms on it each time.
fn postgres_pool() -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(MOST_CONNECTIONS)
        .test_before_acquire(false)
        .after_connect(|connection, _| {
            Box::pin(async move {
                connection.execute("SET jit = off").await?;
                Ok(())
            })
        })
        .before_acquire(|connection, about| {
            Box::pin(async move {
                if about.idle_for > RESTED {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
}

fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
}

async fn check_version(pool: &SqlitePool) -> Result<()> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(pool)
        .await?;
    if is_sound(&version) {
        Ok(())
    } else {
        Err(StoreError::OldSqlite(version))
    }
}

/// True for a version of SQLite that may be trusted; false for one that cannot be read.
fn is_sound(version: &str) -> bool {
    let numbers: std::result::Result<Vec<u32>, _> = version.split('.').map(str::parse).collect();
    numbers.is_ok_and(|numbers| numbers.as_slice() >= OLDEST_SQLITE.as_slice())
}

impl Store {
    /// True when the database was brought up to this migration once. It fails where no store is, and on a damaged one.
    pub(super) async fn is_migrated_to(&self, version: i64) -> Result<bool> {
        let sql = "SELECT 1 FROM _sqlx_migrations WHERE version = $1";
        Ok(self.db().row(sql, &[version.into()]).await?.is_some())
    }

    /// Whether a store is there that this program, and no earlier or later one, brought up to date.
    ///
    /// # Errors
    /// Where there is none, or a damaged one.
    pub async fn is_current(&self) -> Result<bool> {
        let sql = "SELECT MAX(version) FROM _sqlx_migrations";
        let newest = self.db().row(sql, &[]).await?.map(|row| row.opt_int(0));
        let ours = MIGRATIONS.iter().map(|it| it.0).max();
        Ok(newest.transpose()?.flatten() == ours)
    }
}

/// True for words that stand in one of the migrations.
pub(super) fn is_migrated(words: &str) -> bool {
    MIGRATIONS.iter().any(|(_, _, sql)| match sql {
        Same(sql) => sql.contains(words),
        Own { sqlite, postgres } => sqlite.contains(words) || postgres.contains(words),
    })
}

async fn migrate(db: &Db) -> Result<()> {
    let migration = |(version, name, sql): &(i64, &'static str, Sql)| {
        let name = Cow::Borrowed(*name);
        let sql = match (sql, db) {
            (Same(sql), _) => *sql,
            (Own { sqlite, .. }, Db::Sqlite { .. }) => *sqlite,
            (Own { postgres, .. }, Db::Postgres(_)) => *postgres,
        };
        Migration::new(
            *version,
            name,
            MigrationType::Simple,
            sql.into_sql_str(),
            false,
        )
    };
    let migrator = Migrator::with_migrations(MIGRATIONS.iter().map(migration).collect());
    let done = match db {
        Db::Sqlite { write, .. } => migrator.run(write).await,
        Db::Postgres(pool) => migrator.run(pool).await,
    };
    done.map_err(|error| StoreError::from(sqlx::Error::from(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_sqlite_is_refused() {
        for sound in ["3.51.3", "3.52.0", "4.0.0", "3.51.3.1"] {
            assert!(is_sound(sound), "{sound}");
        }
        for old in ["3.51.2", "3.7.0", "3.51", "2.99.99", "", "new"] {
            assert!(!is_sound(old), "{old}");
        }
    }
}
