//! Where the data is, and opening it.

use std::path::Path;

use super::{
    arguments::Place,
    stop::{Result, Stop},
};
use crate::store::{Db, Store, StoreError};

/// The database in a folder of data.
pub(super) const FILE: &str = "firsthand.db";

impl Place {
    /// Opens the store, and makes the folder when it is not there.
    pub(super) async fn open_store(&self) -> Result<Store> {
        match (&self.database, &self.data) {
            (Some(url), _) => Store::open(url)
                .await
                .map_err(|error| Stop::bad(format!("--database: {error}"))),
            (None, Some(dir)) => {
                ready_folder(dir)?;
                open_file(&dir.join(FILE)).await
            }
            (None, None) => Err(Stop::bad("--data DIR is needed")),
        }
    }
}

impl Place {
    /// Opens the store for a command that only looks: it is there already, and left as it is.
    pub(super) async fn open_to_look(&self) -> Result<Store> {
        let there = There::of(self.database.as_deref(), self.data.as_deref())?;
        let store = there.open().await?;
        if store.is_current().await.map_err(|it| there.stopped(&it))? {
            return Ok(store);
        }
        let line = "it was brought up to date by another version of this program: use that, or start the server once";
        Err(there.stopped(&line))
    }
}

/// A store that is there already.
pub(super) struct There {
    url: String,
    /// What it is called where something is wrong with it.
    name: String,
}

impl There {
    /// The database at this address, or of this folder, or this file. Bad arguments when there is no such file.
    pub(super) fn of(database: Option<&str>, data: Option<&Path>) -> Result<Self> {
        if let Some(url) = database {
            return Ok(Self {
                url: url.to_owned(),
                name: "--database".to_owned(),
            });
        }
        let data = data.ok_or_else(|| Stop::bad("--data DIR is needed"))?;
        let file = if data.is_dir() {
            data.join(FILE)
        } else {
            data.to_owned()
        };
        let name = format!("--data {}", file.display());
        if !file.is_file() {
            return Err(Stop::bad(format!("{name}: there is no such file")));
        }
        let url = sqlite_url(&file);
        Ok(Self { url, name })
    }

    /// Opens it for reading alone: nothing is made, and nothing brought up to date.
    pub(super) async fn open(&self) -> Result<Store> {
        let db = Db::open_to_read(&self.url).await;
        let store = Store::on(db.map_err(|error| Stop::bad(format!("{}: {error}", self.name)))?);
        match store.is_current().await {
            Ok(_) => Ok(store),
            Err(error) => Err(self.stopped(&format!(
                "it cannot be read as a store of Firsthand: {error}"
            ))),
        }
    }

    /// Why a command stopped that looked at it.
    pub(super) fn stopped(&self, why: &dyn std::fmt::Display) -> Stop {
        Stop::failed(format!("{}: {why}", self.name))
    }
}

/// Makes the folder, for this user alone, when it is not there, and makes sure that it can be written to.
pub(super) fn ready_folder(dir: &Path) -> Result<()> {
    let refused = |error| {
        Stop::bad(format!(
            "--data {}: cannot write there: {error}",
            dir.display()
        ))
    };
    use std::os::unix::fs::DirBuilderExt;
    let mut private = std::fs::DirBuilder::new();
    private.recursive(true).mode(0o700);
    private.create(dir).map_err(refused)?;
    let probe = dir.join(".firsthand-probe");
    std::fs::write(&probe, b"")
        .and_then(|()| std::fs::remove_file(&probe))
        .map_err(refused)
}

pub(super) async fn open_file(file: &Path) -> Result<Store> {
    Store::open(&sqlite_url(file))
        .await
        .map_err(|error| match error {
            StoreError::Full => Stop::failed(error.to_string()),
            error => Stop::bad(format!("{}: {error}", file.display())),
        })
}

/// An address sqlx reads back as the same path.
pub(super) fn sqlite_url(file: &Path) -> String {
    let path = file.display().to_string();
    format!(
        "sqlite:{}",
        path.replace('%', "%25")
            .replace('?', "%3F")
            .replace('#', "%23")
    )
}
