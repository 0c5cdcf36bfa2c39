//! Many more walks than could be sent in the time there is: copies of those that were sent, made by the database.

use server::store::{Db, Store};
use sqlx::AssertSqlSafe;

use crate::{
    Result,
    place::{Kind, Place},
};

/// What names a walk or something in it, table by table; the other columns are copied as they are. Walks are read from
/// here by the board; what only service teams read (threads, words to search in, maps) stays as it was.
const TABLES: [(&str, &[&str], &[&str]); 4] = [
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
];

/// Copies every walk `times` times, under ids of their own, in the months and by the leaders of the first ones; then the
/// product adds its counts up anew.
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
