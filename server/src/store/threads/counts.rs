//! What was felt in each thread, leader by leader, kept by append: a thread's row adds these up, so that one felt a
//! hundred thousand times costs no more than one felt now and then.
//!
//! When a walk's friction is replaced, what went is taken away and what came is added, in the same transaction. What
//! stayed as it was touches nothing.

use std::collections::{BTreeMap, HashSet};

use app::walk::{FrictionId, ThreadId};

use crate::store::{
    Row, Tx, Value,
    db::{Result, read_id},
    many::{among, insert},
};

/// The columns of `friction_row` that [`Changes::put`] reads.
pub(in crate::store) const POINT: &str = "thread, author, id, severity, risk, contacted_again";

/// A friction point, as far as its thread counts it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Point {
    thread: ThreadId,
    author: String,
    id: FrictionId,
    severity: Option<String>,
    risk: bool,
    contacted_again: bool,
}

/// The friction that comes into threads, and that goes from them.
#[derive(Debug, Default)]
pub(in crate::store) struct Changes(BTreeMap<Point, i64>);

/// What changes of one leader's friction in a thread: felt, slowed, nearly, stopped, risk, contacted again, unseen.
type Counts = [i64; 7];

impl Changes {
    /// Friction that goes.
    pub(in crate::store) fn subtract(&mut self, rows: &[Row]) -> Result<()> {
        rows.iter().try_for_each(|row| self.put(row, -1))
    }

    /// Friction that comes.
    pub(in crate::store) fn add(&mut self, rows: &[Row]) -> Result<()> {
        rows.iter().try_for_each(|row| self.put(row, 1))
    }

    /// From a row of [`POINT`]. Friction whose task is not known is in no thread.
    fn put(&mut self, row: &Row, times: i64) -> Result<()> {
        if row.opt_text(0)?.is_none() {
            return Ok(());
        }
        let point = Point {
            thread: read_id(row, 0)?,
            author: row.text(1)?,
            id: read_id(row, 2)?,
            severity: row.opt_text(3)?,
            risk: row.flag(4)?,
            contacted_again: row.flag(5)?,
        };
        *self.0.entry(point).or_default() += times;
        Ok(())
    }

    /// Writes them. The threads must be held: nobody looks at their friction, or adds it up anew, meanwhile.
    pub(super) async fn apply(mut self, tx: &mut Tx) -> Result<()> {
        self.0.retain(|_, times| *times != 0);
        let seen = self.seen(tx).await?;
        let mut changes = BTreeMap::<(ThreadId, String), Counts>::new();
        for (point, times) in self.0 {
            let unseen = !seen.contains(&point.id);
            let counts = point.counts(unseen);
            let sums = changes.entry((point.thread, point.author)).or_default();
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum += count * times;
            }
        }
        let rows: Vec<Vec<Value>> = changes.into_iter().map(row).collect();
        let returned = insert(
            tx,
            "INSERT INTO thread_count (thread, author, felt, slowed, nearly, stopped, risk, contacted_again, unseen) VALUES",
            &rows,
            "ON CONFLICT (thread, author) DO UPDATE SET felt = thread_count.felt + excluded.felt,
             slowed = thread_count.slowed + excluded.slowed, nearly = thread_count.nearly + excluded.nearly,
             stopped = thread_count.stopped + excluded.stopped, risk = thread_count.risk + excluded.risk,
             contacted_again = thread_count.contacted_again + excluded.contacted_again,
             unseen = thread_count.unseen + excluded.unseen RETURNING thread, felt",
        )
        .await?;
        let mut emptied: Vec<Value> = Vec::new();
        for row in returned {
            if row.int(1)? == 0 {
                emptied.push(row.text(0)?.into());
            }
        }
        // Nobody's id stays behind.
        let sql = "DELETE FROM thread_count WHERE felt = 0 AND thread IN";
        among(tx, sql, &emptied, "").await.map(drop)
    }

    /// Which of these friction points somebody of the team has looked at.
    async fn seen(&self, tx: &mut Tx) -> Result<HashSet<FrictionId>> {
        let ids: Vec<Value> = self.0.keys().map(|it| it.id.to_string().into()).collect();
        let sql = "SELECT friction FROM friction_seen WHERE friction IN";
        let rows = among(tx, sql, &ids, "").await?;
        rows.iter().map(|row| read_id(row, 0)).collect()
    }
}

impl Point {
    fn counts(&self, unseen: bool) -> Counts {
        let severity = |code: &str| self.severity.as_deref() == Some(code);
        [
            true,
            severity("slowed"),
            severity("nearly"),
            severity("stopped"),
            self.risk,
            self.contacted_again,
            unseen,
        ]
        .map(i64::from)
    }
}

fn row(((thread, author), counts): ((ThreadId, String), Counts)) -> Vec<Value> {
    let mut row: Vec<Value> = vec![thread.to_string().into(), author.into()];
    row.extend(counts.map(Value::from));
    row
}

/// Takes note that the team has looked at a friction point for the first time. Its walk and its thread must be held.
pub(in crate::store) async fn count_seen(tx: &mut Tx, friction: FrictionId) -> Result<()> {
    let sql = "UPDATE thread_count SET unseen = unseen - 1
               WHERE (thread, author) = (SELECT f.thread, f.author FROM friction_row f WHERE f.id = $1)";
    tx.execute(sql, &[friction.to_string().into()])
        .await
        .map(drop)
}

/// Adds up anew all that was felt in some threads, which must be held.
pub(super) async fn add_up(tx: &mut Tx, threads: &[Value]) -> Result<()> {
    let sql = "DELETE FROM thread_count WHERE thread IN";
    among(tx, sql, threads, "").await?;
    let sql = "INSERT INTO thread_count (thread, author, felt, slowed, nearly, stopped, risk, contacted_again, unseen)
         SELECT f.thread, f.author, COUNT(*), SUM(CASE f.severity WHEN 'slowed' THEN 1 ELSE 0 END),
         SUM(CASE f.severity WHEN 'nearly' THEN 1 ELSE 0 END), SUM(CASE f.severity WHEN 'stopped' THEN 1 ELSE 0 END),
         SUM(f.risk), SUM(f.contacted_again), SUM(CASE WHEN s.friction IS NULL THEN 1 ELSE 0 END)
         FROM friction_row f LEFT JOIN friction_seen s ON s.friction = f.id WHERE f.thread IN";
    among(tx, sql, threads, "GROUP BY f.thread, f.author")
        .await
        .map(drop)
}
