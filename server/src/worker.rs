//! The service worker, written for the build that is served.

use crate::site::Site;

const SOURCE: &str = include_str!("worker.js");

/// A worker that takes away itself and every copy: the way out of a faulty one.
pub const NONE: &str = include_str!("no_worker.js");

/// The worker's source: the build it belongs to, the files it keeps, and what it does.
#[must_use]
pub fn source(site: &Site) -> String {
    let files = serde_json::to_string(&site.kept_on_the_phone()).unwrap_or_default();
    format!(
        "const BUILD = '{}';\nconst FILES = {files};\n{SOURCE}",
        site.build
    )
}
