//! Services as administrators look after them.

use app::{
    office::ServicePage,
    walk::{Millis, Text},
};

use super::StoreError;
use crate::{
    store::{Desk, audit::What, db::Result, people::of_a_team},
    viewer::Role,
};

impl Desk {
    /// One service, and who answers for it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one of the organisation's.
    pub async fn service_page(&self, id: &str) -> Result<ServicePage> {
        self.only(Role::Administrator)?;
        let here = [(&self.viewer.organisation).into(), id.into()];
        let sql = "SELECT name_en, name_cy FROM service WHERE organisation = $1 AND id = $2";
        let row = self
            .db()
            .row(sql, &here)
            .await?
            .ok_or(StoreError::NotFound)?;
        let rows = self
            .db()
            .rows(
                concat!(
                    "SELECT p.id, p.name FROM person p JOIN person_service ps ON ps.person = p.id
                     WHERE p.organisation = $1 AND ps.service = $2 AND ",
                    of_a_team!("p"),
                    " ORDER BY p.name, p.id"
                ),
                &here,
            )
            .await?;
        let person = |row: &super::Row| Ok((row.text(0)?, row.text(1)?));
        let sql = "SELECT person FROM risk_contact WHERE organisation = $1 AND service = $2";
        let contact = self.db().row(sql, &here).await?;
        Ok(ServicePage {
            id: id.to_owned(),
            name: Text {
                en: row.text(0)?,
                cy: row.text(1)?,
            },
            risk_contact: contact.map(|row| row.text(0)).transpose()?,
            team: rows.iter().map(person).collect::<Result<_>>()?,
        })
    }

    /// Adds a service. False when there is one of this id already, which then stays as it is.
    pub async fn add_service(&self, id: &str, name: &Text, now: Millis) -> Result<bool> {
        let mut tx = self.alone().await?;
        let added = tx
            .execute(
                "INSERT INTO service (organisation, id, name_en, name_cy) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (organisation, id) DO NOTHING",
                &[
                    (&self.viewer.organisation).into(),
                    id.into(),
                    (&name.en).into(),
                    (&name.cy).into(),
                ],
            )
            .await?;
        if added == 0 {
            return Ok(false);
        }
        tx.note(self.deed(What::ServiceAdded, id), now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Gives a service another name.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one of the organisation's.
    pub async fn rename_service(&self, id: &str, name: &Text, now: Millis) -> Result<()> {
        let mut tx = self.alone().await?;
        let renamed = tx
            .execute(
                "UPDATE service SET name_en = $3, name_cy = $4 WHERE organisation = $1 AND id = $2",
                &[
                    (&self.viewer.organisation).into(),
                    id.into(),
                    (&name.en).into(),
                    (&name.cy).into(),
                ],
            )
            .await?;
        if renamed == 0 {
            return Err(StoreError::NotFound);
        }
        tx.note(self.deed(What::ServiceRenamed, id), now).await?;
        tx.commit().await
    }
}
