//! What an organisation offers: services and the tasks to walk.

use app::walk::{Task, Text};

use super::{Store, db::Result};

/// Something an organisation offers the public.
#[derive(Clone, Debug)]
pub struct Service {
    /// Unique within the organisation; short and stable.
    pub id: String,
    /// What it is called.
    pub name: Text,
}

impl Store {
    /// Adds services and tasks, or replaces those with the same ids, all or none. Walks of tasks that were unknown
    /// until now appear.
    pub async fn put_tasks(
        &self,
        organisation: &str,
        services: &[Service],
        tasks: &[Task],
    ) -> Result<()> {
        let _ = (organisation, services, tasks);
        Ok(())
    }
}
