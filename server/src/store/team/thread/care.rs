//! Who looks after a thread and until when, the team's own notes, and its view for the board.

use std::collections::BTreeSet;

use app::{
    team::{Care, Day, Joined, Note, Put, ReplyText},
    walk::{Category, Millis, ThreadId},
};
use uuid::Uuid;

use super::{
    Reached,
    events::{Said, read_day, with_parts},
    read::place,
};
use crate::{
    store::{
        Desk, Row, StoreError,
        db::{Result, read_id},
        people::of_a_team,
        threads::refresh,
    },
    viewer::Role,
};

/// A day, in milliseconds.
const DAY: Millis = 86_400_000;

impl Desk {
    /// Gives a thread to somebody of its service's team, or to nobody, to be done by a day or by none. The same again
    /// changes nothing. What is part of another by now is given with that, unless that has somebody or a day already.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of the viewer's, and the person one of its service's team.
    pub async fn give(
        &self,
        id: ThreadId,
        owner: Option<&str>,
        due: Option<Day>,
        now: Millis,
    ) -> Result<Reached> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let meant = id;
        let id = self.hold_whole(&mut tx, meant).await?;
        if let Some(owner) = owner {
            let sql = concat!(
                "SELECT p.id FROM person p JOIN person_service s ON s.person = p.id
                 JOIN thread t ON t.organisation = p.organisation AND t.service = s.service
                 WHERE t.id = $1 AND p.id = $2 AND ",
                of_a_team!("p")
            );
            let one = tx.row(sql, &[id.to_string().into(), owner.into()]).await?;
            one.ok_or(StoreError::NotFound)?;
        }
        let due = due.map(|day| day.to_string());
        let sql = "SELECT owner, due_on FROM thread WHERE id = $1";
        let row = tx.row(sql, &[id.to_string().into()]).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        let before = (row.opt_text(0)?, row.opt_text(1)?);
        if (before.0.as_deref(), before.1.as_ref()) == (owner, due.as_ref()) {
            return Ok(Reached::Kept(id));
        }
        if id != meant && before != (None, None) {
            return Ok(Reached::Elsewhere(id));
        }
        let sql = "UPDATE thread SET owner = $2, due_on = $3 WHERE id = $1";
        tx.execute(
            sql,
            &[id.to_string().into(), owner.into(), due.clone().into()],
        )
        .await?;
        let said = Said {
            day: due,
            ..Said::default()
        };
        self.note_event(&mut tx, id, "given", &said, owner, now)
            .await?;
        refresh(&mut tx, &BTreeSet::from([id]), Some(now)).await?;
        tx.commit().await?;
        Ok(Reached::Kept(id))
    }

    /// Keeps a note for the team alone, with the thread or with what that is part of by now: with which. `note` is made
    /// with the form: the same note sent twice is one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of the viewer's.
    pub async fn note_thread(
        &self,
        id: ThreadId,
        text: &ReplyText,
        note: Uuid,
        now: Millis,
    ) -> Result<ThreadId> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let id = self.hold_whole(&mut tx, id).await?;
        tx.execute(
            "INSERT INTO thread_note (id, thread, organisation, person, at, text) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (id) DO NOTHING",
            &[
                note.to_string().into(),
                id.to_string().into(),
                (&self.viewer.organisation).into(),
                (&self.viewer.person).into(),
                now.into(),
                text.as_str().into(),
            ],
        )
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Puts the team's view of a thread beside it, for the board to read; an empty one takes it back. The same again
    /// changes nothing. A view of what is part of another by now goes beside that, unless that has a view already.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of the viewer's.
    pub async fn put_view(&self, id: ThreadId, view: &str, now: Millis) -> Result<Reached> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let meant = id;
        let id = self.hold_whole(&mut tx, meant).await?;
        let sql = "SELECT view FROM thread WHERE id = $1";
        let row = tx.row(sql, &[id.to_string().into()]).await?;
        let before = row.ok_or(StoreError::NotFound)?.text(0)?;
        if before == view {
            return Ok(Reached::Kept(id));
        }
        if id != meant && !before.is_empty() {
            return Ok(Reached::Elsewhere(id));
        }
        let at = (!view.is_empty()).then_some(now);
        let sql = "UPDATE thread SET view = $2, view_at = $3 WHERE id = $1";
        tx.execute(sql, &[id.to_string().into(), view.into(), at.into()])
            .await?;
        let said = Said {
            text: view.to_owned(),
            ..Said::default()
        };
        self.note_event(&mut tx, id, "view", &said, None, now)
            .await?;
        refresh(&mut tx, &BTreeSet::from([id]), Some(now)).await?;
        tx.commit().await?;
        Ok(Reached::Kept(id))
    }

    /// What the team does about a thread beside deciding.
    pub(super) async fn care(&self, id: ThreadId, now: Millis) -> Result<Care> {
        let this = [id.to_string().into()];
        let sql = concat!(
            "SELECT t.owner, p.name, t.due_on, t.view, t.view_at, COALESCE((SELECT x.received_at FROM friction_row f JOIN fact x ON x.id = f.id
                 WHERE f.thread = t.id ORDER BY f.felt_at DESC LIMIT 1), r.last_felt),
             o.reply_days, c.name
             FROM thread t JOIN thread_row r ON r.thread = t.id JOIN organisation o ON o.id = t.organisation
             LEFT JOIN person p ON p.id = t.owner
                 AND EXISTS (SELECT 1 FROM person_service s WHERE s.person = p.id AND s.service = t.service) AND ",
            of_a_team!("p"),
            " LEFT JOIN risk_contact k ON k.organisation = t.organisation AND k.service = t.service
             LEFT JOIN person c ON c.id = k.person
                 AND EXISTS (SELECT 1 FROM person_service s WHERE s.person = c.id AND s.service = t.service) AND ",
            of_a_team!("c"),
            " WHERE t.id = $1"
        );
        let row = self.db().row(sql, &this).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        let due = row.opt_text(2)?.as_deref().and_then(read_day);
        let today = self.when(now, now);
        let today = (today.year, today.month, today.day);
        let view = row.text(3)?;
        let until = row.int(5)?.saturating_add(row.int(6)?.saturating_mul(DAY));
        Ok(Care {
            owner: row.opt_text(0)?.zip(row.opt_text(1)?),
            due,
            overdue: due.is_some_and(|day| (day.year, day.month, day.day) < today),
            team: self.team_of(id).await?,
            notes: self.notes(id, now).await?,
            view: (!view.is_empty()).then_some(Put {
                text: view,
                at: self.when(row.opt_int(4)?.unwrap_or_default(), now),
            }),
            until: self.when(until, now),
            open: now < until,
            risk_contact: row.opt_text(7)?,
            parts: self.parts(id).await?,
            files: self.files(id, now).await?,
            note_id: String::new(),
            file_id: String::new(),
            file_fault: None,
            typed_give: None,
            typed_note: None,
            typed_view: None,
        })
    }

    /// Who answers for a thread's service: ids and names.
    async fn team_of(&self, id: ThreadId) -> Result<Vec<(String, String)>> {
        let sql = concat!(
            "SELECT p.id, p.name FROM person p JOIN person_service s ON s.person = p.id
             JOIN thread t ON t.organisation = p.organisation AND t.service = s.service
             WHERE t.id = $1 AND ",
            of_a_team!("p"),
            " ORDER BY p.name, p.id"
        );
        let rows = self.db().rows(sql, &[id.to_string().into()]).await?;
        rows.iter()
            .map(|row| Ok((row.text(0)?, row.text(1)?)))
            .collect()
    }

    /// The team's notes of a thread and of what was put together with it, newest first.
    async fn notes(&self, id: ThreadId, now: Millis) -> Result<Vec<Note>> {
        let sql = concat!(
            "SELECT p.name, n.at, n.text FROM thread_note n JOIN person p ON p.id = n.person WHERE n.thread IN ",
            with_parts!(),
            " ORDER BY n.at DESC, n.id DESC"
        );
        let rows = self.db().rows(sql, &[id.to_string().into()]).await?;
        let note = |row: &Row| {
            Ok(Note {
                name: row.text(0)?,
                at: self.when(row.int(1)?, now),
                text: row.text(2)?,
            })
        };
        rows.iter().map(note).collect()
    }

    /// What was put together with a thread, and can be taken apart again.
    async fn parts(&self, id: ThreadId) -> Result<Vec<Joined>> {
        let sql = "SELECT t.id, t.task, t.step, t.category, k.body,
             (SELECT COUNT(*) FROM friction_row f WHERE f.own = t.id)
             FROM thread t LEFT JOIN task k ON k.organisation = t.organisation AND k.id = t.task
             WHERE t.merged_into = $1 ORDER BY t.id";
        let rows = self.db().rows(sql, &[id.to_string().into()]).await?;
        let part = |row: &Row| {
            let step = u16::try_from(row.int(2)?).unwrap_or_default();
            let (task, step_name) = place(row, 1, 4, step)?;
            Ok(Joined {
                id: read_id(row, 0)?,
                task,
                step,
                step_name,
                category: Category::from_code(&row.text(3)?),
                felt: u64::try_from(row.int(5)?).unwrap_or_default(),
            })
        };
        rows.iter().map(part).collect()
    }
}
