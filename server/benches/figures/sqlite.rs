//! The peer of sync: SQLite alone, writing the same rows in batches, durably.

use std::{path::Path, time::Instant};

use sqlx::{
    ConnectOptions, Connection, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use crate::{Result, walks};

const WALKS: u32 = 4000;
/// Walks in one transaction: about what gathers while 500 phones wait.
const BATCH: u32 = 40;

/// Walks a second that SQLite alone takes: their facts, and the read rows of a walk and its friction points.
pub(crate) async fn walks_per_second() -> Result<f64> {
    let folder = tempfile::tempdir()?;
    let mut sqlite = open(&folder.path().join("bare.db"), true).await?;
    sqlx::raw_sql(
        "CREATE TABLE fact (id TEXT PRIMARY KEY, walk TEXT, at BIGINT, body TEXT); CREATE INDEX fact_walk ON fact (walk);
         CREATE TABLE row (id TEXT PRIMARY KEY, walk TEXT, at BIGINT, body TEXT); CREATE INDEX row_walk ON row (walk);",
    )
    .execute(&mut sqlite)
    .await?;
    let begin = Instant::now();
    for batch in 0..WALKS / BATCH {
        let mut transaction = sqlite.begin_with("BEGIN IMMEDIATE").await?;
        for number in batch * BATCH..(batch + 1) * BATCH {
            write(&mut transaction, number).await?;
        }
        transaction.commit().await?;
    }
    Ok(f64::from(WALKS) / begin.elapsed().as_secs_f64())
}

async fn write(sqlite: &mut SqliteConnection, number: u32) -> Result<()> {
    let request = walks::request(number.into(), 1_760_000_000_000);
    let walk = format!("walk-{number}");
    for (place, fact) in request.facts.iter().enumerate() {
        insert(
            sqlite,
            "INSERT INTO fact VALUES ($1, $2, $3, $4)",
            format!("{walk}-{place}"),
            &walk,
            fact.get(),
        )
        .await?;
    }
    // One row of the walk with its whole body, three of friction, one of what worked.
    let body = "x".repeat(1500);
    for (place, length) in [1500, 200, 200, 200, 100].into_iter().enumerate() {
        let id = format!("{walk}-{place}");
        insert(
            sqlite,
            "INSERT INTO row VALUES ($1, $2, $3, $4)",
            id,
            &walk,
            &body[..length],
        )
        .await?;
    }
    Ok(())
}

async fn insert(
    sqlite: &mut SqliteConnection,
    sql: &'static str,
    id: String,
    walk: &str,
    body: &str,
) -> Result<()> {
    sqlx::query(sql)
        .bind(id)
        .bind(walk.to_owned())
        .bind(1_i64)
        .bind(body.to_owned())
        .execute(sqlite)
        .await?;
    Ok(())
}

/// How many facts a store holds.
pub(crate) async fn count_facts(path: &Path) -> Result<u64> {
    let mut sqlite = open(path, false).await?;
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM fact")
        .fetch_one(&mut sqlite)
        .await?;
    Ok(count.unsigned_abs())
}

async fn open(path: &Path, create: bool) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(create);
    let options = options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    Ok(options.connect().await?)
}
