//! The built site: the files the phone and the pages fetch, read once at start.

mod file;
mod find;
mod shell;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

pub use file::SiteFile;
pub use find::find;

/// Where the phone's app starts; the same bytes for every address under `/walk`.
pub const SHELL: &str = "/walk/shell";

/// The built site in memory. It does not change while the server runs.
#[derive(Debug)]
pub struct Site {
    files: BTreeMap<String, SiteFile>,
    /// Address of the style sheet.
    pub css: String,
    /// Address of the phone's WebAssembly.
    pub wasm: String,
    /// Address of the JavaScript that goes with it.
    pub js: String,
    /// The leader's app: one page, with nothing personal in it.
    pub shell: SiteFile,
    /// Changes whenever a byte of the site changes: 16 hexadecimal digits.
    pub build: String,
}

/// What is wrong with a folder that should be the built site.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// It cannot be read.
    #[error("cannot read {path}: {error}")]
    Read {
        /// Which file or folder.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// Something the app needs is missing.
    #[error("{dir} is not a built site: there is no pkg/firsthand*{ending} in it")]
    Missing {
        /// The folder.
        dir: PathBuf,
        /// `.js`, `.wasm` or `.css`.
        ending: &'static str,
    },
}

impl Site {
    /// Reads the site in `dir`.
    ///
    /// # Errors
    /// When a file cannot be read, or the app's WebAssembly, JavaScript or style sheet is missing.
    pub fn read(dir: &Path) -> Result<Self, SiteError> {
        let files = file::read_all(dir)?;
        let pkg = |ending: &'static str| {
            let ours =
                |path: &&String| path.starts_with("/pkg/firsthand") && path.ends_with(ending);
            let missing = || SiteError::Missing {
                dir: dir.to_owned(),
                ending,
            };
            files.keys().find(ours).cloned().ok_or_else(missing)
        };
        let (css, wasm, js) = (pkg(".css")?, pkg(".wasm")?, pkg(".js")?);
        let shell = shell::draw(&css, &wasm, &js);
        let build = fingerprint(&files, &shell);
        Ok(Self {
            files,
            css,
            wasm,
            js,
            shell,
            build,
        })
    }

    /// The file at an address such as `/boot.js`.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&SiteFile> {
        self.files.get(path)
    }

    /// Every address the phone keeps for starting without a network: the shell first, then all files that the app
    /// itself asks for. The icons are the home screen's, fetched by the phone when the app is put there.
    #[must_use]
    pub fn kept_on_the_phone(&self) -> Vec<&str> {
        let not_asked_for = |path: &&str| {
            // Signing in needs the network, and so do the server's own pages.
            path.starts_with("/icons/")
                || path.ends_with(".txt")
                || path.ends_with(".ts")
                || *path == "/passkey.js"
                || *path == "/leave.js"
                || *path == "/inbox.js"
        };
        let files = self
            .files
            .keys()
            .map(String::as_str)
            .filter(|path| !not_asked_for(path));
        std::iter::once(SHELL).chain(files).collect()
    }
}

fn fingerprint(files: &BTreeMap<String, SiteFile>, shell: &SiteFile) -> String {
    let mut hash = Sha256::new();
    for (path, file) in files {
        hash.update(path);
        hash.update(&file.etag);
    }
    hash.update(&shell.etag);
    hash.finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
