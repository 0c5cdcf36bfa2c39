//! One thread: what it adds up to, every time it was felt, and what was said of it.

use app::{
    team::{Day, Event, Head, ThreadPage, Time},
    walk::{
        Answer, Category, FrictionId, Millis, Severity, Task, Text, ThreadId,
        thread::{Decision, State},
    },
};
use serde::{Deserialize, Serialize};

use crate::{
    store::{
        Desk, Row, StoreError,
        db::{Result, read_id, read_json},
        mine::by,
        team::item::{FRICTION_COLUMNS, read_friction},
    },
    viewer::Role,
};

/// What an event of a thread holds, as JSON. Stored for years: add, never change.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Said {
    /// The day it names, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// What the team says of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Desk {
    /// A thread of one of the viewer's services.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one; a thread that was merged into another is that other one's.
    pub async fn thread(&self, id: ThreadId, now: Millis) -> Result<ThreadPage> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(id.to_string().into());
        let row = self
            .db()
            .row(
                "SELECT t.id, t.step, t.category, t.task, k.body, s.name_en, s.name_cy,
                 r.state, r.felt, r.leaders, r.first_felt, r.last_felt, r.worst, r.risk, r.contacted_again, r.held, r.held_at
                 FROM thread t JOIN thread_row r ON r.thread = t.id
                 JOIN service s ON s.organisation = t.organisation AND s.id = t.service
                 LEFT JOIN task k ON k.organisation = t.organisation AND k.id = t.task
                 WHERE t.organisation = $1 AND t.service IN (SELECT service FROM person_service WHERE person = $2)
                 AND t.id = $3 AND t.merged_into IS NULL",
                &args,
            )
            .await?
            .ok_or(StoreError::NotFound)?;
        Ok(ThreadPage {
            head: self.head(&row, now)?,
            times: self.times(id, now).await?,
            events: self.events(id, now).await?,
            typed: None,
        })
    }

    /// The thread a friction point of the viewer's services is in, and how often that was felt; none while its task
    /// is unknown.
    pub(in crate::store::team) async fn thread_of(
        &self,
        friction: FrictionId,
    ) -> Result<Option<(ThreadId, u64)>> {
        let sql = "SELECT r.thread, r.felt FROM friction_row f JOIN thread_row r ON r.thread = f.thread WHERE f.id = $1";
        let row = self.db().row(sql, &[friction.to_string().into()]).await?;
        row.map(|row| Ok((read_id(&row, 0)?, count(&row, 1)?)))
            .transpose()
    }

    fn head(&self, row: &Row, now: Millis) -> Result<Head> {
        let task: Option<Task> = row.opt_text(4)?.map(|body| read_json(&body)).transpose()?;
        let step = u16::try_from(row.int(1)?).unwrap_or_default();
        let named = task
            .as_ref()
            .and_then(|task| task.steps.get(usize::from(step)));
        let id = row.text(3)?;
        let answer = row.opt_text(15)?.and_then(|code| Answer::from_code(&code));
        let held_at = row.opt_int(16)?.map(|at| self.when(at, now));
        Ok(Head {
            id: read_id(row, 0)?,
            service: Text {
                en: row.text(5)?,
                cy: row.text(6)?,
            },
            step,
            step_name: named.map(|step| step.name.clone()),
            task: task.map_or(
                Text {
                    en: id,
                    cy: String::new(),
                },
                |task| task.name,
            ),
            category: Category::from_code(&row.text(2)?),
            state: State::from_code(&row.text(7)?).unwrap_or(State::New),
            felt: count(row, 8)?,
            leaders: count(row, 9)?,
            first: self.when(row.int(10)?, now),
            last: self.when(row.int(11)?, now),
            worst: match row.int(12)? {
                1 => Some(Severity::Slowed),
                2 => Some(Severity::Nearly),
                3 => Some(Severity::Stopped),
                _ => None,
            },
            risk: count(row, 13)?,
            contacted_again: count(row, 14)?,
            held: answer.zip(held_at),
        })
    }

    async fn times(&self, id: ThreadId, now: Millis) -> Result<Vec<Time>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {FRICTION_COLUMNS}, p.appears_as, p.title_en, p.title_cy
             FROM friction_row f JOIN person p ON p.id = f.author
             WHERE f.thread = $1 ORDER BY f.felt_at DESC, f.id DESC LIMIT $2"
        ));
        let most = i64::try_from(ThreadPage::MOST).unwrap_or(i64::MAX);
        let rows = self
            .db()
            .rows(sql, &[id.to_string().into(), most.into()])
            .await?;
        let time = |row: &Row| {
            let friction = read_friction(row)?;
            Ok(Time {
                at: self.when(friction.at, now),
                friction,
                by: by(row, 11)?,
            })
        };
        rows.iter().map(time).collect()
    }

    async fn events(&self, id: ThreadId, now: Millis) -> Result<Vec<Event>> {
        let sql = "SELECT p.name, e.at, e.what, e.body FROM thread_event e JOIN person p ON p.id = e.person
             WHERE e.thread = $1 ORDER BY e.at DESC, e.id DESC";
        let rows = self.db().rows(sql, &[id.to_string().into()]).await?;
        let mut events = Vec::new();
        for row in &rows {
            let said: Said = read_json(&row.text(3)?)?;
            // What a newer version writes is skipped by this one, not lost.
            let Some(decision) = Decision::from_code(&row.text(2)?) else {
                continue;
            };
            events.push(Event {
                at: self.when(row.int(1)?, now),
                name: row.text(0)?,
                decision,
                day: said.day.as_deref().and_then(read_day),
                why: said.text,
            });
        }
        Ok(events)
    }
}

/// A day as it is stored, `YYYY-MM-DD`.
fn read_day(text: &str) -> Option<Day> {
    let date: jiff::civil::Date = text.parse().ok()?;
    Some(Day {
        year: date.year(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    })
}

fn count(row: &Row, at: usize) -> Result<u64> {
    Ok(u64::try_from(row.int(at)?).unwrap_or_default())
}
