//! The right of reply: service teams put their view of what gets in the way before the board reads it.

use app::{
    board::{Beside, MOST_IN_THE_WAY, ReplyPlace},
    team::{AskedView, OpenPlace},
    walk::{Millis, month::YearMonth},
};

use crate::{
    store::{Desk, audit::What, db::Result, threads::Place},
    viewer::Role,
    when::when,
};

const DAY: Millis = 86_400_000;

impl Desk {
    /// Asks the teams for their view, for as many days as the organisation gives them. Asking again changes nothing.
    ///
    /// # Errors
    /// As for [`Desk::write_draft`].
    pub async fn open_reply(&self, month: YearMonth, now: Millis) -> Result<()> {
        let days = self.days_to_reply().await?;
        let mut tx = self.begin_draft(month, now).await?;
        let until = now.saturating_add(Millis::from(days).saturating_mul(DAY));
        let sql = "UPDATE month_draft SET reply_opened_at = $3, reply_until = $4
                   WHERE organisation = $1 AND month = $2 AND published_at IS NULL AND reply_opened_at IS NULL";
        let named = month.to_string();
        let args = [
            (&self.viewer.organisation).into(),
            (&named).into(),
            now.into(),
            until.into(),
        ];
        if tx.execute(sql, &args).await? > 0 {
            tx.note(self.deed(What::MonthOpened, &named), now).await?;
        }
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
        let beside = self.beside_places(&shown, now).await?;
        let place = |it: app::walk::month::InTheWay| {
            let at = Place {
                organisation: self.viewer.organisation.clone(),
                service: String::new(),
                task: it.task.clone(),
                step: it.step,
                category: Some(it.category),
            };
            let said = beside.get(&(it.task.clone(), it.step, it.category));
            ReplyPlace {
                thread: at.thread(),
                view: matches!(said, Some(Beside::View(..))),
                task: it.task,
                step: it.step,
                category: it.category,
            }
        };
        Ok(shown.into_iter().map(place).collect())
    }
}
