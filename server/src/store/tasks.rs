//! What an organisation offers: services and the tasks to walk.

use app::walk::{Task, Text};

use super::{
    Store, StoreError, Tx, Value, db::Result, rebuild::refold_locked, refold::Ground, tx::Hold,
};

/// Something an organisation offers the public.
#[derive(Clone, Debug)]
pub struct Service {
    /// Unique within the organisation; short and stable.
    pub id: String,
    /// What it is called.
    pub name: Text,
}

impl Store {
    /// Adds services and tasks, or replaces those with the same ids, all or none. Walks of a task that was unknown
    /// until now appear; walks of a task that changed are folded anew.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such organisation.
    pub async fn put_tasks(
        &self,
        organisation: &str,
        services: &[Service],
        tasks: &[Task],
    ) -> Result<()> {
        let mut tx = self.db().begin().await?;
        tx.hold(organisation, Hold::Alone).await?;
        let sql = "SELECT time_zone FROM organisation WHERE id = $1";
        let row = tx.row(sql, &[organisation.into()]).await?;
        let zone = row.ok_or(StoreError::NotFound)?.text(0)?;
        for service in services {
            put_service(&mut tx, organisation, service).await?;
        }
        let mut changed = Vec::new();
        for (position, task) in (0_i64..).zip(tasks) {
            if put_task(&mut tx, organisation, position, task).await? {
                move_threads(&mut tx, organisation, task).await?;
                changed.push(task.id.as_str());
            }
        }
        let mut ground = Ground::new(organisation, &zone);
        let mut walks = Vec::new();
        for task in changed {
            let sql = "SELECT walk FROM walk_row WHERE organisation = $1 AND task = $2";
            for row in tx.rows(sql, &[organisation.into(), task.into()]).await? {
                walks.push(row.text(0)?);
            }
        }
        walks.sort();
        let walks: Vec<Value> = walks.into_iter().map(Value::from).collect();
        refold_locked(&mut tx, &mut ground, &walks, None).await?;
        tx.commit().await
    }
}

async fn put_service(tx: &mut Tx, organisation: &str, service: &Service) -> Result<()> {
    tx.execute(
        "INSERT INTO service (organisation, id, name_en, name_cy) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation, id) DO UPDATE SET name_en = excluded.name_en, name_cy = excluded.name_cy",
        &[
            organisation.into(),
            (&service.id).into(),
            (&service.name.en).into(),
            (&service.name.cy).into(),
        ],
    )
    .await
    .map(drop)
}

/// True when the task is new or not what it was.
async fn put_task(tx: &mut Tx, organisation: &str, position: i64, task: &Task) -> Result<bool> {
    let body = serde_json::to_string(task)
        .map_err(|error| StoreError::Unreadable(format!("task {}: {error}", task.id)))?;
    let before = tx
        .row(
            "SELECT body FROM task WHERE organisation = $1 AND id = $2",
            &[organisation.into(), (&task.id).into()],
        )
        .await?;
    let before = before.map(|row| row.text(0)).transpose()?;
    tx.execute(
        "INSERT INTO task (organisation, id, service, position, body) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organisation, id) DO UPDATE
         SET service = excluded.service, position = excluded.position, body = excluded.body",
        &[
            organisation.into(),
            (&task.id).into(),
            (&task.service).into(),
            position.into(),
            (&body).into(),
        ],
    )
    .await?;
    Ok(before.as_ref() != Some(&body))
}

/// What was felt at a task goes with it to whichever service answers for it now.
async fn move_threads(tx: &mut Tx, organisation: &str, task: &Task) -> Result<()> {
    tx.execute(
        "UPDATE thread SET service = $3 WHERE organisation = $1 AND task = $2 AND service <> $3",
        &[
            organisation.into(),
            (&task.id).into(),
            (&task.service).into(),
        ],
    )
    .await
    .map(drop)
}
