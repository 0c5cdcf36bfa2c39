//! The rows put where the walks' old ones were.

use std::collections::BTreeMap;

use app::walk::{Millis, WalkId};

use super::{FrictionRow, ReadRows};
use crate::store::{
    Row, Tx, Value,
    board::take_back_unsaid,
    counts::Changes,
    db::Result,
    many::{among, insert},
    threads::{self, Felt, POINT},
};

/// Puts the rows where the walks' old ones were.
pub(in crate::store) async fn replace(
    tx: &mut Tx,
    walks: &BTreeMap<WalkId, String>,
    rows: Vec<ReadRows>,
    now: Option<Millis>,
) -> Result<()> {
    let old: Vec<Value> = walks.keys().map(|walk| walk.to_string().into()).collect();
    let mut threads = threads::Touched::new();
    threads::touch(tx, &old, &mut threads).await?;
    let mut felt = threads::Changes::default();
    let sql = "DELETE FROM friction_row WHERE walk IN";
    felt.subtract(&among(tx, sql, &old, &format!("RETURNING {POINT}")).await?)?;
    among(tx, "DELETE FROM bright_row WHERE walk IN", &old, "").await?;
    let sql = "DELETE FROM walk_row WHERE walk IN";
    let counted = "RETURNING walk, organisation, month, counts";
    let mut changes = Changes::default();
    let gone = among(tx, sql, &old, counted).await?;
    changes.subtract(tx, &gone)?;
    let mut all = Vec::with_capacity(rows.len());
    let (mut frictions, mut bright_spots) = (Vec::new(), Vec::new());
    let mut journeys = Vec::with_capacity(rows.len());
    let (mut pictured, mut photos) = (Vec::new(), Vec::new());
    let (mut thinned, mut withdrawn) = (Vec::new(), Vec::new());
    let mut retold = Vec::new();
    for rows in rows {
        let counts = rows.counts;
        changes.add(
            tx,
            counts.walk,
            &counts.organisation,
            &counts.month,
            &counts.tally,
        );
        all.push(rows.walk);
        pictured.extend(rows.pictured);
        photos.extend(rows.photos);
        frictions.extend(rows.frictions);
        bright_spots.extend(rows.bright_spots);
        journeys.push(rows.journey);
        thinned.extend(rows.thinned);
        retold.extend(rows.retold);
        withdrawn.extend(rows.withdrawn);
    }
    insert(
        tx,
        "INSERT INTO walk_row (walk, organisation, service, task, month, author, counted_at, started_at, finished,
         need_met, did_should, why_not, ease, satisfaction, others_would, spent_ms, steps, steps_done, stopped_at,
         frictions, committed, hand_off, hand_off_through, again, held, unknown, body, counts) VALUES",
        &all,
        "",
    )
    .await?;
    felt.add(&replace_frictions(tx, frictions).await?)?;
    insert(
        tx,
        "INSERT INTO bright_row (walk, organisation, service, task, month, position, noted_at, step, note) VALUES",
        &bright_spots,
        "",
    )
    .await?;
    insert(
        tx,
        "INSERT INTO journey_row (walk, organisation, service, task, counted_at, trace) VALUES",
        &journeys,
        // Every walk has exactly one, so that putting it over the old one spares a statement.
        "ON CONFLICT (walk) DO UPDATE SET organisation = excluded.organisation, service = excluded.service,
         task = excluded.task, counted_at = excluded.counted_at, trace = excluded.trace",
    )
    .await?;
    take_back_unsaid(tx, &retold).await?;
    replace_withdrawn(tx, &thinned, &withdrawn).await?;
    replace_photos(tx, &pictured, &photos).await?;
    threads::touch(tx, &old, &mut threads).await?;
    threads::change(tx, &threads, felt, now).await?;
    // Last, because others wait for these sums until this transaction ends.
    changes.apply(tx).await
}

/// Puts the friction in, each into its thread; the rows as their threads count them.
async fn replace_frictions(tx: &mut Tx, frictions: Vec<FrictionRow>) -> Result<Vec<Row>> {
    let words = frictions
        .iter()
        .filter_map(|it| it.words.clone())
        .collect::<Vec<_>>();
    let felt: Vec<&Felt> = frictions.iter().filter_map(|it| it.felt.as_ref()).collect();
    let threads = threads::settle(tx, &felt).await?;
    let with_threads = |FrictionRow { id, mut row, .. }: FrictionRow| {
        let (own, thread) = threads.get(&id).copied().unzip();
        row.extend([own, thread].map(|it| it.map(|id| id.to_string()).into()));
        row
    };
    let rows: Vec<Vec<Value>> = frictions.into_iter().map(with_threads).collect();
    let rows = insert(
        tx,
        "INSERT INTO friction_row (walk, organisation, service, task, month, author, id, felt_at, step, category, second,
         severity, mood, feelings, note, risk, contacted_again, own, thread) VALUES",
        &rows,
        &format!("RETURNING {POINT}"),
    )
    .await?;
    // The old ones went with their rows.
    let sql = "INSERT INTO friction_words (friction, words) VALUES";
    insert(tx, sql, &words, "").await?;
    Ok(rows)
}

/// The same for what was taken back.
async fn replace_withdrawn(tx: &mut Tx, walks: &[Value], rows: &[Vec<Value>]) -> Result<()> {
    among(tx, "DELETE FROM withdrawn_row WHERE walk IN", walks, "").await?;
    let sql = "INSERT INTO withdrawn_row (id, walk, organisation, service, task, bright, step, felt_at, withdrawn_at)
               VALUES";
    insert(tx, sql, rows, "").await.map(drop)
}

/// The same for photos; those that stand no more lose their bytes.
async fn replace_photos(tx: &mut Tx, walks: &[Value], rows: &[Vec<Value>]) -> Result<()> {
    among(tx, "DELETE FROM photo_row WHERE walk IN", walks, "").await?;
    let sql = "INSERT INTO photo_row (walk, organisation, author, service, id, friction, sha256, size) VALUES";
    insert(tx, sql, rows, "").await?;
    for (table, id) in [("photo", "id"), ("photo_part", "photo")] {
        let sql = format!(
            "DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM photo_row r WHERE r.id = {table}.{id})
             AND walk IN"
        );
        among(tx, &sql, walks, "").await?;
    }
    Ok(())
}
