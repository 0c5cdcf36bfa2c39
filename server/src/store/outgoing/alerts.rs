//! A risk that a leader saw is told at once: it goes into the outbox in the transaction that brings it.

use std::collections::BTreeMap;

use app::walk::{Millis, WalkId};
use serde_json::json;

use super::outbox::Telling;
use crate::store::{Tx, Value, db::Result, many::among};

/// What was felt longer ago is no alarm any more.
const STILL_NEWS: Millis = 30 * 86_400_000;

/// Tells of every risk in some walks of an organisation that was not told of yet: whoever the service named for it,
/// else everybody of its team, as far as they want to be written to; and the organisation's other systems. Not one
/// word of what the leader wrote goes along.
pub(in crate::store) async fn alert(
    tx: &mut Tx,
    organisation: &str,
    walks: &BTreeMap<WalkId, String>,
    now: Millis,
) -> Result<()> {
    let walks: Vec<Value> = walks.keys().map(|walk| walk.to_string().into()).collect();
    let sql = "SELECT f.id, f.service, f.thread, s.name_en, s.name_cy, f.felt_at FROM friction_row f
               JOIN service s ON s.organisation = f.organisation AND s.id = f.service WHERE f.risk = 1 AND f.walk IN";
    for row in among(tx, sql, &walks, "ORDER BY f.id").await? {
        if now.saturating_sub(row.int(5)?) > STILL_NEWS {
            continue;
        }
        let (friction, service) = (row.text(0)?, row.text(1)?);
        let readers = readers(tx, organisation, &service).await?;
        let hooks = hooks(tx, organisation).await?;
        let body = json!({
            "friction": friction,
            "thread": row.opt_text(2)?,
            "service": service,
            "service_name": { "en": row.text(3)?, "cy": row.text(4)? },
        });
        let telling = |person, hook| Telling {
            organisation,
            person,
            hook,
            topic: "risk",
            about: &friction,
            body: body.clone(),
        };
        for person in &readers {
            tx.tell(&telling(Some(person), None), now).await?;
        }
        for hook in &hooks {
            tx.tell(&telling(None, Some(hook)), now).await?;
        }
    }
    Ok(())
}

/// Whom the service named for it, when they can be written to; else everybody of its team who wants to be.
async fn readers(tx: &mut Tx, organisation: &str, service: &str) -> Result<Vec<String>> {
    let sql = "SELECT c.person, CASE WHEN n.person IS NULL THEN 0 ELSE 1 END FROM mail_choice c
               JOIN person p ON p.id = c.person JOIN person_service s ON s.person = p.id
               LEFT JOIN risk_contact n ON n.organisation = p.organisation AND n.service = s.service AND n.person = p.id
               WHERE p.organisation = $1 AND s.service = $2 AND p.disabled_at IS NULL AND p.erased_at IS NULL
               AND (',' || p.roles || ',') LIKE '%,service_team,%' AND c.alerts = 1 AND c.confirmed_at IS NOT NULL
               ORDER BY c.person";
    let rows = tx.rows(sql, &[organisation.into(), service.into()]).await?;
    let (mut named, mut all) = (Vec::new(), Vec::new());
    for row in &rows {
        if row.flag(1)? {
            named.push(row.text(0)?);
        }
        all.push(row.text(0)?);
    }
    Ok(if named.is_empty() { all } else { named })
}

/// The organisation's other systems that are told what happens.
pub(super) async fn hooks(tx: &mut Tx, organisation: &str) -> Result<Vec<String>> {
    let sql = "SELECT id FROM hook WHERE organisation = $1 AND ended_at IS NULL ORDER BY id";
    let rows = tx.rows(sql, &[organisation.into()]).await?;
    rows.iter().map(|row| row.text(0)).collect()
}
