//! What is handed on: share pages, offers to other organisations, and how long things wait at a boundary.
//!
//! Nothing here is a copy. What another organisation or whoever has an address may read is what [`told`] selects,
//! and nothing else of a thread is ever selected for them.

mod ages;
mod answer;
mod neighbours;
mod offer;
mod packet;
mod sharing;
mod told;

use app::walk::{FrictionId, ThreadId};

use super::{Desk, StoreError, Tx, db::Result, tx::Hold};

pub(in crate::store) use ages::Whose;
pub use offer::Offering;
pub use packet::{Found, Opening};

/// What the maker chose to go along: whose words, and how often they had been described when they were read.
pub type Ticked = [(FrictionId, i64)];

/// How often a friction point has been described: what was ticked goes along only while that is the same.
macro_rules! described {
    () => {
        "(SELECT COUNT(*) FROM fact x WHERE x.walk = f.walk AND x.kind = 'friction_described' AND x.body LIKE '%' || f.id || '%')"
    };
}
use described;

/// A thread and all that was put together with it, as a subquery of their ids.
macro_rules! parts {
    ($thread:literal) => {
        concat!(
            "(WITH RECURSIVE part(id) AS (SELECT CAST(",
            $thread,
            " AS TEXT) UNION SELECT t.id FROM thread t JOIN part ON t.merged_into = part.id) SELECT id FROM part)"
        )
    };
}
use parts;

/// True while something stands of what a thread had in it when it was handed on: its thread's and its moment's columns.
/// What is felt there meanwhile joins it; once all of the first is taken back it is over, whatever is felt there later.
macro_rules! left {
    ($thread:literal, $at:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM friction_row f LEFT JOIN fact x ON x.id = f.id WHERE (f.thread = ",
            $thread,
            " OR f.own IN ",
            $crate::store::handed::parts!($thread),
            ") AND COALESCE(x.received_at, f.felt_at) <= ",
            $at,
            ")"
        )
    };
}
use left;

impl Desk {
    /// Begins a change to a thread of the viewer's services, which waits for others to the same thread.
    async fn begin_on_thread(&self, id: &str) -> Result<Tx> {
        let mut tx = self.db().begin().await?;
        // In the same order as a walk that comes in: the organisation, then the thread.
        tx.hold(&self.viewer.organisation, Hold::Shared).await?;
        tx.lock_threads(&[id.into()]).await?;
        let mut args = self.me();
        args.push(id.into());
        let sql = "SELECT t.id FROM thread t
             WHERE t.organisation = $1 AND t.service IN (SELECT service FROM person_service WHERE person = $2)
             AND t.id = $3";
        let found = tx.row(sql, &args).await?;
        found.map(|_| tx).ok_or(StoreError::NotFound)
    }

    /// Begins to tell others of a thread: one in which something stands, and which is no part of another.
    async fn begin_telling(&self, id: &str) -> Result<Tx> {
        let mut tx = self.begin_on_thread(id).await?;
        let sql = "SELECT r.thread FROM thread_row r JOIN thread t ON t.id = r.thread
             WHERE t.id = $1 AND t.merged_into IS NULL AND r.felt > 0";
        let found = tx.row(sql, &[id.into()]).await?;
        found.map(|_| tx).ok_or(StoreError::NotFound)
    }
}

/// Notes whose words go along. Words that are not the thread's, or not as they were read, do not.
async fn tick(tx: &mut Tx, holder: &str, thread: ThreadId, ticked: &Ticked) -> Result<()> {
    for (friction, described) in ticked {
        tx.execute(
            concat!(
                "INSERT INTO told_words (holder, friction, walk, described)
                 SELECT CAST($1 AS TEXT), f.id, f.walk, CAST($4 AS BIGINT) FROM friction_row f
                 WHERE f.thread = $2 AND f.id = $3 AND f.note <> '' AND ",
                described!(),
                " = $4 ON CONFLICT (holder, friction) DO NOTHING"
            ),
            &[
                holder.into(),
                thread.to_string().into(),
                friction.to_string().into(),
                (*described).into(),
            ],
        )
        .await?;
    }
    Ok(())
}
