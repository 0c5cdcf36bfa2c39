//! One file of the site, and how it is served.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use super::SiteError;

/// A file as it is, and pressed where the build pressed it.
#[derive(Debug)]
pub struct SiteFile {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    kind: &'static str,
    keep: &'static str,
    /// Its fingerprint, the same for every pressing.
    pub(super) etag: String,
}

/// A name with the fingerprint in it: the bytes behind it never change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Ask again each time; the answer is mostly "not changed".
const ASK_AGAIN: &str = "no-cache";

impl SiteFile {
    pub(super) fn new(path: &str, plain: Vec<u8>) -> Self {
        let hash: String = Sha256::digest(&plain)
            .iter()
            .take(12)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let keep = if has_fingerprint(path) {
            FOR_EVER
        } else {
            ASK_AGAIN
        };
        let etag = format!("W/\"{hash}\"");
        Self {
            plain: plain.into(),
            brotli: None,
            gzip: None,
            kind: kind_of(path),
            keep,
            etag,
        }
    }

    /// The answer to a request with these headers: the best pressing the browser takes, or "not changed".
    #[must_use]
    pub fn answer(&self, request: &HeaderMap) -> Response {
        let text = |name: HeaderName| {
            request
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or("")
        };
        if text(header::IF_NONE_MATCH)
            .split(',')
            .any(|tag| tag.trim() == self.etag)
        {
            return self.with_headers(StatusCode::NOT_MODIFIED, Body::empty(), None);
        }
        let takes = |name: &str| {
            text(header::ACCEPT_ENCODING).split(',').any(|item| {
                let (coding, weight) = item.split_once(';').unwrap_or((item, ""));
                coding.trim() == name && weight.trim() != "q=0"
            })
        };
        let pressed = [("br", &self.brotli), ("gzip", &self.gzip)];
        let best = pressed.into_iter().find_map(|(name, bytes)| {
            bytes
                .as_ref()
                .filter(|_| takes(name))
                .map(|bytes| (name, bytes))
        });
        match best {
            Some((name, bytes)) => {
                self.with_headers(StatusCode::OK, bytes.clone().into(), Some(name))
            }
            None => self.with_headers(StatusCode::OK, self.plain.clone().into(), None),
        }
    }

    fn with_headers(
        &self,
        status: StatusCode,
        body: Body,
        pressed: Option<&'static str>,
    ) -> Response {
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(self.keep));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if let Ok(etag) = HeaderValue::from_str(&self.etag) {
            headers.insert(header::ETAG, etag);
        }
        if let Some(pressed) = pressed {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(pressed));
        }
        response
    }
}

/// Reads every file under `dir`, by its address. `x.br` and `x.gz` become the pressings of `x`.
pub(super) fn read_all(dir: &Path) -> Result<BTreeMap<String, SiteFile>, SiteError> {
    let mut found = BTreeMap::new();
    read_into(dir, "", &mut found)?;
    let mut files: BTreeMap<String, SiteFile> = BTreeMap::new();
    let pressing = |path: &str| path.ends_with(".br") || path.ends_with(".gz");
    for (path, bytes) in found.iter().filter(|(path, _)| !pressing(path)) {
        let mut file = SiteFile::new(path, bytes.clone());
        file.brotli = found
            .get(&[path, ".br"].concat())
            .map(|bytes| bytes.clone().into());
        file.gzip = found
            .get(&[path, ".gz"].concat())
            .map(|bytes| bytes.clone().into());
        files.insert(path.clone(), file);
    }
    Ok(files)
}

fn read_into(dir: &Path, at: &str, found: &mut BTreeMap<String, Vec<u8>>) -> Result<(), SiteError> {
    let failed = |path: PathBuf| move |error| SiteError::Read { path, error };
    for entry in fs::read_dir(dir).map_err(failed(dir.to_owned()))? {
        let entry = entry.map_err(failed(dir.to_owned()))?;
        let address = format!("{at}/{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        if path.is_dir() {
            read_into(&path, &address, found)?;
        } else {
            found.insert(address, fs::read(&path).map_err(failed(path))?);
        }
    }
    Ok(())
}

/// True for `/pkg/firsthand.HASH.js` and its kind.
fn has_fingerprint(path: &str) -> bool {
    let name = path
        .strip_prefix("/pkg/")
        .filter(|name| !name.contains('/'));
    name.is_some_and(|name| name.split('.').count() > 2)
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_fingerprint_are_kept_for_ever() {
        assert!(has_fingerprint("/pkg/firsthand.Ab3_x.wasm"));
        assert!(!has_fingerprint("/pkg/firsthand.wasm"));
        assert!(!has_fingerprint("/pkg/snippets/a/store.min.js"));
        assert!(!has_fingerprint("/fonts/latin.v2.woff2"));
    }
}
