//! What service teams say of what was felt, beside it.

use std::collections::BTreeMap;

use app::{
    board::Beside,
    walk::{Category, FrictionId, Millis, WalkId, month::InTheWay},
};

use crate::{
    store::{
        Desk, Row,
        db::{Result, read_id},
        threads::Place,
    },
    when::when,
};

/// A day, in milliseconds.
const DAY: Millis = 86_400_000;

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

    /// Beside what gets in the way in a month, by task, step and category.
    pub(super) async fn beside_places(
        &self,
        places: &[InTheWay],
        now: Millis,
    ) -> Result<BTreeMap<(String, u16, Category), Beside>> {
        let sql = "WITH RECURSIVE up(id, merged_into) AS (SELECT id, merged_into FROM thread WHERE id = $1
             UNION SELECT t.id, t.merged_into FROM thread t JOIN up ON t.id = up.merged_into)
             SELECT t.view, t.view_at, COALESCE((SELECT x.received_at FROM friction_row f JOIN fact x ON x.id = f.id
                 WHERE f.thread = t.id ORDER BY f.felt_at DESC LIMIT 1), r.last_felt), o.reply_days FROM up JOIN thread t ON t.id = up.id
             JOIN thread_row r ON r.thread = t.id JOIN organisation o ON o.id = t.organisation
             WHERE up.merged_into IS NULL";
        let mut all = BTreeMap::new();
        for it in places {
            let place = Place {
                organisation: self.viewer.organisation.clone(),
                service: String::new(),
                task: it.task.clone(),
                step: it.step,
                category: Some(it.category),
            };
            let id = place.thread().to_string();
            if let Some(row) = self.db().row(sql, &[id.into()]).await? {
                let key = (it.task.clone(), it.step, it.category);
                all.insert(key, self.read_beside(&row, now)?);
            }
        }
        Ok(all)
    }

    /// From `view, view_at, since when the team could know of it, reply_days`.
    fn read_beside(&self, row: &Row, now: Millis) -> Result<Beside> {
        let moment = |at| when(&self.viewer.time_zone, at, now);
        let view = row.text(0)?;
        if !view.is_empty() {
            let at = row.opt_int(1)?.unwrap_or_default();
            return Ok(Beside::View(view, moment(at)));
        }
        let until = row.int(2)?.saturating_add(row.int(3)?.saturating_mul(DAY));
        Ok(if now < until {
            Beside::Open(moment(until))
        } else {
            Beside::Nothing
        })
    }
}
