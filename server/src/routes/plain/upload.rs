//! The friction form as it comes in: what was typed first, then the photos one by one.

use app::{plain::FrictionForm, walk::MOST_PHOTOS};
use axum::extract::multipart::{Field, Multipart};

use crate::{error::Failure, photo::MOST_FILE_BYTES};

/// The most bytes of all that was typed. A note of 4,000 characters fits several times over.
const MOST_TYPED_BYTES: usize = 64 * 1024;

/// The most photos looked at, whatever becomes of them.
const MOST_TRIED: usize = 4 * MOST_PHOTOS;

/// A photo that was chosen.
pub(super) struct File {
    /// What it is called on its owner's phone: said back to them and kept nowhere.
    pub(super) name: String,
    /// All of it; `None` when it is larger than any photo may be.
    pub(super) bytes: Option<Vec<u8>>,
}

/// A friction form on its way in.
pub(super) struct Upload {
    parts: Multipart,
    /// The first photo: only on meeting it is it known that nothing more was typed.
    first: Option<File>,
    photos: usize,
    /// The form's own id.
    pub(super) fact: String,
    /// The step it was drawn at.
    pub(super) step: String,
    /// What was typed and chosen.
    pub(super) form: FrictionForm,
}

impl Upload {
    /// Reads up to the photos, which the form has last.
    pub(super) async fn begin(parts: Multipart) -> Result<Self, Failure> {
        let mut upload = Self {
            parts,
            first: None,
            photos: 0,
            fact: String::new(),
            step: String::new(),
            form: FrictionForm::default(),
        };
        upload.read_typed().await?;
        Ok(upload)
    }

    async fn read_typed(&mut self) -> Result<(), Failure> {
        let mut left = MOST_TYPED_BYTES;
        while let Some(mut part) = self.parts.next_field().await? {
            let name = part.name().unwrap_or_default().to_owned();
            if name == "photos" {
                self.first = file(part).await?;
                return Ok(());
            }
            let mut bytes = Vec::new();
            while let Some(chunk) = part.chunk().await? {
                left = left.checked_sub(chunk.len()).ok_or(Failure::TooLarge)?;
                bytes.extend_from_slice(&chunk);
            }
            let text = String::from_utf8(bytes).map_err(|_| Failure::NotUtf8)?;
            self.take(&name, text);
        }
        Ok(())
    }

    /// The next photo, one at a time, so that no more than one is held.
    pub(super) async fn photo(&mut self) -> Result<Option<File>, Failure> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        while self.photos < MOST_TRIED {
            self.photos += 1;
            match self.parts.next_field().await? {
                None => return Ok(None),
                Some(part) if part.name() == Some("photos") => {
                    if let Some(file) = file(part).await? {
                        return Ok(Some(file));
                    }
                }
                Some(_) => {}
            }
        }
        Ok(None)
    }

    /// True when photos were chosen; nothing is done with them.
    pub(super) async fn let_go_of_photos(&mut self) -> Result<bool, Failure> {
        let mut some = false;
        while self.photo().await?.is_some() {
            some = true;
        }
        Ok(some)
    }

    fn take(&mut self, name: &str, text: String) {
        match name {
            "fact" => self.fact = text,
            "step" => self.step = text,
            "category" => self.form.category = text,
            "severity" => self.form.severity = text,
            "feelings" => self.form.feelings.push(text),
            "mood" => self.form.mood = text,
            "note" => self.form.note = text,
            "again" => self.form.again = !text.is_empty(),
            "risk" => self.form.risk = !text.is_empty(),
            _ => {}
        }
    }
}

/// Reads a file to its end; none when nothing was chosen.
async fn file(mut part: Field<'_>) -> Result<Option<File>, Failure> {
    let name = part.file_name().unwrap_or_default().to_owned();
    let mut bytes = Some(Vec::new());
    while let Some(chunk) = part.chunk().await? {
        bytes = bytes.filter(|bytes| bytes.len() + chunk.len() <= MOST_FILE_BYTES);
        if let Some(bytes) = &mut bytes {
            bytes.extend_from_slice(&chunk);
        }
    }
    let chosen = !name.is_empty() || bytes.as_ref().is_none_or(|bytes| !bytes.is_empty());
    Ok(chosen.then_some(File { name, bytes }))
}
