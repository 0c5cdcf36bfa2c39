//! Threads: friction felt again and again, kept together as walks come in.

mod counts;
mod hurts;
mod place;
mod rows;

use std::collections::BTreeMap;

use super::{
    Tx, Value,
    db::{Result, read_id},
    many::among,
};
use app::walk::ThreadId;

pub(super) use counts::{Changes, POINT, count_seen};
pub(super) use hurts::{Weight, group};
pub(super) use place::{Felt, Place, settle};
pub(super) use rows::{add_up, change, refresh};

/// Threads, and of each whether what re-walks say of it may be otherwise than its row has it.
pub(super) type Touched = BTreeMap<ThreadId, bool>;

/// Adds the threads that some walks have to do with as the rows stand now: where their friction is, and what they walk
/// again.
pub(super) async fn touch(tx: &mut Tx, walks: &[Value], touched: &mut Touched) -> Result<()> {
    for sql in [
        "SELECT DISTINCT f.thread, CASE WHEN EXISTS (SELECT 1 FROM walk_row w WHERE w.again = f.id) THEN 1 ELSE 0 END
         FROM friction_row f WHERE f.thread IS NOT NULL AND f.walk IN",
        "SELECT DISTINCT f.thread, 1 FROM walk_row w JOIN friction_row f ON f.id = w.again
         WHERE f.thread IS NOT NULL AND w.walk IN",
    ] {
        for row in among(tx, sql, walks, "").await? {
            *touched.entry(read_id(&row, 0)?).or_default() |= row.flag(1)?;
        }
    }
    Ok(())
}
