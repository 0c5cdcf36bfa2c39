//! Markers: a moment marked with one tap while something else has the attention, to be told about afterwards.

use serde::{Deserialize, Serialize};

use super::{FactId, Millis, code_enum};

code_enum! {
    /// What a marked moment was.
    Mark {
        /// Something went well.
        Good = "good",
        /// Not sure what to do.
        Unsure = "unsure",
        /// Could not go on.
        Stuck = "stuck",
        /// A question came up.
        Question = "question",
    }
}

/// A marked moment, as the log tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    /// Made on the phone with the tap.
    pub id: FactId,
    /// The step, counted from 0.
    pub step: u16,
    /// The phone's wall clock.
    pub at: Millis,
    /// What the moment was.
    pub mark: Mark,
    /// True once a friction point or a bright spot tells about it.
    pub told: bool,
}
