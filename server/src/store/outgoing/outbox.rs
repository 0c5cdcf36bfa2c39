//! What waits to be sent. It is written in the transaction that makes it true, and sent afterwards: a server that does
//! not answer holds up nothing and loses nothing. Several of our servers may send from one outbox; who sends holds a
//! lease on it, so that nobody else does.

use app::walk::{Lang, Millis};
use serde_json::Value as Json;

use crate::{
    store::{
        Row, Store, Tx, Value,
        db::{Result, read_json},
    },
    token,
};

/// How long a lease lasts: longer than all of a batch may take.
pub const LEASE: Millis = 5 * MINUTE;
/// How many one server takes at once.
pub const AT_ONCE: usize = 8;
/// How often it is tried, for about four days, before it is given up.
pub const MOST_TRIES: i64 = 24;
/// The longest wait between two tries.
const LONGEST_WAIT: Millis = 6 * 60 * MINUTE;
const MINUTE: Millis = 60_000;

/// Something to be sent.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id: the same however often it is tried.
    pub id: String,
    /// What it is about.
    pub topic: String,
    /// What it tells.
    pub body: Json,
    /// When it became true.
    pub made_at: Millis,
    /// The organisation's zone.
    pub zone: String,
    /// To whom.
    pub to: To,
    tries: i64,
}

/// Whom something is sent to.
#[derive(Clone, Debug)]
pub enum To {
    /// A person.
    Mail {
        /// Their address.
        address: String,
        /// What stands in the address that ends it.
        secret: String,
        /// Their language.
        lang: Lang,
    },
    /// Another system.
    Hook {
        /// Its address.
        url: String,
        /// What signs.
        secret: String,
    },
}

/// What is sent by one way; each way has a sender of its own, so that none waits for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Messages.
    Mail,
    /// Calls.
    Hook,
}

/// Something to tell.
pub(in crate::store) struct Telling<'a> {
    pub organisation: &'a str,
    pub person: Option<&'a str>,
    pub hook: Option<&'a str>,
    pub topic: &'a str,
    /// What it is about: the same about the same to the same is told once.
    pub about: &'a str,
    pub body: Json,
}

impl Tx {
    /// Puts something into the outbox, once.
    pub(in crate::store) async fn tell(&mut self, it: &Telling<'_>, now: Millis) -> Result<()> {
        let to = it.person.or(it.hook).unwrap_or_default();
        let id = token::hash(&[it.topic, it.about, to].join("\0"));
        self.execute(
            "INSERT INTO outbox (id, organisation, person, hook, topic, body, made_at, due_at, leased_until, tries, fault)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $7, 0, 0, '') ON CONFLICT (id) DO NOTHING",
            &[
                id.into(),
                it.organisation.into(),
                it.person.into(),
                it.hook.into(),
                it.topic.into(),
                it.body.to_string().into(),
                now.into(),
            ],
        )
        .await
        .map(drop)
    }
}

/// Messages that are due, and not held by anybody.
macro_rules! mail_due {
    ($most:literal) => {
        concat!(
            "SELECT o.id FROM outbox o WHERE o.done_at IS NULL AND o.due_at <= $1 AND o.leased_until <= $1
             AND o.person IS NOT NULL ORDER BY o.due_at, o.id LIMIT ",
            $most
        )
    };
}

/// Calls that are due: of each system the one that came due first, and none of a system that is being called. It
/// begins with the systems, which are few: one of them may have thousands of calls waiting.
macro_rules! hook_due {
    ($most:literal) => {
        concat!(
            "SELECT o.id FROM hook h JOIN outbox o
             ON o.id = (SELECT b.id FROM outbox b WHERE b.hook = h.id AND b.done_at IS NULL AND b.due_at <= $1
                        ORDER BY b.due_at, b.made_at, b.id LIMIT 1)
             WHERE o.leased_until <= $1
             AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.hook = h.id AND b.done_at IS NULL AND b.leased_until > $1)
             ORDER BY o.due_at, o.id LIMIT ",
            $most
        )
    };
}

macro_rules! lease {
    ($($due:tt)*) => {
        concat!(
            "UPDATE outbox SET leased_until = $2, tries = tries + 1 WHERE done_at IS NULL AND leased_until <= $1 AND id IN (",
            $($due)*,
            ") RETURNING id, organisation, person, hook, topic, body, made_at, tries"
        )
    };
}

impl Store {
    /// Takes what is due, `most` of it, under a lease that ends at `now` + [`LEASE`]; of calls at most one to each
    /// system, so that each hears one after another. What nobody may be told of any more is closed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn lease(&self, way: Way, most: usize, now: Millis) -> Result<Vec<Job>> {
        loop {
            // Looking costs no write.
            let args: [Value; 2] = [now.into(), 1_i64.into()];
            let looked = match way {
                Way::Mail => self.db().row(mail_due!("$2"), &args).await,
                Way::Hook => self.db().row(hook_due!("$2"), &args).await,
            };
            if looked?.is_none() {
                return Ok(Vec::new());
            }
            let (leased, jobs) = self.lease_once(way, most, now).await?;
            // What was only closed makes room for what comes after it.
            if leased == 0 || !jobs.is_empty() {
                return Ok(jobs);
            }
        }
    }

    /// How many were taken, and those of them that are to be sent.
    async fn lease_once(&self, way: Way, most: usize, now: Millis) -> Result<(usize, Vec<Job>)> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let args: [Value; 3] = [now.into(), (now + LEASE).into(), most.into()];
        let mut tx = self.db().begin().await?;
        let leased = match way {
            Way::Mail => tx.rows(lease!(mail_due!("$3")), &args).await?,
            Way::Hook => tx.rows(lease!(hook_due!("$3")), &args).await?,
        };
        let mut jobs = Vec::new();
        for row in &leased {
            match job(&mut tx, way, row).await? {
                Some(job) => jobs.push(job),
                None => {
                    let sql = "UPDATE outbox SET done_at = $2, fault = 'not_wanted', body = '{}' WHERE id = $1";
                    tx.execute(sql, &[row.text(0)?.into(), now.into()]).await?;
                }
            }
        }
        tx.commit().await?;
        Ok((leased.len(), jobs))
    }

    /// Notes that it was sent.
    ///
    /// # Errors
    /// When the database does not answer. Then it is sent once more when the lease has ended.
    pub async fn sent(&self, job: &Job, now: Millis) -> Result<()> {
        let sql = "UPDATE outbox SET done_at = $2, leased_until = 0, fault = '', body = '{}' WHERE id = $1";
        let mut tx = self.db().begin().await?;
        tx.execute(sql, &[(&job.id).into(), now.into()]).await?;
        tx.commit().await
    }

    /// Notes that it could not be sent: it is tried again later, each time a longer while, and given up after some days.
    ///
    /// # Errors
    /// When the database does not answer. Then it is tried again when the lease has ended.
    pub async fn not_sent(&self, job: &Job, fault: &str, now: Millis) -> Result<()> {
        let given_up = job.tries >= MOST_TRIES;
        let due = now + wait(job.tries);
        // Unless the lease ran out and another server took it.
        let sql = "UPDATE outbox SET due_at = $2, leased_until = 0, fault = $3, done_at = $4
             WHERE id = $1 AND tries = $5 AND done_at IS NULL";
        let mut tx = self.db().begin().await?;
        let done = given_up.then_some(now);
        tx.execute(
            sql,
            &[
                (&job.id).into(),
                due.into(),
                fault.into(),
                done.into(),
                job.tries.into(),
            ],
        )
        .await?;
        tx.commit().await
    }

    /// Forgets what was sent or given up before this time.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_sent(&self, before: Millis) -> Result<()> {
        let sql = "SELECT id FROM outbox WHERE done_at < $1 LIMIT 1";
        if self.db().row(sql, &[before.into()]).await?.is_none() {
            return Ok(());
        }
        let mut tx = self.db().begin().await?;
        tx.execute("DELETE FROM outbox WHERE done_at < $1", &[before.into()])
            .await?;
        tx.commit().await
    }
}

/// A minute, then two, four, eight.
fn wait(tries: i64) -> Millis {
    let doubled = u32::try_from(tries - 1).unwrap_or(0).min(20);
    (MINUTE << doubled).min(LONGEST_WAIT)
}

async fn job(tx: &mut Tx, way: Way, row: &Row) -> Result<Option<Job>> {
    let (topic, body): (String, Json) = (row.text(4)?, read_json(&row.text(5)?)?);
    // It may have waited for days: what was taken back meanwhile is told to nobody.
    if topic == "risk" {
        let friction = body["friction"].as_str().unwrap_or_default();
        let sql = "SELECT id FROM friction_row WHERE id = $1 AND risk = 1";
        if tx.row(sql, &[friction.into()]).await?.is_none() {
            return Ok(None);
        }
    }
    let found = match way {
        Way::Mail => {
            let sql = "SELECT c.address, c.secret, c.lang, o.time_zone FROM mail_choice c JOIN person p ON p.id = c.person
                       JOIN organisation o ON o.id = p.organisation
                       WHERE c.person = $1 AND p.disabled_at IS NULL AND p.erased_at IS NULL
                       AND (($2 = 'confirm' AND c.confirmed_at IS NULL)
                         OR (c.confirmed_at IS NOT NULL AND ($2 = 'digest' AND c.digest <> 'none' OR $2 = 'risk' AND c.alerts = 1
                           AND (',' || p.roles || ',') LIKE '%,service_team,%'
                           AND EXISTS (SELECT 1 FROM person_service s WHERE s.person = p.id AND s.service = $3)
                           OR $2 = 'month' AND c.months = 1 AND (',' || p.roles || ',') LIKE '%,board,%')))";
            let service = body["service"].as_str().unwrap_or_default();
            let args = [row.opt_text(2)?.into(), (&topic).into(), service.into()];
            tx.row(sql, &args).await?
        }
        Way::Hook => {
            let sql = "SELECT h.url, h.secret, '', o.time_zone FROM hook h JOIN organisation o ON o.id = h.organisation
                       WHERE h.id = $1 AND h.ended_at IS NULL";
            tx.row(sql, &[row.opt_text(3)?.into()]).await?
        }
    };
    let Some(found) = found else {
        return Ok(None);
    };
    let (first, secret) = (found.text(0)?, found.text(1)?);
    let to = match way {
        Way::Mail => To::Mail {
            address: first,
            secret,
            lang: if found.text(2)? == "cy" {
                Lang::Cy
            } else {
                Lang::En
            },
        },
        Way::Hook => To::Hook { url: first, secret },
    };
    Ok(Some(Job {
        id: row.text(0)?,
        topic,
        body,
        made_at: row.int(6)?,
        tries: row.int(7)?,
        zone: found.text(3)?,
        to,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end_somewhere() {
        assert_eq!([1, 2, 3].map(wait), [MINUTE, 2 * MINUTE, 4 * MINUTE]);
        assert_eq!(wait(0), MINUTE);
        assert_eq!(wait(90), LONGEST_WAIT);
    }
}
