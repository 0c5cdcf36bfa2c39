//! The inbox: threads of the viewer's services, what wants the team first.

mod bulk;
mod search;
mod views;
mod which;

use std::collections::HashMap;

use app::{
    team::{Filter, Group, Inbox, Item, Line, Sort},
    walk::{Millis, Task, Text, ThreadId, thread::State},
};
use sqlx::AssertSqlSafe;

use crate::{
    store::{
        Desk, Row, Value,
        db::{Result, read_id},
        team::{item::withdrawn, thread::HEAD},
    },
    viewer::Role,
};
use search::MOST_FOUND;
pub(in crate::store) use which::Which;

/// How many threads one page of the inbox holds.
pub const INBOX_PAGE: usize = 50;

/// How many that were taken back are listed.
const MOST_WITHDRAWN: i64 = 20;

/// A place in the order of a page: two numbers and a thread, all falling.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place(i64, i64, ThreadId);

impl Desk {
    /// Threads of the viewer's services: one page, beginning after the thread that `after` names. An `after` that
    /// cannot be read begins at the first.
    pub async fn inbox(&self, filter: &Filter, after: Option<&str>, now: Millis) -> Result<Inbox> {
        self.only(Role::ServiceTeam)?;
        let tasks = self.my_tasks().await?;
        let which = Which::of(self, filter, &tasks);
        let place = after.and_then(read_place);
        let (mut lines, places) = self.threads(&which, filter, place.as_ref(), now).await?;
        let more = lines.len() > INBOX_PAGE;
        lines.truncate(INBOX_PAGE);
        let last = places.get(INBOX_PAGE - 1).filter(|_| more);
        let (new, felt) = self.sums().await?;
        let (counts, cut) = self.counts(&which).await?;
        let withdrawn = if filter.shows_all() && place.is_none() {
            self.withdrawn_items(&tasks, now).await?
        } else {
            Vec::new()
        };
        let mut tasks: Vec<(String, Text)> = tasks
            .into_iter()
            .map(|(id, task)| (id, task.name))
            .collect();
        tasks.sort_by(|a, b| (&a.1.en, &a.0).cmp(&(&b.1.en, &b.0)));
        Ok(Inbox {
            services: self.my_services().await?,
            tasks,
            filter: filter.clone(),
            new,
            felt,
            counts,
            cut,
            lines,
            after: place.as_ref().map(written),
            more: last.map(written),
            withdrawn,
            asked: self.asked_views(now).await?,
            views: self.views().await?,
            bulk: None,
            done: None,
        })
    }

    /// What the viewer's services and their tasks are called.
    pub async fn names_here(&self) -> Result<Vec<Text>> {
        self.only(Role::ServiceTeam)?;
        let tasks = self.my_tasks().await?.into_values().map(|it| it.name);
        let services = self.my_services().await?.into_iter().map(|(_, name)| name);
        Ok(services.chain(tasks).collect())
    }

    /// What was taken back after the team had done something about it, the newest of it. What nobody had looked at
    /// yet needs nobody's eye.
    async fn withdrawn_items(
        &self,
        tasks: &HashMap<String, Task>,
        now: Millis,
    ) -> Result<Vec<Item>> {
        let sql = withdrawn!(
            "AND (s.seen_at IS NOT NULL OR EXISTS (SELECT 1 FROM reply r WHERE r.friction = f.id))
             ORDER BY f.withdrawn_at DESC, f.id DESC LIMIT $3"
        );
        let mut args = self.me();
        args.push(MOST_WITHDRAWN.into());
        let rows = self.db().rows(sql, &args).await?;
        rows.iter().map(|row| self.item(row, tasks, now)).collect()
    }

    /// The lines of one page, and one more when there are more, each with its place.
    async fn threads(
        &self,
        which: &Which,
        filter: &Filter,
        after: Option<&Place>,
        now: Millis,
    ) -> Result<(Vec<Line>, Vec<Place>)> {
        let (first, second) = order(filter.sort);
        let mut which = which.clone();
        if let Some(Place(a, b, thread)) = after {
            let [a, b] = [a, b].map(|it| which.arg(*it));
            let thread = which.arg(thread.to_string());
            which.and(&format!(
                "({first} < {a} OR ({first} = {a} AND ({second} < {b} OR ({second} = {b} AND r.thread < {thread}))))"
            ));
        }
        let limit = which.arg(i64::try_from(INBOX_PAGE + 1).unwrap_or(i64::MAX));
        let said = which.said();
        let with = which.with();
        let Which { sql, args, .. } = which;
        let sql = format!(
            "WITH {with} page AS (SELECT r.thread, {first} AS first, {second} AS second {sql}
                 ORDER BY {first} DESC, {second} DESC, r.thread DESC LIMIT {limit})
             SELECT {HEAD}, r.unseen, {said}, p.first, p.second
             FROM page p JOIN thread_row r ON r.thread = p.thread JOIN thread t ON t.id = r.thread
             JOIN service s ON s.organisation = t.organisation AND s.id = t.service
             LEFT JOIN task k ON k.organisation = t.organisation AND k.id = t.task
             ORDER BY p.first DESC, p.second DESC, p.thread DESC"
        );
        let rows = self.db().rows(AssertSqlSafe(sql), &args).await?;
        let line = |row: &Row| {
            Ok(Line {
                head: self.head(row, now)?,
                unseen: count(row, 17)?,
                said: row.opt_text(18)?.unwrap_or_default(),
            })
        };
        let place = |row: &Row| Ok(Place(row.int(19)?, row.int(20)?, read_id(row, 0)?));
        Ok((
            rows.iter().map(line).collect::<Result<_>>()?,
            rows.iter().map(place).collect::<Result<_>>()?,
        ))
    }

    /// How many threads there are in each group, of those that are shown.
    /// And whether the search had to leave something out.
    async fn counts(&self, which: &Which) -> Result<(Vec<(Group, u64)>, bool)> {
        let found = match which.found {
            None => "0",
            Some(_) => "(SELECT COUNT(*) FROM found)",
        };
        let sql = format!(
            "WITH {} these AS (SELECT r.state {}) SELECT state, COUNT(*), {found} FROM these GROUP BY state",
            which.with(),
            which.sql
        );
        let rows = self.db().rows(AssertSqlSafe(sql), &which.args).await?;
        let mut cut = false;
        let mut counts: Vec<(Group, u64)> = Group::ALL.iter().map(|it| (*it, 0)).collect();
        for row in &rows {
            let group = State::from_code(&row.text(0)?).map(Group::of);
            if let Some((_, sum)) = counts.iter_mut().find(|(it, _)| Some(*it) == group) {
                *sum += count(row, 1)?;
            }
            cut |= row.int(2)? >= MOST_FOUND;
        }
        Ok((counts, cut))
    }

    /// How often anything was felt at the viewer's services.
    pub async fn times_felt(&self) -> Result<u64> {
        self.only(Role::ServiceTeam)?;
        self.sums().await.map(|(_, felt)| felt)
    }

    /// How often anything was felt there that nobody of the team has looked at, and how often in all.
    async fn sums(&self) -> Result<(u64, u64)> {
        let row = self
            .db()
            .row(
                "SELECT CAST(COALESCE(SUM(unseen), 0) AS BIGINT), CAST(COALESCE(SUM(felt), 0) AS BIGINT) FROM thread_row
                 WHERE organisation = $1 AND service IN (SELECT service FROM person_service WHERE person = $2)",
                &self.me(),
            )
            .await?;
        row.map_or(Ok((0, 0)), |row| Ok((count(&row, 0)?, count(&row, 1)?)))
    }

    pub(in crate::store) async fn my_services(&self) -> Result<Vec<(String, Text)>> {
        let rows = self
            .db()
            .rows(
                "SELECT id, name_en, name_cy FROM service
                 WHERE organisation = $1 AND id IN (SELECT service FROM person_service WHERE person = $2)
                 ORDER BY name_en, id",
                &self.me(),
            )
            .await?;
        let service = |row: &Row| {
            Ok((
                row.text(0)?,
                Text {
                    en: row.text(1)?,
                    cy: row.text(2)?,
                },
            ))
        };
        rows.iter().map(service).collect()
    }
}

/// What the lines are ordered by, falling, before their ids.
fn order(sort: Sort) -> (&'static str, &'static str) {
    match sort {
        Sort::Hurts => ("r.hurts", "r.last_felt"),
        Sort::Newest => ("r.last_felt", "r.hurts"),
        Sort::Waiting => ("-r.first_felt", "r.hurts"),
    }
}

fn written(Place(first, second, thread): &Place) -> String {
    format!("{first}.{second}.{thread}")
}

/// Reads a place in the inbox.
fn read_place(text: &str) -> Option<Place> {
    let mut parts = text.splitn(3, '.');
    let mut number = || parts.next()?.parse().ok();
    let (first, second) = (number()?, number()?);
    Some(Place(first, second, parts.next()?.parse().ok()?))
}

fn count(row: &Row, at: usize) -> Result<u64> {
    Ok(u64::try_from(row.int(at)?).unwrap_or_default())
}

/// Arguments are counted from 1.
fn place_of(args: &mut Vec<Value>, value: Value) -> String {
    args.push(value);
    format!("${}", args.len())
}
