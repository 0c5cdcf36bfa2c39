//! A re-walk beside the walk it walks again.

use app::{
    team::AgainPage,
    walk::{Millis, WalkId},
};

use crate::store::{
    Desk, StoreError,
    db::{Result, read_id},
};

impl Desk {
    /// A re-walk at a service of the viewer's, and the walk whose friction it walks again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless both are walks at services of the viewer's, and that friction stands.
    pub async fn team_again(&self, id: WalkId, now: Millis) -> Result<AgainPage> {
        let after = self.team_walk(id, now).await?;
        let started = after.walk.started.as_ref();
        let again = started
            .and_then(|started| started.again)
            .ok_or(StoreError::NotFound)?;
        let sql = "SELECT walk FROM friction_row WHERE id = $1 AND organisation = $2";
        let args = [again.to_string().into(), (&self.viewer.organisation).into()];
        let row = self.db().row(sql, &args).await?;
        let earlier = read_id(&row.ok_or(StoreError::NotFound)?, 0)?;
        Ok(AgainPage {
            before: (earlier, self.team_walk(earlier, now).await?),
            after: (id, after),
        })
    }
}
