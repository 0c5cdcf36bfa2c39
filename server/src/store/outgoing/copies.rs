//! Copies to take away: read page by page, so that they may be of any size. Each page asks anew what the viewer may
//! see: what is taken from them meanwhile is not in what follows.

use app::{
    team::{Filter, Sort},
    walk::{Millis, Text},
};
use sqlx::AssertSqlSafe;

use super::read::{
    FrictionOut, Names, ThreadOut, friction, friction_columns, thread, thread_columns,
};
use crate::{
    store::{Desk, Row, Value, audit::What as Deed, db::Result, team::Which},
    viewer::Role,
};

/// How many rows are read at once.
const PAGE: i64 = 500;

/// What is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Threads, each with what its friction adds up to.
    Threads,
    /// Every friction point.
    Friction,
}

/// A copy being taken: where it is, and what is left.
#[derive(Debug)]
pub struct Copying {
    desk: Desk,
    names: Names,
    /// Which threads the filter lets through.
    which: Which,
    /// False when it lets all of them through.
    narrowed: bool,
    /// Felt (for a thread: last felt) from here on.
    from: Millis,
    /// And before this.
    until: Millis,
    /// The services that are left, the one under way last.
    services: Vec<String>,
    /// Where the last page ended, within the service under way.
    last: (Millis, String),
}

impl Desk {
    /// The services the viewer answers for: id and name, in the order of their names.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] for who is in no service team.
    pub async fn services_to_copy(&self) -> Result<Vec<(String, Text)>> {
        self.only(Role::ServiceTeam)?;
        self.my_services().await
    }

    /// Their tasks: id and name.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] for who is in no service team.
    pub async fn tasks_to_copy(&self) -> Result<Vec<(String, Text)>> {
        self.only(Role::ServiceTeam)?;
        let tasks = self.my_tasks().await?.into_iter();
        let mut tasks: Vec<_> = tasks.map(|(id, task)| (id, task.name)).collect();
        tasks.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(tasks)
    }

    /// Begins a copy of what the inbox shows with this filter, or of all the times that was felt, and notes that it is
    /// taken; `name` is what the file is called.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] for who is in no service team.
    pub async fn copy(
        &self,
        filter: &Filter,
        (from, until): (Millis, Millis),
        name: &str,
        now: Millis,
    ) -> Result<Copying> {
        let services = self.services_to_copy().await?;
        let ids = services.iter().rev().map(|(id, _)| id.clone());
        let only = filter.service.as_ref();
        let ids = ids.filter(|id| only.is_none_or(|only| only == id));
        let tasks = self.my_tasks().await?;
        // One service after the other is copied: the filter need not say which.
        let filter = Filter {
            service: None,
            ..filter.clone()
        };
        let copying = Copying {
            which: Which::of(self, &filter, &tasks),
            narrowed: !filter.shows_all() || filter.sort == Sort::Waiting,
            names: Names {
                zone: self.viewer.time_zone.clone(),
                tasks,
                services: services.iter().cloned().collect(),
            },
            from,
            until,
            services: ids.collect(),
            last: beginning(),
            desk: self.clone(),
        };
        let deed = self.deed(Deed::FrictionExported, name);
        self.store.note(deed, now).await?;
        Ok(copying)
    }
}

/// The reader ($2) is of a service team still: a copy can take long, and every page of it asks anew.
const STILL: &str = "EXISTS (SELECT 1 FROM person p WHERE p.id = $2 AND p.disabled_at IS NULL
    AND (',' || p.roles || ',') LIKE '%,service_team,%')";

impl Copying {
    /// The next threads; none at the end.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn threads(&mut self) -> Result<Vec<ThreadOut>> {
        while let Some(service) = self.services.last() {
            let (sql, args) = self.threads_of(service);
            let rows = self.desk.db().rows(AssertSqlSafe(sql), &args).await?;
            let read = |row: &Row| thread(row, &self.names);
            let page: Vec<ThreadOut> = rows.iter().map(read).collect::<Result<_>>()?;
            match page.last() {
                Some(last) => self.last.1.clone_from(&last.id),
                None => self.next_service(),
            }
            if !page.is_empty() {
                return Ok(page);
            }
        }
        Ok(Vec::new())
    }

    fn threads_of(&self, service: &str) -> (String, Vec<Value>) {
        let mut which = self.which.clone();
        let service = which.arg(service);
        let [from, until] = [self.from, self.until].map(|it| which.arg(it));
        let (last, most) = (which.arg(&self.last.1), which.arg(PAGE));
        let (with, of) = (which.with(), &which.sql);
        let columns = thread_columns!();
        let sql = format!(
            "WITH {with} page AS (SELECT {columns} {of} AND r.service = {service} AND r.felt > 0 AND {STILL}
                 AND r.last_felt >= {from} AND r.last_felt < {until} AND r.thread > {last} ORDER BY r.thread LIMIT {most})
             SELECT * FROM page ORDER BY thread"
        );
        (sql, which.args)
    }

    /// The next friction points, in the order they were felt; none at the end.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn friction(&mut self) -> Result<Vec<FrictionOut>> {
        while let Some(service) = self.services.last() {
            let (sql, args) = self.friction_of(service);
            let rows = self.desk.db().rows(AssertSqlSafe(sql), &args).await?;
            let read = |row: &Row| friction(row, &self.names);
            let page: Vec<FrictionOut> = rows.iter().map(read).collect::<Result<_>>()?;
            match page.last() {
                Some(last) => self.last = (last.at, last.id.clone()),
                None => self.next_service(),
            }
            if !page.is_empty() {
                return Ok(page);
            }
        }
        Ok(Vec::new())
    }

    fn friction_of(&self, service: &str) -> (String, Vec<Value>) {
        let mut which = self.which.clone();
        let service = which.arg(service);
        let (from, until) = (self.from.max(self.last.0), self.until);
        let [from, until] = [from, until].map(|it| which.arg(it));
        let (last, most) = (which.arg(&self.last.1), which.arg(PAGE));
        let (with, of) = (which.with(), &which.sql);
        let of = if self.narrowed {
            format!("AND EXISTS (SELECT 1 {of} AND r.thread = f.thread)")
        } else {
            String::new()
        };
        let columns = friction_columns!();
        let sql = format!(
            "WITH {with} page AS (SELECT {columns} FROM friction_row f LEFT JOIN friction_seen s ON s.friction = f.id
                 WHERE f.organisation = $1 AND f.service = {service}
                 AND f.service IN (SELECT service FROM person_service WHERE person = $2) AND {STILL} {of}
                 AND f.felt_at >= {from} AND f.felt_at < {until} AND (f.felt_at > {from} OR f.id > {last})
                 ORDER BY f.felt_at, f.id LIMIT {most})
             SELECT * FROM page ORDER BY felt_at, id"
        );
        (sql, which.args)
    }

    fn next_service(&mut self) {
        self.services.pop();
        self.last = beginning();
    }
}

fn beginning() -> (Millis, String) {
    (Millis::MIN, String::new())
}
