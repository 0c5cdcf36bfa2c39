//! What the demonstration's stand-in pages need.

use app::walk::Task;

use super::{
    Store,
    db::{Result, read_json},
};

impl Store {
    /// A task of a demonstration, by its id; none outside a demonstration. Anybody may see it.
    pub async fn demonstration_task(&self, id: &str) -> Result<Option<Task>> {
        let row = self
            .db()
            .row(
                "SELECT t.body FROM task t JOIN organisation o ON o.id = t.organisation
                 WHERE t.id = $1 AND o.demonstration = 1 ORDER BY o.id",
                &[id.into()],
            )
            .await?;
        row.map(|row| read_json(&row.text(0)?)).transpose()
    }
}
