//! The service team's desk: friction felt at the viewer's services, and nothing else.

use std::collections::HashMap;

use app::{
    team::{Answered, Around, Filter, FrictionPage, Inbox, Item, Picture, ReplyText, State},
    walk::{
        Category, Fact, Feeling, Friction, FrictionId, Millis, Mood, Severity, Task, Text, Walk,
        WalkId, Was, history,
    },
    words::When,
};
use uuid::Uuid;

use super::{
    Desk, Row, StoreError, Tx, Value,
    db::{Result, read_id, read_json},
    refold::read_kept,
};
use crate::{viewer::Role, when::when};

/// How many friction points one page of the inbox holds.
pub const INBOX_PAGE: usize = 50;

/// Friction that is the viewer's to see ($1 the organisation, $2 the person), with its state.
macro_rules! mine {
    ($columns:literal, $more:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM friction_row f LEFT JOIN friction_seen s ON s.friction = f.id
             WHERE f.organisation = $1 AND f.service IN (SELECT service FROM person_service WHERE person = $2) ",
            $more
        )
    };
}
macro_rules! item {
    ($more:literal) => {
        mine!(
            "f.id, f.felt_at, f.step, f.category, f.second, f.severity, f.mood, f.feelings, f.note, f.risk,
             f.contacted_again, f.task, s.seen_at, (SELECT COUNT(*) FROM reply r WHERE r.friction = f.id), f.walk",
            $more
        )
    };
}

impl Desk {
    /// Friction felt at the viewer's services, newest first: one page, beginning after the friction point that
    /// `before` names. A `before` that cannot be read begins at the newest.
    pub async fn inbox(&self, filter: &Filter, before: Option<&str>, now: Millis) -> Result<Inbox> {
        self.only(Role::ServiceTeam)?;
        let place = before.and_then(read_place);
        let (felt_at, id) = place.clone().unwrap_or((Millis::MAX, String::new()));
        let mut args = self.me();
        args.extend([
            filter.service.as_deref().unwrap_or_default().into(),
            filter.state.map_or("", State::code).into(),
            felt_at.into(),
            id.into(),
            i64::try_from(INBOX_PAGE + 1).unwrap_or(i64::MAX).into(),
        ]);
        let rows = self
            .db()
            .rows(
                item!(
                    "AND ($3 = '' OR f.service = $3)
                     AND ($4 = '' OR $4 = CASE WHEN EXISTS (SELECT 1 FROM reply r WHERE r.friction = f.id)
                         THEN 'answered' WHEN s.seen_at IS NOT NULL THEN 'seen' ELSE 'new' END)
                     AND (f.felt_at < $5 OR (f.felt_at = $5 AND f.id < $6))
                     ORDER BY f.felt_at DESC, f.id DESC LIMIT $7"
                ),
                &args,
            )
            .await?;
        let tasks = self.my_tasks().await?;
        let shown = rows.iter().take(INBOX_PAGE);
        let items: Vec<Item> = shown
            .map(|row| self.item(row, &tasks, now))
            .collect::<Result<_>>()?;
        let last = items.last().filter(|_| rows.len() > INBOX_PAGE);
        Ok(Inbox {
            services: self.my_services().await?,
            filter: filter.clone(),
            new: self.count_new().await?,
            before: place.map(|(felt_at, id)| format!("{felt_at}.{id}")),
            older: last.map(|item| format!("{}.{}", item.friction.at, item.friction.id)),
            items,
        })
    }

    /// One friction point with the walk around it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it was felt at a service of the viewer's.
    pub async fn friction(&self, id: FrictionId, now: Millis) -> Result<FrictionPage> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(id.to_string().into());
        let row = self
            .db()
            .row(item!("AND f.id = $3"), &args)
            .await?
            .ok_or(StoreError::NotFound)?;
        let item = self.item(&row, &self.my_tasks().await?, now)?;
        let walk: WalkId = read_id(&row, 14)?;
        let around = self.team_walk(walk, now).await?;
        let felt = around
            .walk
            .frictions
            .iter()
            .find(|it| it.id == id)
            .map(|it| it.at);
        let into_walk_ms = felt
            .zip(around.walk.started_at)
            .map(|(at, began)| at.saturating_sub(began));
        Ok(FrictionPage {
            item,
            walk,
            into_walk_ms: into_walk_ms.filter(|ms| (0..app::walk::LONGEST_GAP_MS).contains(ms)),
            seen: row.opt_int(12)?.map(|at| self.when(at, now)),
            replies: self.replies(id, now).await?,
            changes: self.changes(walk, id, now).await?,
            around,
            reply_id: String::new(),
            typed: None,
        })
    }

    /// A walk at a service of the viewer's, as others may see it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one.
    pub async fn team_walk(&self, id: WalkId, now: Millis) -> Result<Around> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(id.to_string().into());
        let row = self
            .db()
            .row(
                "SELECT w.body, w.started_at, t.body
                 FROM walk_row w LEFT JOIN task t ON t.organisation = w.organisation AND t.id = w.task
                 WHERE w.organisation = $1 AND w.service IN (SELECT service FROM person_service WHERE person = $2)
                 AND w.walk = $3",
                &args,
            )
            .await?
            .ok_or(StoreError::NotFound)?;
        let walk: Walk = read_json(&row.text(0)?)?;
        let task = row.opt_text(2)?.map(|body| read_json(&body)).transpose()?;
        Ok(Around {
            walk: walk.for_others(),
            task,
            began: self.when(row.int(1)?, now),
            pictures: self.pictures(id).await?,
        })
    }

    async fn pictures(&self, walk: WalkId) -> Result<Vec<Picture>> {
        let sql = "SELECT p.id, p.width, p.height FROM photo p JOIN photo_row r ON r.id = p.id WHERE r.walk = $1";
        let rows = self.db().rows(sql, &[walk.to_string().into()]).await?;
        let picture = |row: &Row| {
            Ok(Picture {
                id: read_id(row, 0)?,
                width: u16::try_from(row.int(1)?).unwrap_or_default(),
                height: u16::try_from(row.int(2)?).unwrap_or_default(),
            })
        };
        rows.iter().map(picture).collect()
    }

    /// Notes that the team has seen a friction point. Noting it again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it was felt at a service of the viewer's.
    pub async fn mark_seen(&self, id: FrictionId, now: Millis) -> Result<()> {
        let mut tx = self.begin_on(id).await?;
        self.note_seen(&mut tx, id, now).await?;
        tx.commit().await
    }

    /// Sends a reply to the leader who felt it. The same `reply_id` again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it was felt at a service of the viewer's.
    pub async fn reply(
        &self,
        id: FrictionId,
        text: &ReplyText,
        reply_id: Uuid,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.begin_on(id).await?;
        tx.execute(
            "INSERT INTO reply (id, friction, organisation, person, at, text) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (id) DO NOTHING",
            &[
                reply_id.to_string().into(),
                id.to_string().into(),
                (&self.viewer.organisation).into(),
                (&self.viewer.person).into(),
                now.into(),
                text.as_str().into(),
            ],
        )
        .await?;
        self.note_seen(&mut tx, id, now).await?;
        tx.commit().await
    }

    /// Begins a change to a friction point, after making sure that it is the viewer's to change.
    async fn begin_on(&self, id: FrictionId) -> Result<Tx> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(id.to_string().into());
        let mut tx = self.db().begin().await?;
        let found = tx.row(mine!("f.id", "AND f.id = $3"), &args).await?;
        found.map(|_| tx).ok_or(StoreError::NotFound)
    }

    async fn note_seen(&self, tx: &mut Tx, id: FrictionId, now: Millis) -> Result<()> {
        tx.execute(
            "INSERT INTO friction_seen (friction, organisation, person, seen_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (friction) DO NOTHING",
            &[
                id.to_string().into(),
                (&self.viewer.organisation).into(),
                (&self.viewer.person).into(),
                now.into(),
            ],
        )
        .await
        .map(drop)
    }

    async fn my_services(&self) -> Result<Vec<(String, Text)>> {
        let rows = self
            .db()
            .rows(
                "SELECT id, name_en, name_cy FROM service
                 WHERE organisation = $1 AND id IN (SELECT service FROM person_service WHERE person = $2)
                 ORDER BY name_en, id",
                &self.me(),
            )
            .await?;
        let service = |row: &Row| {
            Ok((
                row.text(0)?,
                Text {
                    en: row.text(1)?,
                    cy: row.text(2)?,
                },
            ))
        };
        rows.iter().map(service).collect()
    }

    async fn my_tasks(&self) -> Result<HashMap<String, Task>> {
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

    async fn count_new(&self) -> Result<u64> {
        let row = self
            .db()
            .row(
                mine!(
                    "COUNT(*)",
                    "AND s.seen_at IS NULL AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.friction = f.id)"
                ),
                &self.me(),
            )
            .await?;
        let count = row.map_or(Ok(0), |row| row.int(0))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    async fn changes(&self, walk: WalkId, id: FrictionId, now: Millis) -> Result<Vec<(When, Was)>> {
        let sql = "SELECT id, walk, at, kind, body, sent_at, received_at FROM fact WHERE walk = $1";
        let rows = self.db().rows(sql, &[walk.to_string().into()]).await?;
        let facts: Vec<Fact> = rows
            .iter()
            .map(|row| Ok(read_kept(row)?.fact))
            .collect::<Result<_>>()?;
        let change = |it: app::walk::Change| (self.when(it.at, now), it.was);
        Ok(history(&facts, id).into_iter().map(change).collect())
    }

    async fn replies(&self, id: FrictionId, now: Millis) -> Result<Vec<Answered>> {
        let rows = self
            .db()
            .rows(
                "SELECT p.name, r.at, r.text FROM reply r JOIN person p ON p.id = r.person
                 WHERE r.friction = $1 AND r.organisation = $2 ORDER BY r.at, r.id",
                &[id.to_string().into(), (&self.viewer.organisation).into()],
            )
            .await?;
        let reply = |row: &Row| {
            Ok(Answered {
                name: row.text(0)?,
                at: self.when(row.int(1)?, now),
                text: row.text(2)?,
            })
        };
        rows.iter().map(reply).collect()
    }

    fn item(&self, row: &Row, tasks: &HashMap<String, Task>, now: Millis) -> Result<Item> {
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
        })
    }

    /// The first two arguments of every statement here: the organisation and the person.
    fn me(&self) -> Vec<Value> {
        vec![
            (&self.viewer.organisation).into(),
            (&self.viewer.person).into(),
        ]
    }

    fn when(&self, at: Millis, now: Millis) -> app::words::When {
        when(&self.viewer.time_zone, at, now)
    }
}

/// Reads the columns of `item!`. The time is the server's.
fn read_friction(row: &Row) -> Result<Friction> {
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

/// Reads a place in the inbox: `felt_at.id`.
fn read_place(text: &str) -> Option<(Millis, String)> {
    let (felt_at, id) = text.split_once('.')?;
    let id: FrictionId = id.parse().ok()?;
    Some((felt_at.parse().ok()?, id.to_string()))
}
