//! What was part of what at a moment: putting together and taking out is undone that came later.

use std::collections::{BTreeSet, HashMap};

use app::walk::{Millis, ThreadId};
use serde::Deserialize;

use crate::store::{
    Desk,
    db::{Result, read_id, read_json},
};

/// Which thread each was part of at a moment.
pub(super) struct LineThen {
    /// What each was part of, if it was.
    up: HashMap<ThreadId, ThreadId>,
    /// The threads of now that hold friction which was elsewhere then.
    pub(super) moved: BTreeSet<ThreadId>,
}

#[derive(Deserialize)]
struct Other {
    other: Option<ThreadId>,
}

impl LineThen {
    /// The thread that this one was part of at the end of its line: itself when it was whole.
    pub(super) fn root(&self, id: ThreadId) -> ThreadId {
        end(&self.up, id)
    }

    /// Those that were part of another.
    pub(super) fn parts(&self) -> impl Iterator<Item = ThreadId> {
        self.up.keys().copied()
    }
}

impl Desk {
    /// What was part of what before `until`. A thread that was put together with another counts as part of it from then
    /// on; what was taken out of one counts there until then. What was put together and taken apart again counts apart.
    pub(super) async fn line_then(&self, until: Millis) -> Result<LineThen> {
        let args = [(&self.viewer.organisation).into()];
        let sql = "SELECT t.id, t.merged_into,
             (SELECT MAX(e.at) FROM thread_event e WHERE e.thread = t.id AND e.what = 'merged')
             FROM thread t WHERE t.organisation = $1 AND t.merged_into IS NOT NULL";
        let (mut now, mut up) = (HashMap::new(), HashMap::new());
        let mut changed = Vec::new();
        for row in self.db().rows(sql, &args).await? {
            let (id, whole): (ThreadId, ThreadId) = (read_id(&row, 0)?, read_id(&row, 1)?);
            now.insert(id, whole);
            if row.opt_int(2)?.is_some_and(|at| at >= until) {
                changed.push(id);
            } else {
                up.insert(id, whole);
            }
        }
        let sql = "SELECT thread, body FROM thread_event
                   WHERE organisation = $1 AND what = 'split_from' AND at >= $2";
        let args = [(&self.viewer.organisation).into(), until.into()];
        for row in self.db().rows(sql, &args).await? {
            let id: ThreadId = read_id(&row, 0)?;
            let body: Other = read_json(&row.text(1)?)?;
            if let Some(other) = body.other.filter(|other| *other != id) {
                up.insert(id, other);
                changed.extend([id, other]);
            }
        }
        // What was taken out may have been put back since: no line goes round.
        let moved = changed.iter().map(|id| end(&now, *id)).collect();
        Ok(LineThen { up, moved })
    }
}

/// The end of a line. One that went round would end where it began.
fn end(up: &HashMap<ThreadId, ThreadId>, from: ThreadId) -> ThreadId {
    let mut at = from;
    for _ in 0..=up.len() {
        match up.get(&at) {
            Some(next) if *next != from => at = *next,
            _ => return at,
        }
    }
    at
}
