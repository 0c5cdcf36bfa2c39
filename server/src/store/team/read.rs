//! One friction point, whole, and the walk around it.

use app::{
    team::{Answered, Around, FrictionPage, Picture, Withdrawn},
    walk::{Fact, FrictionId, Millis, Walk, WalkId, Was, history},
    words::When,
};

use super::item::{standing, withdrawn};
use crate::{
    store::{
        Desk, Row, StoreError,
        db::{Result, read_id, read_json},
        mine::by,
        refold::read_kept,
    },
    viewer::Role,
};

impl Desk {
    /// One friction point with the walk around it. One that was taken back says so, and no more of what was felt.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it was felt at a service of the viewer's.
    pub async fn friction(&self, id: FrictionId, now: Millis) -> Result<FrictionPage> {
        self.only(Role::ServiceTeam)?;
        let mut args = self.me();
        args.push(id.to_string().into());
        let standing = self.db().row(standing!("AND f.id = $3"), &args).await?;
        let row = match standing {
            Some(row) => row,
            None => {
                let row = self.db().row(withdrawn!("AND f.id = $3"), &args).await?;
                row.ok_or(StoreError::NotFound)?
            }
        };
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
        let changes = match item.withdrawn {
            None => self.changes(walk, id, now).await?,
            // They tell what was said before.
            Some(_) => Vec::new(),
        };
        Ok(FrictionPage {
            item,
            walk,
            thread: self.thread_of(id).await?,
            into_walk_ms: into_walk_ms.filter(|ms| (0..app::walk::LONGEST_GAP_MS).contains(ms)),
            seen: row.opt_int(12)?.map(|at| self.when(at, now)),
            replies: self.replies(id, now).await?,
            changes,
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
                "SELECT w.body, w.started_at, t.body, p.appears_as, p.title_en, p.title_cy
                 FROM walk_row w JOIN person p ON p.id = w.author LEFT JOIN task t ON t.organisation = w.organisation AND t.id = w.task
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
            by: by(&row, 3)?,
            task,
            began: self.when(row.int(1)?, now),
            pictures: self.pictures(id).await?,
            withdrawn: self.withdrawn(id, now).await?,
        })
    }

    async fn withdrawn(&self, walk: WalkId, now: Millis) -> Result<Vec<Withdrawn>> {
        let sql =
            "SELECT id, bright, step, withdrawn_at FROM withdrawn_row WHERE walk = $1 ORDER BY id";
        let rows = self.db().rows(sql, &[walk.to_string().into()]).await?;
        let withdrawn = |row: &Row| {
            Ok(Withdrawn {
                friction: (!row.flag(1)?).then(|| read_id(row, 0)).transpose()?,
                step: row.opt_int(2)?.and_then(|step| u16::try_from(step).ok()),
                on: self.when(row.int(3)?, now),
            })
        };
        rows.iter().map(withdrawn).collect()
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
                "SELECT p.name, r.at, r.text, r.id, r.not_before FROM reply r JOIN person p ON p.id = r.person
                 WHERE r.friction = $1 AND r.organisation = $2 ORDER BY r.at, r.id",
                &[id.to_string().into(), (&self.viewer.organisation).into()],
            )
            .await?;
        let reply = |row: &Row| {
            Ok(Answered {
                id: row.text(3)?,
                name: row.text(0)?,
                at: self.when(row.int(1)?, now),
                text: row.text(2)?,
                not_before: row.opt_text(4)?,
            })
        };
        rows.iter().map(reply).collect()
    }
}
