//! What teams ask a leader to walk again.

use app::{
    walk::{FrictionId, Millis, Walk, WalkId},
    wire::Rewalk,
};
use serde::Deserialize;

use super::{
    Desk, Row,
    db::{Result, read_id, read_json},
};

/// The most re-walks asked of one leader at once.
const MOST_REWALKS: i64 = 20;

/// What a decision's event holds that the leader may read.
#[derive(Default, Deserialize)]
struct Said {
    /// In the team's own words.
    #[serde(default)]
    text: String,
}

impl Desk {
    /// What the viewer is asked to walk again, asked last first. Asked are the leaders who felt it: each names the
    /// friction they felt last. When none of them can walk any more, every leader of the organisation is asked. Who has
    /// walked it again since it was changed is asked no more.
    pub(super) async fn rewalks_asked(&self) -> Result<Vec<Rewalk>> {
        let rows = self
            .db()
            .rows(
                "SELECT x.thread, f.id, f.walk, f.author, f.task, f.step, w.body, x.judged_from
                 FROM (
                     SELECT t.id AS thread, COALESCE(t.judged_from, t.decided_at) AS judged_from, t.decided_at, COALESCE(
                         (SELECT f.id FROM friction_row f WHERE f.thread = t.id AND f.author = $2
                          ORDER BY f.felt_at DESC, f.id DESC LIMIT 1),
                         (SELECT f.id FROM friction_row f WHERE f.thread = t.id AND NOT EXISTS (
                              SELECT 1 FROM friction_row o JOIN person p ON p.id = o.author
                              WHERE o.thread = t.id AND p.disabled_at IS NULL AND p.erased_at IS NULL
                              AND ',' || p.roles || ',' LIKE '%,leader,%')
                          ORDER BY f.felt_at DESC, f.id DESC LIMIT 1)) AS friction
                     FROM thread t JOIN thread_row r ON r.thread = t.id
                     WHERE r.organisation = $1 AND r.state = 'rewalk_asked'
                 ) x JOIN friction_row f ON f.id = x.friction JOIN walk_row w ON w.walk = f.walk
                 WHERE NOT EXISTS (
                     SELECT 1 FROM friction_row g JOIN walk_row a ON a.again = g.id
                     WHERE g.thread = x.thread AND a.author = $2 AND a.finished = 1 AND a.counted_at >= x.judged_from)
                 ORDER BY x.decided_at DESC, x.thread LIMIT $3",
                &[
                    (&self.viewer.organisation).into(),
                    (&self.viewer.person).into(),
                    MOST_REWALKS.into(),
                ],
            )
            .await?;
        let mut asked = Vec::with_capacity(rows.len());
        for row in &rows {
            let rewalk = self.asked(row)?;
            asked.push(Rewalk {
                changed: self.changed(&row.text(0)?).await?,
                before: self.walked_before(rewalk.friction, row.int(7)?).await?,
                ..rewalk
            });
        }
        Ok(asked)
    }

    /// From `thread, friction, walk, author, task, step, walk's body`.
    fn asked(&self, row: &Row) -> Result<Rewalk> {
        let walk: Walk = read_json(&row.text(6)?)?;
        let own = row.text(3)? == self.viewer.person;
        Ok(Rewalk {
            friction: read_id(row, 1)?,
            walk: own.then(|| read_id(row, 2)).transpose()?,
            task: row.text(4)?,
            situation: walk.started.and_then(|started| started.situation),
            step: u16::try_from(row.int(5)?).unwrap_or_default(),
            changed: String::new(),
            before: Vec::new(),
        })
    }

    /// What the team last said that it changed.
    async fn changed(&self, thread: &str) -> Result<String> {
        let sql = "SELECT body FROM thread_event WHERE what IN ('changed', 'rewalk_asked') AND thread = $1
                   ORDER BY at DESC, id DESC LIMIT 10";
        for row in self.db().rows(sql, &[thread.into()]).await? {
            let said: Said = serde_json::from_str(&row.text(0)?).unwrap_or_default();
            if !said.text.trim().is_empty() {
                return Ok(said.text);
            }
        }
        Ok(String::new())
    }

    /// The viewer's walks that named the same friction before it was changed.
    async fn walked_before(&self, again: FrictionId, changed: Millis) -> Result<Vec<WalkId>> {
        let sql = "SELECT walk FROM walk_row WHERE again = $1 AND author = $2 AND counted_at < $3 ORDER BY walk";
        let args = [
            again.to_string().into(),
            (&self.viewer.person).into(),
            changed.into(),
        ];
        let rows = self.db().rows(sql, &args).await?;
        rows.iter().map(|row| read_id(row, 0)).collect()
    }
}
