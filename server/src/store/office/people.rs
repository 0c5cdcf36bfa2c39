//! One person as administrators look after them.

use app::{
    office::{Details, Invite, PersonFault, PersonPage, Waiting},
    walk::{Millis, Text},
};

use super::StoreError;
use crate::{
    store::{Desk, Tx, audit::What, db::Result, tx::Hold},
    viewer::{Role, Roles},
    when::when,
};

/// What became of a change that the last administrator may not make.
type Done = std::result::Result<(), PersonFault>;

impl Desk {
    /// One person of the organisation.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless the person is one of the organisation's.
    pub async fn person(&self, id: &str, now: Millis) -> Result<PersonPage> {
        self.only(Role::Administrator)?;
        let mut desk = self.office(now).await?;
        let at = desk.people.iter().position(|person| person.id == id);
        let person = desk.people.swap_remove(at.ok_or(StoreError::NotFound)?);
        let sql = "SELECT service FROM person_service WHERE person = $1";
        let rows = self.db().rows(sql, &[id.into()]).await?;
        Ok(PersonPage {
            answers_for: rows.iter().map(|row| row.text(0)).collect::<Result<_>>()?,
            waiting: self
                .waiting(now)
                .await?
                .into_iter()
                .find(|it| it.person == id),
            services: desk
                .services
                .into_iter()
                .map(|it| (it.id, it.name))
                .collect(),
            is_viewer: id == self.viewer.person,
            person,
        })
    }

    /// The invitations that can still be used, those that end first before the others.
    pub(super) async fn waiting(&self, now: Millis) -> Result<Vec<Waiting>> {
        let rows = self
            .db()
            .rows(
                "SELECT p.id, p.name, i.kind, i.expires_at FROM invitation i JOIN person p ON p.id = i.person
                 WHERE p.organisation = $1 AND i.spent_at IS NULL AND i.expires_at > $2
                 ORDER BY i.expires_at, p.name",
                &[(&self.viewer.organisation).into(), now.into()],
            )
            .await?;
        let waiting = |row: &super::Row| {
            Ok(Waiting {
                person: row.text(0)?,
                name: row.text(1)?,
                kind: row.text(2)?,
                until: when(&self.viewer.time_zone, row.int(3)?, now),
            })
        };
        rows.iter().map(waiting).collect()
    }

    /// Gives a person another name and job.
    pub async fn change_person(&self, id: &str, details: &Details, now: Millis) -> Result<()> {
        let mut tx = self.alone().await?;
        self.roles_of(&mut tx, id).await?;
        let Text { en, cy } = &details.title;
        tx.execute(
            "UPDATE person SET name = $2, title_en = $3, title_cy = $4 WHERE id = $1",
            &[id.into(), (&details.name).into(), en.into(), cy.into()],
        )
        .await?;
        tx.note(self.deed(What::PersonChanged, id), now).await?;
        tx.commit().await
    }

    /// Gives a person these roles and services. It counts from their next request on; when a role is taken away
    /// their sessions end. A service that is not the organisation's is left out.
    pub async fn change_roles(&self, id: &str, new: &Invite, now: Millis) -> Result<Done> {
        let mut tx = self.alone().await?;
        let before = self.roles_of(&mut tx, id).await?;
        let after: Vec<Role> = new
            .roles
            .iter()
            .filter_map(|role| Role::from_code(role.code()))
            .collect();
        let after = Roles::new(&after);
        let steps_down = before.has(Role::Administrator) && !after.has(Role::Administrator);
        if steps_down
            && tx
                .is_last_administrator(&self.viewer.organisation, id, now)
                .await?
        {
            return Ok(Err(PersonFault::LastAdministrator));
        }
        let sql = "UPDATE person SET roles = $2 WHERE id = $1";
        tx.execute(sql, &[id.into(), after.codes().into()]).await?;
        tx.execute("DELETE FROM person_service WHERE person = $1", &[id.into()])
            .await?;
        for service in &new.services {
            tx.execute(
                "INSERT INTO person_service (person, service)
                 SELECT CAST($1 AS TEXT), id FROM service WHERE organisation = $2 AND id = $3
                 ON CONFLICT (person, service) DO NOTHING",
                &[
                    id.into(),
                    (&self.viewer.organisation).into(),
                    service.into(),
                ],
            )
            .await?;
        }
        if before.iter().any(|role| !after.has(role)) {
            tx.end_sessions(id).await?;
        }
        tx.note(self.deed(What::RolesChanged, id), now).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// Disables a person: their sessions and open invitations end, and nothing is shown to them any more. What they
    /// walked stays.
    pub async fn disable(&self, id: &str, now: Millis) -> Result<Done> {
        let mut tx = self.alone().await?;
        let roles = self.roles_of(&mut tx, id).await?;
        if roles.has(Role::Administrator)
            && tx
                .is_last_administrator(&self.viewer.organisation, id, now)
                .await?
        {
            return Ok(Err(PersonFault::LastAdministrator));
        }
        let sql = "UPDATE person SET disabled_at = $2 WHERE id = $1 AND disabled_at IS NULL";
        tx.execute(sql, &[id.into(), now.into()]).await?;
        tx.end_sessions(id).await?;
        tx.end_invitations(id, now).await?;
        tx.note(self.deed(What::PersonDisabled, id), now).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// Lets a disabled person in again, by the ways they had. Sessions do not come back.
    pub async fn enable(&self, id: &str, now: Millis) -> Result<()> {
        let mut tx = self.alone().await?;
        self.roles_of(&mut tx, id).await?;
        let sql = "UPDATE person SET disabled_at = NULL WHERE id = $1";
        tx.execute(sql, &[id.into()]).await?;
        tx.note(self.deed(What::PersonEnabled, id), now).await?;
        tx.commit().await
    }

    /// Ends a person's open invitation.
    pub async fn end_invitation(&self, id: &str, now: Millis) -> Result<()> {
        let mut tx = self.alone().await?;
        self.roles_of(&mut tx, id).await?;
        tx.end_invitations(id, now).await?;
        tx.note(self.deed(What::InvitationsEnded, id), now).await?;
        tx.commit().await
    }

    /// For administrators, one at a time: two who step down at once must not both think that the other stays.
    pub(super) async fn alone(&self) -> Result<Tx> {
        self.only(Role::Administrator)?;
        let mut tx = self.db().begin().await?;
        tx.hold(&self.viewer.organisation, Hold::Alone).await?;
        Ok(tx)
    }

    async fn roles_of(&self, tx: &mut Tx, id: &str) -> Result<Roles> {
        let sql =
            "SELECT roles FROM person WHERE id = $1 AND organisation = $2 AND erased_at IS NULL";
        let row = tx
            .row(sql, &[id.into(), (&self.viewer.organisation).into()])
            .await?;
        Ok(Roles::from_codes(
            &row.ok_or(StoreError::NotFound)?.text(0)?,
        ))
    }
}

impl Tx {
    /// True when nobody but this person is an administrator who can come in: who has a way in that works here, is not
    /// disabled, and has not asked to be erased.
    pub(in crate::store) async fn is_last_administrator(
        &mut self,
        organisation: &str,
        person: &str,
        now: Millis,
    ) -> Result<bool> {
        let others = self
            .rows(
                "SELECT p.roles FROM person p JOIN organisation o ON o.id = p.organisation
                 WHERE p.organisation = $1 AND p.id <> $2 AND p.disabled_at IS NULL AND p.erased_at IS NULL
                 AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.person = p.id AND e.due_at IS NOT NULL)
                 AND (((o.sign_in <> 'sso_only' OR p.break_glass = 1)
                       AND EXISTS (SELECT 1 FROM passkey k WHERE k.person = p.id))
                   OR (o.sign_in <> 'passkey'
                       AND EXISTS (SELECT 1 FROM single_sign_on s JOIN sso_provider v ON v.issuer = s.issuer
                                   WHERE s.person = p.id AND v.organisation = o.id))
                   OR (o.demonstration = 1
                       AND (EXISTS (SELECT 1 FROM session s WHERE s.person = p.id)
                         OR EXISTS (SELECT 1 FROM invitation i WHERE i.person = p.id
                                    AND i.spent_at IS NULL AND i.expires_at > $3))))",
                &[organisation.into(), person.into(), now.into()],
            )
            .await?;
        for row in others {
            if Roles::from_codes(&row.text(0)?).has(Role::Administrator) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
