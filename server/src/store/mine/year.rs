//! A leader's own walks over time: for their author alone. Of others it tells nothing but how a thread stands.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    mine::{Own, OwnPoint, OwnWalk, WALKS_A_PAGE, YearPage},
    walk::{
        Answer, Category, Feeling, Millis, Severity, Task, Text, WalkId, month::YearMonth,
        thread::State,
    },
};

use crate::{
    period::month_of,
    store::{
        Desk, Row, Value,
        db::{Result, read_id, read_json},
    },
    viewer::Role,
    when::when,
};

/// The viewer's own walks ($1 the organisation, $2 the author) that count from $3 to $4.
const MINE: &str = "FROM walk w JOIN walk_row r ON r.walk = w.id";
const WHERE: &str =
    "WHERE w.organisation = $1 AND w.author = $2 AND r.counted_at BETWEEN $3 AND $4";

/// A walk as the calendar needs it.
struct Walked {
    id: WalkId,
    at: Millis,
    month: YearMonth,
    service: Option<String>,
    finished: bool,
    need_met: Option<Answer>,
}

/// What stands at a walk beside how it ended.
#[derive(Default)]
struct Found {
    task: Text,
    steps: Vec<Text>,
    service: Text,
    held: Option<Answer>,
    feelings: Vec<Feeling>,
    worked: Vec<String>,
    points: Vec<OwnPoint>,
    own: Vec<Own>,
}

impl Desk {
    /// The viewer's own walks of a year on the organisation's calendar, or of all years: the page asked for, counted
    /// from 1, or the nearest there is.
    pub async fn my_year(&self, year: Option<i16>, page: usize, now: Millis) -> Result<YearPage> {
        self.only(Role::Leader)?;
        let all = self.walked().await?;
        let mut years: Vec<i16> = all.iter().map(|it| it.month.year()).collect();
        years.dedup();
        let asked = |it: &Walked| year.is_none_or(|year| it.month.year() == year);
        let all: Vec<Walked> = all.into_iter().filter(asked).collect();
        let services: BTreeSet<&String> = all.iter().filter_map(|it| it.service.as_ref()).collect();
        let pages = all.len().div_ceil(WALKS_A_PAGE).max(1);
        let page = page.clamp(1, pages);
        let here = all.chunks(WALKS_A_PAGE).nth(page - 1).unwrap_or_default();
        Ok(YearPage {
            year,
            years,
            months: by_month(&all),
            services: services.len(),
            walks: self.walks_of_page(here, now).await?,
            page,
            pages,
        })
    }

    /// All of the viewer's walks, the newest first.
    async fn walked(&self) -> Result<Vec<Walked>> {
        let sql = "SELECT r.walk, r.counted_at, r.service, r.finished, r.need_met
                   FROM walk w JOIN walk_row r ON r.walk = w.id WHERE w.organisation = $1 AND w.author = $2
                   ORDER BY r.counted_at DESC, r.walk DESC";
        let rows = self.db().rows(sql, &self.me()).await?;
        let walked = rows.iter().map(|row| self.read_walked(row));
        // What is outside the calendar is in no year.
        Ok(walked
            .collect::<Result<Vec<_>>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    fn read_walked(&self, row: &Row) -> Result<Option<Walked>> {
        let at = row.int(1)?;
        let Some(month) = month_of(&self.viewer.time_zone, at) else {
            return Ok(None);
        };
        let finished = row.flag(3)?;
        Ok(Some(Walked {
            id: read_id(row, 0)?,
            at,
            month,
            service: row.opt_text(2)?,
            finished,
            need_met: answer(row, 4)?.filter(|_| finished),
        }))
    }

    /// Everything of the walks of one page.
    async fn walks_of_page(&self, here: &[Walked], now: Millis) -> Result<Vec<OwnWalk>> {
        let (Some(newest), Some(oldest)) = (here.first(), here.last()) else {
            return Ok(Vec::new());
        };
        let mut span = self.me();
        span.extend([oldest.at.into(), newest.at.into()]);
        let mut found = self.found(&span).await?;
        self.add_points(&span, &mut found).await?;
        self.add_what_worked(&span, &mut found).await?;
        for own in self.my_items(now).await? {
            if let Some(found) = found.get_mut(&own.said.walk) {
                found.own.push(own);
            }
        }
        let walk = |it: &Walked| {
            let found = found.remove(&it.id).unwrap_or_default();
            OwnWalk {
                id: it.id,
                task: found.task,
                service: found.service,
                at: when(&self.viewer.time_zone, it.at, now),
                finished: it.finished,
                need_met: it.need_met,
                held: found.held,
                feelings: found.feelings,
                worked: found.worked,
                points: found.points,
                own: found.own,
            }
        };
        Ok(here.iter().map(walk).collect())
    }

    async fn found(&self, span: &[Value]) -> Result<BTreeMap<WalkId, Found>> {
        let sql = format!(
            "SELECT r.walk, t.body, s.name_en, s.name_cy, r.held {MINE}
             LEFT JOIN task t ON t.organisation = r.organisation AND t.id = r.task
             LEFT JOIN service s ON s.organisation = r.organisation AND s.id = r.service {WHERE}"
        );
        let rows = self.db().rows(sqlx::AssertSqlSafe(sql), span).await?;
        let found = |row: &Row| {
            let task = row.opt_text(1)?;
            let task = task.map(|body| read_json::<Task>(&body)).transpose()?;
            let (task, steps) = task.map(|it| (it.name, it.steps)).unwrap_or_default();
            let found = Found {
                task,
                steps: steps.into_iter().map(|step| step.name).collect(),
                service: Text {
                    en: row.opt_text(2)?.unwrap_or_default(),
                    cy: row.opt_text(3)?.unwrap_or_default(),
                },
                held: answer(row, 4)?,
                ..Found::default()
            };
            Ok((read_id(row, 0)?, found))
        };
        rows.iter().map(found).collect()
    }

    /// What was felt on the walks, how its threads stand and how often it was replied to.
    async fn add_points(&self, span: &[Value], found: &mut BTreeMap<WalkId, Found>) -> Result<()> {
        let sql = format!(
            "SELECT f.walk, f.step, f.category, f.severity, f.feelings, h.state,
             (SELECT COUNT(*) FROM reply p WHERE p.friction = f.id AND p.organisation = w.organisation)
             {MINE} JOIN friction_row f ON f.walk = r.walk LEFT JOIN thread_row h ON h.thread = f.thread
             {WHERE} ORDER BY f.felt_at, f.id"
        );
        let rows = self.db().rows(sqlx::AssertSqlSafe(sql), span).await?;
        for row in &rows {
            let Some(found) = found.get_mut(&read_id(row, 0)?) else {
                continue;
            };
            let step = usize::try_from(row.int(1)?).unwrap_or(usize::MAX);
            let feelings = row.text(4)?;
            for feeling in feelings.split(',').filter_map(Feeling::from_code) {
                if !found.feelings.contains(&feeling) {
                    found.feelings.push(feeling);
                }
            }
            found.points.push(OwnPoint {
                category: row.opt_text(2)?.as_deref().and_then(Category::from_code),
                severity: row.opt_text(3)?.as_deref().and_then(Severity::from_code),
                step: found.steps.get(step).cloned().unwrap_or_default(),
                state: row.opt_text(5)?.as_deref().and_then(State::from_code),
                replies: usize::try_from(row.int(6)?).unwrap_or_default(),
            });
        }
        Ok(())
    }

    async fn add_what_worked(
        &self,
        span: &[Value],
        found: &mut BTreeMap<WalkId, Found>,
    ) -> Result<()> {
        let sql = format!(
            "SELECT b.walk, b.note {MINE} JOIN bright_row b ON b.walk = r.walk {WHERE} AND b.note <> ''
             ORDER BY b.noted_at, b.position"
        );
        let rows = self.db().rows(sqlx::AssertSqlSafe(sql), span).await?;
        for row in &rows {
            if let Some(found) = found.get_mut(&read_id(row, 0)?) {
                found.worked.push(row.text(1)?);
            }
        }
        Ok(())
    }
}

fn answer(row: &Row, at: usize) -> Result<Option<Answer>> {
    Ok(row.opt_text(at)?.as_deref().and_then(Answer::from_code))
}

/// How the walks of each month ended, the oldest first, from walks with the newest first.
fn by_month(walks: &[Walked]) -> Vec<(YearMonth, Vec<Option<Answer>>)> {
    let mut months: BTreeMap<YearMonth, Vec<Option<Answer>>> = BTreeMap::new();
    for walk in walks.iter().rev() {
        months.entry(walk.month).or_default().push(walk.need_met);
    }
    months.into_iter().collect()
}
