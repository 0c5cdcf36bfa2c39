//! Photos of friction points: what the log knows of them. The bytes are kept and sent by themselves.

use serde::{Deserialize, Serialize};

use super::{Millis, PhotoAdded, PhotoId};

/// The most photos of one friction point.
pub const MOST_PHOTOS: usize = 6;
/// The most bytes of one photo.
pub const MOST_PHOTO_BYTES: u32 = 4 * 1024 * 1024;
/// The longest side of a photo, in pixels: what is larger is shrunk on the phone.
pub const LONGEST_SIDE: u16 = 2048;

/// A photo as the log tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Made on the phone when it was kept.
    pub id: PhotoId,
    /// The phone's wall clock when it was kept.
    pub at: Millis,
    /// SHA-256 of the bytes kept on the phone, as 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// How many bytes.
    pub bytes: u32,
    /// Pixels across.
    pub width: u16,
    /// Pixels down.
    pub height: u16,
}

impl Photo {
    pub(super) fn added(id: PhotoId, added: PhotoAdded, at: Millis) -> Self {
        let PhotoAdded {
            sha256,
            bytes,
            width,
            height,
            ..
        } = added;
        Self {
            id,
            at,
            sha256,
            bytes,
            width,
            height,
        }
    }
}
