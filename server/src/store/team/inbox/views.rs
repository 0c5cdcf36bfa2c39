//! Views of the inbox that somebody keeps: a name, and what it shows.

use app::{
    team::{Filter, View},
    walk::Millis,
};

use crate::{
    store::{Desk, Row, StoreError, db::Result},
    token,
    viewer::Role,
};

/// The most views of one person.
const MOST_VIEWS: i64 = 20;

impl Desk {
    /// The viewer's own views, by their names.
    pub(super) async fn views(&self) -> Result<Vec<View>> {
        let sql = "SELECT id, name, query FROM saved_view WHERE person = $1 AND organisation = $2 ORDER BY name, id";
        let rows = self.db().rows(sql, &self.owner()).await?;
        let view = |row: &Row| {
            Ok(View {
                id: row.text(0)?,
                name: row.text(1)?,
                query: row.text(2)?,
            })
        };
        rows.iter().map(view).collect()
    }

    /// Keeps what a filter shows under a name; under a name that is there already, instead of that. Beyond
    /// 20 of them the oldest goes.
    pub async fn keep_view(&self, name: &str, filter: &Filter, now: Millis) -> Result<()> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let mut args = self.owner();
        args.push(name.into());
        let sql = "DELETE FROM saved_view WHERE person = $1 AND organisation = $2 AND name = $3";
        tx.execute(sql, &args).await?;
        let id: String = token::fresh().chars().take(16).collect();
        args.extend([filter.query(None).into(), now.into(), id.into()]);
        tx.execute(
            "INSERT INTO saved_view (person, organisation, name, query, created_at, id) VALUES ($1, $2, $3, $4, $5, $6)",
            &args,
        )
        .await?;
        let mut args = self.owner();
        args.push(MOST_VIEWS.into());
        tx.execute(
            "DELETE FROM saved_view WHERE person = $1 AND organisation = $2 AND id NOT IN
             (SELECT id FROM saved_view WHERE person = $1 AND organisation = $2 ORDER BY created_at DESC, id LIMIT $3)",
            &args,
        )
        .await?;
        tx.commit().await
    }

    /// Lets go of a view.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is the viewer's own.
    pub async fn drop_view(&self, id: &str) -> Result<()> {
        self.only(Role::ServiceTeam)?;
        let mut tx = self.db().begin().await?;
        let mut args = self.owner();
        args.push(id.into());
        let sql = "DELETE FROM saved_view WHERE person = $1 AND organisation = $2 AND id = $3";
        if tx.execute(sql, &args).await? == 0 {
            return Err(StoreError::NotFound);
        }
        tx.commit().await
    }

    fn owner(&self) -> Vec<crate::store::Value> {
        vec![
            (&self.viewer.person).into(),
            (&self.viewer.organisation).into(),
        ]
    }
}
