//! A month's counts, kept by append: what each walk adds stands in its read row, and the sums of it in `month_count`.
//!
//! When a walk's row is replaced, exactly what the old row says it added is taken away, and what the new one says is
//! added, in the same transaction. So the sums are right whatever version wrote them and however often it is done.

use std::collections::BTreeMap;

use app::walk::{
    Millis, Task, Walk, WalkId,
    month::{Attempt, Cell, Crossing, Felt, Tally},
};

use super::{
    Row, Store, Tx, Value,
    db::{Result, read_id, read_json},
    many::{among, insert},
    tx::Hold,
};

/// On PostgreSQL, where many write at once, each sum of a whole month is kept in so many parts, so that they seldom wait
/// for each other. A walk's counts always go to the same part. Of sums of one place there is one part: who writes them
/// holds the place's thread already.
const PARTS: u128 = 8;

/// Instead of a month, of what was felt at a place by a leader in all months together.
const EVER: &str = "";

/// Walks of a month read at once when its counts are added up anew.
const AT_ONCE: usize = 2_048;

/// What a walk adds to its month.
pub(super) fn tally(
    id: WalkId,
    author: &str,
    walk: &Walk,
    counted_at: Millis,
    task: &Task,
    crossing: Option<Crossing>,
) -> Tally {
    let outcome = &walk.outcome;
    let felt = |friction: &app::walk::Friction| Felt {
        id: friction.id,
        walk: id,
        service: task.service.clone(),
        task: task.id.clone(),
        step: friction.step,
        category: friction.category,
        second: friction.second,
        severity: friction.severity,
        feelings: friction.feelings.clone(),
        contacted_again: friction.contacted_again,
        risk: friction.risk,
    };
    let felt: Vec<Felt> = walk.frictions.iter().map(felt).collect();
    let attempt = Attempt {
        walk: id,
        author: author.to_owned(),
        service: task.service.clone(),
        task: task.id.clone(),
        counted_at,
        finished: walk.finished_at.is_some(),
        need_met: outcome.need_met,
        did_should: outcome.did_what_it_should,
        why_not: outcome.why_not,
        ease: outcome.ease,
        satisfaction: outcome.satisfaction,
        others_would: outcome.others_would,
        spent_ms: walk.spent_ms(),
        frictions: felt.len() as u64,
        committed: walk.committed,
        held: outcome.held,
        crossing,
    };
    Tally::of(&attempt, &felt, walk.bright_spots.len())
}

/// One sum: organisation, measure, place, month, value, part.
type Place = (String, &'static str, String, String, String, i64);

/// By how much sums change, in the order in which every transaction changes them, so that none waits for another in
/// turn.
#[derive(Debug, Default)]
pub(super) struct Changes(BTreeMap<Place, i64>);

impl Changes {
    /// Takes away what these walks' rows, which are just being removed, had added.
    /// From `walk, organisation, month, counts`.
    pub(super) fn subtract(&mut self, tx: &Tx, rows: &[Row]) -> Result<()> {
        for row in rows {
            self.put(tx, row, -1)?;
        }
        Ok(())
    }

    /// Adds what a walk adds. A walk whose task is not known is in no month.
    pub(super) fn add(
        &mut self,
        tx: &Tx,
        walk: WalkId,
        organisation: &str,
        month: &str,
        tally: &Tally,
    ) {
        self.all(tx, walk, organisation, month, tally, 1);
    }

    fn put(&mut self, tx: &Tx, row: &Row, times: i64) -> Result<()> {
        let counts = row.text(3)?;
        if !counts.is_empty() {
            let tally: Tally = read_json(&counts)?;
            let (organisation, month) = (row.text(1)?, row.text(2)?);
            self.all(tx, read_id(row, 0)?, &organisation, &month, &tally, times);
        }
        Ok(())
    }

    fn all(
        &mut self,
        tx: &Tx,
        walk: WalkId,
        organisation: &str,
        month: &str,
        tally: &Tally,
        times: i64,
    ) {
        let part = if tx.many_write() {
            i64::try_from(walk.0.as_u128() % PARTS).unwrap_or(0)
        } else {
            0
        };
        for (counted, n) in tally.iter() {
            let cell = counted.cell();
            let of_a_month = Cell::OF_A_MONTH.contains(&cell.measure);
            let place = (
                organisation.to_owned(),
                cell.measure,
                cell.place,
                month.to_owned(),
                cell.value,
                if of_a_month { part } else { 0 },
            );
            *self.0.entry(place).or_default() += n * times;
        }
    }

    /// Writes them, with what they change of all months together.
    pub(super) async fn apply(mut self, tx: &mut Tx) -> Result<()> {
        let by = self.0.iter().filter(|(it, _)| it.1 == Cell::FELT_BY);
        let by: Vec<(Place, i64)> = by.map(|(it, n)| (it.clone(), *n)).collect();
        for (mut place, n) in by {
            EVER.clone_into(&mut place.3);
            *self.0.entry(place).or_default() += n;
        }
        self.write(tx).await
    }

    /// A sum that comes to nothing is removed: nobody's id stays behind.
    async fn write(mut self, tx: &mut Tx) -> Result<()> {
        self.0.retain(|_, n| *n != 0);
        let row = |((organisation, measure, place, month, value, part), n): (Place, i64)| {
            vec![
                organisation.into(),
                measure.into(),
                place.into(),
                month.into(),
                value.into(),
                part.into(),
                n.into(),
            ]
        };
        let fewer = self.0.values().any(|n| *n < 0);
        let rows: Vec<Vec<Value>> = self.0.into_iter().map(row).collect();
        let after = "ON CONFLICT (organisation, measure, place, month, value, part)
             DO UPDATE SET n = month_count.n + excluded.n";
        let returning = "RETURNING organisation, measure, place, month, value, part, n";
        let after = if fewer {
            format!("{after} {returning}")
        } else {
            after.to_owned()
        };
        let before =
            "INSERT INTO month_count (organisation, measure, place, month, value, part, n) VALUES";
        for row in insert(tx, before, &rows, &after).await? {
            if row.int(6)? == 0 {
                remove(tx, &row).await?;
            }
        }
        Ok(())
    }
}

/// Removes the sum of a row of `organisation, measure, place, month, value, part`.
async fn remove(tx: &mut Tx, row: &Row) -> Result<()> {
    let sql = "DELETE FROM month_count WHERE organisation = $1 AND measure = $2 AND place = $3 AND month = $4
               AND value = $5 AND part = $6";
    let mut place: Vec<Value> = Vec::new();
    for at in 0..5 {
        place.push(row.text(at)?.into());
    }
    place.push(row.int(5)?.into());
    tx.execute(sql, &place).await.map(drop)
}

impl Store {
    /// Adds every month's counts up anew from what each walk's row says it adds, month by month, and puts them right
    /// where they are not; then all months together. Phones of the organisation wait for as long as one of these takes.
    pub(super) async fn recount_months(&self) -> Result<()> {
        let sql = "SELECT organisation, month FROM walk_row WHERE month <> ''
                   UNION SELECT organisation, month FROM month_count WHERE month <> '' ORDER BY organisation, month";
        for row in self.db().rows(sql, &[]).await? {
            let month = [row.text(0)?.into(), row.text(1)?.into()];
            let mut tx = self.db().begin().await?;
            tx.hold(&row.text(0)?, Hold::Alone).await?;
            recount_month(&mut tx, &month).await?;
            tx.commit().await?;
        }
        let sql = "SELECT DISTINCT organisation FROM month_count ORDER BY organisation";
        for row in self.db().rows(sql, &[]).await? {
            let organisation = row.text(0)?;
            let mut tx = self.db().begin().await?;
            tx.hold(&organisation, Hold::Alone).await?;
            recount_ever(&mut tx, &[organisation.into()]).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

async fn recount_ever(tx: &mut Tx, organisation: &[Value; 1]) -> Result<()> {
    let sql = "DELETE FROM month_count WHERE organisation = $1 AND month = ''";
    tx.execute(sql, organisation).await?;
    let sql = format!(
        "INSERT INTO month_count (organisation, measure, place, month, value, part, n)
         SELECT organisation, measure, place, '', value, 0, CAST(SUM(n) AS BIGINT) FROM month_count
         WHERE organisation = $1 AND measure = '{}' GROUP BY organisation, measure, place, value",
        Cell::FELT_BY
    );
    tx.execute(sqlx::AssertSqlSafe(sql), organisation)
        .await
        .map(drop)
}

async fn recount_month(tx: &mut Tx, month: &[Value; 2]) -> Result<()> {
    let sql = "DELETE FROM month_count WHERE organisation = $1 AND month = $2";
    tx.execute(sql, month).await?;
    let sql = "SELECT walk FROM walk_row WHERE organisation = $1 AND month = $2";
    let walks = tx.rows(sql, month).await?;
    let walks = walks.iter().map(|row| Ok(row.text(0)?.into()));
    let walks = walks.collect::<Result<Vec<Value>>>()?;
    let mut changes = Changes::default();
    for some in walks.chunks(AT_ONCE) {
        let sql = "SELECT walk, organisation, month, counts FROM walk_row WHERE walk IN";
        for row in among(tx, sql, some, "").await? {
            changes.put(tx, &row, 1)?;
        }
    }
    changes.write(tx).await
}
