//! Organisations and their people.

use app::walk::{Millis, Text};
use sqlx::AssertSqlSafe;

use super::{
    Row, Store,
    audit::{Deed, What},
    db::Result,
};
use crate::viewer::Roles;

/// A condition: the person of this name in the statement is of a service team, and may come in.
macro_rules! of_a_team {
    ($person:literal) => {
        concat!(
            $person,
            ".disabled_at IS NULL AND (',' || ",
            $person,
            ".roles || ',') LIKE '%,service_team,%'"
        )
    };
}
pub(super) use of_a_team;

/// One public body.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Short and stable.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// An IANA name; months are counted in it.
    pub time_zone: String,
    /// True on a demonstration.
    pub demonstration: bool,
}

/// A person to be added.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Unique over all organisations.
    pub id: String,
    /// The organisation's id.
    pub organisation: String,
    /// The person's name.
    pub name: String,
    /// The person's job.
    pub title: Text,
    /// What the person may do.
    pub roles: Roles,
    /// The ids of the services the person answers for.
    pub services: Vec<String>,
}

/// Somebody an organisation has.
#[derive(Clone, Debug)]
pub struct Known {
    /// Their id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub roles: Roles,
    /// True while nothing is shown to them.
    pub disabled: bool,
}

const KNOWN: &str =
    "SELECT id, name, roles, CASE WHEN disabled_at IS NULL THEN 0 ELSE 1 END FROM person
     WHERE organisation = $1 AND erased_at IS NULL";

impl Store {
    /// True when there is such an organisation.
    pub async fn has_organisation(&self, id: &str) -> Result<bool> {
        let sql = "SELECT 1 FROM organisation WHERE id = $1";
        Ok(self.db().row(sql, &[id.into()]).await?.is_some())
    }

    /// True when the organisation has such a service.
    pub async fn has_service(&self, organisation: &str, id: &str) -> Result<bool> {
        let sql = "SELECT 1 FROM service WHERE organisation = $1 AND id = $2";
        Ok(self
            .db()
            .row(sql, &[organisation.into(), id.into()])
            .await?
            .is_some())
    }

    /// The organisation's people of this name.
    pub async fn people_named(&self, organisation: &str, name: &str) -> Result<Vec<Known>> {
        let sql = format!("{KNOWN} AND name = $2 ORDER BY id");
        let args = [organisation.into(), name.into()];
        let rows = self.db().rows(AssertSqlSafe(sql), &args).await?;
        rows.iter().map(known).collect()
    }

    /// The organisation's person with this id.
    pub async fn person_here(&self, organisation: &str, id: &str) -> Result<Option<Known>> {
        let sql = format!("{KNOWN} AND id = $2");
        let args = [organisation.into(), id.into()];
        let row = self.db().row(AssertSqlSafe(sql), &args).await?;
        row.as_ref().map(known).transpose()
    }

    /// Gives a person these roles, by the operator.
    pub async fn set_roles(
        &self,
        organisation: &str,
        id: &str,
        roles: &Roles,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let sql = "UPDATE person SET roles = $3 WHERE organisation = $1 AND id = $2";
        let args = [organisation.into(), id.into(), roles.codes().into()];
        tx.execute(sql, &args).await?;
        let changed = by_operator(organisation, What::RolesChanged, id);
        tx.note(changed, now).await?;
        tx.commit().await
    }

    /// Adds an organisation; false when its id is there already, which then stays as it is.
    pub async fn create_organisation(&self, new: &Organisation, now: Millis) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let added = tx
            .execute(
                "INSERT INTO organisation (id, name_en, name_cy, time_zone, demonstration, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING",
                &[
                    (&new.id).into(),
                    (&new.name.en).into(),
                    (&new.name.cy).into(),
                    (&new.time_zone).into(),
                    new.demonstration.into(),
                    now.into(),
                ],
            )
            .await?;
        if added > 0 {
            let made = by_operator(&new.id, What::OrganisationMade, &new.id);
            tx.note(made, now).await?;
        }
        tx.commit().await?;
        Ok(added > 0)
    }

    /// Adds a person; false when the id is there already, who then stays as they are.
    pub async fn create_person(&self, new: &NewPerson, now: Millis) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let added = tx
            .execute(
                "INSERT INTO person (id, organisation, name, title_en, title_cy, roles, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING",
                &[
                    (&new.id).into(),
                    (&new.organisation).into(),
                    (&new.name).into(),
                    (&new.title.en).into(),
                    (&new.title.cy).into(),
                    new.roles.codes().into(),
                    now.into(),
                ],
            )
            .await?;
        if added > 0 {
            for service in &new.services {
                tx.execute(
                    "INSERT INTO person_service (person, service) VALUES ($1, $2) ON CONFLICT (person, service) DO NOTHING",
                    &[(&new.id).into(), service.into()],
                )
                .await?;
            }
            let added = by_operator(&new.organisation, What::PersonAdded, &new.id);
            tx.note(added, now).await?;
        }
        tx.commit().await?;
        Ok(added > 0)
    }
}

fn known(row: &Row) -> Result<Known> {
    Ok(Known {
        id: row.text(0)?,
        name: row.text(1)?,
        roles: Roles::from_codes(&row.text(2)?),
        disabled: row.flag(3)?,
    })
}

/// What the operator's commands do.
pub(super) fn by_operator<'a>(organisation: &'a str, what: What, about: &'a str) -> Deed<'a> {
    Deed {
        organisation,
        person: None,
        what,
        about,
    }
}
