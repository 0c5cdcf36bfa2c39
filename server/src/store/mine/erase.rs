//! Erasing a person: asked for, held or withdrawn, done, and done again on a backup that is brought back.

use std::collections::BTreeMap;

use app::{mine::Erasure, office::PersonFault, walk::Millis};
use sqlx::AssertSqlSafe;

use super::held::{Erasing, PLACES};
use crate::{
    erasures::{Entry, Journal},
    store::{
        Desk, Store, StoreError, Tx, Value,
        audit::{Deed, What},
        board::take_back_persons,
        db::Result,
        rebuild::refold_locked,
        refold::Ground,
        tx::Hold,
    },
    viewer::Role,
    when::when,
};

/// How long an erasure waits between asking and doing: time to withdraw it, and for the organisation to find out
/// whether there is something it has to keep.
pub const ERASURE_WAITS: Millis = 7 * 86_400_000;

/// On what grounds somebody is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erase {
    /// They asked for it, and waited long enough.
    Due,
    /// An operator says so.
    Now,
    /// They were erased at this time, and a backup brought them back.
    Again(Millis),
}

/// What became of an erasure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is done.
    Erased,
    /// It was done before.
    Before,
    /// An operator holds it.
    Held,
    /// It was withdrawn, or its time has not come.
    NotDue,
    /// There is no such person.
    Nobody,
}

/// Why an erasure could not be done.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum EraseError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the journal of erasures cannot be used: {0}")]
    Journal(#[from] std::io::Error),
}

type Outcome<T> = std::result::Result<T, EraseError>;

impl Desk {
    /// Where the viewer's own erasure stands.
    pub async fn erasure(&self, now: Millis) -> Result<Erasure> {
        let sql = "SELECT due_at, held_at FROM erasure WHERE person = $1 AND asked_at IS NOT NULL";
        let row = self.db().row(sql, &[(&self.viewer.person).into()]).await?;
        let Some(row) = row else {
            return Ok(Erasure::NotAsked);
        };
        Ok(match (row.opt_int(0)?, row.opt_int(1)?) {
            (_, Some(_)) => Erasure::Held,
            (Some(due), None) => Erasure::Due(when(&self.viewer.time_zone, due, now)),
            (None, None) => Erasure::NotAsked,
        })
    }

    /// Asks for the viewer to be erased. Asking again changes nothing. The last administrator who can come in makes
    /// somebody else one first.
    pub async fn ask_erasure(&self, now: Millis) -> Result<std::result::Result<(), PersonFault>> {
        let mut tx = self.db().begin().await?;
        let (organisation, person) = (&self.viewer.organisation, &self.viewer.person);
        tx.hold(organisation, Hold::Alone).await?;
        let administers = self.viewer.roles.has(Role::Administrator);
        if administers && tx.is_last_administrator(organisation, person, now).await? {
            return Ok(Err(PersonFault::LastAdministrator));
        }
        let asked = tx
            .execute(
                "INSERT INTO erasure (person, asked_at, due_at) VALUES ($1, $2, $3)
                 ON CONFLICT (person) DO UPDATE SET asked_at = excluded.asked_at, due_at = excluded.due_at
                 WHERE erasure.asked_at IS NULL",
                &[
                    (&self.viewer.person).into(),
                    now.into(),
                    now.saturating_add(ERASURE_WAITS).into(),
                ],
            )
            .await?;
        if asked > 0 {
            let deed = self.deed(What::ErasureAsked, &self.viewer.person);
            tx.note(deed, now).await?;
        }
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// Withdraws it. Withdrawing what was not asked for changes nothing.
    pub async fn withdraw_erasure(&self, now: Millis) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let sql = "UPDATE erasure SET asked_at = NULL, due_at = NULL WHERE person = $1 AND asked_at IS NOT NULL";
        let withdrawn = tx.execute(sql, &[(&self.viewer.person).into()]).await?;
        if withdrawn > 0 {
            let deed = self.deed(What::ErasureWithdrawn, &self.viewer.person);
            tx.note(deed, now).await?;
        }
        tx.commit().await
    }
}

impl Store {
    /// Holds a person's erasure, asked for or not, until it is lifted; or lifts it. False when there is no such person.
    pub async fn hold_erasure(&self, person: &str, held: bool, now: Millis) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let sql = "SELECT organisation FROM person WHERE id = $1";
        let Some(row) = tx.row(sql, &[person.into()]).await? else {
            return Ok(false);
        };
        let since = held.then_some(now);
        tx.execute(
            "INSERT INTO erasure (person, held_at) VALUES ($1, $2)
             ON CONFLICT (person) DO UPDATE SET held_at = excluded.held_at",
            &[person.into(), since.into()],
        )
        .await?;
        let what = if held {
            What::ErasureHeld
        } else {
            What::ErasureReleased
        };
        tx.note(operators(&row.text(0)?, what, person), now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Erases everybody whose time has come; how many that were.
    ///
    /// # Errors
    /// When one of them could not be erased. Those before are.
    pub async fn erase_due(&self, journal: &Journal, now: Millis) -> Outcome<usize> {
        let mut erased = 0;
        for person in self.due(now).await? {
            if self.erase(&person, Erase::Due, journal, now).await? == Done::Erased {
                erased += 1;
            }
        }
        Ok(erased)
    }

    /// Whose time has come.
    pub async fn due(&self, now: Millis) -> Result<Vec<String>> {
        let sql = "SELECT e.person FROM erasure e JOIN person p ON p.id = e.person
                   WHERE e.due_at <= $1 AND e.held_at IS NULL AND p.erased_at IS NULL ORDER BY e.person";
        let rows = self.db().rows(sql, &[now.into()]).await?;
        rows.iter().map(|row| row.text(0)).collect()
    }

    /// Erases again whom the journal knows and a backup brought back; how many that were.
    ///
    /// # Errors
    /// When the journal cannot be read, or somebody could not be erased.
    pub async fn replay_erasures(&self, journal: &Journal) -> Outcome<usize> {
        let mut erased = 0;
        for Entry { person, at } in journal.read()? {
            match self.erase(&person, Erase::Again(at), journal, at).await? {
                Done::Erased => erased += 1,
                Done::Held => {
                    tracing::warn!(person, "an erasure of the journal is held by an operator")
                }
                Done::Before | Done::NotDue | Done::Nobody => {}
            }
        }
        Ok(erased)
    }

    /// Erases a person, in one transaction, and writes it into the journal before that is durable: what the database
    /// has lost, a backup loses as well.
    ///
    /// # Errors
    /// When the journal cannot be written or the store failed. Then nothing was erased, or it is not known.
    pub async fn erase(
        &self,
        person: &str,
        why: Erase,
        journal: &Journal,
        now: Millis,
    ) -> Outcome<Done> {
        let mut tx = self.db().begin().await?;
        let done = erase_in(&mut tx, person, why, now).await?;
        if done != Done::Erased {
            return Ok(done);
        }
        if !matches!(why, Erase::Again(_)) {
            journal.add(&Entry {
                person: person.to_owned(),
                at: now,
            })?;
        }
        tx.commit().await?;
        Ok(done)
    }
}

async fn erase_in(tx: &mut Tx, person: &str, why: Erase, now: Millis) -> Result<Done> {
    let this: [Value; 1] = [person.into()];
    let sql = "SELECT organisation FROM person WHERE id = $1";
    let Some(row) = tx.row(sql, &this).await? else {
        return Ok(Done::Nobody);
    };
    let organisation = row.text(0)?;
    // No phone's facts come in between.
    tx.hold(&organisation, Hold::Alone).await?;
    if let Some(not) = kept_back(tx, &this, why, now).await? {
        return Ok(not);
    }
    let erased = tx
        .execute(
            "UPDATE person SET erased_at = $2, disabled_at = COALESCE(disabled_at, $2), name = '', title_en = '', title_cy = '',
             roles = '', handle = NULL, break_glass = 0, appears_as = 'walkthrough'
             WHERE id = $1 AND erased_at IS NULL",
            &[person.into(), now.into()],
        )
        .await?;
    if erased == 0 {
        return Ok(Done::Before);
    }
    tx.execute(
        "UPDATE fact SET body = '' WHERE walk IN (SELECT id FROM walk WHERE author = $1)",
        &this,
    )
    .await?;
    let sql = "UPDATE session SET device = '', confirmed_at = 0 WHERE person = $1";
    tx.execute(sql, &this).await?;
    // Published months keep their figures, and a commitment that says nothing once this is gone.
    take_back_persons(tx, &this).await?;
    for place in PLACES.iter().filter(|it| it.erasing == Erasing::Gone) {
        let sql = format!("DELETE FROM {} WHERE {}", place.table, place.rows);
        tx.execute(AssertSqlSafe(sql), &this).await?;
    }
    refold_all(tx, &this, now).await?;
    tx.note(operators(&organisation, What::PersonErased, person), now)
        .await?;
    Ok(Done::Erased)
}

/// Why somebody is not erased now, if so.
async fn kept_back(tx: &mut Tx, this: &[Value], why: Erase, now: Millis) -> Result<Option<Done>> {
    // It locks the row as well: nobody holds or withdraws it meanwhile.
    let sql = "UPDATE erasure SET person = person WHERE person = $1 RETURNING due_at, held_at";
    let row = tx.row(sql, this).await?;
    let (due, held) = match &row {
        Some(row) => (row.opt_int(0)?, row.opt_int(1)?),
        None => (None, None),
    };
    Ok(match (why, held) {
        // A hold that is older than the erasure was lifted before it.
        (Erase::Again(at), Some(held)) if held > at => Some(Done::Held),
        (Erase::Again(_), _) | (Erase::Now, None) => None,
        (_, Some(_)) => Some(Done::Held),
        (Erase::Due, None) => due.is_none_or(|due| due > now).then_some(Done::NotDue),
    })
}

/// Folds the person's walks anew, now that they say nothing.
async fn refold_all(tx: &mut Tx, this: &[Value], now: Millis) -> Result<()> {
    let sql = "SELECT w.id, w.organisation, o.time_zone FROM walk w JOIN organisation o ON o.id = w.organisation
               WHERE w.author = $1 ORDER BY w.id";
    let mut walks = BTreeMap::<(String, String), Vec<Value>>::new();
    for row in tx.rows(sql, this).await? {
        walks
            .entry((row.text(1)?, row.text(2)?))
            .or_default()
            .push(row.text(0)?.into());
    }
    for ((organisation, zone), walks) in walks {
        let mut ground = Ground::new(&organisation, &zone);
        refold_locked(tx, &mut ground, &walks, Some(now)).await?;
    }
    Ok(())
}

/// A deed of the operator's, or of the server itself.
fn operators<'a>(organisation: &'a str, what: What, about: &'a str) -> Deed<'a> {
    Deed {
        organisation,
        person: None,
        what,
        about,
    }
}
