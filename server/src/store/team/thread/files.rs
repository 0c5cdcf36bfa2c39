//! Files of a team's own, kept with a thread: nobody else sees that there are any.

use app::{
    team::{FileFault, FileKind, TeamFile},
    walk::{Millis, ThreadId},
};
use uuid::Uuid;

use super::{
    events::{Said, with_parts},
    join::WHOLE,
};
use crate::{
    store::{Desk, Row, StoreError, db::Result, threads::refresh},
    viewer::Role,
};

/// How many files a thread may have, with all that was put together with it.
pub const MOST_FILES: i64 = 10;

/// A file that was looked at and can be kept.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// What it is called, without any path.
    pub name: String,
    /// What its bytes are.
    pub kind: FileKind,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Desk {
    /// Keeps a file with a thread, or with what that is part of by now: with which. `id` is made from the form and
    /// the file: the same sent twice is kept once.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of the viewer's; [`FileFault::TooMany`].
    pub async fn keep_file(
        &self,
        thread: ThreadId,
        id: Uuid,
        file: NewFile,
        now: Millis,
    ) -> Result<std::result::Result<ThreadId, FileFault>> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let thread = self.hold_whole(&mut tx, thread).await?;
        let sql = concat!(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN id = $2 THEN 1 ELSE 0 END), 0) FROM thread_file WHERE thread IN ",
            with_parts!()
        );
        let args = [thread.to_string().into(), id.to_string().into()];
        let row = tx.row(sql, &args).await?.ok_or(StoreError::NotFound)?;
        if row.int(1)? > 0 {
            return Ok(Ok(thread));
        }
        if row.int(0)? >= MOST_FILES {
            return Ok(Err(FileFault::TooMany));
        }
        let size = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
        let kept = tx
            .execute(
                "INSERT INTO thread_file (id, thread, organisation, person, at, name, kind, size, bytes)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING",
                &[
                    id.to_string().into(),
                    thread.to_string().into(),
                    (&self.viewer.organisation).into(),
                    (&self.viewer.person).into(),
                    now.into(),
                    (&file.name).into(),
                    file.kind.code().into(),
                    size.into(),
                    file.bytes.into(),
                ],
            )
            .await?;
        if kept == 0 {
            // That form was for another thread.
            return Err(StoreError::NotFound);
        }
        let said = Said::saying(&file.name);
        self.note_event(&mut tx, thread, "file", &said, None, now)
            .await?;
        refresh(&mut tx, &[thread].into(), Some(now)).await?;
        tx.commit().await?;
        Ok(Ok(thread))
    }

    /// Removes a file from a thread, or from what that is part of by now: from which. Removing it again changes
    /// nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of the viewer's.
    pub async fn remove_file(&self, thread: ThreadId, file: &str, now: Millis) -> Result<ThreadId> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let thread = self.hold_whole(&mut tx, thread).await?;
        let sql = concat!(
            "DELETE FROM thread_file WHERE id = $2 AND thread IN ",
            with_parts!(),
            " RETURNING name"
        );
        let args = [thread.to_string().into(), file.into()];
        let Some(row) = tx.row(sql, &args).await? else {
            return Ok(thread);
        };
        // A name may be somebody's: with the file it goes from the history too.
        let sql = concat!(
            "UPDATE thread_event SET body = $3 WHERE what = 'file' AND body = $2 AND thread IN ",
            with_parts!()
        );
        let args = [
            thread.to_string().into(),
            Said::saying(&row.text(0)?).to_json()?.into(),
            Said::default().to_json()?.into(),
        ];
        tx.execute(sql, &args).await?;
        self.note_event(&mut tx, thread, "file_gone", &Said::default(), None, now)
            .await?;
        refresh(&mut tx, &[thread].into(), Some(now)).await?;
        tx.commit().await?;
        Ok(thread)
    }

    /// A file of a thread of the viewer's.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one.
    pub async fn team_file(&self, file: &str) -> Result<NewFile> {
        self.only(Role::ServiceTeam)?;
        let sql = "SELECT thread, name, kind FROM thread_file WHERE id = $1 AND organisation = $2";
        let args = [file.into(), (&self.viewer.organisation).into()];
        let row = self.db().row(sql, &args).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        let mut whose = self.me();
        whose.push(row.text(0)?.into());
        let whole = self.db().row(WHOLE, &whose).await?;
        whole.ok_or(StoreError::NotFound)?;
        let sql = "SELECT bytes FROM thread_file WHERE id = $1";
        let bytes = self.db().row(sql, &args[..1]).await?;
        Ok(NewFile {
            name: row.text(1)?,
            kind: kind(&row, 2)?,
            bytes: bytes.ok_or(StoreError::NotFound)?.bytes(0)?,
        })
    }

    /// The files of a thread and of what was put together with it, newest first.
    pub(super) async fn files(&self, id: ThreadId, now: Millis) -> Result<Vec<TeamFile>> {
        let sql = concat!(
            "SELECT x.id, x.name, x.kind, x.size, p.name, x.at FROM thread_file x JOIN person p ON p.id = x.person
             WHERE x.thread IN ",
            with_parts!(),
            " ORDER BY x.at DESC, x.id DESC"
        );
        let rows = self.db().rows(sql, &[id.to_string().into()]).await?;
        let file = |row: &Row| {
            Ok(TeamFile {
                id: row.text(0)?,
                name: row.text(1)?,
                kind: kind(row, 2)?,
                size: u64::try_from(row.int(3)?).unwrap_or_default(),
                by: row.text(4)?,
                at: self.when(row.int(5)?, now),
            })
        };
        rows.iter().map(file).collect()
    }
}

fn kind(row: &Row, at: usize) -> Result<FileKind> {
    let code = row.text(at)?;
    FileKind::from_code(&code).ok_or_else(|| StoreError::Unreadable(format!("{code:?} is no kind")))
}
