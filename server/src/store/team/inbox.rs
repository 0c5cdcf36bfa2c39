//! The inbox: friction felt at the viewer's services, newest first.

use std::cmp::Reverse;

use app::{
    team::{Filter, Inbox, Item, State},
    walk::{FrictionId, Millis, Text},
};

use super::item::{mine, standing, withdrawn};
use crate::{
    store::{Desk, Row, Value, db::Result},
    viewer::Role,
};

/// How many friction points one page of the inbox holds.
pub const INBOX_PAGE: usize = 50;

/// One page of rows, and one row more when there are older ones.
macro_rules! page {
    ($rows:ident, $only:literal) => {
        $rows!(
            $only,
            "AND ($3 = '' OR f.service = $3)
             AND ($4 = '' OR $4 = CASE WHEN EXISTS (SELECT 1 FROM reply r WHERE r.friction = f.id)
                 THEN 'answered' WHEN s.seen_at IS NOT NULL THEN 'seen' ELSE 'new' END)
             AND (f.felt_at < $5 OR (f.felt_at = $5 AND f.id < $6))
             ORDER BY f.felt_at DESC, f.id DESC LIMIT $7"
        )
    };
}

impl Desk {
    /// Friction felt at the viewer's services, newest first: one page, beginning after the friction point that
    /// `before` names. A `before` that cannot be read begins at the newest.
    pub async fn inbox(&self, filter: &Filter, before: Option<&str>, now: Millis) -> Result<Inbox> {
        self.only(Role::ServiceTeam)?;
        let place = before.and_then(read_place);
        let (felt_at, id) = place.clone().unwrap_or((Millis::MAX, String::new()));
        let mut args = self.me();
        args.extend([
            filter.service.as_deref().unwrap_or_default().into(),
            filter.state.map_or("", State::code).into(),
            felt_at.into(),
            id.into(),
            i64::try_from(INBOX_PAGE + 1).unwrap_or(i64::MAX).into(),
        ]);
        let mut items = self.page(&args, now).await?;
        let more = items.len() > INBOX_PAGE;
        items.truncate(INBOX_PAGE);
        let last = items.last().filter(|_| more);
        Ok(Inbox {
            services: self.my_services().await?,
            filter: filter.clone(),
            new: self.count_new().await?,
            before: place.map(|(felt_at, id)| format!("{felt_at}.{id}")),
            older: last.map(|item| format!("{}.{}", item.friction.at, item.friction.id)),
            items,
        })
    }

    /// Friction that stands, and what was taken back after the team had done something about it. What nobody had
    /// looked at yet needs nobody's eye.
    async fn page(&self, args: &[Value], now: Millis) -> Result<Vec<Item>> {
        let standing = self.db().rows(page!(standing, ""), args).await?;
        let sql = page!(
            withdrawn,
            "AND (s.seen_at IS NOT NULL OR EXISTS (SELECT 1 FROM reply r WHERE r.friction = f.id)) "
        );
        let withdrawn = self.db().rows(sql, args).await?;
        let tasks = self.my_tasks().await?;
        let rows = standing.iter().chain(&withdrawn);
        let mut items: Vec<Item> = rows
            .map(|row| self.item(row, &tasks, now))
            .collect::<Result<_>>()?;
        items.sort_by_key(|item| Reverse((item.friction.at, item.friction.id)));
        Ok(items)
    }

    pub(in crate::store) async fn my_services(&self) -> Result<Vec<(String, Text)>> {
        let rows = self
            .db()
            .rows(
                "SELECT id, name_en, name_cy FROM service
                 WHERE organisation = $1 AND id IN (SELECT service FROM person_service WHERE person = $2)
                 ORDER BY name_en, id",
                &self.me(),
            )
            .await?;
        let service = |row: &Row| {
            Ok((
                row.text(0)?,
                Text {
                    en: row.text(1)?,
                    cy: row.text(2)?,
                },
            ))
        };
        rows.iter().map(service).collect()
    }

    async fn count_new(&self) -> Result<u64> {
        let row = self
            .db()
            .row(
                mine!(
                    "friction_row",
                    "COUNT(*)",
                    "AND s.seen_at IS NULL AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.friction = f.id)"
                ),
                &self.me(),
            )
            .await?;
        let count = row.map_or(Ok(0), |row| row.int(0))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }
}

/// Reads a place in the inbox: `felt_at.id`.
fn read_place(text: &str) -> Option<(Millis, String)> {
    let (felt_at, id) = text.split_once('.')?;
    let id: FrictionId = id.parse().ok()?;
    Some((felt_at.parse().ok()?, id.to_string()))
}
