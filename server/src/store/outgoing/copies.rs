//! Copies to take away: read page by page, so that they may be of any size. Each page asks anew what the viewer may
//! see: what is taken from them meanwhile is not in what follows.

use app::walk::{Millis, Text};

use super::read::{
    FrictionOut, Names, ThreadOut, friction, friction_columns, thread, thread_columns,
};
use crate::{
    store::{Desk, Row, audit::What as Deed, db::Result},
    viewer::Role,
};

/// How many rows are read at once.
const PAGE: usize = 500;

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

    /// Begins a copy of what was felt at the viewer's services, or at one of them, and notes that it is taken; `name`
    /// is what the file is called.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] for who is in no service team.
    pub async fn copy(
        &self,
        service: Option<&str>,
        (from, until): (Millis, Millis),
        name: &str,
        now: Millis,
    ) -> Result<Copying> {
        let services = self.services_to_copy().await?;
        let ids = services.iter().rev().map(|(id, _)| id.clone());
        let ids = ids.filter(|id| service.is_none_or(|only| only == id));
        let copying = Copying {
            names: Names {
                zone: self.viewer.time_zone.clone(),
                tasks: self.my_tasks().await?,
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
macro_rules! still {
    () => {
        "AND EXISTS (SELECT 1 FROM person p WHERE p.id = $2 AND p.disabled_at IS NULL
             AND (',' || p.roles || ',') LIKE '%,service_team,%')"
    };
}

impl Copying {
    /// The next threads; none at the end.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn threads(&mut self) -> Result<Vec<ThreadOut>> {
        let sql = concat!(
            "SELECT ",
            thread_columns!(),
            " FROM thread_row r JOIN thread t ON t.id = r.thread
             WHERE r.organisation = $1 AND r.service = $3 AND r.felt > 0 AND t.merged_into IS NULL
             AND r.service IN (SELECT service FROM person_service WHERE person = $2) ",
            still!(),
            " AND r.last_felt >= $4 AND r.last_felt < $5 AND r.thread > $6 ORDER BY r.thread LIMIT $7"
        );
        while let Some(service) = self.services.last() {
            let mut args = self.desk.me();
            args.extend([
                service.into(),
                self.from.into(),
                self.until.into(),
                (&self.last.1).into(),
                i64::try_from(PAGE).unwrap_or(i64::MAX).into(),
            ]);
            let rows = self.desk.db().rows(sql, &args).await?;
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

    /// The next friction points, in the order they were felt; none at the end.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn friction(&mut self) -> Result<Vec<FrictionOut>> {
        let sql = concat!(
            "SELECT ",
            friction_columns!(),
            " FROM friction_row f LEFT JOIN friction_seen s ON s.friction = f.id
             WHERE f.organisation = $1 AND f.service = $3
             AND f.service IN (SELECT service FROM person_service WHERE person = $2) ",
            still!(),
            " AND f.felt_at >= $4 AND f.felt_at < $5 AND (f.felt_at > $4 OR f.id > $6)
             ORDER BY f.felt_at, f.id LIMIT $7"
        );
        while let Some(service) = self.services.last() {
            let mut args = self.desk.me();
            args.extend([
                service.into(),
                self.from.max(self.last.0).into(),
                self.until.into(),
                (&self.last.1).into(),
                i64::try_from(PAGE).unwrap_or(i64::MAX).into(),
            ]);
            let rows = self.desk.db().rows(sql, &args).await?;
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

    fn next_service(&mut self) {
        self.services.pop();
        self.last = beginning();
    }
}

fn beginning() -> (Millis, String) {
    (Millis::MIN, String::new())
}
