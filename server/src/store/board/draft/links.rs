//! Addresses at which somebody without an account reads the newest published version of a month.

use std::sync::Arc;

use app::{
    board::{Link, Links, Typed},
    walk::{Millis, Text, month::YearMonth},
    words::When,
};

use super::super::KeptMonth;
use crate::{
    store::{Desk, Row, Store, StoreError, audit::What, db::Result},
    token,
    viewer::{Role, Roles, Viewer},
    when::when,
};

/// Which link `l` has this hash ($1), while it works ($2 now).
const THAT_WORKS: &str = " WHERE l.token_hash = $1 AND l.revoked_at IS NULL AND l.expires_at > $2";

/// What is at such an address.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Whose month it is.
    pub organisation: Text,
    /// Which month.
    pub month: YearMonth,
    /// The month.
    pub page: Arc<KeptMonth>,
    /// Its record as a file, to be checked by anybody.
    pub record: Option<String>,
    /// Until when it can be read there.
    pub until: When,
}

impl Desk {
    /// The links of a month, the newest first.
    ///
    /// # Errors
    /// As for [`Desk::draft`].
    pub async fn links(&self, month: YearMonth, now: Millis) -> Result<Links> {
        self.only_secretary()?;
        self.months_to(month, now).await?;
        let sql = "SELECT id, label, expires_at, revoked_at FROM paper_link
                   WHERE organisation = $1 AND month = $2 ORDER BY created_at DESC, id";
        let args = [(&self.viewer.organisation).into(), month.to_string().into()];
        let link = |row: &Row| {
            let (expires, revoked) = (row.int(2)?, row.opt_int(3)?);
            Ok(Link {
                id: row.text(0)?,
                label: row.text(1)?,
                ends: when(&self.viewer.time_zone, revoked.unwrap_or(expires), now),
                works: revoked.is_none() && now < expires,
            })
        };
        let rows = self.db().rows(sql, &args).await?;
        Ok(Links {
            month,
            published: self.stands(month).await?.is_some(),
            links: rows.iter().map(link).collect::<Result<_>>()?,
            typed: Typed::default(),
            made: None,
        })
    }

    /// Makes a link of a published month. `hash` is that of its address: the same again makes no second one, and is
    /// false when the first works no longer.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] as for [`Desk::draft`], and for a month that is not published.
    pub async fn make_link(
        &self,
        month: YearMonth,
        hash: &str,
        label: &str,
        expires_at: Millis,
        now: Millis,
    ) -> Result<bool> {
        self.only_secretary()?;
        self.stands(month).await?.ok_or(StoreError::NotFound)?;
        let id = token::fresh();
        let mut tx = self.db().begin().await?;
        let sql = "INSERT INTO paper_link (id, token_hash, organisation, month, label, created_by, created_at, expires_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (token_hash) DO NOTHING";
        let args = [
            (&id).into(),
            hash.into(),
            (&self.viewer.organisation).into(),
            month.to_string().into(),
            label.into(),
            (&self.viewer.person).into(),
            now.into(),
            expires_at.into(),
        ];
        if tx.execute(sql, &args).await? > 0 {
            tx.note(self.deed(What::PaperMade, &id), now).await?;
        }
        let sql = ["SELECT 1 FROM paper_link l", THAT_WORKS].concat();
        let this = [hash.into(), now.into()];
        let works = tx.row(sqlx::AssertSqlSafe(sql), &this).await?.is_some();
        tx.commit().await?;
        Ok(works)
    }

    /// Ends a link. Ending it again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one of the organisation's, and as for [`Desk::draft`].
    pub async fn end_link(&self, id: &str, now: Millis) -> Result<()> {
        self.only_secretary()?;
        let mut tx = self.db().begin().await?;
        let here = [id.into(), (&self.viewer.organisation).into()];
        let sql = "SELECT id FROM paper_link WHERE id = $1 AND organisation = $2";
        tx.row(sql, &here).await?.ok_or(StoreError::NotFound)?;
        let [id_, organisation] = here;
        let sql = "UPDATE paper_link SET revoked_at = $3
                   WHERE id = $1 AND organisation = $2 AND revoked_at IS NULL AND expires_at > $3";
        if tx.execute(sql, &[id_, organisation, now.into()]).await? > 0 {
            tx.note(self.deed(What::PaperEnded, id), now).await?;
        }
        tx.commit().await
    }
}

impl Store {
    /// What is at the address with this hash; none where there never was anything, or is nothing any more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn paper(&self, hash: &str, now: Millis) -> Result<Option<Paper>> {
        let sql = [
            "SELECT l.month, l.expires_at, o.id, o.name_en, o.name_cy, o.time_zone, o.demonstration
             FROM paper_link l JOIN organisation o ON o.id = l.organisation",
            THAT_WORKS,
        ]
        .concat();
        let this = [hash.into(), now.into()];
        let Some(row) = self.db().row(sqlx::AssertSqlSafe(sql), &this).await? else {
            return Ok(None);
        };
        let month: YearMonth = row.text(0)?.parse().map_err(|_| StoreError::NotFound)?;
        let name = super::text(&row, 3)?;
        let reader = reads_the_board(&row, name.clone())?;
        let desk = self.desk(&reader);
        let Some(page) = desk.published(month, None, now).await? else {
            return Ok(None);
        };
        Ok(Some(Paper {
            until: when(&reader.time_zone, row.int(1)?, now),
            record: match &page.stamp {
                Some(stamp) => Some(desk.record_file(month, stamp.version).await?),
                None => None,
            },
            page,
            organisation: name,
            month,
        }))
    }
}

/// Nobody in particular, who reads what the board of an organisation reads. From a row with the organisation's id, its
/// names, its zone and whether it is a demonstration, from the third column on.
pub(in crate::store) fn reads_the_board(row: &Row, organisation_name: Text) -> Result<Viewer> {
    Ok(Viewer {
        person: String::new(),
        name: String::new(),
        organisation: row.text(2)?,
        organisation_name,
        time_zone: row.text(5)?,
        demonstration: row.flag(6)?,
        roles: Roles::new(&[Role::Board]),
        services: Vec::new(),
        session: String::new(),
        confirmed_at: 0,
    })
}
