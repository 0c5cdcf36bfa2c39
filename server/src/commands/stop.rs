//! Why a command stopped.

use crate::{demo::DemoError, site::SiteError, store::StoreError};

/// A result of the command line.
pub(super) type Result<T> = std::result::Result<T, Stop>;

/// Why a command stopped: one line for a person, and the exit status.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) line: String,
    pub(super) status: u8,
}

impl Stop {
    /// The arguments or the configuration are wrong: exit status 2.
    pub(super) fn bad(line: impl Into<String>) -> Self {
        Self {
            line: line.into(),
            status: 2,
        }
    }

    /// Something else went wrong: exit status 1.
    pub(super) fn failed(line: impl Into<String>) -> Self {
        Self {
            line: line.into(),
            status: 1,
        }
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::failed(error.to_string())
    }
}

impl From<SiteError> for Stop {
    fn from(error: SiteError) -> Self {
        Self::bad(error.to_string())
    }
}

impl From<DemoError> for Stop {
    fn from(error: DemoError) -> Self {
        Self::failed(error.to_string())
    }
}
