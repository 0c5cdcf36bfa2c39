//! Many more walks than could be sent in the time there is: copies of those that were sent, made by the database.

use server::store::{Db, Store};
use sqlx::AssertSqlSafe;

use crate::{
    Result,
    place::{Kind, Place},
};

/// What names a walk or something in it, table by table; the other columns are copied as they are. Walks are read from
/// here by the board; what only service teams read (words to search in, maps) stays as it was.
const TABLES: [(&str, &[&str], &[&str]); 5] = [
    (
        "walk",
        &["id"],
        &["organisation", "author", "first_received_at"],
    ),
    (
        "fact",
        &["id", "walk", "body"],
        &["at", "sent_at", "received_at", "kind"],
    ),
    (
        "walk_row",
        &["walk", "body"],
        &[
            "organisation",
            "service",
            "task",
            "month",
            "author",
            "counted_at",
            "started_at",
            "finished",
            "need_met",
            "did_should",
            "why_not",
            "ease",
            "satisfaction",
            "others_would",
            "spent_ms",
            "steps",
            "steps_done",
            "stopped_at",
            "frictions",
            "committed",
            "hand_off",
            "hand_off_through",
            "again",
            "held",
            "unknown",
            "counts",
        ],
    ),
    (
        "friction_row",
        &["walk", "id"],
        &[
            "organisation",
            "service",
            "task",
            "month",
            "author",
            "felt_at",
            "step",
            "category",
            "second",
            "severity",
            "mood",
            "feelings",
            "note",
            "risk",
            "contacted_again",
            "own",
            "thread",
        ],
    ),
    (
        "bright_row",
        &["walk"],
        &[
            "position",
            "organisation",
            "service",
            "task",
            "month",
            "noted_at",
            "step",
            "note",
        ],
    ),
];

/// What a board's month is read from, and what its threads add up to.
const READ: [&str; 6] = [
    "walk_row",
    "friction_row",
    "bright_row",
    "thread_count",
    "thread_row",
    "month_count",
];

/// Copies every walk `times` times, under ids of their own, in the months and by the leaders of the first ones; then the
/// product adds up anew what it keeps by append: its months' counts and its threads'.
pub(crate) async fn fill(kind: Kind, place: &Place, times: u8) -> Result<()> {
    let db = Db::open(&place.address()).await?;
    for copy in 1..=times {
        let mut tx = db.begin().await?;
        for (table, ids, others) in TABLES {
            let sql = copied(table, ids, others, copy);
            tx.execute(AssertSqlSafe(sql), &[]).await?;
        }
        tx.commit().await?;
    }
    if let Kind::Postgres = kind {
        let mut tx = db.begin().await?;
        tx.execute("ANALYZE", &[]).await?;
        tx.commit().await?;
    }
    Store::on(db).recount().await?;
    Ok(())
}

/// Stops the bench unless copies are what the product makes of the same facts: after a rebuild, nothing that a board's
/// month is read from is otherwise.
pub(crate) async fn prove(kind: Kind, place: &Place, times: u8) -> Result<()> {
    fill(kind, place, times).await?;
    let db = Db::open(&place.address()).await?;
    let mut tx = db.begin().await?;
    for table in READ {
        let sql = format!("CREATE TABLE copied_{table} AS SELECT * FROM {table}");
        tx.execute(AssertSqlSafe(sql), &[]).await?;
    }
    tx.commit().await?;
    let store = Store::on(db.clone());
    store.rebuild().await?;
    for table in READ {
        let copied = format!("copied_{table}");
        for (one, other) in [(table, &*copied), (&*copied, table)] {
            let sql = format!(
                "SELECT COUNT(*) FROM (SELECT * FROM {one} EXCEPT SELECT * FROM {other}) x"
            );
            let rows = db.rows(AssertSqlSafe(sql), &[]).await?;
            let others = rows.first().map_or(Ok(0), |row| row.int(0))?;
            if others != 0 {
                return Err(
                    format!("{others} rows of {table} are not what a rebuild makes").into(),
                );
            }
        }
    }
    Ok(())
}

/// The last twelve digits of an id are the walk's number and begin with zeros: the first of them tells copies apart.
fn copied(table: &str, ids: &[&str], others: &[&str], copy: u8) -> String {
    let renamed = ids
        .iter()
        .map(|id| format!("REPLACE({id}, '-0000000', '-{copy:x}000000')"));
    let values: Vec<String> = renamed
        .chain(others.iter().map(|it| (*it).to_owned()))
        .collect();
    let first = if table == "walk" { "id" } else { "walk" };
    format!(
        "INSERT INTO {table} ({}, {}) SELECT {} FROM {table} WHERE {first} LIKE '%-0000000_____'",
        ids.join(", "),
        others.join(", "),
        values.join(", "),
    )
}
