//! Threads and friction as they go out: nobody's name, no walk's reflection, times as ISO 8601 with their zone.

use std::collections::HashMap;

use app::walk::{Burden, Category, Millis, Task, Text};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    store::{Row, db::Result},
    when::iso,
};

/// A thread: the same friction felt again and again, and how far the service team has come with it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ThreadOut {
    /// The thread's id.
    pub id: String,
    /// The service's id.
    pub service: String,
    /// What the service is called.
    pub service_name: Text,
    /// The task's id.
    pub task: String,
    /// What the task is called, as far as it is still there.
    pub task_name: Text,
    /// The step, counted from 1.
    pub step: i64,
    /// What the step is called, as far as it is still there.
    pub step_name: Text,
    /// The kind of friction, by its code; empty for something else.
    pub category: String,
    /// The kinds of burden this is, by their codes.
    pub burdens: Vec<&'static str>,
    /// How it stands, by its code. Only a walk makes it `confirmed`.
    pub state: String,
    /// How often it was felt.
    pub felt: i64,
    /// By how many leaders.
    pub leaders: i64,
    /// When it was first felt, ISO 8601 with the organisation's offset.
    pub first_felt: String,
    /// When it was last felt.
    pub last_felt: String,
    /// The worst it did: `slowed`, `nearly`, `stopped`; empty when nobody said.
    pub worst: &'static str,
    /// How often it stopped somebody.
    pub stopped: i64,
    /// How often somebody saw a risk.
    pub risk: i64,
    /// How often somebody had to get in touch again.
    pub contacted_again: i64,
    /// How many of them nobody of the team has looked at.
    pub unseen: i64,
    /// What the last re-walk answered to "did it hold?": `yes`, `partly`, `no`.
    pub held: Option<String>,
    /// When that re-walk ended.
    pub held_at: Option<String>,
    /// The day the change is planned for.
    pub planned_for: Option<String>,
    /// The day the team set itself.
    pub due_on: Option<String>,
    /// Why not now, when that is what the team said.
    pub reason: String,
    /// The team's own view, for the board to read beside the friction.
    pub view: String,
}

/// One friction point.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FrictionOut {
    /// Its id.
    pub id: String,
    /// The thread it is in.
    pub thread: Option<String>,
    /// The walk it was felt in.
    pub walk: String,
    /// When it was felt, ISO 8601 with the organisation's offset.
    pub felt_at: String,
    /// The service's id.
    pub service: String,
    /// What the service is called.
    pub service_name: Text,
    /// The task's id.
    pub task: String,
    /// What the task is called, as far as it is still there.
    pub task_name: Text,
    /// The step, counted from 1.
    pub step: i64,
    /// What the step is called, as far as it is still there.
    pub step_name: Text,
    /// The kind of friction, by its code; empty for something else.
    pub category: String,
    /// A second kind, by its code.
    pub second: String,
    /// The kinds of burden this is, by their codes.
    pub burdens: Vec<&'static str>,
    /// What it did, by its code.
    pub severity: String,
    /// How it felt, from -2 to 2.
    pub mood: Option<i64>,
    /// The feelings, by their codes.
    pub feelings: Vec<String>,
    /// True when somebody saw a risk.
    pub risk: bool,
    /// True when somebody had to get in touch again.
    pub contacted_again: bool,
    /// What the leader wrote.
    pub note: String,
    /// When the team looked at it.
    pub seen_at: Option<String>,
    /// How many replies the team sent.
    pub replies: i64,
    /// Its place among the others, to go on from.
    #[serde(skip)]
    pub(super) at: Millis,
}

/// What ids are called.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) zone: String,
    pub(super) services: HashMap<String, Text>,
    pub(super) tasks: HashMap<String, Task>,
}

impl Names {
    fn service(&self, id: &str) -> Text {
        self.services.get(id).cloned().unwrap_or_default()
    }

    fn task(&self, id: &str) -> Text {
        let task = self.tasks.get(id);
        task.map(|task| task.name.clone()).unwrap_or_default()
    }

    fn step(&self, task: &str, step: i64) -> Text {
        let step = usize::try_from(step).unwrap_or(usize::MAX);
        let found = self.tasks.get(task).and_then(|task| task.steps.get(step));
        found.map(|step| step.name.clone()).unwrap_or_default()
    }
}

/// The columns that [`thread`] reads, of `thread_row r` and `thread t`.
macro_rules! thread_columns {
    () => {
        "r.thread, r.service, t.task, t.step, t.category, r.state, r.felt, r.leaders, r.first_felt, r.last_felt, r.worst,
         r.stopped, r.risk, r.contacted_again, r.unseen, r.held, r.held_at, t.planned_for, t.due_on, t.reason, t.view"
    };
}
/// The columns that [`friction`] reads, of `friction_row f` and `friction_seen s`.
macro_rules! friction_columns {
    () => {
        "f.id, f.thread, f.walk, f.felt_at, f.service, f.task, f.step, f.category, f.second, f.severity, f.mood, f.feelings,
         f.risk, f.contacted_again, f.note, s.seen_at, (SELECT COUNT(*) FROM reply a WHERE a.friction = f.id)"
    };
}
pub(super) use {friction_columns, thread_columns};

pub(super) fn thread(row: &Row, names: &Names) -> Result<ThreadOut> {
    let (service, task, step) = (row.text(1)?, row.text(2)?, row.int(3)?);
    let category = row.text(4)?;
    let at = |place: usize| row.int(place).map(|at| iso(&names.zone, at));
    Ok(ThreadOut {
        id: row.text(0)?,
        service_name: names.service(&service),
        task_name: names.task(&task),
        step_name: names.step(&task, step),
        service,
        task,
        step: step + 1,
        burdens: burdens(&[&category]),
        category,
        state: row.text(5)?,
        felt: row.int(6)?,
        leaders: row.int(7)?,
        first_felt: at(8)?,
        last_felt: at(9)?,
        worst: match row.int(10)? {
            1 => "slowed",
            2 => "nearly",
            3 => "stopped",
            _ => "",
        },
        stopped: row.int(11)?,
        risk: row.int(12)?,
        contacted_again: row.int(13)?,
        unseen: row.int(14)?,
        held: row.opt_text(15)?,
        held_at: row.opt_int(16)?.map(|at| iso(&names.zone, at)),
        planned_for: row.opt_text(17)?,
        due_on: row.opt_text(18)?,
        reason: row.text(19)?,
        view: row.text(20)?,
    })
}

pub(super) fn friction(row: &Row, names: &Names) -> Result<FrictionOut> {
    let code = |at| row.opt_text(at).map(Option::unwrap_or_default);
    let (service, task, step) = (code(4)?, row.text(5)?, row.int(6)?);
    let (category, second) = (code(7)?, code(8)?);
    let feelings = row.text(11)?;
    Ok(FrictionOut {
        id: row.text(0)?,
        thread: row.opt_text(1)?,
        walk: row.text(2)?,
        at: row.int(3)?,
        felt_at: iso(&names.zone, row.int(3)?),
        service_name: names.service(&service),
        task_name: names.task(&task),
        step_name: names.step(&task, step),
        service,
        task,
        step: step + 1,
        burdens: burdens(&[&category, &second]),
        category,
        second,
        severity: code(9)?,
        mood: row.opt_int(10)?,
        feelings: feelings
            .split(',')
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect(),
        risk: row.flag(12)?,
        contacted_again: row.flag(13)?,
        note: row.text(14)?,
        seen_at: row.opt_int(15)?.map(|at| iso(&names.zone, at)),
        replies: row.int(16)?,
    })
}

/// The burdens of some categories, each once.
fn burdens(categories: &[&str]) -> Vec<&'static str> {
    let of = categories.iter().filter_map(|it| Category::from_code(it));
    let all: Vec<Burden> = of.flat_map(|it| it.burdens().iter().copied()).collect();
    let known = Burden::ALL.iter().filter(|it| all.contains(it));
    known.map(|it| it.code()).collect()
}
