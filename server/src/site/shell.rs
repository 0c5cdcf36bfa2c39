//! The phone's shell, drawn once.

use app::front::{ShellFiles, shell};

use super::SiteFile;

pub(super) fn draw(css: &str, wasm: &str, js: &str) -> SiteFile {
    SiteFile::new(
        "/walk/shell.html",
        shell(&ShellFiles { css, wasm, js }).into_bytes(),
    )
}
