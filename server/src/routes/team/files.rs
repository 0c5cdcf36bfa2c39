//! Files that a team keeps with a thread: taking them, giving them back, removing them.

use app::team::{Care, FileFault, FileKind, ThreadPage};
use axum::{
    extract::{Multipart, Path, State, multipart::MultipartRejection},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use tokio::sync::Semaphore;

use super::thread::{back, read_id, unprocessable, whole};
use crate::{
    attached::{MOST_FILE_BYTES, looked_at, media_type},
    error::Failure,
    seat::Reader,
    state::App,
    store::Desk,
};

/// The most bytes that are read of the form with a file, so that whoever sends too much is told.
pub const MOST_UPLOAD_BYTES: usize = 4 * MOST_FILE_BYTES;
/// A picture takes a lot of memory while it is looked at: so many at a time.
static LOOKING: Semaphore = Semaphore::const_new(4);

/// What the form brings.
#[derive(Default)]
struct Sent {
    id: String,
    name: String,
    bytes: Vec<u8>,
}

/// Keeps a file for the team alone; one that cannot be kept is told of.
pub async fn add_file(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let (thread, now) = (id, app.clock.now());
    let id = read_id(&thread)?;
    // Who may not know of it is told so before anything is read.
    whole(&desk, id, now).await?;
    let parts = parts.map_err(|_| Failure::Unreadable)?;
    // However slowly it comes, it takes nobody's turn.
    let sent = sent(parts).await;
    // Never closed.
    let _turn = LOOKING.acquire().await.map_err(|_| Failure::Broken)?;
    let file = match sent {
        Err(Failure::TooLarge) => Err(FileFault::TooLarge),
        sent => {
            let Sent {
                id: form,
                name,
                bytes,
            } = sent?;
            let file_id = super::id_of(&[&form, &thread, &name], &bytes);
            let file = looked_at(&name, bytes).await;
            file.map(|file| (file_id, file))
        }
    };
    let kept = match file {
        Ok((file_id, file)) => desk.keep_file(id, file_id, file, now).await?,
        Err(fault) => Err(fault),
    };
    match kept {
        Ok(at) => Ok(back(at, "files").into_response()),
        Err(fault) => {
            let shown = whole(&desk, id, now).await?;
            let care = Care {
                file_fault: Some(fault),
                ..shown.care
            };
            let shown = ThreadPage { care, ..shown };
            Ok(unprocessable(&app, reader, &shown))
        }
    }
}

/// Removes a file.
pub async fn remove_file(
    State(app): State<App>,
    desk: Desk,
    Path((id, file)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let at = desk
        .remove_file(read_id(&id)?, &file, app.clock.now())
        .await?;
    Ok(back(at, "files"))
}

/// A file, to be saved and never shown by the browser itself.
pub async fn file(desk: Desk, Path(id): Path<String>) -> Result<Response, Failure> {
    let file = desk.team_file(&id).await?;
    Ok((headers(&file.name, file.kind), file.bytes).into_response())
}

/// Reads the form to its end. Of a file that is too large only the beginning is kept.
async fn sent(mut parts: Multipart) -> Result<Sent, Failure> {
    /// The most bytes of an id.
    const MOST_ID: usize = 64;
    let mut sent = Sent::default();
    while let Some(mut part) = parts.next_field().await? {
        let (most, is_file) = match part.name() {
            Some("file") => (MOST_FILE_BYTES + 1, true),
            Some("id") => (MOST_ID, false),
            _ => continue,
        };
        let name = part.file_name().unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await? {
            let room = most.saturating_sub(bytes.len()).min(chunk.len());
            bytes.extend_from_slice(chunk.get(..room).unwrap_or_default());
        }
        if is_file {
            (sent.name, sent.bytes) = (name, bytes);
        } else {
            sent.id = String::from_utf8(bytes).unwrap_or_default();
        }
    }
    Ok(sent)
}

/// What keeps a file from ever being run or shown, whatever a browser takes it for.
fn headers(name: &str, kind: FileKind) -> HeaderMap {
    const ALWAYS: [(HeaderName, &str); 2] = [
        (
            header::CONTENT_SECURITY_POLICY,
            "sandbox; default-src 'none'",
        ),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    let mut headers = HeaderMap::new();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let media = HeaderValue::from_static(media_type(kind));
    headers.insert(header::CONTENT_TYPE, media);
    let ending = kind.endings().first().copied().unwrap_or_default();
    let attached = format!(
        "attachment; filename=\"file.{ending}\"; filename*=UTF-8''{}",
        percent(name)
    );
    if let Ok(attached) = HeaderValue::from_str(&attached) {
        headers.insert(header::CONTENT_DISPOSITION, attached);
    }
    headers
}

/// Every byte but letters and digits as `%XX`.
fn percent(name: &str) -> String {
    let one = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    name.bytes().map(one).collect()
}
