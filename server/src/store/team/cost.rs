//! What a task costs people in a year: its walks, and how many do it as its team entered it.

use app::{
    team::{Asked, CostPage, Entered, NewVolume},
    walk::{
        Millis,
        journey::{Lost, Volume},
    },
};

use crate::store::{Desk, Row, db::Result};

impl Desk {
    /// What a task costs, from its walks of these days.
    ///
    /// # Errors
    /// [`crate::store::StoreError::NotFound`] unless it is a task of a service of the viewer's.
    pub async fn cost(&self, task: &str, asked: &Asked, now: Millis) -> Result<CostPage> {
        let task = self.journey_task(task).await?;
        let mut traces = Vec::new();
        self.traces(&task, asked, |trace| traces.push(trace))
            .await?;
        let sql = "SELECT year, low, high, source, entered_at FROM task_volume
                   WHERE organisation = $1 AND task = $2 ORDER BY year DESC";
        let args = [(&self.viewer.organisation).into(), (&task.id).into()];
        let rows = self.db().rows(sql, &args).await?;
        let entered = |row: &Row| {
            let number =
                |at| -> Result<u64> { Ok(u64::try_from(row.int(at)?).unwrap_or_default()) };
            Ok(Entered {
                it: NewVolume {
                    year: i16::try_from(row.int(0)?).unwrap_or_default(),
                    volume: Volume {
                        low: number(1)?,
                        high: number(2)?,
                    },
                    source: row.text(3)?,
                },
                at: self.when(row.int(4)?, now),
            })
        };
        let walked = || {
            traces
                .iter()
                .filter(|it| !it.steps.is_empty())
                .map(|it| it.at)
        };
        let span = walked().min().zip(walked().max());
        Ok(CostPage {
            asked: *asked,
            span: span.map(|(first, last)| (self.when(first, now), self.when(last, now))),
            lost: Lost::of(&traces),
            volumes: rows.iter().map(entered).collect::<Result<_>>()?,
            this_year: self.when(now, now).year,
            typed: None,
            organisation: self.viewer.organisation_name.clone(),
            task,
        })
    }

    /// Enters how many people do a task in a year, in the place of what was entered for that year.
    ///
    /// # Errors
    /// As for [`Desk::cost`].
    pub async fn enter_volume(&self, task: &str, new: &NewVolume, now: Millis) -> Result<()> {
        let task = self.journey_task(task).await?;
        let sql = "INSERT INTO task_volume (organisation, task, year, low, high, source, entered_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)
                   ON CONFLICT (organisation, task, year) DO UPDATE SET low = excluded.low, high = excluded.high,
                   source = excluded.source, entered_at = excluded.entered_at";
        let number = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
        let args = [
            (&self.viewer.organisation).into(),
            (&task.id).into(),
            i64::from(new.year).into(),
            number(new.volume.low).into(),
            number(new.volume.high).into(),
            (&new.source).into(),
            now.into(),
        ];
        let mut tx = self.db().begin().await?;
        tx.execute(sql, &args).await?;
        tx.commit().await
    }

    /// Takes away what was entered for a year.
    ///
    /// # Errors
    /// As for [`Desk::cost`].
    pub async fn remove_volume(&self, task: &str, year: i16) -> Result<()> {
        let task = self.journey_task(task).await?;
        let sql = "DELETE FROM task_volume WHERE organisation = $1 AND task = $2 AND year = $3";
        let args = [
            (&self.viewer.organisation).into(),
            (&task.id).into(),
            i64::from(year).into(),
        ];
        let mut tx = self.db().begin().await?;
        tx.execute(sql, &args).await?;
        tx.commit().await
    }
}
