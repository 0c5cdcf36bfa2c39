//! All that leaves a team of one of its threads, read as it stands now.

use app::{
    team::handed::Told,
    walk::{Category, Millis, Severity, Task, Text, thread::State},
};

use super::{described, neighbours::by_name, parts};
use crate::{
    store::{
        Row, Store, Value,
        db::{Result, read_json},
    },
    when::when,
};

/// The thread's friction ($1): what is in it now, and what was its own before it was merged into another.
const SUMS: &str = concat!(
    "SELECT COUNT(*), MIN(felt_at), MAX(felt_at),
     MAX(CASE severity WHEN 'stopped' THEN 3 WHEN 'nearly' THEN 2 WHEN 'slowed' THEN 1 ELSE 0 END), MAX(thread)
     FROM friction_row WHERE thread = $1 OR own IN ",
    parts!("$1")
);
const HEAD: &str =
    "SELECT o.name_en, o.name_cy, s.name_en, s.name_cy, t.task, k.body, t.step, t.category
     FROM thread t JOIN organisation o ON o.id = t.organisation
     JOIN service s ON s.organisation = t.organisation AND s.id = t.service
     LEFT JOIN task k ON k.organisation = t.organisation AND k.id = t.task WHERE t.id = $1";
/// The words that were ticked for a holder ($2), as they were ticked.
const WORDS: &str = concat!(
    "SELECT f.note FROM told_words w JOIN friction_row f ON f.id = w.friction
     WHERE w.holder = $2 AND (f.thread = $1 OR f.own IN ",
    parts!("$1"),
    ") AND f.note <> '' AND w.described = ",
    described!(),
    " ORDER BY f.felt_at, f.id"
);

impl Store {
    /// What is told of a thread by a share page or an offer, the `holder`, with times as they are in `zone`; none
    /// once everything in it was taken back.
    pub(super) async fn told(
        &self,
        thread: &str,
        holder: &str,
        zone: &str,
        now: Millis,
    ) -> Result<Option<Told>> {
        let this: [Value; 1] = [thread.into()];
        let (head, sums) = (
            self.db().row(HEAD, &this).await?,
            self.db().row(SUMS, &this).await?,
        );
        let (Some(head), Some(sums)) = (head, sums) else {
            return Ok(None);
        };
        let felt = u64::try_from(sums.int(0)?).unwrap_or_default();
        if felt == 0 {
            return Ok(None);
        }
        let root = sums.opt_text(4)?.unwrap_or_default();
        let sql = "SELECT state FROM thread_row WHERE thread = $1";
        let state = self.db().row(sql, &[root.into()]).await?;
        let state = state.map(|row| row.text(0)).transpose()?;
        let words = self
            .db()
            .rows(WORDS, &[thread.into(), holder.into()])
            .await?;
        let task: Option<Task> = head.opt_text(5)?.map(|body| read_json(&body)).transpose()?;
        let step = u16::try_from(head.int(6)?).unwrap_or_default();
        let crossing = match boundary(task.as_ref(), step) {
            Some(name) => Some(by_name(&self.names_here().await?, name)),
            None => None,
        };
        Ok(Some(Told {
            organisation: text(&head, 0)?,
            service: text(&head, 2)?,
            step,
            step_name: step_of(task.as_ref(), step),
            boundary: crossing,
            task: task_name(task.as_ref(), head.text(4)?),
            category: Category::from_code(&head.text(7)?),
            worst: severity(sums.int(3)?),
            felt,
            first: when(zone, sums.int(1)?, now),
            last: when(zone, sums.int(2)?, now),
            state: state
                .and_then(|code| State::from_code(&code))
                .unwrap_or(State::New),
            words: words.iter().map(|row| row.text(0)).collect::<Result<_>>()?,
        }))
    }
}

/// The organisation a task crosses to at a step or before it.
pub(super) fn boundary(task: Option<&Task>, step: u16) -> Option<&str> {
    let steps = task?.steps.iter().take(usize::from(step) + 1);
    let mut crossed = steps.filter_map(|it| it.hand_off.as_deref());
    crossed.rfind(|name| !name.is_empty())
}

/// The first step at which a task crosses to another organisation.
pub(super) fn first_crossing(task: &Task) -> Option<u16> {
    let named = |name: Option<&str>| name.is_some_and(|it| !it.is_empty());
    let mut steps = task.steps.iter();
    let first = steps.position(|it| named(it.hand_off.as_deref()))?;
    u16::try_from(first).ok()
}

/// What a task is called; its id once it is gone.
pub(super) fn task_name(task: Option<&Task>, id: String) -> Text {
    task.map_or(
        Text {
            en: id,
            cy: String::new(),
        },
        |task| task.name.clone(),
    )
}

/// English and Welsh, from a column on.
pub(super) fn text(row: &Row, at: usize) -> Result<Text> {
    Ok(Text {
        en: row.text(at)?,
        cy: row.text(at + 1)?,
    })
}

fn step_of(task: Option<&Task>, step: u16) -> Option<Text> {
    Some(task?.steps.get(usize::from(step))?.name.clone())
}

fn severity(worst: i64) -> Option<Severity> {
    match worst {
        1 => Some(Severity::Slowed),
        2 => Some(Severity::Nearly),
        3 => Some(Severity::Stopped),
        _ => None,
    }
}
