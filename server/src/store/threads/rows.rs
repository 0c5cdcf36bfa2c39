//! A thread's read row, computed whole from its friction, its re-walks and what the team decided.

use std::collections::{BTreeSet, HashMap};

use app::walk::{
    Answer, Millis, ThreadId,
    thread::{Decision, Known},
};

use super::Weight;
use crate::store::{
    Row, Tx, Value,
    db::{Result, read_id},
    many::{among, insert},
    outgoing,
};

/// Computes the rows of some threads anew. Whatever else changes them waits until this transaction ends. A thread
/// whose friction was all taken back or moved has a row only while its team has done something about it, and none as a
/// part of another. `now` is when they changed; none when they are only computed otherwise than before.
pub(in crate::store) async fn refresh(
    tx: &mut Tx,
    threads: &BTreeSet<ThreadId>,
    now: Option<Millis>,
) -> Result<()> {
    let ids: Vec<Value> = threads.iter().map(|id| id.to_string().into()).collect();
    tx.lock_threads(&ids).await?;
    let before = outgoing::before(tx, &ids).await?;
    let sums = sums(tx, &ids).await?;
    let held = held(tx, &ids).await?;
    let sql = "SELECT id, organisation, service, decision, judged_from, created_at,
         CASE WHEN merged_into IS NULL AND EXISTS (SELECT 1 FROM thread_event e WHERE e.thread = thread.id) THEN 1 ELSE 0 END
         FROM thread WHERE id IN";
    let (mut rows, mut gone) = (Vec::new(), Vec::new());
    let mut organisations = BTreeSet::new();
    for row in among(tx, sql, &ids, "ORDER BY id").await? {
        let id = read_id(&row, 0)?;
        organisations.insert(row.text(1)?);
        let nothing = Sum::none(row.int(5)?);
        match sums.get(&id) {
            None if !row.flag(6)? => gone.push(row.text(0)?.into()),
            sum => rows.push(written(
                &row,
                sum.unwrap_or(&nothing),
                held.get(&id).copied(),
            )?),
        }
    }
    among(tx, "DELETE FROM thread_row WHERE thread IN", &gone, "").await?;
    insert(
        tx,
        "INSERT INTO thread_row (thread, organisation, service, state, felt, leaders, first_felt, last_felt, worst, stopped,
         risk, contacted_again, unseen, held, held_at, hurts) VALUES",
        &rows,
        "ON CONFLICT (thread) DO UPDATE SET service = excluded.service, state = excluded.state, felt = excluded.felt,
         leaders = excluded.leaders, first_felt = excluded.first_felt, last_felt = excluded.last_felt,
         worst = excluded.worst, stopped = excluded.stopped, risk = excluded.risk,
         contacted_again = excluded.contacted_again, unseen = excluded.unseen, held = excluded.held,
         held_at = excluded.held_at, hurts = excluded.hurts",
    )
    .await?;
    for organisation in organisations {
        tx.ring(&organisation).await?;
    }
    outgoing::tell_changes(tx, before, now).await
}

/// What the friction of one thread adds up to.
struct Sum {
    first: Millis,
    last: Millis,
    /// Felt, leaders, worst, stopped, risk, contacted again, unseen.
    counts: [i64; 7],
}

impl Sum {
    /// Of a thread whose friction was all taken back.
    fn none(since: Millis) -> Self {
        Self {
            first: since,
            last: since,
            counts: [0; 7],
        }
    }
}

async fn sums(tx: &mut Tx, threads: &[Value]) -> Result<HashMap<ThreadId, Sum>> {
    let sql = "SELECT f.thread, MIN(f.felt_at), MAX(f.felt_at), COUNT(*), COUNT(DISTINCT f.author),
         MAX(CASE f.severity WHEN 'stopped' THEN 3 WHEN 'nearly' THEN 2 WHEN 'slowed' THEN 1 ELSE 0 END),
         SUM(CASE f.severity WHEN 'stopped' THEN 1 ELSE 0 END), SUM(f.risk), SUM(f.contacted_again),
         SUM(CASE WHEN s.friction IS NULL THEN 1 ELSE 0 END)
         FROM friction_row f LEFT JOIN friction_seen s ON s.friction = f.id WHERE f.thread IN";
    let mut sums = HashMap::new();
    for row in among(tx, sql, threads, "GROUP BY f.thread").await? {
        let mut counts = [0; 7];
        for (at, count) in (3..).zip(&mut counts) {
            *count = row.int(at)?;
        }
        let sum = Sum {
            first: row.int(1)?,
            last: row.int(2)?,
            counts,
        };
        sums.insert(read_id(&row, 0)?, sum);
    }
    Ok(sums)
}

/// The last re-walk of each thread that says whether the change held.
async fn held(tx: &mut Tx, threads: &[Value]) -> Result<HashMap<ThreadId, (Answer, Millis)>> {
    let sql = "SELECT f.thread, w.held, w.counted_at FROM friction_row f JOIN walk_row w ON w.again = f.id
         WHERE w.held IS NOT NULL AND w.finished = 1 AND f.thread IN";
    let mut held = HashMap::new();
    for row in among(tx, sql, threads, "ORDER BY w.counted_at, w.walk").await? {
        if let Some(answer) = Answer::from_code(&row.text(1)?) {
            held.insert(read_id(&row, 0)?, (answer, row.int(2)?));
        }
    }
    Ok(held)
}

/// From `id, organisation, service, decision, judged_from` of a thread.
fn written(row: &Row, sum: &Sum, held: Option<(Answer, Millis)>) -> Result<Vec<Value>> {
    let [felt, leaders, worst, stopped, risk, contacted_again, unseen] = sum.counts;
    let state = Known {
        decision: Decision::from_code(&row.text(3)?).unwrap_or(Decision::None),
        judged_from: row.opt_int(4)?,
        held,
        seen: felt > unseen,
        last_felt: sum.last,
    }
    .state();
    let weight = Weight {
        felt,
        leaders,
        stopped,
        risk,
        contacted_again,
    };
    Ok(vec![
        row.text(0)?.into(),
        row.text(1)?.into(),
        row.text(2)?.into(),
        state.code().into(),
        felt.into(),
        leaders.into(),
        sum.first.into(),
        sum.last.into(),
        worst.into(),
        stopped.into(),
        risk.into(),
        contacted_again.into(),
        unseen.into(),
        held.map(|(answer, _)| answer.code()).into(),
        held.map(|(_, at)| at).into(),
        weight.in_state(state).into(),
    ])
}
