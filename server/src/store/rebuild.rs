//! Computing every walk's read rows anew, with the same function that an append uses.

use std::collections::HashMap;

use app::walk::WalkId;

use super::{
    Row, Store, Tx,
    db::{Result, read_id},
    refold::{Ground, refold},
    tx::Hold,
};

/// Walks in one transaction: short, so that phones hardly wait.
const AT_ONCE: i64 = 100;

impl Store {
    /// Computes the read rows of every walk anew, and says how many walks there are. Phones may go on sending.
    pub async fn rebuild(&self) -> Result<u64> {
        let mut done = 0;
        let mut last = String::new();
        loop {
            let sql = "SELECT w.id, w.organisation, o.time_zone FROM walk w JOIN organisation o ON o.id = w.organisation
                 WHERE w.id > $1 ORDER BY w.id LIMIT $2";
            let rows = self
                .db()
                .rows(sql, &[(&last).into(), AT_ONCE.into()])
                .await?;
            let Some(end) = rows.last() else {
                return Ok(done);
            };
            last = end.text(0)?;
            self.rebuild_some(&rows).await?;
            done += rows.len() as u64;
        }
    }

    async fn rebuild_some(&self, rows: &[Row]) -> Result<()> {
        let mut grounds = HashMap::new();
        for row in rows {
            let (organisation, zone) = (row.text(1)?, row.text(2)?);
            let ground = Ground::new(&organisation, &zone);
            grounds.entry(organisation).or_insert(ground);
        }
        let mut tx = self.db().begin().await?;
        let mut organisations: Vec<&String> = grounds.keys().collect();
        organisations.sort();
        for organisation in organisations {
            tx.hold(organisation, Hold::Shared).await?;
        }
        for row in rows {
            if let Some(ground) = grounds.get_mut(&row.text(1)?) {
                refold_locked(&mut tx, ground, read_id(row, 0)?).await?;
            }
        }
        tx.commit().await
    }
}

/// Locks a walk, then folds it anew.
pub(super) async fn refold_locked(tx: &mut Tx, ground: &mut Ground, walk: WalkId) -> Result<()> {
    let sql = "UPDATE walk SET author = author WHERE id = $1 RETURNING author";
    if let Some(row) = tx.row(sql, &[walk.to_string().into()]).await? {
        refold(tx, ground, walk, &row.text(0)?).await?;
    }
    Ok(())
}
