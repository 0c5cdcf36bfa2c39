//! A thread's read row, computed from what its friction adds up to, its re-walks and what the team decided.

use std::collections::{BTreeSet, HashMap};

use app::walk::{
    Answer, Millis, ThreadId,
    thread::{Decision, Known},
};

use super::{Changes, Touched, Weight, counts};
use crate::store::{
    Row, Tx, Value,
    db::{Result, read_id},
    many::{among, insert},
    outgoing,
};

/// Computes the rows of some threads anew, after what the team did about them. Whatever else changes them waits until
/// this transaction ends. A thread whose friction was all taken back or moved has a row only while its team has done
/// something about it, and none as a part of another. `now` is when they changed; none when they are only computed
/// otherwise than before.
pub(in crate::store) async fn refresh(
    tx: &mut Tx,
    threads: &BTreeSet<ThreadId>,
    now: Option<Millis>,
) -> Result<()> {
    let threads = threads.iter().map(|id| (*id, false)).collect();
    change(tx, &threads, Changes::default(), now).await
}

/// The same after friction came into threads or went from them, and what walked it again.
pub(in crate::store) async fn change(
    tx: &mut Tx,
    threads: &Touched,
    changes: Changes,
    now: Option<Millis>,
) -> Result<()> {
    tx.lock_threads(&ids(threads.keys())).await?;
    changes.apply(tx).await?;
    write(tx, threads, now).await
}

/// The same from all that was ever felt in them, and walked again: after they were put together or taken apart, and
/// should a count be wrong.
pub(in crate::store) async fn add_up(
    tx: &mut Tx,
    threads: &BTreeSet<ThreadId>,
    now: Option<Millis>,
) -> Result<()> {
    let all = ids(threads.iter());
    tx.lock_threads(&all).await?;
    counts::add_up(tx, &all).await?;
    let threads = threads.iter().map(|id| (*id, true)).collect();
    write(tx, &threads, now).await
}

fn ids<'a>(threads: impl Iterator<Item = &'a ThreadId>) -> Vec<Value> {
    threads.map(|id| id.to_string().into()).collect()
}

async fn write(tx: &mut Tx, threads: &Touched, now: Option<Millis>) -> Result<()> {
    let all = ids(threads.keys());
    let walked_again = ids(threads
        .iter()
        .filter(|(_, again)| **again)
        .map(|(id, _)| id));
    let before = outgoing::before(tx, &all).await?;
    let sums = sums(tx, &all).await?;
    let held = held(tx, &walked_again).await?;
    let sql = "SELECT t.id, t.organisation, t.service, t.decision, t.judged_from, t.created_at,
         CASE WHEN t.merged_into IS NULL AND EXISTS (SELECT 1 FROM thread_event e WHERE e.thread = t.id) THEN 1 ELSE 0 END,
         r.held, r.held_at FROM thread t LEFT JOIN thread_row r ON r.thread = t.id WHERE t.id IN";
    let (mut rows, mut gone) = (Vec::new(), Vec::new());
    let mut organisations = BTreeSet::new();
    for row in among(tx, sql, &all, "ORDER BY t.id").await? {
        let id = read_id(&row, 0)?;
        organisations.insert(row.text(1)?);
        let nothing = Sum::none(row.int(5)?);
        let held = match threads.get(&id) {
            Some(false) => held_before(&row)?,
            _ => held.get(&id).copied(),
        };
        match sums.get(&id) {
            None if !row.flag(6)? => gone.push(row.text(0)?.into()),
            sum => rows.push(written(&row, sum.unwrap_or(&nothing), held)?),
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
    let sql = "SELECT c.thread,
         COALESCE((SELECT MIN(f.felt_at) FROM friction_row f WHERE f.thread = c.thread), 0),
         COALESCE((SELECT MAX(f.felt_at) FROM friction_row f WHERE f.thread = c.thread), 0),
         SUM(c.felt), COUNT(*),
         CASE WHEN SUM(c.stopped) > 0 THEN 3 WHEN SUM(c.nearly) > 0 THEN 2 WHEN SUM(c.slowed) > 0 THEN 1 ELSE 0 END,
         SUM(c.stopped), SUM(c.risk), SUM(c.contacted_again), SUM(c.unseen)
         FROM thread_count c WHERE c.felt > 0 AND c.thread IN";
    let mut sums = HashMap::new();
    for row in among(tx, sql, threads, "GROUP BY c.thread").await? {
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

/// The last re-walk of each thread that says whether the change held. There are few re-walks, so that they are asked
/// what they walked, and not all that was felt whether it was walked again.
async fn held(tx: &mut Tx, threads: &[Value]) -> Result<HashMap<ThreadId, (Answer, Millis)>> {
    let sql = "SELECT f.thread, w.held, w.counted_at FROM walk_row w CROSS JOIN friction_row f
         WHERE w.again > '' AND f.id = w.again AND w.held IS NOT NULL AND w.finished = 1 AND f.thread IN";
    let mut held = HashMap::new();
    for row in among(tx, sql, threads, "ORDER BY w.counted_at, w.walk").await? {
        if let Some(answer) = Answer::from_code(&row.text(1)?) {
            held.insert(read_id(&row, 0)?, (answer, row.int(2)?));
        }
    }
    Ok(held)
}

/// The same as a thread's row has it, from columns 7 and 8.
fn held_before(row: &Row) -> Result<Option<(Answer, Millis)>> {
    let answer = row.opt_text(7)?;
    let answer = answer.and_then(|code| Answer::from_code(&code));
    Ok(answer.zip(row.opt_int(8)?))
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
