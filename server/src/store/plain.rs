//! What the plain pages read of a leader's own walks.

use app::walk::{Millis, Walk, WalkId};

use super::{
    Desk,
    db::{Result, read_id, read_json},
};
use crate::viewer::Role;

/// The most walks on one page: more than two years of walking twice a month.
const MOST_WALKS: i64 = 60;

impl Desk {
    /// The viewer's own walks, whole, the newest first: each with when it began, by the server's clock.
    pub async fn own_walks(&self) -> Result<Vec<(WalkId, Walk, Millis)>> {
        self.only(Role::Leader)?;
        let rows = self
            .db()
            .rows(
                "SELECT walk, body, started_at FROM walk_row WHERE author = $1 AND organisation = $2
                 ORDER BY started_at DESC, walk DESC LIMIT $3",
                &[
                    (&self.viewer.person).into(),
                    (&self.viewer.organisation).into(),
                    MOST_WALKS.into(),
                ],
            )
            .await?;
        rows.iter()
            .map(|row| Ok((read_id(row, 0)?, read_json(&row.text(1)?)?, row.int(2)?)))
            .collect()
    }

    /// When the server had the last fact of a walk of the viewer's own; `None` when there is no such walk.
    pub async fn own_walk_received(&self, walk: WalkId) -> Result<Option<Millis>> {
        self.only(Role::Leader)?;
        let row = self
            .db()
            .row(
                "SELECT MAX(f.received_at) FROM fact f JOIN walk w ON w.id = f.walk
                 WHERE w.id = $1 AND w.organisation = $2 AND w.author = $3",
                &[
                    walk.to_string().into(),
                    (&self.viewer.organisation).into(),
                    (&self.viewer.person).into(),
                ],
            )
            .await?;
        row.map_or(Ok(None), |row| row.opt_int(0))
    }
}
