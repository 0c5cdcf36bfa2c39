//! Digests: counts of what waits for a person's services, once a day or a week.

use app::{mine::Digest, walk::Millis};
use jiff::{Timestamp, ToSpan, civil::Weekday, tz::TimeZone};
use serde_json::{Value as Json, json};

use super::outbox::Telling;
use crate::store::{Row, Store, Tx, db::Result};

/// The hour, where the organisation is, at which digests come.
const HOUR: i8 = 8;
/// How many are made in one go.
const AT_ONCE: i64 = 50;
const DAY: Millis = 86_400_000;

/// When the next digest is due after `now`: at eight in the morning, of the next day or the next Monday.
pub(super) fn next_digest(zone: &str, digest: Digest, now: Millis) -> Millis {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let here = Timestamp::from_millisecond(now)
        .unwrap_or_default()
        .to_zoned(zone.clone());
    let mut day = here.date();
    for _ in 0..8 {
        let due = day.at(HOUR, 0, 0, 0).to_zoned(zone.clone()).ok();
        let fits = digest != Digest::Weekly || day.weekday() == Weekday::Monday;
        if let Some(due) = due.filter(|due| fits && *due > here) {
            return due.timestamp().as_millisecond();
        }
        day = day.saturating_add(1.day());
    }
    now.saturating_add(7 * DAY)
}

impl Store {
    /// Puts the digests that are due into the outbox, each once however many servers look; how many were due. Where
    /// nothing waits, none is sent.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn make_digests(&self, now: Millis) -> Result<usize> {
        let sql = "SELECT c.person, c.digest, c.next_digest, p.organisation, o.time_zone FROM mail_choice c
                   JOIN person p ON p.id = c.person JOIN organisation o ON o.id = p.organisation
                   WHERE c.next_digest <= $1 AND c.digest <> 'none' AND c.confirmed_at IS NOT NULL
                   AND p.disabled_at IS NULL AND p.erased_at IS NULL AND (',' || p.roles || ',') LIKE '%,service_team,%'
                   ORDER BY c.next_digest, c.person LIMIT $2";
        let due = self.db().rows(sql, &[now.into(), AT_ONCE.into()]).await?;
        for row in &due {
            let mut tx = self.db().begin().await?;
            make(&mut tx, row, now).await?;
            tx.commit().await?;
        }
        Ok(due.len())
    }
}

async fn make(tx: &mut Tx, row: &Row, now: Millis) -> Result<()> {
    let (person, due, organisation, zone) = (row.text(0)?, row.int(2)?, row.text(3)?, row.text(4)?);
    let digest = Digest::from_code(&row.text(1)?).unwrap_or(Digest::None);
    let next = next_digest(&zone, digest, now);
    let sql = "UPDATE mail_choice SET next_digest = $3 WHERE person = $1 AND next_digest = $2";
    let args = [(&person).into(), due.into(), next.into()];
    if tx.execute(sql, &args).await? == 0 {
        return Ok(());
    }
    let days = if digest == Digest::Weekly { 7 } else { 1 };
    let Some(body) = counts(tx, &organisation, &person, &zone, days, now).await? else {
        return Ok(());
    };
    let telling = Telling {
        organisation: &organisation,
        person: Some(&person),
        hook: None,
        topic: "digest",
        about: &due.to_string(),
        body,
    };
    tx.tell(&telling, now).await
}

/// What waits at the person's services: felt lately, new, come back from a re-walk, due within a week. None when
/// nothing does.
async fn counts(
    tx: &mut Tx,
    organisation: &str,
    person: &str,
    zone: &str,
    days: i64,
    now: Millis,
) -> Result<Option<Json>> {
    let since = now.saturating_sub(days * DAY);
    let in_a_week = crate::when::iso(zone, now.saturating_add(7 * DAY));
    let sql = "SELECT COALESCE(SUM(CASE WHEN r.last_felt >= $3 THEN 1 ELSE 0 END), 0),
               COALESCE(SUM(CASE WHEN r.state = 'new' THEN 1 ELSE 0 END), 0),
               COALESCE(SUM(CASE WHEN r.state IN ('half_fixed', 'not_fixed') THEN 1 ELSE 0 END), 0),
               COALESCE(SUM(CASE WHEN t.due_on <= $4 AND r.state NOT IN ('explained', 'confirmed', 'not_now') THEN 1 ELSE 0 END), 0)
               FROM thread_row r JOIN thread t ON t.id = r.thread
               WHERE r.organisation = $1 AND r.service IN (SELECT service FROM person_service WHERE person = $2)
               AND t.merged_into IS NULL";
    let day = in_a_week.get(..10).unwrap_or_default();
    let args = [organisation.into(), person.into(), since.into(), day.into()];
    let row = tx.row(sql, &args).await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let (felt, new, back, due) = (row.int(0)?, row.int(1)?, row.int(2)?, row.int(3)?);
    let any = felt + new + back + due > 0;
    Ok(any.then(|| json!({ "days": days, "felt": felt, "new": new, "back": back, "due": due })))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-06-15 12:00 UTC, a Monday; 13:00 in London.
    const NOON: Millis = 1_781_524_800_000;
    const AN_HOUR: Millis = 3_600_000;

    #[test]
    fn digests_come_at_eight_where_the_organisation_is() {
        let due = |digest, now| next_digest("Europe/London", digest, now);
        // Tuesday at eight, 07:00 UTC.
        assert_eq!(due(Digest::Daily, NOON), NOON + 19 * AN_HOUR);
        assert_eq!(due(Digest::Weekly, NOON), NOON + 7 * DAY - 5 * AN_HOUR);
        // At six on that Monday.
        assert_eq!(due(Digest::Weekly, NOON - 7 * AN_HOUR), NOON - 5 * AN_HOUR);
        // Over the change to winter time the hour stays.
        let october = 1_792_843_200_000; // 2026-10-24 12:00 UTC
        assert_eq!(due(Digest::Daily, october), october + 20 * AN_HOUR);
    }
}
