//! The folder, the database, and the audit in it.

use super::finding::Finding;
use crate::{
    commands::{arguments::Place, stop::Result},
    store::Store,
};

/// Whether others on the machine could read the data.
pub(super) fn folder(place: &Place) -> Vec<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let Some(data) = place.data.as_ref().filter(|_| place.database.is_none()) else {
        return Vec::new();
    };
    let Ok(about) = std::fs::metadata(data) else {
        return vec![Finding::wrong(format!(
            "{}: there is no such folder",
            data.display()
        ))];
    };
    let open_to_others = about.permissions().mode() & 0o077 != 0;
    vec![Finding::that(
        !open_to_others,
        "the data folder is the program's alone",
        format!(
            "other users of this machine can get into {0}: chmod 700 {0}",
            data.display()
        ),
    )]
}

/// Whether the database is whole, and keeps its audit and what was published.
pub(super) async fn examine(store: &Store) -> Result<Vec<Finding>> {
    let whole = store.check_whole().await?;
    let kept = store.audit_is_kept().await?;
    let missing = store.record_is_not_kept_by().await?;
    Ok(vec![
        Finding::that(
            whole,
            "the database is whole, and its version is sound",
            "the database says that it is damaged: restore a backup",
        ),
        Finding::that(
            kept,
            "the database refuses to change or delete the audit",
            "the database lets the audit be changed: its triggers are gone",
        ),
        Finding::that(
            missing.is_empty(),
            "the database refuses to change or delete what was published",
            format!(
                "the database lets what was published be changed: {} is gone; check it with firsthand verify",
                missing.join(", ")
            ),
        ),
    ])
}
