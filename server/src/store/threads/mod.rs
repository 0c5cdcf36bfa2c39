//! Threads: friction felt again and again, kept together as walks come in.

mod hurts;
mod place;
mod rows;

use std::collections::BTreeSet;

use super::{
    Tx, Value,
    db::{Result, read_id},
    many::among,
};
use app::walk::ThreadId;

pub(super) use hurts::{Weight, group};
pub(super) use place::{Felt, Place, settle};
pub(super) use rows::refresh;

/// The threads that some walks have to do with as the rows stand now: where their friction is, and what they walk
/// again.
pub(super) async fn touched(tx: &mut Tx, walks: &[Value]) -> Result<BTreeSet<ThreadId>> {
    let mut touched = BTreeSet::new();
    for sql in [
        "SELECT DISTINCT thread FROM friction_row WHERE thread IS NOT NULL AND walk IN",
        "SELECT DISTINCT f.thread FROM walk_row w JOIN friction_row f ON f.id = w.again
         WHERE f.thread IS NOT NULL AND w.walk IN",
    ] {
        for row in among(tx, sql, walks, "").await? {
            touched.insert(read_id(&row, 0)?);
        }
    }
    Ok(touched)
}
