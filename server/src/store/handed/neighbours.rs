//! Which services take offers from other organisations here.

use app::{
    office::TakesOffers,
    team::handed::Neighbour,
    walk::{Millis, Text},
};

use super::told::text;
use crate::{
    store::{Desk, Row, Store, audit::What, db::Result, reads::Reads},
    viewer::Role,
};

impl Desk {
    /// The organisation's services, and which of them take offers.
    pub async fn takes_offers(&self) -> Result<Vec<TakesOffers>> {
        self.only(Role::Administrator)?;
        let sql = "SELECT s.id, s.name_en, s.name_cy, CASE WHEN t.service IS NULL THEN 0 ELSE 1 END
             FROM service s LEFT JOIN takes_offers t ON t.organisation = s.organisation AND t.service = s.id
             WHERE s.organisation = $1 ORDER BY s.name_en, s.id";
        let rows = self
            .db()
            .rows(sql, &[(&self.viewer.organisation).into()])
            .await?;
        let service = |row: &Row| {
            Ok(TakesOffers {
                id: row.text(0)?,
                name: text(row, 1)?,
                takes: row.flag(3)?,
            })
        };
        rows.iter().map(service).collect()
    }

    /// Chooses which services take offers: these, and no others. Ids that are not the organisation's are left out.
    pub async fn take_offers(&self, services: &[String], now: Millis) -> Result<()> {
        self.only(Role::Administrator)?;
        let organisation = &self.viewer.organisation;
        let mut tx = self.db().begin().await?;
        let sql = "DELETE FROM takes_offers WHERE organisation = $1";
        tx.execute(sql, &[organisation.into()]).await?;
        for service in services {
            tx.execute(
                "INSERT INTO takes_offers (organisation, service)
                 SELECT organisation, id FROM service WHERE organisation = $1 AND id = $2
                 ON CONFLICT (organisation, service) DO NOTHING",
                &[organisation.into(), service.into()],
            )
            .await?;
        }
        tx.note(self.deed(What::OffersSet, ""), now).await?;
        tx.commit().await
    }

    /// The services of other organisations that take offers.
    pub(super) async fn neighbours(&self) -> Result<Vec<Neighbour>> {
        let sql = "SELECT t.organisation, t.service, o.name_en, o.name_cy, s.name_en, s.name_cy
             FROM takes_offers t JOIN organisation o ON o.id = t.organisation
             JOIN service s ON s.organisation = t.organisation AND s.id = t.service
             WHERE t.organisation <> $1 ORDER BY o.name_en, s.name_en, t.organisation, t.service";
        let rows = self
            .db()
            .rows(sql, &[(&self.viewer.organisation).into()])
            .await?;
        let neighbour = |row: &Row| {
            Ok(Neighbour {
                value: [&row.text(0)?, "/", &row.text(1)?].concat(),
                organisation: text(row, 2)?,
                service: text(row, 4)?,
            })
        };
        rows.iter().map(neighbour).collect()
    }
}

impl Store {
    /// What the organisations are called that take offers: they let others here know of them.
    pub(super) async fn names_here(&self) -> Result<Vec<Text>> {
        names_here(&Reads::of(self.db(), None)).await
    }
}

/// The same, wherever it is read.
pub(super) async fn names_here(reads: &Reads<'_>) -> Result<Vec<Text>> {
    let sql = "SELECT o.name_en, o.name_cy FROM organisation o
         WHERE o.id IN (SELECT organisation FROM takes_offers) ORDER BY o.id";
    let rows = reads.rows(sql, &[]).await?;
    rows.iter().map(|row| text(row, 0)).collect()
}

/// An organisation that a task names in one language, in both where it is one of these.
pub(super) fn by_name(names: &[Text], name: &str) -> Text {
    let found = names.iter().find(|it| it.en == name || it.cy == name);
    found.cloned().unwrap_or_else(|| Text {
        en: name.to_owned(),
        cy: String::new(),
    })
}
