//! What service teams say of what was felt, beside it.

use std::collections::BTreeMap;

use app::{
    board::Beside,
    walk::{
        Category, FrictionId, Millis, WalkId,
        month::{InTheWay, YearMonth},
    },
};

use sqlx::AssertSqlSafe;

use crate::{
    period::period,
    store::{
        Desk, Row, StoreError, Value,
        db::{Result, read_id},
        many::listed,
        threads::Place,
    },
    when::when,
};

/// A day, in milliseconds.
const DAY: Millis = 86_400_000;

/// What a team says of one place, and when.
#[derive(Clone, Debug)]
pub(super) struct Viewed {
    /// Its view; empty while it has put none.
    pub view: String,
    /// When it was put.
    pub at: Millis,
    /// Until when one may be put.
    pub until: Millis,
}

impl Viewed {
    /// As it stands at a moment, on the calendar of a zone.
    pub(super) fn beside(&self, zone: &str, now: Millis) -> Beside {
        let moment = |at| when(zone, at, now);
        match self.view.as_str() {
            "" if now < self.until => Beside::Open(moment(self.until)),
            "" => Beside::Nothing,
            view => Beside::View(view.to_owned(), moment(self.at)),
        }
    }
}

impl Desk {
    /// Beside each friction point of a walk.
    pub(super) async fn beside_walk(
        &self,
        walk: WalkId,
        now: Millis,
    ) -> Result<BTreeMap<FrictionId, Beside>> {
        let sql = "SELECT t.view, t.view_at, COALESCE(x.received_at, f.felt_at), o.reply_days, f.id
             FROM friction_row f JOIN thread t ON t.id = f.thread JOIN organisation o ON o.id = f.organisation
             LEFT JOIN fact x ON x.id = f.id WHERE f.organisation = $1 AND f.walk = $2";
        let args = [(&self.viewer.organisation).into(), walk.to_string().into()];
        let rows = self.db().rows(sql, &args).await?;
        rows.iter()
            .map(|row| Ok((read_id(row, 4)?, self.read_beside(row, now)?)))
            .collect()
    }

    fn read_beside(&self, row: &Row, now: Millis) -> Result<Beside> {
        Ok(viewed(row)?.beside(&self.viewer.time_zone, now))
    }

    /// Beside what gets in the way in a month, by task, step and category.
    pub(super) async fn beside_places(
        &self,
        month: YearMonth,
        places: &[InTheWay],
        now: Millis,
    ) -> Result<BTreeMap<(String, u16, Category), Beside>> {
        let viewed = self.viewed_places(month, places).await?.into_iter();
        let zone = &self.viewer.time_zone;
        Ok(viewed
            .map(|(key, it)| (key, it.beside(zone, now)))
            .collect())
    }

    /// What teams say of what gets in the way in a month, by task, step and category. Their time begins when they could
    /// know of what was felt there last until the month's end: what is felt later is a later month's.
    pub(super) async fn viewed_places(
        &self,
        month: YearMonth,
        places: &[InTheWay],
    ) -> Result<BTreeMap<(String, u16, Category), Viewed>> {
        if places.is_empty() {
            return Ok(BTreeMap::new());
        }
        let until = period(&self.viewer.time_zone, month).ok_or(StoreError::NotFound)?;
        let until = until.to;
        let keys = places.iter().map(|it| {
            let place = Place {
                organisation: self.viewer.organisation.clone(),
                service: String::new(),
                task: it.task.clone(),
                step: it.step,
                category: Some(it.category),
            };
            let key = (it.task.clone(), it.step, it.category);
            (place.thread().to_string(), key)
        });
        let keys: BTreeMap<String, (String, u16, Category)> = keys.collect();
        let sql = format!(
            "WITH RECURSIVE up(own, id, merged_into) AS (SELECT id, id, merged_into FROM thread WHERE id IN ({})
             UNION SELECT up.own, t.id, t.merged_into FROM thread t JOIN up ON t.id = up.merged_into)
             SELECT t.view, t.view_at, COALESCE((SELECT x.received_at FROM friction_row f JOIN fact x ON x.id = f.id
                 WHERE f.thread = t.id AND f.felt_at < $1 ORDER BY f.felt_at DESC LIMIT 1), r.last_felt), o.reply_days, up.own
             FROM up JOIN thread t ON t.id = up.id
             JOIN thread_row r ON r.thread = t.id JOIN organisation o ON o.id = t.organisation
             WHERE up.merged_into IS NULL",
            listed(2, keys.len()),
        );
        let args: Vec<Value> = std::iter::once(until.into())
            .chain(keys.keys().map(Into::into))
            .collect();
        let mut all = BTreeMap::new();
        for row in self.db().rows(AssertSqlSafe(sql), &args).await? {
            if let Some(key) = keys.get(&row.text(4)?) {
                all.insert(key.clone(), viewed(&row)?);
            }
        }
        Ok(all)
    }
}

/// From `view, view_at, since when the team could know of it, reply_days`.
fn viewed(row: &Row) -> Result<Viewed> {
    Ok(Viewed {
        view: row.text(0)?,
        at: row.opt_int(1)?.unwrap_or_default(),
        until: row.int(2)?.saturating_add(row.int(3)?.saturating_mul(DAY)),
    })
}
