//! The journey map of a task at the viewer's services, from the traces of its walks.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use app::{
    team::{Asked, Day, JourneyPage, JourneyWalks, Journeys, Listed, Part, Said, Side, Worked},
    walk::{
        Category, Millis, Severity, Task, WalkId,
        journey::{Counting, Trace, Which},
    },
};
use sqlx::AssertSqlSafe;

use crate::{
    period::midnight_of,
    store::{
        Desk, Row, StoreError, Value,
        db::{Result, read_id, read_json},
        kept::Kept,
    },
    viewer::Role,
};

/// How many of the walks behind a mark are listed.
const MOST_LISTED: usize = 200;
/// How many quotes one step shows.
const MOST_QUOTES: usize = 3;
/// Ids are asked for by as many, so that the database meets few different statements.
const AT_ONCE: usize = 32;

/// Which walks of a task: of the viewer's services, and which days.
const TRACES: &str = "SELECT string_agg(CAST(counted_at AS TEXT) || ' ' || walk || ' ' || trace, $6) FROM journey_row
     WHERE organisation = $1 AND service IN (SELECT service FROM person_service WHERE person = $2)
     AND task = $3 AND counted_at >= $4 AND counted_at < $5";

/// The maps that were read last.
pub(in crate::store) type Maps = Kept<MapKey, JourneyPage>;

/// What a map depends on, besides what is written.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(in crate::store) struct MapKey {
    organisation: String,
    services: Vec<String>,
    task: String,
    asked: Asked,
}

impl Desk {
    /// Every task of the viewer's services, with how many walks its map is drawn from.
    pub async fn journeys(&self, now: Millis) -> Result<Journeys> {
        self.only(Role::ServiceTeam)?;
        let sql = "SELECT t.body, COUNT(j.walk), MAX(j.counted_at)
                   FROM task t LEFT JOIN journey_row j ON j.organisation = t.organisation AND j.task = t.id
                       AND j.service = t.service AND j.trace LIKE '%|%'
                   WHERE t.organisation = $1 AND t.service IN (SELECT service FROM person_service WHERE person = $2)
                   GROUP BY t.service, t.position, t.id, t.body ORDER BY t.service, t.position, t.id";
        let rows = self.db().rows(sql, &self.me()).await?;
        let listed = |row: &Row| {
            let task: Task = read_json(&row.text(0)?)?;
            Ok(Listed {
                id: task.id,
                service: task.service_name,
                name: task.name,
                walks: u64::try_from(row.int(1)?).unwrap_or_default(),
                newest: row.opt_int(2)?.map(|at| self.when(at, now)),
            })
        };
        Ok(Journeys {
            tasks: rows.iter().map(listed).collect::<Result<_>>()?,
        })
    }

    /// The map of a task. Counted anew only when something was written since, or an hour has passed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a task of a service of the viewer's.
    pub async fn journey(
        &self,
        task: &str,
        asked: &Asked,
        now: Millis,
    ) -> Result<Arc<JourneyPage>> {
        let stamp = self.stamp(now).await?;
        // Whoever may not see it any more gets none that is kept.
        let of = self.journey_task(task).await?;
        let key = MapKey {
            organisation: self.viewer.organisation.clone(),
            services: self.viewer.services.clone(),
            task: task.to_owned(),
            asked: *asked,
        };
        if let Some(kept) = self.store.0.maps.get(&key, &stamp) {
            return Ok(kept);
        }
        let page = self.draw_map(of, asked, now).await?;
        Ok(self.store.0.maps.keep(key, stamp, page))
    }

    async fn draw_map(&self, task: Task, asked: &Asked, now: Millis) -> Result<JourneyPage> {
        let steps = u16::try_from(task.steps.len()).unwrap_or(u16::MAX);
        let mut counting = [Counting::of(steps), Counting::of(steps)];
        let split = asked.split.and_then(|day| self.begins(day));
        let (mut first, mut last) = (Millis::MAX, Millis::MIN);
        self.traces(&task, asked, |trace| {
            if trace.steps.is_empty() {
                return;
            }
            (first, last) = (first.min(trace.at), last.max(trace.at));
            let side = usize::from(split.is_some_and(|split| trace.at >= split));
            counting[side].add(trace);
        })
        .await?;
        let [before, after] = counting.map(Counting::done);
        let parts = match split {
            None => vec![(None, before)],
            Some(_) => vec![(Some(Part::Before), before), (Some(Part::After), after)],
        };
        let sides = parts.into_iter().map(|(part, map)| Side {
            part,
            days: map.each.iter().map(|it| self.when(it.at, now)).collect(),
            map,
            ..Side::default()
        });
        let mut sides: Vec<Side> = sides.collect();
        self.hear(&mut sides).await?;
        Ok(JourneyPage {
            task,
            organisation: self.viewer.organisation_name.clone(),
            asked: *asked,
            sides,
            span: (first <= last).then(|| (self.when(first, now), self.when(last, now))),
        })
    }

    /// The walks behind a mark of a map, the newest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] as for [`Desk::journey`], and for a side where nothing is compared.
    pub async fn journey_walks(
        &self,
        task: &str,
        asked: &Asked,
        part: Option<Part>,
        which: Which,
        now: Millis,
    ) -> Result<JourneyWalks> {
        let task = self.journey_task(task).await?;
        let split = asked.split.and_then(|day| self.begins(day));
        let of_part = |at: Millis| match (part, split) {
            (Some(Part::Before), Some(split)) => at < split,
            (Some(Part::After), Some(split)) => at >= split,
            _ => true,
        };
        if part.is_some() && split.is_none() {
            return Err(StoreError::NotFound);
        }
        let mut walks = Vec::new();
        self.traces(&task, asked, |trace| {
            if of_part(trace.at) && which.keeps(&trace) {
                walks.push(trace);
            }
        })
        .await?;
        let all = walks.len();
        walks.sort_by_key(|it| std::cmp::Reverse((it.at, it.walk)));
        walks.truncate(MOST_LISTED);
        let dated = |trace: Trace| {
            let when = self.when(trace.at, now);
            (trace, when)
        };
        Ok(JourneyWalks {
            task,
            asked: *asked,
            part,
            which,
            walks: walks.into_iter().map(dated).collect(),
            all,
        })
    }

    pub(super) async fn journey_task(&self, id: &str) -> Result<Task> {
        self.only(Role::ServiceTeam)?;
        let sql = "SELECT body FROM task WHERE organisation = $1 AND id = $3
                   AND service IN (SELECT service FROM person_service WHERE person = $2)";
        let mut args = self.me();
        args.push(id.into());
        let row = self.db().row(sql, &args).await?;
        read_json(&row.ok_or(StoreError::NotFound)?.text(0)?)
    }

    /// Hands on every trace of these days, in any order. They come as one text: a row for each of thousands of walks
    /// would cost more than all the rest.
    pub(super) async fn traces(
        &self,
        task: &Task,
        asked: &Asked,
        mut each: impl FnMut(Trace),
    ) -> Result<()> {
        let from = asked.from.and_then(|day| self.begins(day));
        let to = asked.to.and_then(|day| self.ends(day));
        let mut args = self.me();
        args.extend([
            (&task.id).into(),
            from.unwrap_or(Millis::MIN).into(),
            to.unwrap_or(Millis::MAX).into(),
            "\n".into(),
        ]);
        let row = self.db().row(TRACES, &args).await?;
        let text = row.map(|row| row.opt_text(0)).transpose()?.flatten();
        for line in text.unwrap_or_default().lines() {
            let trace = read_trace(line);
            each(trace.ok_or_else(|| StoreError::Unreadable(format!("{line:?} is no trace")))?);
        }
        Ok(())
    }

    /// Fetches the words of the walks that were picked to be heard.
    async fn hear(&self, sides: &mut [Side]) -> Result<()> {
        let heard = |of: fn(&Side) -> &Vec<Vec<WalkId>>| {
            let walks = sides.iter().flat_map(of).flatten();
            walks.copied().collect::<BTreeSet<WalkId>>()
        };
        let friction = heard(|side| &side.map.heard.friction);
        let bright = heard(|side| &side.map.heard.bright);
        let said = self.friction_said(&friction).await?;
        let worked = self.bright_said(&bright).await?;
        for side in sides {
            let picked = &side.map.heard;
            side.said = (0..)
                .zip(&picked.friction)
                .map(|(step, walks)| quotes(&said, step, walks, |it| &it.note))
                .collect();
            side.worked = (0..)
                .zip(&picked.bright)
                .map(|(step, walks)| quotes(&worked, step, walks, |it| &it.note))
                .collect();
        }
        Ok(())
    }

    async fn friction_said(&self, walks: &BTreeSet<WalkId>) -> Result<Heard<Said>> {
        let sql = "SELECT walk, step, id, category, severity, note FROM friction_row WHERE organisation = $1
                   AND note <> '' AND walk IN";
        let mut heard = Heard::new();
        for row in self
            .of_walks(sql, walks, "ORDER BY felt_at DESC, id")
            .await?
        {
            let code = |at| row.opt_text(at).map(Option::unwrap_or_default);
            let said = Said {
                friction: read_id(&row, 2)?,
                category: Category::from_code(&code(3)?),
                severity: Severity::from_code(&code(4)?),
                note: row.text(5)?,
            };
            heard.entry(place(&row)?).or_default().push(said);
        }
        for said in heard.values_mut() {
            said.sort_by_key(|it| std::cmp::Reverse(it.severity));
        }
        Ok(heard)
    }

    async fn bright_said(&self, walks: &BTreeSet<WalkId>) -> Result<Heard<Worked>> {
        let sql = "SELECT walk, step, note FROM bright_row WHERE organisation = $1 AND step IS NOT NULL AND note <> ''
                   AND walk IN";
        let mut heard = Heard::new();
        for row in self
            .of_walks(sql, walks, "ORDER BY noted_at DESC, position")
            .await?
        {
            let worked = Worked {
                walk: read_id(&row, 0)?,
                note: row.text(2)?,
            };
            heard.entry(place(&row)?).or_default().push(worked);
        }
        Ok(heard)
    }

    async fn of_walks(
        &self,
        before: &str,
        walks: &BTreeSet<WalkId>,
        after: &str,
    ) -> Result<Vec<Row>> {
        let places: Vec<String> = (2..2 + AT_ONCE).map(|at| format!("${at}")).collect();
        let sql = format!("{before} ({}) {after}", places.join(", "));
        let walks: Vec<Value> = walks.iter().map(|walk| walk.to_string().into()).collect();
        let mut rows = Vec::new();
        for some in walks.chunks(AT_ONCE) {
            let mut args = vec![(&self.viewer.organisation).into()];
            args.extend_from_slice(some);
            // The last one again, up to the number of places.
            args.resize(
                1 + AT_ONCE,
                some.last().cloned().unwrap_or(Value::Text(None)),
            );
            rows.extend(self.db().rows(AssertSqlSafe(sql.clone()), &args).await?);
        }
        Ok(rows)
    }

    fn begins(&self, day: Day) -> Option<Millis> {
        midnight_of(&self.viewer.time_zone, day.year, day.month, day.day, 0)
    }

    /// When the day after begins.
    fn ends(&self, day: Day) -> Option<Millis> {
        midnight_of(&self.viewer.time_zone, day.year, day.month, day.day, 1)
    }
}

/// What was written, by walk and step.
type Heard<T> = BTreeMap<(WalkId, u16), Vec<T>>;

fn place(row: &Row) -> Result<(WalkId, u16)> {
    Ok((
        read_id(row, 0)?,
        u16::try_from(row.int(1)?).unwrap_or_default(),
    ))
}

/// What these walks said of a step, in their order; the same words once.
fn quotes<T: Clone>(heard: &Heard<T>, step: u16, walks: &[WalkId], note: fn(&T) -> &str) -> Vec<T> {
    let said = walks.iter().filter_map(|walk| heard.get(&(*walk, step)));
    let mut quotes: Vec<T> = Vec::new();
    for new in said.flatten() {
        let known = quotes.iter().any(|it| note(it).trim() == note(new).trim());
        if !known && quotes.len() < MOST_QUOTES {
            quotes.push(new.clone());
        }
    }
    quotes
}

fn read_trace(line: &str) -> Option<Trace> {
    let (at, rest) = line.split_once(' ')?;
    let (walk, trace) = rest.split_once(' ')?;
    Trace::read(walk.parse().ok()?, at.parse().ok()?, trace)
}
