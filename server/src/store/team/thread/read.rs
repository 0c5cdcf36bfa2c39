//! One thread: what it adds up to, every time it was felt, and what was said of it.

use app::{
    team::{Head, Rewalk, ThreadPage, Time},
    walk::{Answer, Category, FrictionId, Millis, Severity, Task, Text, ThreadId, thread::State},
};

use crate::{
    store::{
        Desk, Row,
        db::{Result, read_id, read_json},
        mine::by,
        team::item::{FRICTION_COLUMNS, read_friction},
    },
    viewer::Role,
};

/// What [`Desk::head`] reads, of a `thread t`, its row `r`, its service `s` and its task `k`.
pub(in crate::store::team) const HEAD: &str = "t.id, t.step, t.category, t.task, k.body, s.name_en, s.name_cy,
     r.state, r.felt, r.leaders, r.first_felt, r.last_felt, r.worst, r.risk, r.contacted_again, r.held, r.held_at";

impl Desk {
    /// A thread of one of the viewer's services.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] unless it is one; a thread that is part of another is that other one's.
    pub async fn thread(&self, id: ThreadId, now: Millis) -> Result<ThreadPage> {
        self.only(Role::ServiceTeam)?;
        Ok(ThreadPage {
            head: self.one_head(id, now).await?,
            times: self.times(id, ThreadPage::MOST, now).await?,
            rewalks: self.rewalks(id, now).await?,
            events: self.events(id, now).await?,
            care: self.care(id, now).await?,
            offers: self.offers(id, now).await?,
            typed: None,
            moved: false,
            split_wrong: false,
        })
    }

    async fn rewalks(&self, id: ThreadId, now: Millis) -> Result<Vec<Rewalk>> {
        let sql = "SELECT DISTINCT w.walk, w.held, w.counted_at FROM friction_row f JOIN walk_row w ON w.again = f.id
             WHERE f.thread = $1 AND w.held IS NOT NULL AND w.finished = 1 ORDER BY w.counted_at DESC, w.walk DESC LIMIT 20";
        let rows = self.db().rows(sql, &[id.to_string().into()]).await?;
        let mut rewalks = Vec::new();
        for row in &rows {
            if let Some(held) = Answer::from_code(&row.text(1)?) {
                rewalks.push(Rewalk {
                    walk: read_id(row, 0)?,
                    held,
                    at: self.when(row.int(2)?, now),
                });
            }
        }
        Ok(rewalks)
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

    /// Reads [`HEAD`].
    pub(in crate::store::team) fn head(&self, row: &Row, now: Millis) -> Result<Head> {
        let step = u16::try_from(row.int(1)?).unwrap_or_default();
        let (task, step_name) = place(row, 3, 4, step)?;
        let answer = row.opt_text(15)?.and_then(|code| Answer::from_code(&code));
        let held_at = row.opt_int(16)?.map(|at| self.when(at, now));
        Ok(Head {
            id: read_id(row, 0)?,
            service: Text {
                en: row.text(5)?,
                cy: row.text(6)?,
            },
            step,
            step_name,
            task_id: row.text(3)?,
            task,
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

    pub(super) async fn times(&self, id: ThreadId, most: usize, now: Millis) -> Result<Vec<Time>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {FRICTION_COLUMNS}, p.appears_as, p.title_en, p.title_cy
             FROM friction_row f JOIN person p ON p.id = f.author
             WHERE f.thread = $1 ORDER BY f.felt_at DESC, f.id DESC LIMIT $2"
        ));
        let most = i64::try_from(most).unwrap_or(i64::MAX);
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
}

/// The names of a task and of one of its steps, from the columns of the task's id and its body.
pub(super) fn place(row: &Row, id: usize, body: usize, step: u16) -> Result<(Text, Option<Text>)> {
    let task: Option<Task> = row
        .opt_text(body)?
        .map(|body| read_json(&body))
        .transpose()?;
    let named = task
        .as_ref()
        .and_then(|task| task.steps.get(usize::from(step)));
    let step = named.map(|step| step.name.clone());
    let unknown = Text {
        en: row.text(id)?,
        cy: String::new(),
    };
    Ok((task.map_or(unknown, |task| task.name), step))
}

fn count(row: &Row, at: usize) -> Result<u64> {
    Ok(u64::try_from(row.int(at)?).unwrap_or_default())
}
