//! One friction point as it is listed, and which ones are the viewer's to see.

use std::collections::HashMap;

use app::{
    team::{Item, State},
    walk::{Category, Feeling, Friction, Millis, Mood, Severity, Task, Text},
    words::When,
};

use crate::{
    store::{
        Desk, Row, Value,
        db::{Result, read_id, read_json},
    },
    when::when,
};

/// Friction that is the viewer's to see ($1 the organisation, $2 the person), with its state.
macro_rules! mine {
    ($table:literal, $columns:literal, $($more:literal),+) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM ",
            $table,
            " f LEFT JOIN friction_seen s ON s.friction = f.id
             WHERE f.organisation = $1 AND f.service IN (SELECT service FROM person_service WHERE person = $2) ",
            $($more),+
        )
    };
}
/// What stands.
macro_rules! standing {
    ($($more:literal),+) => {
        $crate::store::team::item::mine!(
            "friction_row",
            "f.id, f.felt_at, f.step, f.category, f.second, f.severity, f.mood, f.feelings, f.note, f.risk,
             f.contacted_again, f.task, s.seen_at, (SELECT COUNT(*) FROM reply r WHERE r.friction = f.id), f.walk, NULL",
            $($more),+
        )
    };
}
/// What was taken back, with the same columns: what the team did stays, and nothing of what was said.
macro_rules! withdrawn {
    ($($more:literal),+) => {
        $crate::store::team::item::mine!(
            "withdrawn_row",
            "f.id, f.felt_at, f.step, NULL, NULL, NULL, NULL, '', '', 0,
             0, f.task, s.seen_at, (SELECT COUNT(*) FROM reply r WHERE r.friction = f.id), f.walk, f.withdrawn_at",
            "AND f.bright = 0 ",
            $($more),+
        )
    };
}

pub(super) use {mine, standing, withdrawn};

/// What [`read_friction`] reads, of a `friction_row f`.
pub(super) const FRICTION_COLUMNS: &str =
    "f.id, f.felt_at, f.step, f.category, f.second, f.severity, f.mood, f.feelings, f.note,
     f.risk, f.contacted_again";

impl Desk {
    pub(super) fn item(
        &self,
        row: &Row,
        tasks: &HashMap<String, Task>,
        now: Millis,
    ) -> Result<Item> {
        let friction = read_friction(row)?;
        let id = row.text(11)?;
        let task = tasks.get(&id);
        let state = match (row.opt_int(12)?, row.int(13)?) {
            (_, 1..) => State::Answered,
            (Some(_), _) => State::Seen,
            (None, _) => State::New,
        };
        let step = task.and_then(|task| task.steps.get(usize::from(friction.step)));
        Ok(Item {
            service: task
                .map(|task| task.service_name.clone())
                .unwrap_or_default(),
            task: task.map_or(
                Text {
                    en: id,
                    cy: String::new(),
                },
                |task| task.name.clone(),
            ),
            step: step.map(|step| step.name.clone()),
            felt: self.when(friction.at, now),
            friction,
            state,
            withdrawn: row.opt_int(15)?.map(|at| self.when(at, now)),
        })
    }

    pub(in crate::store) async fn my_tasks(&self) -> Result<HashMap<String, Task>> {
        let rows = self
            .db()
            .rows(
                "SELECT id, body FROM task
                 WHERE organisation = $1 AND service IN (SELECT service FROM person_service WHERE person = $2)",
                &self.me(),
            )
            .await?;
        rows.iter()
            .map(|row| Ok((row.text(0)?, read_json(&row.text(1)?)?)))
            .collect()
    }

    /// The first two arguments of every statement here: the organisation and the person.
    pub(in crate::store) fn me(&self) -> Vec<Value> {
        vec![
            (&self.viewer.organisation).into(),
            (&self.viewer.person).into(),
        ]
    }

    pub(in crate::store) fn when(&self, at: Millis, now: Millis) -> When {
        when(&self.viewer.time_zone, at, now)
    }
}

/// Reads [`FRICTION_COLUMNS`], and what `standing!` and `withdrawn!` begin with. The time is the server's.
pub(super) fn read_friction(row: &Row) -> Result<Friction> {
    let code = |at| row.opt_text(at).map(Option::unwrap_or_default);
    Ok(Friction {
        id: read_id(row, 0)?,
        at: row.int(1)?,
        step: u16::try_from(row.int(2)?).unwrap_or_default(),
        category: Category::from_code(&code(3)?),
        second: Category::from_code(&code(4)?),
        severity: Severity::from_code(&code(5)?),
        mood: row
            .opt_int(6)?
            .map(|mood| Mood::new(i8::try_from(mood).unwrap_or_default())),
        feelings: row
            .text(7)?
            .split(',')
            .filter_map(Feeling::from_code)
            .collect(),
        note: row.text(8)?,
        risk: row.flag(9)?,
        contacted_again: row.flag(10)?,
        photos: Vec::new(),
    })
}
