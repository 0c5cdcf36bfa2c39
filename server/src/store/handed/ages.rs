//! What waits at which boundary, and for how long.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use app::{
    team::handed::Verdict,
    walk::{
        Category, Millis, Task, Text,
        boundary::{At, Boundary, Wait, days_since},
        thread::State,
    },
};

use super::{
    left,
    neighbours::{by_name, names_here},
    told::{boundary, first_crossing, task_name, text},
};
use crate::{
    store::{
        Desk, Row, StoreError, Value,
        db::{Result, read_id},
        many::listed,
    },
    viewer::Role,
};

/// An offer that stands: to whom, since when, and how it was answered.
struct Standing {
    to: Text,
    since: Millis,
    /// None when they say that they are done: then it waits for a walk, and not at the boundary.
    at: Option<At>,
}

/// At which services what waits was felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Whose {
    /// At all of the organisation's, as its board reads it.
    Everybodys,
    /// At those the viewer answers for.
    TheirServices,
}

impl Desk {
    /// What of the organisation's friction is not settled and waits for somebody else, the longest wait first: all of
    /// it for the board, and that of their own services for a service team.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for whoever is neither.
    pub async fn boundaries(&self, now: Millis) -> Result<Vec<Boundary>> {
        let roles = &self.viewer.roles;
        let whose = if roles.has(Role::Board) {
            Whose::Everybodys
        } else if roles.has(Role::ServiceTeam) {
            Whose::TheirServices
        } else {
            return Err(StoreError::NotFound);
        };
        self.boundaries_of(&self.tasks().await?, whose, now).await
    }

    /// The same, of the organisation's tasks as they were read. Whoever calls it knows what the viewer may see.
    pub(in crate::store) async fn boundaries_of(
        &self,
        tasks: &BTreeMap<String, Task>,
        whose: Whose,
        now: Millis,
    ) -> Result<Vec<Boundary>> {
        let mut args = self.me();
        args.push((whose == Whose::Everybodys).into());
        let mut offers = self.standing(&args).await?;
        let crossing = tasks
            .values()
            .filter_map(|it| Some((&it.id, first_crossing(it)?)));
        let (crossing, steps): (Vec<Value>, Vec<u16>) =
            crossing.map(|(id, step)| (id.into(), step)).unzip();
        let offered: Vec<Value> = offers.keys().map(Into::into).collect();
        let settled = State::ALL.iter().filter(|it| it.is_settled());
        let settled: Vec<String> = settled.map(|it| format!("'{}'", it.code())).collect();
        // Most friction is settled, or felt before anything crosses, and is offered to nobody: none of it is read.
        let next = args.len() + 2;
        let sql = format!(
            "SELECT t.id, t.task, t.step, t.category, r.first_felt FROM thread t CROSS JOIN thread_row r
             WHERE r.thread = t.id AND (t.organisation = $1 AND t.task IN ({}) AND t.step >= ${}
                 OR t.id IN ({}))
             AND r.organisation = $1 AND t.merged_into IS NULL AND r.felt > 0 AND r.state NOT IN ({})
             AND ($3 = 1 OR t.service IN (SELECT service FROM person_service WHERE person = $2)) ORDER BY t.id",
            listed(next, crossing.len()),
            next - 1,
            listed(next + crossing.len(), offered.len()),
            settled.join(", "),
        );
        args.push(steps.into_iter().min().unwrap_or_default().into());
        args.extend(crossing.into_iter().chain(offered));
        let rows = self.db().rows(sqlx::AssertSqlSafe(sql), &args).await?;
        let names = names_here(&self.db()).await?;
        let mut all: Vec<Boundary> = Vec::new();
        for row in &rows {
            let offered = offers.remove(&row.text(0)?).unwrap_or_default();
            for (to, wait) in waits(row, tasks, &names, offered, now)? {
                match all.iter_mut().find(|it| it.to.en == to.en) {
                    Some(boundary) => {
                        // A task names it in one language only.
                        if boundary.to.cy.is_empty() {
                            boundary.to = to;
                        }
                        boundary.waits.push(wait);
                    }
                    None => all.push(Boundary {
                        to,
                        waits: vec![wait],
                    }),
                }
            }
        }
        for boundary in &mut all {
            boundary.waits.sort_by_key(|it| Reverse(it.days));
        }
        all.sort_by_key(|it| Reverse(it.longest()));
        Ok(all)
    }

    /// The offers that stand, by the threads that what was offered is in by now.
    async fn standing(&self, args: &[Value]) -> Result<HashMap<String, Vec<Standing>>> {
        let sql = concat!(
            "WITH RECURSIVE up(id, whole, above) AS (
                 SELECT id, id, merged_into FROM thread WHERE organisation = $1
                 UNION SELECT up.id, t.id, t.merged_into FROM up JOIN thread t ON t.id = up.above)
             SELECT up.whole, n.name_en, n.name_cy, o.offered_at,
             (SELECT a.answer FROM offer_answer a WHERE a.offer = o.id ORDER BY a.at DESC, a.id DESC LIMIT 1)
             FROM offer o JOIN thread t ON t.id = o.thread
             JOIN up ON up.id = o.thread AND up.above IS NULL JOIN organisation n ON n.id = o.to_organisation
             WHERE o.organisation = $1 AND o.taken_back_at IS NULL
             AND ($3 = 1 OR t.service IN (SELECT service FROM person_service WHERE person = $2))
             AND ",
            left!("o.thread", "o.offered_at"),
            " ORDER BY o.offered_at, o.id"
        );
        let mut offers = HashMap::<String, Vec<Standing>>::new();
        for row in self.db().rows(sql, args).await? {
            let answer = row.opt_text(4)?;
            let at = match answer.and_then(|code| Verdict::from_code(&code)) {
                None => Some(At::Offered),
                Some(Verdict::Accepted) => Some(At::Accepted),
                Some(Verdict::NotOurs) => Some(At::NotOurs),
                Some(Verdict::Done) => None,
            };
            offers.entry(row.text(0)?).or_default().push(Standing {
                to: text(&row, 1)?,
                since: row.int(3)?,
                at,
            });
        }
        Ok(offers)
    }
}

/// Where one thread waits: with everybody it is offered to or, before that, at the crossing it stands behind.
fn waits(
    row: &Row,
    tasks: &BTreeMap<String, Task>,
    names: &[Text],
    offered: Vec<Standing>,
    now: Millis,
) -> Result<Vec<(Text, Wait)>> {
    let id = row.text(1)?;
    let task = tasks.get(&id);
    let step = u16::try_from(row.int(2)?).unwrap_or_default();
    let crossing = boundary(task, step).map(|it| by_name(names, it));
    let name = task_name(task, id.clone());
    let step_name = task.and_then(|it| it.steps.get(usize::from(step)));
    let category = Category::from_code(&row.text(3)?);
    let thread = read_id(row, 0)?;
    let wait = |at, since| Wait {
        thread,
        task: id.clone(),
        task_name: name.clone(),
        step,
        step_name: step_name.map(|it| it.name.clone()),
        category,
        at,
        days: days_since(since, now),
    };
    if offered.is_empty() {
        let since = row.int(4)?;
        let here = crossing.map(|to| (to, wait(At::NotOffered, since)));
        return Ok(here.into_iter().collect());
    }
    let waiting = |it: Standing| Some((it.to, wait(it.at?, it.since)));
    Ok(offered.into_iter().filter_map(waiting).collect())
}
