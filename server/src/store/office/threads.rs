//! What an organisation says of its teams' threads.

use app::walk::Millis;

use super::StoreError;
use crate::{
    store::{Desk, audit::What, db::Result, people::of_a_team},
    viewer::Role,
};

impl Desk {
    /// For how many days a team may put its view before the board is told that it has put none.
    pub(super) async fn reply_days(&self) -> Result<u16> {
        let sql = "SELECT reply_days FROM organisation WHERE id = $1";
        let row = self
            .db()
            .row(sql, &[(&self.viewer.organisation).into()])
            .await?
            .ok_or(StoreError::NotFound)?;
        Ok(u16::try_from(row.int(0)?).unwrap_or_default())
    }

    /// Sets that.
    pub async fn set_reply_days(&self, days: u16, now: Millis) -> Result<()> {
        let mut tx = self.alone().await?;
        let sql = "UPDATE organisation SET reply_days = $2 WHERE id = $1 AND reply_days <> $2";
        let organisation = (&self.viewer.organisation).into();
        if tx.execute(sql, &[organisation, days.into()]).await? > 0 {
            tx.note(self.deed(What::ReplyDaysSet, ""), now).await?;
        }
        tx.commit().await
    }

    /// Says who is told at once of a risk at a service: one of its team, or none for all of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless the service is the organisation's, and the person answers for it.
    pub async fn set_risk_contact(
        &self,
        service: &str,
        person: Option<&str>,
        now: Millis,
    ) -> Result<()> {
        self.only(Role::Administrator)?;
        let mut tx = self.alone().await?;
        let here = [(&self.viewer.organisation).into(), service.into()];
        let sql = "SELECT id FROM service WHERE organisation = $1 AND id = $2";
        tx.row(sql, &here).await?.ok_or(StoreError::NotFound)?;
        match person {
            None => {
                let sql = "DELETE FROM risk_contact WHERE organisation = $1 AND service = $2";
                tx.execute(sql, &here).await?;
            }
            Some(person) => {
                let [organisation, service] = here;
                let set = tx
                    .execute(
                        concat!(
                            "INSERT INTO risk_contact (organisation, service, person, set_at)
                             SELECT p.organisation, s.service, p.id, CAST($4 AS BIGINT)
                             FROM person p JOIN person_service s ON s.person = p.id
                             WHERE p.organisation = $1 AND s.service = $2 AND p.id = $3 AND ",
                            of_a_team!("p"),
                            " ON CONFLICT (organisation, service) DO UPDATE SET person = excluded.person, set_at = excluded.set_at"
                        ),
                        &[organisation, service, person.into(), now.into()],
                    )
                    .await?;
                if set == 0 {
                    return Err(StoreError::NotFound);
                }
            }
        }
        tx.note(self.deed(What::RiskContactSet, service), now)
            .await?;
        tx.commit().await
    }
}
