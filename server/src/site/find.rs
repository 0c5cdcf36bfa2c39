//! Where the built site is.

use std::path::{Path, PathBuf};

/// The folder named, else `site` beside the running program, else `site` one folder up; none when there is none.
#[must_use]
pub fn find(named: Option<&Path>) -> Option<PathBuf> {
    if let Some(named) = named {
        return named.is_dir().then(|| named.to_owned());
    }
    let program = std::env::current_exe().ok()?;
    let beside = program.parent()?;
    [beside.join("site"), beside.join("..").join("site")]
        .into_iter()
        .find(|dir| dir.join("pkg").is_dir())
}
