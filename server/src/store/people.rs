//! Organisations and their people.

use app::walk::{Millis, Text};

use super::{
    Store,
    audit::{Deed, What},
    db::Result,
};
use crate::viewer::Roles;

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

    /// The id of the organisation's person of this name, when there is one.
    pub async fn person_named(&self, organisation: &str, name: &str) -> Result<Option<String>> {
        let sql = "SELECT id FROM person WHERE organisation = $1 AND name = $2 ORDER BY id";
        let row = self
            .db()
            .row(sql, &[organisation.into(), name.into()])
            .await?;
        row.map(|row| row.text(0)).transpose()
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

/// What the operator's commands do.
fn by_operator<'a>(organisation: &'a str, what: What, about: &'a str) -> Deed<'a> {
    Deed {
        organisation,
        person: None,
        what,
        about,
    }
}
