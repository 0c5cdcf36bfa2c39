//! Where the data is, and opening it.

use std::path::Path;

use super::{
    arguments::Place,
    stop::{Result, Stop},
};
use crate::store::{Store, StoreError};

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
