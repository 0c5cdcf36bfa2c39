//! The inbox: friction felt at the viewer's services, newest first.

use app::{
    team::{Filter, Inbox, Item, State},
    walk::{FrictionId, Millis, Text},
};

use super::item::{item, mine};
use crate::{
    store::{Desk, Row, db::Result},
    viewer::Role,
};

/// How many friction points one page of the inbox holds.
pub const INBOX_PAGE: usize = 50;

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
        let rows = self
            .db()
            .rows(
                item!(
                    "AND ($3 = '' OR f.service = $3)
                     AND ($4 = '' OR $4 = CASE WHEN EXISTS (SELECT 1 FROM reply r WHERE r.friction = f.id)
                         THEN 'answered' WHEN s.seen_at IS NOT NULL THEN 'seen' ELSE 'new' END)
                     AND (f.felt_at < $5 OR (f.felt_at = $5 AND f.id < $6))
                     ORDER BY f.felt_at DESC, f.id DESC LIMIT $7"
                ),
                &args,
            )
            .await?;
        let tasks = self.my_tasks().await?;
        let shown = rows.iter().take(INBOX_PAGE);
        let items: Vec<Item> = shown
            .map(|row| self.item(row, &tasks, now))
            .collect::<Result<_>>()?;
        let last = items.last().filter(|_| rows.len() > INBOX_PAGE);
        Ok(Inbox {
            services: self.my_services().await?,
            filter: filter.clone(),
            new: self.count_new().await?,
            before: place.map(|(felt_at, id)| format!("{felt_at}.{id}")),
            older: last.map(|item| format!("{}.{}", item.friction.at, item.friction.id)),
            items,
        })
    }

    async fn my_services(&self) -> Result<Vec<(String, Text)>> {
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
