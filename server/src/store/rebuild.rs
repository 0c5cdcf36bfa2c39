//! Computing every walk's read rows anew, with the same function that an append uses.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use app::{walk::Millis, words::thousands};

use super::{
    Row, Store, Tx, Value,
    db::{Result, read_id},
    refold::{Ground, refold},
    threads::add_up,
    tx::Hold,
};

/// Walks in one transaction: short, so that phones hardly wait.
const AT_ONCE: usize = 100;

/// How many walks lie between two words of how far it is.
const TOLD_EVERY: u64 = 1_000;

/// How far a rebuild is: "rebuilt 12,000 of 40,000 walks".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Far {
    /// Walks folded anew.
    pub done: u64,
    /// All of them.
    pub all: u64,
}

impl fmt::Display for Far {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (done, all) = (thousands(self.done), thousands(self.all));
        write!(f, "rebuilt {done} of {all} walks")
    }
}

impl Store {
    /// Computes the read rows anew when a migration asked for it, and not again.
    pub(super) async fn rebuild_if_due(&self) -> Result<()> {
        let sql = "SELECT task FROM upkeep WHERE task = 'rebuild'";
        if self.db().row(sql, &[]).await?.is_none() {
            return Ok(());
        }
        // A server that is starting serves nothing yet: who waits for it should know why.
        self.rebuild_telling(|far| tracing::warn!("{far}")).await?;
        let mut tx = self.db().begin().await?;
        tx.execute("DELETE FROM upkeep WHERE task = 'rebuild'", &[])
            .await?;
        tx.commit().await
    }

    /// Computes the read rows of every walk anew, then those of every thread, then every month's counts, and says how
    /// many walks there are. Phones may go on sending. Stopped half-way, it can be begun again.
    pub async fn rebuild(&self) -> Result<u64> {
        self.rebuild_telling(|_| {}).await
    }

    /// The same, and `tell` is told now and then how far it is.
    pub async fn rebuild_telling(&self, tell: impl FnMut(Far) + Send) -> Result<u64> {
        let done = self.rebuild_walks(tell).await?;
        self.recount().await?;
        Ok(done)
    }

    /// Adds up anew what is kept by append: every thread's friction, then every month's counts. Walks' own rows stay as
    /// they are.
    pub async fn recount(&self) -> Result<()> {
        self.recount_threads().await?;
        self.recount_months().await
    }

    async fn rebuild_walks(&self, mut tell: impl FnMut(Far) + Send) -> Result<u64> {
        let count = self.db().row("SELECT COUNT(*) FROM walk", &[]).await?;
        let all = count.map_or(Ok(0), |row| row.int(0))?;
        let all = u64::try_from(all).unwrap_or(0);
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
            // Walks that came meanwhile are folded as well.
            let all = all.max(done);
            if done % TOLD_EVERY == 0 || done == all {
                tell(Far { done, all });
            }
        }
    }

    /// Those whose friction is all gone are in no walk any more.
    async fn recount_threads(&self) -> Result<()> {
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
            add_up(&mut tx, &threads, None).await?;
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
