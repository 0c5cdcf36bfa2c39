//! The friction form as it comes in: what was typed first, then the photos one by one.

use app::plain::FrictionForm;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::http::StatusCode;

use crate::error::Failure;

/// The most bytes of all that was typed. A note of 4,000 characters fits several times over.
const MOST_TYPED_BYTES: usize = 64 * 1024;

/// A friction form on its way in.
pub(super) struct Upload {
    parts: Multipart,
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
            fact: String::new(),
            step: String::new(),
            form: FrictionForm::default(),
        };
        upload.read_typed().await?;
        Ok(upload)
    }

    async fn read_typed(&mut self) -> Result<(), Failure> {
        let mut left = MOST_TYPED_BYTES;
        while let Some(mut part) = self.parts.next_field().await.map_err(failure)? {
            let name = part.name().unwrap_or_default().to_owned();
            let mut bytes = Vec::new();
            while let Some(chunk) = part.chunk().await.map_err(failure)? {
                left = left.checked_sub(chunk.len()).ok_or(Failure::TooLarge)?;
                bytes.extend_from_slice(&chunk);
            }
            let text = String::from_utf8(bytes).map_err(|_| Failure::NotUtf8)?;
            self.take(&name, text);
        }
        Ok(())
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

fn failure(error: MultipartError) -> Failure {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        StatusCode::INTERNAL_SERVER_ERROR => Failure::Broken,
        _ => Failure::Unreadable,
    }
}
