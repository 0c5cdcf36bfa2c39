//! What a leader's phone reads back.

use app::{
    walk::{Fact, Task, Text, WalkId},
    wire::{Briefing, Me, Reply, Seen},
};

use super::{
    Desk, Row, StoreError,
    db::{Result, read_id},
    refold::read_kept,
};
use crate::viewer::Role;

/// The most replies, and the most notes that a team has seen something, in one briefing.
const MOST_NEWS: i64 = 200;
/// The most walks a phone is told it may have back: more than two years of walking twice a month.
const MOST_WALKS: i64 = 60;

impl Desk {
    /// The news for the viewer's phone, whatever their role. Tasks, replies and what was seen are for leaders.
    pub async fn briefing(&self) -> Result<Briefing> {
        let leader = self.viewer.roles.has(Role::Leader);
        let mut briefing = Briefing {
            me: Me {
                id: self.viewer.person.clone(),
                name: self.viewer.name.clone(),
                organisation: self.viewer.organisation_name.clone(),
                demonstration: self.viewer.demonstration,
                leader,
                board: self.viewer.roles.has(Role::Board),
            },
            tasks: Vec::new(),
            replies: Vec::new(),
            walks: Vec::new(),
            seen: Vec::new(),
            rewalks: Vec::new(),
            sealing: None,
        };
        if leader {
            briefing.tasks = self.tasks_to_walk().await?;
            briefing.replies = self.replies_to_me().await?;
            briefing.walks = self.my_walks().await?;
            briefing.seen = self.seen_of_mine().await?;
            briefing.rewalks = self.rewalks_asked().await?;
        }
        Ok(briefing)
    }

    /// Every fact of a walk in the order of their ids, for its author alone. An erased fact has `null` for content.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such walk, or it is someone else's.
    pub async fn own_log(&self, walk: WalkId) -> Result<Vec<Fact>> {
        self.only(Role::Leader)?;
        let rows = self
            .db()
            .rows(
                "SELECT f.id, f.walk, f.at, f.kind, f.body, f.sent_at, f.received_at
                 FROM fact f JOIN walk w ON w.id = f.walk
                 WHERE w.id = $1 AND w.organisation = $2 AND w.author = $3 ORDER BY f.id",
                &[
                    walk.to_string().into(),
                    (&self.viewer.organisation).into(),
                    (&self.viewer.person).into(),
                ],
            )
            .await?;
        if rows.is_empty() {
            return Err(StoreError::NotFound);
        }
        rows.iter().map(|row| Ok(read_kept(row)?.fact)).collect()
    }

    /// In the organisation's order, but the suggested one first: one never walked by the viewer before the others,
    /// then the least walked by anyone.
    async fn tasks_to_walk(&self) -> Result<Vec<Task>> {
        let rows = self
            .db()
            .rows(
                "SELECT t.body,
                 (SELECT COUNT(*) FROM walk_row w WHERE w.organisation = t.organisation AND w.task = t.id AND w.author = $2),
                 (SELECT COUNT(*) FROM walk_row w WHERE w.organisation = t.organisation AND w.task = t.id)
                 FROM task t WHERE t.organisation = $1 ORDER BY t.position, t.id",
                &[(&self.viewer.organisation).into(), (&self.viewer.person).into()],
            )
            .await?;
        let mut tasks = Vec::with_capacity(rows.len());
        let mut suggested: Option<(usize, (bool, i64))> = None;
        for (index, row) in rows.iter().enumerate() {
            let task: Task = serde_json::from_str(&row.text(0)?)
                .map_err(|error| StoreError::Unreadable(format!("a task: {error}")))?;
            let walked = (row.int(1)? > 0, row.int(2)?);
            if suggested.is_none_or(|(_, least)| walked < least) {
                suggested = Some((index, walked));
            }
            tasks.push(task);
        }
        if let Some((index, _)) = suggested {
            tasks[..=index].rotate_right(1);
        }
        Ok(tasks)
    }

    async fn my_walks(&self) -> Result<Vec<WalkId>> {
        let rows = self
            .db()
            .rows(
                "SELECT id FROM walk WHERE author = $1 AND organisation = $2
                 ORDER BY first_received_at DESC, id DESC LIMIT $3",
                &[
                    (&self.viewer.person).into(),
                    (&self.viewer.organisation).into(),
                    MOST_WALKS.into(),
                ],
            )
            .await?;
        rows.iter().map(|row| read_id(row, 0)).collect()
    }

    async fn replies_to_me(&self) -> Result<Vec<Reply>> {
        let rows = self
            .db()
            .rows(
                "SELECT r.id, r.friction, f.walk, s.name_en, s.name_cy, r.at, r.text, r.not_before
                 FROM walk w JOIN friction_row f ON f.walk = w.id JOIN reply r ON r.friction = f.id
                 LEFT JOIN service s ON s.organisation = f.organisation AND s.id = f.service
                 WHERE w.author = $1 AND w.organisation = $2 AND r.organisation = $2
                 ORDER BY r.at DESC, r.id DESC LIMIT $3",
                &self.my_news(),
            )
            .await?;
        let reply = |row: &Row| {
            Ok(Reply {
                id: row.text(0)?,
                friction: read_id(row, 1)?,
                walk: read_id(row, 2)?,
                service_name: Text {
                    en: row.opt_text(3)?.unwrap_or_default(),
                    cy: row.opt_text(4)?.unwrap_or_default(),
                },
                at: row.int(5)?,
                text: row.text(6)?,
                not_before: row.opt_text(7)?,
            })
        };
        rows.iter().map(reply).collect()
    }

    async fn seen_of_mine(&self) -> Result<Vec<Seen>> {
        let rows = self
            .db()
            .rows(
                "SELECT s.friction, s.seen_at
                 FROM walk w JOIN friction_row f ON f.walk = w.id JOIN friction_seen s ON s.friction = f.id
                 WHERE w.author = $1 AND w.organisation = $2 AND s.organisation = $2
                 ORDER BY s.seen_at DESC, s.friction DESC LIMIT $3",
                &self.my_news(),
            )
            .await?;
        let seen = |row: &Row| {
            Ok(Seen {
                friction: read_id(row, 0)?,
                at: row.int(1)?,
            })
        };
        rows.iter().map(seen).collect()
    }

    fn my_news(&self) -> [super::Value; 3] {
        [
            (&self.viewer.person).into(),
            (&self.viewer.organisation).into(),
            MOST_NEWS.into(),
        ]
    }
}
