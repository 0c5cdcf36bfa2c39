//! Threads that may be the same, with what both sides say.

use app::{
    team::{Alike, Other, SamePage, words_in_both},
    walk::{Millis, ThreadId},
};

use super::read::HEAD;
use crate::{
    store::{Desk, StoreError, db::Result},
    viewer::Role,
};

/// How many are suggested, and how many of the newest times of each are shown.
const MOST: i64 = 8;
const SHOWN: usize = 3;

impl Desk {
    /// A thread beside others of its service that may be the same, the likeliest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] as for [`Desk::thread`].
    pub async fn same(&self, id: ThreadId, now: Millis) -> Result<SamePage> {
        self.only(Role::ServiceTeam)?;
        let head = self.one_head(id, now).await?;
        let times = self.times(id, SHOWN, now).await?;
        let mine: Vec<&str> = times.iter().map(|it| it.friction.note.as_str()).collect();
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {HEAD} FROM thread m JOIN thread t ON t.organisation = m.organisation AND t.service = m.service
             JOIN thread_row r ON r.thread = t.id
             JOIN service s ON s.organisation = t.organisation AND s.id = t.service
             LEFT JOIN task k ON k.organisation = t.organisation AND k.id = t.task
             WHERE m.id = $1 AND t.id <> m.id AND t.merged_into IS NULL AND r.felt > 0
             AND (m.task = t.task OR m.category = t.category)
             ORDER BY CASE WHEN m.task = t.task AND m.step = t.step THEN 2 ELSE 0 END
             + CASE WHEN m.category = t.category THEN 2 ELSE 0 END + CASE WHEN m.task = t.task THEN 1 ELSE 0 END DESC,
             r.last_felt DESC, t.id LIMIT $2"
        ));
        let args = [id.to_string().into(), MOST.into()];
        let mut others = Vec::new();
        for row in self.db().rows(sql, &args).await? {
            let other = self.head(&row, now)?;
            let times = self.times(other.id, SHOWN, now).await?;
            let theirs: Vec<&str> = times.iter().map(|it| it.friction.note.as_str()).collect();
            let alike = [
                ((&other.task_id, other.step) == (&head.task_id, head.step)).then_some(Alike::Step),
                (other.task_id == head.task_id && other.step != head.step).then_some(Alike::Task),
                (other.category == head.category).then_some(Alike::Kind),
            ];
            others.push(Other {
                both_say: words_in_both(&mine, &theirs),
                alike: alike.into_iter().flatten().collect(),
                head: other,
                times,
            });
        }
        Ok(SamePage {
            head,
            times,
            others,
        })
    }

    /// Looks for a thread of the viewer's, in few words.
    pub(super) async fn one_head(&self, id: ThreadId, now: Millis) -> Result<app::team::Head> {
        let mut args = self.me();
        args.push(id.to_string().into());
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {HEAD} FROM thread t JOIN thread_row r ON r.thread = t.id
             JOIN service s ON s.organisation = t.organisation AND s.id = t.service
             LEFT JOIN task k ON k.organisation = t.organisation AND k.id = t.task
             WHERE t.organisation = $1 AND t.service IN (SELECT service FROM person_service WHERE person = $2)
             AND t.id = $3 AND t.merged_into IS NULL"
        ));
        let row = self.db().row(sql, &args).await?;
        self.head(&row.ok_or(StoreError::NotFound)?, now)
    }
}
