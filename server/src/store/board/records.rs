//! The rows a month is counted from.

use std::collections::BTreeMap;

use app::walk::{
    Answer, Category, Feeling, Millis, OthersWould, Severity, Task, WhyNot,
    month::{Attempt, Bright, Crossing, Felt, YearMonth},
};
use sqlx::AssertSqlSafe;

use super::super::{
    Desk, Row, StoreError, Value,
    db::{Result, read_id},
};

/// Whose rows are read.
pub(super) struct Span<'a> {
    /// The first month.
    pub from: YearMonth,
    /// The last month.
    pub to: YearMonth,
    /// Of this task only.
    pub task: Option<&'a str>,
    /// The walks that this published record counted too, in whatever month they count today; 0 for none.
    pub record: u32,
}

/// The most bright spots that are read of a month for their words.
const MOST_BRIGHT: i64 = 100;

impl Desk {
    pub(super) async fn first_and_newest(&self) -> Result<(Option<YearMonth>, Option<YearMonth>)> {
        let sql = "SELECT (SELECT MIN(month) FROM (
                 SELECT MIN(month) AS month FROM walk_row WHERE organisation = $1 AND month <> ''
                 UNION ALL SELECT MIN(month) FROM month_record WHERE organisation = $1) m),
             (SELECT MAX(month) FROM (
                 SELECT MAX(month) AS month FROM walk_row WHERE organisation = $1 AND month <> ''
                 UNION ALL SELECT MAX(month) FROM month_record WHERE organisation = $1) m)";
        let organisation = [(&self.viewer.organisation).into()];
        let Some(row) = self.db().row(sql, &organisation).await? else {
            return Ok((None, None));
        };
        let month = |at: usize| -> Result<Option<YearMonth>> {
            Ok(row.opt_text(at)?.and_then(|text| text.parse().ok()))
        };
        Ok((month(0)?, month(1)?))
    }

    /// The organisation's leaders, as many as there were before `until`.
    pub(super) async fn leaders(&self, until: Millis) -> Result<u64> {
        let sql = "SELECT COUNT(*) FROM person WHERE organisation = $1 AND created_at < $2
                   AND ',' || roles || ',' LIKE '%,leader,%'";
        let args = [(&self.viewer.organisation).into(), until.into()];
        let row = self
            .db()
            .row(sql, &args)
            .await?
            .ok_or(StoreError::NotFound)?;
        count(&row, 0)
    }

    /// Every walk, unfinished ones too.
    pub(super) async fn attempts(
        &self,
        span: &Span<'_>,
        tasks: &BTreeMap<String, Task>,
    ) -> Result<Vec<Attempt>> {
        let columns = "walk, author, service, task, counted_at, finished, need_met, did_should, why_not, ease,
                   satisfaction, others_would, spent_ms, frictions, committed, hand_off, hand_off_through, held";
        let rows = self.rows_of(columns, "walk_row", span).await?;
        rows.iter().map(|row| attempt(row, tasks)).collect()
    }

    /// Every friction point of these walks.
    pub(super) async fn felt(&self, span: &Span<'_>) -> Result<Vec<Felt>> {
        let columns = "id, walk, service, task, step, category, second, severity, feelings, contacted_again, risk";
        let rows = self.rows_of(columns, "friction_row", span).await?;
        rows.iter().map(felt).collect()
    }

    /// Every bright spot of these walks.
    pub(super) async fn bright_spots(&self, span: &Span<'_>) -> Result<Vec<Bright>> {
        let columns = "walk, service, task, noted_at, note";
        let rows = self.rows_of(columns, "bright_row", span).await?;
        rows.iter().map(bright).collect()
    }

    async fn rows_of(&self, columns: &str, table: &str, span: &Span<'_>) -> Result<Vec<Row>> {
        let which = format!(
            "SELECT {columns} FROM {table} WHERE organisation = $1 AND ($4 = '' OR task = $4)"
        );
        let sql = format!(
            "{which} AND month BETWEEN $2 AND $3
             UNION ALL {which} AND month NOT BETWEEN $2 AND $3
             AND walk IN (SELECT walk FROM month_walk WHERE organisation = $1 AND sequence = $5)"
        );
        let args: [Value; 5] = [
            (&self.viewer.organisation).into(),
            span.from.to_string().into(),
            span.to.to_string().into(),
            span.task.unwrap_or_default().into(),
            span.record.into(),
        ];
        self.db().rows(AssertSqlSafe(sql), &args).await
    }

    /// The month's newest bright spots that have words, no more than the page has use for.
    pub(super) async fn newest_bright_spots(&self, month: YearMonth) -> Result<Vec<Bright>> {
        let sql = "SELECT walk, service, task, noted_at, note FROM bright_row
                   WHERE organisation = $1 AND month = $2 AND TRIM(note) <> '' ORDER BY noted_at DESC, walk DESC LIMIT $3";
        let args = [
            (&self.viewer.organisation).into(),
            month.to_string().into(),
            MOST_BRIGHT.into(),
        ];
        let rows = self.db().rows(sql, &args).await?;
        rows.iter().map(bright).collect()
    }
}

fn attempt(row: &Row, tasks: &BTreeMap<String, Task>) -> Result<Attempt> {
    let task = row.text(3)?;
    let through = row.flag(16)?;
    let crossing = row.opt_text(15)?.map(|to| Crossing {
        step: tasks.get(&task).and_then(|task| crossing_step(task, &to)),
        to,
        through,
    });
    Ok(Attempt {
        walk: read_id(row, 0)?,
        author: row.text(1)?,
        service: row.opt_text(2)?.unwrap_or_default(),
        task,
        counted_at: row.int(4)?,
        finished: row.flag(5)?,
        need_met: code(row, 6, Answer::from_code)?,
        did_should: code(row, 7, Answer::from_code)?,
        why_not: code(row, 8, WhyNot::from_code)?,
        ease: small(row, 9)?,
        satisfaction: small(row, 10)?,
        others_would: code(row, 11, OthersWould::from_code)?,
        spent_ms: row.int(12)?,
        frictions: count(row, 13)?,
        committed: row.flag(14)?,
        held: code(row, 17, Answer::from_code)?,
        crossing,
    })
}

/// The first step of the task that crosses to this organisation.
pub(in crate::store) fn crossing_step(task: &Task, to: &str) -> Option<u16> {
    let at = task
        .steps
        .iter()
        .position(|step| step.hand_off.as_deref() == Some(to))?;
    u16::try_from(at).ok()
}

fn felt(row: &Row) -> Result<Felt> {
    Ok(Felt {
        id: read_id(row, 0)?,
        walk: read_id(row, 1)?,
        service: row.opt_text(2)?.unwrap_or_default(),
        task: row.text(3)?,
        step: step(row, 4)?,
        category: code(row, 5, Category::from_code)?,
        second: code(row, 6, Category::from_code)?,
        severity: code(row, 7, Severity::from_code)?,
        feelings: row
            .text(8)?
            .split(',')
            .filter_map(Feeling::from_code)
            .collect(),
        contacted_again: row.flag(9)?,
        risk: row.flag(10)?,
    })
}

fn bright(row: &Row) -> Result<Bright> {
    Ok(Bright {
        walk: read_id(row, 0)?,
        service: row.opt_text(1)?.unwrap_or_default(),
        task: row.text(2)?,
        noted_at: row.int(3)?,
        note: row.text(4)?,
    })
}

fn code<T>(row: &Row, at: usize, read: fn(&str) -> Option<T>) -> Result<Option<T>> {
    Ok(row.opt_text(at)?.as_deref().and_then(read))
}

pub(super) fn count(row: &Row, at: usize) -> Result<u64> {
    Ok(u64::try_from(row.int(at)?).unwrap_or_default())
}

fn small(row: &Row, at: usize) -> Result<Option<u8>> {
    Ok(row.opt_int(at)?.and_then(|value| u8::try_from(value).ok()))
}

fn step(row: &Row, at: usize) -> Result<u16> {
    u16::try_from(row.int(at)?).map_err(|_| odd("a step"))
}

pub(super) fn odd(what: &str) -> StoreError {
    StoreError::Unreadable(what.to_owned())
}
