//! The administrator's desk: people, invitations, and what there is to walk.

mod audit;
mod people;
mod services;
mod threads;

use std::collections::HashMap;

use app::{
    office::{self, Invite, Person, ServiceTasks},
    walk::{Millis, Task, Text},
};

pub use audit::{AuditQuery, Line as AuditLine, RawDeed};

use super::{
    Desk, Issued, Row, StoreError,
    audit::What,
    db::{Result, read_json},
};
use crate::{
    invitation::Invitation,
    viewer::{Role, Roles},
    when::when,
};

impl Desk {
    /// The organisation's people, services and tasks.
    pub async fn office(&self, now: Millis) -> Result<office::Desk> {
        self.only(Role::Administrator)?;
        Ok(office::Desk {
            people: self.people(now).await?,
            services: self.services().await?,
            waiting: self.waiting(now).await?,
            reply_days: self.reply_days().await?,
            days_wrong: false,
            fresh: String::new(),
        })
    }

    /// Adds a person and an invitation for them. The roles and services are those of the form; a service that is
    /// not the organisation's is left out. None, and nothing is changed, when there is a person of this id already.
    pub async fn invite_new(
        &self,
        id: &str,
        invite: &Invite,
        made: &Invitation,
        now: Millis,
    ) -> Result<Option<Issued>> {
        self.only(Role::Administrator)?;
        let organisation = &self.viewer.organisation;
        let roles: Vec<Role> = invite
            .roles
            .iter()
            .filter_map(|role| Role::from_code(role.code()))
            .collect();
        let mut tx = self.db().begin().await?;
        let added = tx
            .execute(
                "INSERT INTO person (id, organisation, name, title_en, title_cy, roles, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING",
                &[
                    id.into(),
                    organisation.into(),
                    (&invite.name).into(),
                    (&invite.title.en).into(),
                    (&invite.title.cy).into(),
                    Roles::new(&roles).codes().into(),
                    now.into(),
                ],
            )
            .await?;
        if added == 0 {
            return Ok(None);
        }
        for service in &invite.services {
            tx.execute(
                "INSERT INTO person_service (person, service)
                 SELECT CAST($1 AS TEXT), id FROM service WHERE organisation = $2 AND id = $3
                 ON CONFLICT (person, service) DO NOTHING",
                &[id.into(), organisation.into(), service.into()],
            )
            .await?;
        }
        let issued = tx.issue(id, made, now).await?;
        tx.note(self.deed(What::PersonAdded, id), now).await?;
        tx.note(self.deed(What::InvitationMade, id), now).await?;
        tx.commit().await?;
        Ok(Some(issued))
    }

    /// Makes a new invitation for a person of the organisation, and ends those not used yet. Their name, and what it is for.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless the person is one of the organisation's and not disabled.
    pub async fn invite_again(
        &self,
        person: &str,
        made: &Invitation,
        now: Millis,
    ) -> Result<(String, Issued)> {
        self.only(Role::Administrator)?;
        let mut tx = self.db().begin().await?;
        let found = tx
            .row(
                "SELECT name FROM person WHERE id = $1 AND organisation = $2 AND erased_at IS NULL AND disabled_at IS NULL",
                &[person.into(), (&self.viewer.organisation).into()],
            )
            .await?;
        let name = found.ok_or(StoreError::NotFound)?.text(0)?;
        tx.end_invitations(person, now).await?;
        let issued = tx.issue(person, made, now).await?;
        tx.note(self.deed(What::InvitationMade, person), now)
            .await?;
        tx.commit().await?;
        Ok((name, issued))
    }

    async fn people(&self, now: Millis) -> Result<Vec<Person>> {
        let rows = self
            .db()
            .rows(
                "SELECT p.id, p.name, p.title_en, p.title_cy, p.roles,
                 (SELECT MAX(s.seen_at) FROM session s WHERE s.person = p.id), p.disabled_at
                 FROM person p WHERE p.organisation = $1 AND p.erased_at IS NULL ORDER BY p.name, p.id",
                &[(&self.viewer.organisation).into()],
            )
            .await?;
        let mut services = self.services_of_people().await?;
        let person = |row: &Row| {
            let id = row.text(0)?;
            let roles = Roles::from_codes(&row.text(4)?);
            Ok(Person {
                name: row.text(1)?,
                title: Text {
                    en: row.text(2)?,
                    cy: row.text(3)?,
                },
                roles: roles
                    .iter()
                    .filter_map(|it| office::Role::from_code(it.code()))
                    .collect(),
                services: services.remove(&id).unwrap_or_default(),
                last_here: row
                    .opt_int(5)?
                    .map(|at| when(&self.viewer.time_zone, at, now)),
                disabled: row.opt_int(6)?.is_some(),
                id,
            })
        };
        rows.iter().map(person).collect()
    }

    async fn services_of_people(&self) -> Result<HashMap<String, Vec<Text>>> {
        let rows = self
            .db()
            .rows(
                "SELECT ps.person, s.name_en, s.name_cy
                 FROM person_service ps JOIN person p ON p.id = ps.person
                 JOIN service s ON s.organisation = p.organisation AND s.id = ps.service
                 WHERE p.organisation = $1 ORDER BY s.name_en, s.id",
                &[(&self.viewer.organisation).into()],
            )
            .await?;
        let mut services: HashMap<String, Vec<Text>> = HashMap::new();
        for row in rows {
            let name = Text {
                en: row.text(1)?,
                cy: row.text(2)?,
            };
            services.entry(row.text(0)?).or_default().push(name);
        }
        Ok(services)
    }

    async fn services(&self) -> Result<Vec<ServiceTasks>> {
        let organisation = [(&self.viewer.organisation).into()];
        let sql =
            "SELECT id, name_en, name_cy FROM service WHERE organisation = $1 ORDER BY name_en, id";
        let rows = self.db().rows(sql, &organisation).await?;
        let tasks = self
            .db()
            .rows(
                "SELECT t.body, (SELECT COUNT(*) FROM walk_row w WHERE w.organisation = $1 AND w.task = t.id
                 AND w.finished = 1)
                 FROM task t WHERE t.organisation = $1 ORDER BY t.position, t.id",
                &organisation,
            )
            .await?;
        let task = |row: &Row| {
            let task: Task = read_json(&row.text(0)?)?;
            Ok((task, u64::try_from(row.int(1)?).unwrap_or_default()))
        };
        let tasks: Vec<(Task, u64)> = tasks.iter().map(task).collect::<Result<_>>()?;
        let service = |row: &Row| {
            let id = row.text(0)?;
            Ok(ServiceTasks {
                name: Text {
                    en: row.text(1)?,
                    cy: row.text(2)?,
                },
                tasks: tasks
                    .iter()
                    .filter(|(task, _)| task.service == id)
                    .cloned()
                    .collect(),
                id,
            })
        };
        rows.iter().map(service).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_set_up_knows_every_role_by_the_stores_code() {
        let codes: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
        let shown: Vec<&str> = office::Role::ALL.iter().map(|role| role.code()).collect();
        assert_eq!(codes, shown);
    }
}
