//! Computing every walk's read rows anew, with the same function that an append uses.

use std::collections::{BTreeMap, BTreeSet};

use app::walk::Millis;

use super::{
    Row, Store, Tx, Value,
    db::{Result, read_id},
    refold::{Ground, refold},
    threads::refresh,
    tx::Hold,
};

/// Walks in one transaction: short, so that phones hardly wait.
const AT_ONCE: usize = 100;

impl Store {
    /// Computes the read rows anew when a migration asked for it, and not again.
    pub(super) async fn rebuild_if_due(&self) -> Result<()> {
        let sql = "SELECT task FROM upkeep WHERE task = 'rebuild'";
        if self.db().row(sql, &[]).await?.is_none() {
            return Ok(());
        }
        self.rebuild().await?;
        let mut tx = self.db().begin().await?;
        tx.execute("DELETE FROM upkeep WHERE task = 'rebuild'", &[])
            .await?;
        tx.commit().await
    }

    /// Computes the read rows of every walk anew, then those of every thread, and says how many walks there are.
    /// Phones may go on sending.
    pub async fn rebuild(&self) -> Result<u64> {
        let done = self.rebuild_walks().await?;
        self.rebuild_threads().await?;
        Ok(done)
    }

    async fn rebuild_walks(&self) -> Result<u64> {
        let mut done = 0;
        let mut last = String::new();
        loop {
            let sql = "SELECT w.id, w.organisation, o.time_zone FROM walk w JOIN organisation o ON o.id = w.organisation
                 WHERE w.id > $1 ORDER BY w.id LIMIT $2";
            let rows = self
                .db()
                .rows(sql, &[(&last).into(), (AT_ONCE as i64).into()])
                .await?;
            let Some(end) = rows.last() else {
                return Ok(done);
            };
            last = end.text(0)?;
            self.rebuild_some(&rows).await?;
            done += rows.len() as u64;
        }
    }

    /// Those whose friction is all gone are in no walk any more.
    async fn rebuild_threads(&self) -> Result<()> {
        let mut last = String::new();
        loop {
            let sql = "SELECT id, organisation FROM thread WHERE id > $1 ORDER BY id LIMIT $2";
            let rows = self
                .db()
                .rows(sql, &[(&last).into(), (AT_ONCE as i64).into()])
                .await?;
            let Some(end) = rows.last() else {
                return Ok(());
            };
            last = end.text(0)?;
            let (mut threads, mut organisations) = (BTreeSet::new(), BTreeSet::new());
            for row in &rows {
                threads.insert(read_id(row, 0)?);
                organisations.insert(row.text(1)?);
            }
            let mut tx = self.db().begin().await?;
            for organisation in &organisations {
                tx.hold(organisation, Hold::Shared).await?;
            }
            refresh(&mut tx, &threads, None).await?;
            tx.commit().await?;
        }
    }

    async fn rebuild_some(&self, rows: &[Row]) -> Result<()> {
        let mut walks = BTreeMap::<(String, String), Vec<Value>>::new();
        for row in rows {
            let organisation = (row.text(1)?, row.text(2)?);
            walks
                .entry(organisation)
                .or_default()
                .push(row.text(0)?.into());
        }
        let mut tx = self.db().begin().await?;
        for (organisation, _) in walks.keys() {
            tx.hold(organisation, Hold::Shared).await?;
        }
        for ((organisation, zone), walks) in walks {
            let mut ground = Ground::new(&organisation, &zone);
            refold_locked(&mut tx, &mut ground, &walks, None).await?;
        }
        tx.commit().await
    }
}

/// Locks walks of one organisation, named in the order of their ids, then folds them anew.
pub(super) async fn refold_locked(
    tx: &mut Tx,
    ground: &mut Ground,
    walks: &[Value],
    now: Option<Millis>,
) -> Result<()> {
    for walks in walks.chunks(AT_ONCE) {
        let mut locked = BTreeMap::new();
        for walk in walks {
            let sql = "UPDATE walk SET author = author WHERE id = $1 RETURNING id, author";
            if let Some(row) = tx.row(sql, std::slice::from_ref(walk)).await? {
                locked.insert(read_id(&row, 0)?, row.text(1)?);
            }
        }
        refold(tx, ground, &locked, now).await?;
    }
    Ok(())
}
