//! What a month's walks add up to, as it is kept: the same few rows however many walks there were.

use std::collections::BTreeMap;

use app::walk::{
    Millis,
    month::{Cell, Counted, FeltOften, Place, Short, Tally, YearMonth},
};
use sqlx::AssertSqlSafe;

use super::{
    super::{
        Desk, Row, Value,
        db::Result,
        many::{listed, rows_from},
    },
    records::{count, odd},
};

/// How many of a month's most felt friction points are followed back to their beginning.
const FOLLOWED: i64 = 20;

impl Desk {
    /// What a month's walks add up to, with the friction felt most; and how often that was felt at the same place from
    /// the first time to the end of the month.
    pub(super) async fn tally(&self, month: YearMonth) -> Result<(Tally, Vec<FeltOften>)> {
        let whole = &Cell::OF_A_MONTH;
        let mut months = self
            .measures(whole, "month = $2", [month.to_string()])
            .await?;
        let mut tally = months.remove(&month).unwrap_or_default();
        let felt_most = format!(
            "SELECT measure, place, value, n FROM month_count
             WHERE organisation = $1 AND measure = '{}' AND month = $2 ORDER BY n DESC, value LIMIT {FOLLOWED}",
            Cell::FELT
        );
        self.put_all(&mut tally, felt_most, &self.of(month)).await?;
        let places: Vec<Place> = tally
            .iter()
            .filter_map(|(counted, _)| match counted {
                Counted::Felt(place) => Some(place.clone()),
                _ => None,
            })
            .collect();
        if places.is_empty() {
            return Ok((tally, Vec::new()));
        }
        let sql = format!(
            "SELECT measure, place, value, CAST(SUM(n) AS BIGINT) FROM month_count
             WHERE organisation = $1 AND measure = '{}' AND month = $2 AND place IN ({})
             GROUP BY measure, place, value",
            Cell::FELT_AS,
            listed(3, places.len()),
        );
        let mut args = self.of(month);
        args.extend(places.iter().map(|place| place.written().into()));
        self.put_all(&mut tally, sql, &args).await?;
        let felt_often = self.felt_often(month, &places).await?;
        Ok((tally, felt_often))
    }

    /// These months, each in few figures.
    pub(super) async fn shorts(&self, months: &[YearMonth]) -> Result<Vec<Short>> {
        if months.is_empty() {
            return Ok(Vec::new());
        }
        let which = format!("month IN ({})", listed(2, months.len()));
        let written = months.iter().map(YearMonth::to_string);
        let mut tallies = self.measures(&Cell::OF_A_SHORT, &which, written).await?;
        let short = |month: &YearMonth| {
            let tally = tallies.remove(month).unwrap_or_default();
            Short::of(*month, &tally)
        };
        Ok(months.iter().map(short).collect())
    }

    /// Attempts month by month, up to the end of this one.
    pub(super) async fn attempts_to(&self, month: YearMonth) -> Result<BTreeMap<YearMonth, Tally>> {
        let month = [month.to_string()];
        self.measures(&[Cell::ATTEMPT], "month <= $2", month).await
    }

    /// How often friction was felt at these places, by how many, and since when, up to the end of the month.
    async fn felt_often(&self, month: YearMonth, places: &[Place]) -> Result<Vec<FeltOften>> {
        // What was felt in all, without the months after this one, of which there are few or none.
        let sql = format!(
            "SELECT place, CAST(SUM(n) AS BIGINT), COUNT(*) FROM (
                 SELECT place, value, SUM(n) AS n FROM (
                     SELECT place, value, n FROM month_count
                     WHERE organisation = $1 AND measure = '{by}' AND month = '' AND place IN ({here})
                     UNION ALL SELECT place, value, -n FROM month_count
                     WHERE organisation = $1 AND measure = '{by}' AND month > $2 AND place IN ({here})) AS felt
                 GROUP BY place, value) AS leaders
             WHERE n > 0 GROUP BY place",
            by = Cell::FELT_BY,
            here = listed(3, places.len()),
        );
        let mut args = self.of(month);
        args.extend(places.iter().map(|place| place.written().into()));
        let rows = self.db().rows(AssertSqlSafe(sql), &args).await?;
        let since = self.first_felt(month, places).await?;
        let mut times: BTreeMap<String, (u64, u64)> = BTreeMap::new();
        for row in rows {
            times.insert(row.text(0)?, (count(&row, 1)?, count(&row, 2)?));
        }
        let often = |place: &Place| {
            let written = place.written();
            let (times, leaders) = times.get(&written).copied()?;
            Some(FeltOften {
                task: place.0.clone(),
                step: place.1,
                category: place.2,
                times,
                leaders,
                since: since.get(&written).copied()?,
            })
        };
        Ok(places.iter().filter_map(often).collect())
    }

    /// When friction was first felt at these places, each found by index.
    async fn first_felt(
        &self,
        month: YearMonth,
        places: &[Place],
    ) -> Result<BTreeMap<String, Millis>> {
        let sql = format!(
            "WITH here (place, task, step, category) AS (VALUES {})
             SELECT h.place, (SELECT f.felt_at FROM friction_row f WHERE f.organisation = $1 AND f.task = h.task
                 AND f.step = h.step AND f.category = h.category AND f.month <> '' AND f.month <= $2
                 ORDER BY f.felt_at LIMIT 1)
             FROM here h",
            rows_from(3, places.len(), 4),
        );
        let mut args = self.of(month);
        for place in places {
            args.extend([
                place.written().into(),
                (&place.0).into(),
                place.1.into(),
                place.2.code().into(),
            ]);
        }
        let mut since = BTreeMap::new();
        for row in self.db().rows(AssertSqlSafe(sql), &args).await? {
            if let Some(first) = row.opt_int(1)? {
                since.insert(row.text(0)?, first);
            }
        }
        Ok(since)
    }

    /// What walks add up to in these measures, month by month, without their places. What `which` names from `$2` on is
    /// in `args`.
    async fn measures(
        &self,
        measures: &[&str],
        which: &str,
        args: impl IntoIterator<Item = String>,
    ) -> Result<BTreeMap<YearMonth, Tally>> {
        let measures: Vec<String> = measures.iter().map(|it| format!("'{it}'")).collect();
        let measures = measures.join(", ");
        let sql = format!(
            "SELECT measure, place, value, CAST(SUM(n) AS BIGINT), month FROM month_count
             WHERE organisation = $1 AND measure IN ({measures}) AND place = '' AND {which}
             GROUP BY month, measure, place, value"
        );
        let organisation: Value = (&self.viewer.organisation).into();
        let args: Vec<Value> = std::iter::once(organisation)
            .chain(args.into_iter().map(Value::from))
            .collect();
        let mut months: BTreeMap<YearMonth, Tally> = BTreeMap::new();
        for row in self.db().rows(AssertSqlSafe(sql), &args).await? {
            let month = row.text(4)?.parse().map_err(|_| odd("a month"))?;
            put(months.entry(month).or_default(), &row)?;
        }
        Ok(months)
    }

    async fn put_all(&self, tally: &mut Tally, sql: String, args: &[Value]) -> Result<()> {
        for row in self.db().rows(AssertSqlSafe(sql), args).await? {
            put(tally, &row)?;
        }
        Ok(())
    }

    /// The organisation and the month.
    fn of(&self, month: YearMonth) -> Vec<Value> {
        vec![(&self.viewer.organisation).into(), month.to_string().into()]
    }
}

/// After how many attempts a commitment was made.
pub(super) fn committed(tally: &Tally) -> u64 {
    let made = tally.iter().filter_map(|(counted, n)| match counted {
        Counted::Attempt(_, _, true) => u64::try_from(n).ok(),
        _ => None,
    });
    made.sum()
}

/// From `measure, place, value, n`. What this version does not know counts for nothing.
fn put(tally: &mut Tally, row: &Row) -> Result<()> {
    let counted = Counted::in_cell(&row.text(0)?, &row.text(1)?, &row.text(2)?);
    if let Some(counted) = counted {
        tally.put(counted, row.int(3)?);
    }
    Ok(())
}
