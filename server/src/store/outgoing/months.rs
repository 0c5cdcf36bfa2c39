//! Published months, as a key may read them. A month is of the whole organisation: a key of one service reads none.

use std::sync::Arc;

use app::{
    board::fingerprint,
    walk::{Millis, Text, month::YearMonth},
};

use crate::store::{
    KeptMonth, Row, Store, StoreError,
    board::{Dated, reads_the_board},
    db::{Result, read_json},
    outgoing::systems::Reach,
};

/// The newest version of a published month.
#[derive(Clone, Debug)]
pub struct PublishedMonth {
    /// Which month.
    pub month: YearMonth,
    /// Which version.
    pub version: u32,
    /// When it was published, as it was signed. Milliseconds since 1970.
    pub published_at: Millis,
    /// The fingerprint of its record.
    pub fingerprint: String,
}

const NEWEST: &str = "SELECT r.month, r.body, o.id, o.name_en, o.name_cy, o.time_zone, o.demonstration, r.version, r.hash
     FROM month_record r JOIN organisation o ON o.id = r.organisation
     WHERE r.organisation = $1 AND r.version = (SELECT MAX(v.version) FROM month_record v
         WHERE v.organisation = r.organisation AND v.month = r.month)";

impl Store {
    /// The newest version of each published month, the newest month first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn published_months(&self, reach: &Reach) -> Result<Vec<PublishedMonth>> {
        if reach.service.is_some() {
            return Ok(Vec::new());
        }
        let sql = [NEWEST, " ORDER BY r.month DESC"].concat();
        let args = [(&reach.organisation).into()];
        let rows = self.db().rows(sqlx::AssertSqlSafe(sql), &args).await?;
        rows.iter().map(published).collect()
    }

    /// The newest version of a published month with its page; none while it is not published.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn published_month(
        &self,
        reach: &Reach,
        month: YearMonth,
        now: Millis,
    ) -> Result<Option<(PublishedMonth, Arc<KeptMonth>)>> {
        if reach.service.is_some() {
            return Ok(None);
        }
        let sql = [NEWEST, " AND r.month = $2"].concat();
        let args = [(&reach.organisation).into(), month.to_string().into()];
        let Some(row) = self.db().row(sqlx::AssertSqlSafe(sql), &args).await? else {
            return Ok(None);
        };
        let found = published(&row)?;
        let name = Text {
            en: row.text(3)?,
            cy: row.text(4)?,
        };
        let desk = self.desk(&reads_the_board(&row, name)?);
        let page = desk.published(month, Some(found.version), now).await?;
        Ok(page.map(|page| (found, page)))
    }
}

fn published(row: &Row) -> Result<PublishedMonth> {
    let odd = || StoreError::Unreadable("a published month".to_owned());
    let signed: Dated = read_json(&row.text(1)?)?;
    Ok(PublishedMonth {
        month: row.text(0)?.parse().map_err(|_| odd())?,
        version: u32::try_from(row.int(7)?).map_err(|_| odd())?,
        published_at: signed.published_at,
        fingerprint: fingerprint(&row.text(8)?),
    })
}
