//! Why a request was not done.

use app::{front::Wrong, walk::Lang, wire::Problem, words::Answers};
use axum::{
    extract::multipart::MultipartError,
    http::StatusCode,
    response::{IntoResponse, Response},
};

use crate::store::{PhotoFault, StoreError};

/// Why a request was not done. Becomes a whole answer in [`crate::dress`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// 404: no such thing, or not the viewer's.
    NotFound,
    /// 401: needs a session. A page sends to the sign-in page instead.
    NotSignedIn,
    /// 410: whoever had this session was erased. Their phone lets go of them, too.
    Erased,
    /// 401: another system, without a key that opens this.
    NoKey,
    /// 403: sync is for leaders.
    NotALeader,
    /// 403: asks for a fresh proof of being there.
    ConfirmFirst,
    /// 403: a write another site could have caused.
    CrossSite,
    /// 409: from a page that was made for somebody else than who is signed in now.
    SomebodyElse,
    /// 400: not UTF-8.
    NotUtf8,
    /// 400: not the JSON the address takes.
    NotJson,
    /// 400: anything else that cannot be read.
    Unreadable,
    /// 405: not this method.
    Method,
    /// 408: the request came too slowly, or broke off.
    TooSlow,
    /// 413: too many bytes.
    TooLarge,
    /// 413: too many facts.
    TooMany,
    /// 404: the fact that tells of a photo is not here.
    PhotoUnknown,
    /// 410: a photo that was taken back.
    PhotoGone,
    /// 422: not the bytes that a photo's fact tells of.
    PhotoDamaged,
    /// 422: no image we can read.
    NotAnImage,
    /// 422: a friction point has as many photos as it may have.
    TooManyPhotos,
    /// 429: failed too often.
    TooOften,
    /// 429: another system that asked more often than its key may.
    AskedTooOften,
    /// 429: an address of a share page at which there is nothing, after many others.
    PacketTooOften,
    /// 422: no seal of ours, or one that was touched, or not by anybody here.
    SealRefused,
    /// 500: our fault. Details go to the log, never to the reader.
    Broken,
    /// 503: the database does not answer.
    Busy,
    /// 507: the disk is full.
    Full,
}

impl Failure {
    /// The HTTP status.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::NotFound | Self::PhotoUnknown => StatusCode::NOT_FOUND,
            Self::Erased | Self::PhotoGone => StatusCode::GONE,
            Self::PhotoDamaged | Self::NotAnImage | Self::TooManyPhotos | Self::SealRefused => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::NotSignedIn | Self::NoKey => StatusCode::UNAUTHORIZED,
            Self::NotALeader | Self::ConfirmFirst | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::SomebodyElse => StatusCode::CONFLICT,
            Self::NotUtf8 | Self::NotJson | Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge | Self::TooMany => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooOften | Self::AskedTooOften | Self::PacketTooOften => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
        }
    }

    /// The failure behind a bare status, such as a router's own "not found".
    pub(crate) fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::UNAUTHORIZED => Self::NotSignedIn,
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::REQUEST_TIMEOUT => Self::TooSlow,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::TOO_MANY_REQUESTS => Self::TooOften,
            StatusCode::SERVICE_UNAVAILABLE => Self::Busy,
            status if status.is_client_error() => Self::Unreadable,
            _ => Self::Broken,
        }
    }

    /// The API's fixed code and its words.
    #[must_use]
    pub fn said(self, lang: Lang) -> Problem {
        let words = Answers::of(lang);
        let (code, message) = match self {
            Self::NotFound => ("not_found", words.not_found),
            Self::NotSignedIn => ("not_signed_in", words.not_signed_in),
            Self::NoKey => ("not_signed_in", words.no_key),
            Self::Erased => ("erased", words.erased),
            Self::NotALeader => ("not_a_leader", words.not_a_leader),
            Self::ConfirmFirst => ("confirm_first", words.confirm_first),
            Self::CrossSite => ("cross_site", words.cross_site),
            Self::SomebodyElse => ("somebody_else", words.somebody_else),
            Self::NotUtf8 => ("not_utf8", words.not_utf8),
            Self::NotJson => ("not_json", words.not_json),
            Self::Unreadable => ("unreadable", words.unreadable),
            Self::Method => ("method", words.method),
            Self::TooSlow => ("too_slow", words.too_slow),
            Self::TooLarge => ("too_large", words.too_large),
            Self::TooMany => ("too_many", words.too_many),
            Self::PhotoUnknown => ("photo_unknown", words.photo_unknown),
            Self::PhotoGone => ("photo_gone", words.photo_gone),
            Self::PhotoDamaged => ("photo_damaged", words.photo_damaged),
            Self::NotAnImage => ("not_an_image", words.not_an_image),
            Self::TooManyPhotos => ("too_many_photos", words.too_many_photos),
            Self::TooOften | Self::PacketTooOften => ("too_often", words.too_often),
            Self::AskedTooOften => ("too_often", words.asked_too_often),
            Self::SealRefused => ("seal_refused", words.seal_refused),
            Self::Broken => ("broken", words.broken),
            Self::Busy => ("busy", words.busy),
            Self::Full => ("full", words.full),
        };
        Problem {
            error: code.to_owned(),
            message: message.to_owned(),
        }
    }

    /// The page a person sees.
    pub(crate) fn wrong(self) -> Wrong {
        match self {
            Self::NotFound | Self::Method | Self::PhotoUnknown | Self::PhotoGone => Wrong::NotFound,
            Self::NotSignedIn
            | Self::NoKey
            | Self::Erased
            | Self::NotALeader
            | Self::ConfirmFirst
            | Self::CrossSite => Wrong::NotAllowed,
            Self::SomebodyElse => Wrong::SomebodyElse,
            Self::NotUtf8
            | Self::NotJson
            | Self::Unreadable
            | Self::PhotoDamaged
            | Self::NotAnImage
            | Self::SealRefused => Wrong::Unreadable,
            Self::TooLarge | Self::TooMany | Self::TooManyPhotos => Wrong::TooLarge,
            Self::TooOften | Self::AskedTooOften => Wrong::TooOften,
            Self::PacketTooOften => Wrong::PacketTooOften,
            Self::Broken => Wrong::Broken,
            Self::Busy | Self::TooSlow => Wrong::Busy,
            Self::Full => Wrong::Full,
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Full => Self::Full,
            other => {
                tracing::error!(error = %other, "the store failed");
                Self::Broken
            }
        }
    }
}

impl From<PhotoFault> for Failure {
    fn from(fault: PhotoFault) -> Self {
        match fault {
            PhotoFault::Unknown => Self::PhotoUnknown,
            PhotoFault::Gone => Self::PhotoGone,
            PhotoFault::Elsewhere(_) | PhotoFault::Damaged => Self::PhotoDamaged,
            PhotoFault::NotAnImage => Self::NotAnImage,
            PhotoFault::TooLarge => Self::TooLarge,
            PhotoFault::TooMany => Self::TooManyPhotos,
            PhotoFault::Store(error) => error.into(),
        }
    }
}

impl From<MultipartError> for Failure {
    fn from(error: MultipartError) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::INTERNAL_SERVER_ERROR => Self::Broken,
            _ => Self::Unreadable,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
