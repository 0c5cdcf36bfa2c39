//! What other systems read with a key, and what stands in a person's calendar.

use std::collections::HashMap;

use app::{
    mine::CalendarFault,
    walk::{Millis, Task, Text},
};

use super::{
    read::{Names, ThreadOut, thread, thread_columns},
    systems::Reach,
};
use crate::{
    store::{
        Desk, Row, Store, StoreError, Value,
        audit::What,
        db::{Result, read_json},
    },
    token,
    viewer::Role,
};

/// The most threads of one answer.
pub const MOST_THREADS: usize = 200;

/// Which threads are asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only this service; empty for all that may be read.
    pub service: String,
    /// Only those that stand like this, by code; empty for all.
    pub state: String,
    /// Only those after the thread with this id.
    pub after: String,
    /// How many.
    pub most: usize,
}

/// The days of somebody's calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diary {
    /// The organisation's zone, an IANA name.
    pub zone: String,
    /// In their order.
    pub days: Vec<Dated>,
}

/// A day that a service team set itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The thread.
    pub thread: String,
    /// What the task is called.
    pub task: Text,
    /// The kind of friction, by its code.
    pub category: String,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// True for the day a change is planned for, false for the day it is due.
    pub planned: bool,
    /// When something was last done to the thread, milliseconds since 1970.
    pub changed_at: Millis,
}

impl Store {
    /// Threads that a key may read, in the order of their ids, [`MOST_THREADS`] at most.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn threads(&self, reach: &Reach, wanted: &Wanted) -> Result<Vec<ThreadOut>> {
        let sql = concat!(
            "SELECT ",
            thread_columns!(),
            " FROM thread_row r JOIN thread t ON t.id = r.thread
             WHERE r.organisation = $1 AND r.felt > 0 AND t.merged_into IS NULL AND ($2 = '' OR r.service = $2) AND ($3 = '' OR r.service = $3)
             AND ($4 = '' OR r.state = $4) AND r.thread > $5 ORDER BY r.thread LIMIT $6"
        );
        // The database would not see it, and read "no service in particular".
        if wanted.service.contains('\0') || wanted.state.contains('\0') {
            return Ok(Vec::new());
        }
        let most = wanted.most.clamp(1, MOST_THREADS);
        let args: [Value; 6] = [
            (&reach.organisation).into(),
            reach.service.as_deref().unwrap_or_default().into(),
            (&wanted.service).into(),
            (&wanted.state).into(),
            (&wanted.after).into(),
            i64::try_from(most).unwrap_or(1).into(),
        ];
        let names = self.names(&reach.organisation, &reach.zone).await?;
        let rows = self.db().rows(sql, &args).await?;
        rows.iter().map(|row| thread(row, &names)).collect()
    }

    async fn names(&self, organisation: &str, zone: &str) -> Result<Names> {
        let sql = "SELECT id, name_en, name_cy FROM service WHERE organisation = $1";
        let mut services = HashMap::new();
        for row in self.db().rows(sql, &[organisation.into()]).await? {
            let name = Text {
                en: row.text(1)?,
                cy: row.text(2)?,
            };
            services.insert(row.text(0)?, name);
        }
        let sql = "SELECT id, body FROM task WHERE organisation = $1";
        let mut tasks = HashMap::new();
        for row in self.db().rows(sql, &[organisation.into()]).await? {
            tasks.insert(row.text(0)?, read_json::<Task>(&row.text(1)?)?);
        }
        Ok(Names {
            zone: zone.to_owned(),
            services,
            tasks,
        })
    }

    /// The days in the calendar at a secret address, in their order; what is settled is not in it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the address is nobody's or was ended, or its person is in no service team any more.
    pub async fn calendar(&self, secret: &str) -> Result<Diary> {
        let sql = "SELECT p.id, p.organisation, o.time_zone FROM calendar_feed c JOIN person p ON p.id = c.person
                   JOIN organisation o ON o.id = p.organisation
                   WHERE c.token_hash = $1 AND c.ended_at IS NULL AND p.disabled_at IS NULL AND p.erased_at IS NULL
                   AND (',' || p.roles || ',') LIKE '%,service_team,%'";
        let row = self.db().row(sql, &[token::hash(secret).into()]).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        let (person, organisation, zone) = (row.text(0)?, row.text(1)?, row.text(2)?);
        let sql = "SELECT r.thread, k.body, t.category, t.planned_for, t.due_on, t.created_at,
                   (SELECT MAX(e.at) FROM thread_event e WHERE e.thread = t.id) FROM thread_row r
                   JOIN thread t ON t.id = r.thread
                   LEFT JOIN task k ON k.organisation = t.organisation AND k.id = t.task
                   WHERE r.organisation = $1 AND r.service IN (SELECT service FROM person_service WHERE person = $2)
                   AND r.felt > 0 AND t.merged_into IS NULL AND (t.planned_for IS NOT NULL OR t.due_on IS NOT NULL)
                   AND r.state NOT IN ('explained', 'confirmed', 'not_now') ORDER BY r.thread LIMIT 2000";
        let rows = self
            .db()
            .rows(sql, &[organisation.into(), person.into()])
            .await?;
        let mut days = Vec::new();
        for row in &rows {
            days.extend(dated(row)?);
        }
        days.sort_by(|one, other| (&one.day, &one.thread).cmp(&(&other.day, &other.thread)));
        Ok(Diary { zone, days })
    }
}

fn dated(row: &Row) -> Result<Vec<Dated>> {
    let task = row
        .opt_text(1)?
        .map(|body| read_json::<Task>(&body))
        .transpose()?;
    let one = |day: Option<String>, planned| -> Result<Option<Dated>> {
        let Some(day) = day else {
            return Ok(None);
        };
        Ok(Some(Dated {
            thread: row.text(0)?,
            task: task.as_ref().map(|it| it.name.clone()).unwrap_or_default(),
            category: row.text(2)?,
            day,
            planned,
            changed_at: row.opt_int(6)?.unwrap_or(row.int(5)?),
        }))
    };
    let both = [one(row.opt_text(3)?, true)?, one(row.opt_text(4)?, false)?];
    Ok(both.into_iter().flatten().collect())
}

/// The address that a calendar was last at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastCalendar {
    hash: String,
    /// True once it was ended, which is for good.
    pub ended: bool,
}

impl LastCalendar {
    /// By what it is told from another. It does not lead to the calendar.
    #[must_use]
    pub fn mark(&self) -> String {
        token::hash(&self.hash)
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            hash: row.text(0)?,
            ended: row.opt_int(1)?.is_some(),
        })
    }

    /// What is said when an address of this hash was to be made, and this one stays.
    fn instead_of(&self, hash: &str) -> std::result::Result<(), CalendarFault> {
        if self.ended {
            Err(CalendarFault::Ended)
        } else if self.hash == hash {
            Ok(())
        } else {
            Err(CalendarFault::Another)
        }
    }
}

/// The row of it.
const LAST: &str = "SELECT token_hash, ended_at FROM calendar_feed WHERE person = $1";

impl Desk {
    /// The address that the viewer's calendar was last at; none before the first. For service teams.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who is in no service team.
    pub async fn last_calendar(&self) -> Result<Option<LastCalendar>> {
        self.only(Role::ServiceTeam)?;
        let row = self.db().row(LAST, &[(&self.viewer.person).into()]).await?;
        row.as_ref().map(LastCalendar::read).transpose()
    }

    /// Puts the viewer's calendar at an address with this secret, which is kept as a hash only, and ends the one before
    /// it. The same again changes nothing. Nothing is made after any other address than the one with the mark `before`:
    /// each follows one before it, so that none that was ended can come back, whatever is sent again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who is in no service team.
    pub async fn make_calendar(
        &self,
        secret: &str,
        before: Option<&str>,
        now: Millis,
    ) -> Result<std::result::Result<(), CalendarFault>> {
        self.only(Role::ServiceTeam)?;
        let (me, hash) = (&self.viewer.person, token::hash(secret));
        let mut tx = self.db().begin().await?;
        let row = tx.row(LAST, &[me.into()]).await?;
        let old = row.as_ref().map(LastCalendar::read).transpose()?;
        if let Some(old) = &old
            && (old.hash == hash || Some(old.mark()).as_deref() != before)
        {
            return Ok(old.instead_of(&hash));
        }
        let sql = "INSERT INTO calendar_feed (person, token_hash, made_at) VALUES ($1, $2, $3)
             ON CONFLICT (person) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at, ended_at = NULL
             WHERE calendar_feed.token_hash = $4";
        let args = [
            me.into(),
            (&hash).into(),
            now.into(),
            old.map(|old| old.hash).unwrap_or_default().into(),
        ];
        if tx.execute(sql, &args).await? == 0 {
            // Another request was faster, perhaps with the same form.
            let row = tx.row(LAST, &[me.into()]).await?;
            let there = LastCalendar::read(&row.ok_or(StoreError::NotFound)?)?;
            return Ok(there.instead_of(&hash));
        }
        tx.note(self.deed(What::CalendarMade, me), now).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// Ends it. Ending none changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who is in no service team.
    pub async fn end_calendar(&self, now: Millis) -> Result<()> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let sql = "UPDATE calendar_feed SET ended_at = $2 WHERE person = $1 AND ended_at IS NULL";
        let args = [(&self.viewer.person).into(), now.into()];
        tx.execute(sql, &args).await?;
        tx.commit().await
    }
}
