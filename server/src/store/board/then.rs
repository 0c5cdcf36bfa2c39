//! Threads as they stood when a month ended, from what happened until then: the same whenever it is read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use app::walk::{
    Answer, Category, Millis, Text, ThreadId,
    month::{CalendarDay, Said, SaidAs, TeamSaid, ThreadStory},
    thread::{Decision, State},
};
use serde::Deserialize;

use super::{line_then::LineThen, records::odd};
use crate::{
    period::read_day,
    store::{
        Desk, Row, Value,
        db::{Result, read_id, read_json},
        many::listed,
        threads::Place,
    },
};

/// What a thread adds up to: `thread, task, step, category, first felt, last felt until $2, whether anybody of the team
/// had seen any of it by then`.
const SUM: &str = "SELECT r.thread, t.task, t.step, t.category, r.first_felt,
    COALESCE((SELECT MAX(f.felt_at) FROM friction_row f WHERE f.thread = r.thread AND f.felt_at < $2), r.first_felt),
    CASE WHEN r.felt > r.unseen AND EXISTS (SELECT 1 FROM friction_row f JOIN friction_seen s ON s.friction = f.id
        WHERE f.thread = r.thread AND s.seen_at < $2) THEN 1 ELSE 0 END
    FROM thread_row r JOIN thread t ON t.id = r.thread WHERE r.organisation = $1 AND r.first_felt < $2 AND ";

/// What a team can say of a thread, as codes of its events.
const SAYS: &str =
    "('seen', 'explained', 'accepted', 'planned', 'changed', 'rewalk_asked', 'not_now')";

/// Threads as they stood, with the reasons their teams gave for "not now".
pub(super) struct Then {
    line: LineThen,
    stories: BTreeMap<ThreadId, ThreadStory>,
    reasons: HashMap<ThreadId, String>,
}

/// What an event says, of which this needs to know.
#[derive(Deserialize)]
struct Body {
    #[serde(default)]
    day: Option<String>,
    #[serde(default)]
    text: String,
}

impl Desk {
    /// The threads that teams had said something of by `until`, the one that was open longest, and those of these
    /// places.
    pub(super) async fn threads_then(
        &self,
        until: Millis,
        places: impl Iterator<Item = (String, u16, Category)>,
    ) -> Result<Then> {
        let line = self.line_then(until).await?;
        let stories = self.moved_stories(&line, until).await?;
        let mut then = Then {
            line,
            stories,
            reasons: HashMap::new(),
        };
        let org: Value = (&self.viewer.organisation).into();
        let said = format!(
            "r.thread IN (SELECT e.thread FROM thread_event e
             WHERE e.organisation = $1 AND e.at < $2 AND e.what IN {SAYS})"
        );
        let sql = [SUM, &said].concat();
        let args = [org.clone(), until.into()];
        then.keep(&self.db().rows(sqlx::AssertSqlSafe(sql), &args).await?)?;
        // Of those nobody has said anything of only the oldest matters; those that stand otherwise now are no answer.
        let sql = format!(
            "{SUM} NOT EXISTS (SELECT 1 FROM thread_event e WHERE e.thread = r.thread AND e.at < $2 AND e.what IN {SAYS})
             ORDER BY r.first_felt, r.thread LIMIT $3"
        );
        let some = i64::try_from(then.line.moved.len()).unwrap_or(i64::MAX - 1) + 1;
        let args = [org.clone(), until.into(), some.into()];
        then.keep(&self.db().rows(sqlx::AssertSqlSafe(sql), &args).await?)?;
        let places = places.map(|(task, step, category)| Place {
            organisation: self.viewer.organisation.clone(),
            service: String::new(),
            task,
            step,
            category: Some(category),
        });
        let roots: BTreeSet<ThreadId> = places.map(|it| then.line.root(it.thread())).collect();
        let roots = roots.iter().filter(|id| !then.stories.contains_key(id));
        let roots: Vec<Value> = roots.map(|id| id.to_string().into()).collect();
        if !roots.is_empty() {
            let sql = format!("{SUM} r.thread IN ({})", listed(3, roots.len()));
            let args: Vec<Value> = [org, until.into()].into_iter().chain(roots).collect();
            then.keep(&self.db().rows(sqlx::AssertSqlSafe(sql), &args).await?)?;
        }
        self.tell_said(&mut then, until).await?;
        self.tell_held(&mut then, until).await?;
        self.join_places(&mut then).await?;
        Ok(then)
    }

    /// The threads whose friction was put elsewhere since: summed up from what was in them then.
    async fn moved_stories(
        &self,
        line: &LineThen,
        until: Millis,
    ) -> Result<BTreeMap<ThreadId, ThreadStory>> {
        let sql = "SELECT f.own, MIN(f.felt_at), MAX(CASE WHEN f.felt_at < $2 THEN f.felt_at END),
             MAX(CASE WHEN s.seen_at < $2 THEN 1 ELSE 0 END)
             FROM friction_row f LEFT JOIN friction_seen s ON s.friction = f.id WHERE f.thread = $1 GROUP BY f.own";
        let mut stories: BTreeMap<ThreadId, ThreadStory> = BTreeMap::new();
        for now in &line.moved {
            let args = [now.to_string().into(), until.into()];
            for row in self.db().rows(sql, &args).await? {
                let Some(last) = row.opt_int(2)? else {
                    continue;
                };
                let root = line.root(read_id(&row, 0)?);
                let (first, seen) = (row.int(1)?, row.flag(3)?);
                if let Some(story) = stories.get_mut(&root) {
                    story.first_felt = story.first_felt.min(first);
                    story.last_felt = story.last_felt.max(last);
                    story.seen |= seen;
                    continue;
                }
                let place = "SELECT id, task, step, category FROM thread WHERE id = $1";
                let place = self.db().row(place, &[root.to_string().into()]).await?;
                let place = place.ok_or_else(|| odd("a thread"))?;
                stories.insert(root, story(&place, [first, last], seen)?);
            }
        }
        Ok(stories)
    }

    /// What teams said of them.
    async fn tell_said(&self, then: &mut Then, until: Millis) -> Result<()> {
        let sql = format!(
            "SELECT thread, at, what, body FROM thread_event WHERE organisation = $1 AND at < $2 AND what IN {SAYS}
             ORDER BY at, id"
        );
        let args = [(&self.viewer.organisation).into(), until.into()];
        for row in self.db().rows(sqlx::AssertSqlSafe(sql), &args).await? {
            let id: ThreadId = read_id(&row, 0)?;
            let Some((story, decision)) = then
                .stories
                .get_mut(&id)
                .zip(Decision::from_code(&row.text(2)?))
            else {
                continue;
            };
            let body: Body = read_json(&row.text(3)?)?;
            story.said.push(TeamSaid {
                at: row.int(1)?,
                decision,
                day: body.day.as_deref().and_then(day),
            });
            then.reasons.insert(id, body.text);
        }
        Ok(())
    }

    /// What re-walks answered.
    async fn tell_held(&self, then: &mut Then, until: Millis) -> Result<()> {
        let sql = "SELECT f.own, w.counted_at, w.held FROM walk_row w JOIN friction_row f ON f.id = w.again
                   WHERE w.organisation = $1 AND w.counted_at < $2 AND w.held IS NOT NULL AND w.finished = 1
                   AND f.own IS NOT NULL";
        let args = [(&self.viewer.organisation).into(), until.into()];
        for row in self.db().rows(sql, &args).await? {
            let root = then.line.root(read_id(&row, 0)?);
            let answer = Answer::from_code(&row.text(2)?);
            if let Some((story, answer)) = then.stories.get_mut(&root).zip(answer) {
                story.held.push((row.int(1)?, answer));
            }
        }
        Ok(())
    }

    /// The places that had been put together with others.
    async fn join_places(&self, then: &mut Then) -> Result<()> {
        let parts: BTreeSet<ThreadId> = then.line.parts().collect();
        let sql = "SELECT id, task, step, category FROM thread WHERE id = $1";
        for part in parts {
            let root = then.line.root(part);
            if !then.stories.contains_key(&root) {
                continue;
            }
            let row = self.db().row(sql, &[part.to_string().into()]).await?;
            let place = row.map(|row| place(&row)).transpose()?;
            if let Some((story, place)) = then.stories.get_mut(&root).zip(place) {
                story.also.push(place);
            }
        }
        Ok(())
    }
}

impl Then {
    /// The threads.
    pub(super) fn stories(&self) -> Vec<ThreadStory> {
        self.stories.values().cloned().collect()
    }

    /// Why not now, of what is in the way at this place, if its team said so.
    pub(super) fn reason(&self, task: &str, step: u16, category: Category) -> Option<Said> {
        let (id, story) = self
            .stories
            .iter()
            .find(|(_, it)| it.holds(task, step, category))?;
        let stands = story.standing();
        let text = self.reasons.get(id).filter(|it| !it.trim().is_empty())?;
        (stands.state == State::NotNow).then(|| Said {
            is: SaidAs::Reason,
            text: Some(Text::as_written(text.clone())),
            task: task.to_owned(),
            step: Some(step),
            at: stands.said_at.unwrap_or_default(),
            walk: None,
        })
    }

    /// Keeps what rows of [`SUM`] say, except of threads whose friction was put elsewhere since.
    fn keep(&mut self, rows: &[Row]) -> Result<()> {
        for row in rows {
            let id = read_id(row, 0)?;
            if !self.line.moved.contains(&id) {
                let felt = [row.int(4)?, row.int(5)?];
                self.stories.insert(id, story(row, felt, row.flag(6)?)?);
            }
        }
        Ok(())
    }
}

/// From `id, task, step, category, …`: nothing said of it yet.
fn story(row: &Row, [first_felt, last_felt]: [Millis; 2], seen: bool) -> Result<ThreadStory> {
    let (task, step, category) = place(row)?;
    Ok(ThreadStory {
        task,
        step,
        category,
        also: Vec::new(),
        first_felt,
        last_felt,
        seen,
        said: Vec::new(),
        held: Vec::new(),
    })
}

fn place(row: &Row) -> Result<(String, u16, Option<Category>)> {
    let step = u16::try_from(row.int(2)?).map_err(|_| odd("a step"))?;
    Ok((row.text(1)?, step, Category::from_code(&row.text(3)?)))
}

fn day(text: &str) -> Option<CalendarDay> {
    read_day(text, false)
}
