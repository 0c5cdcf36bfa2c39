//! The right of reply: service teams put their view of what gets in the way before the board reads it.

use std::collections::BTreeSet;

use app::{
    board::{Beside, MOST_IN_THE_WAY, MonthPage, ReplyPlace},
    team::{AskedView, OpenPlace},
    walk::{Category, Millis, ThreadId, month::YearMonth},
};

use super::asked;
use crate::{
    store::{Desk, StoreError, audit::What, db::Result, threads::Place},
    viewer::Role,
    when::when,
};

const DAY: Millis = 86_400_000;

impl Desk {
    /// Asks the teams for their view, for as many days as the organisation gives them. Asking again changes nothing, but
    /// where something is listed by then about which nobody was asked.
    ///
    /// # Errors
    /// As for [`Desk::write_draft`].
    pub async fn open_reply(&self, month: YearMonth, now: Millis) -> Result<()> {
        self.only_secretary()?;
        let days = self.days_to_reply().await?;
        let listed = self.reply_places(month, now).await?;
        let mut tx = self.begin_draft(month, now).await?;
        let named = month.to_string();
        let here = [(&self.viewer.organisation).into(), (&named).into()];
        let sql = "SELECT reply_until, reply_asked FROM month_draft
                   WHERE organisation = $1 AND month = $2 AND published_at IS NULL";
        let row = tx.row(sql, &here).await?.ok_or(StoreError::NotFound)?;
        let (was, known) = (row.opt_int(0)?, asked(&row, 1)?);
        let is_new = |it: &ReplyPlace| {
            let known = known.as_ref();
            !it.view && known.is_some_and(|known| !known.contains(&it.thread))
        };
        if was.is_some() && !listed.iter().any(is_new) {
            return tx.commit().await;
        }
        let until = now.saturating_add(Millis::from(days).saturating_mul(DAY));
        let until = was.map_or(until, |was| was.max(until));
        let listed = listed.iter().map(|it| it.thread);
        let all: BTreeSet<ThreadId> = known.into_iter().flatten().chain(listed).collect();
        let sql = "UPDATE month_draft SET reply_opened_at = COALESCE(reply_opened_at, $3), reply_until = $4, reply_asked = $5
                   WHERE organisation = $1 AND month = $2 AND published_at IS NULL";
        let [organisation, month] = here;
        let args = [
            organisation,
            month,
            now.into(),
            until.into(),
            threads(&all)?.into(),
        ];
        tx.execute(sql, &args).await?;
        tx.note(self.deed(What::MonthOpened, &named), now).await?;
        tx.commit().await
    }

    /// Ends it before its day, when every team that is listed has put its view; false when one has not.
    ///
    /// # Errors
    /// As for [`Desk::write_draft`].
    pub async fn close_reply(&self, month: YearMonth, now: Millis) -> Result<bool> {
        self.only_secretary()?;
        let places = self.reply_places(month, now).await?;
        let mut tx = self.begin_draft(month, now).await?;
        if !places.iter().all(|it| it.view) {
            return Ok(false);
        }
        let sql = "UPDATE month_draft SET reply_until = $3
                   WHERE organisation = $1 AND month = $2 AND published_at IS NULL AND reply_until > $3";
        let args = [
            (&self.viewer.organisation).into(),
            month.to_string().into(),
            now.into(),
        ];
        tx.execute(sql, &args).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// For whoever answers for services: the months for which their view is asked, and what of theirs has none yet.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] for who is in no service team.
    pub async fn asked_views(&self, now: Millis) -> Result<Vec<AskedView>> {
        self.only(Role::ServiceTeam)?;
        let sql = "SELECT month, reply_until FROM month_draft
                   WHERE organisation = $1 AND reply_until > $2 AND published_at IS NULL ORDER BY month";
        let args = [(&self.viewer.organisation).into(), now.into()];
        let mut all = Vec::new();
        for row in self.db().rows(sql, &args).await? {
            let Ok(month) = row.text(0)?.parse::<YearMonth>() else {
                continue;
            };
            if let Some(open) = self.without_view(month, now).await? {
                all.push(AskedView {
                    month,
                    until: when(&self.viewer.time_zone, row.int(1)?, now),
                    open,
                });
            }
        }
        Ok(all)
    }

    /// What of the viewer's services stands on the page without a view; none when nothing of theirs stands there.
    async fn without_view(&self, month: YearMonth, now: Millis) -> Result<Option<Vec<OpenPlace>>> {
        let tasks = self.tasks().await?;
        let places = self.reply_places(month, now).await?;
        let mine: Vec<_> = places
            .iter()
            .filter_map(|it| Some((it, tasks.get(&it.task)?)))
            .filter(|(_, task)| self.viewer.services.contains(&task.service))
            .collect();
        let open = mine.iter().filter(|(it, _)| !it.view);
        let open = open.map(|(it, task)| OpenPlace {
            thread: it.thread,
            task: task.name.clone(),
            category: it.category,
        });
        Ok((!mine.is_empty()).then(|| open.collect()))
    }

    /// What gets in the way, as a month's page lists it.
    pub(super) async fn reply_places(
        &self,
        month: YearMonth,
        now: Millis,
    ) -> Result<Vec<ReplyPlace>> {
        let counted = self.counted_month(month, now).await?;
        let shown: Vec<_> = counted
            .month
            .in_the_way
            .iter()
            .take(MOST_IN_THE_WAY)
            .cloned()
            .collect();
        let beside = self.beside_places(month, &shown, now).await?;
        let place = |it: app::walk::month::InTheWay| {
            let thread = self.thread_at(&it.task, it.step, it.category);
            let said = beside.get(&(it.task.clone(), it.step, it.category));
            ReplyPlace {
                thread,
                view: matches!(said, Some(Beside::View(..))),
                asked: false,
                task: it.task,
                step: it.step,
                category: it.category,
            }
        };
        Ok(shown.into_iter().map(place).collect())
    }

    /// The thread of a place of the organisation's.
    fn thread_at(&self, task: &str, step: u16, category: Category) -> ThreadId {
        let place = Place {
            organisation: self.viewer.organisation.clone(),
            service: String::new(),
            task: task.to_owned(),
            step,
            category: Some(category),
        };
        place.thread()
    }

    /// The threads that a published page lists, as they are kept: its teams had their time.
    pub(super) fn listed_on(&self, page: &MonthPage) -> Result<String> {
        let listed = page.month.in_the_way.iter().take(MOST_IN_THE_WAY);
        let listed = listed.map(|it| self.thread_at(&it.task, it.step, it.category));
        threads(&listed.collect())
    }
}

/// Threads as they are kept.
fn threads(all: &BTreeSet<ThreadId>) -> Result<String> {
    serde_json::to_string(all).map_err(|error| StoreError::Unreadable(error.to_string()))
}
