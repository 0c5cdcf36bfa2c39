//! The core: a walkthrough is a log of facts, and everything else is computed from it.
//!
//! Pure: no clock, no randomness, no input or output. Phone and server run the same code.

pub mod boundary;
mod code;
mod content;
mod fact;
mod feeling;
mod fold;
mod friction;
mod hints;
mod history;
mod id;
pub mod journey;
mod kind;
mod marker;
pub mod measures;
pub mod month;
mod outcome;
mod photo;
mod task;
pub mod thread;
mod timing;
mod tongue;
mod track;

pub(crate) use code::code_enum;
pub use content::{
    AtStep, BrightSpotNoted, BrightSpotWithdrawn, Erased, FrictionDescribed, FrictionFelt,
    FrictionWithdrawn, Interrupted, Marked, MarkerWithdrawn, MoodMarked, Nothing, PhotoAdded,
    PhotoRemoved, Reflected, ReplyAnswered, Started, StepFinished,
};
pub use fact::{Fact, MAX_FACT_BYTES};
pub use feeling::{Feeling, MOST_FEELINGS, Mood};
pub use fold::fold;
pub use friction::{Burden, Category, Friction, Severity};
pub use hints::{Hint, Private, hints};
pub use history::{Change, Was, history};
pub use id::{FactId, FrictionId, PhotoId, ThreadId, WalkId, next_id, time_of};
pub use kind::Kind;
pub use marker::{Mark, Marker};
pub use outcome::{
    Answer, BrightSpot, Commitment, OthersWould, Outcome, Reflection, StepResult, WhyNot,
};
pub use photo::{LONGEST_SIDE, MOST_PHOTO_BYTES, MOST_PHOTOS, Photo};
pub use task::{AttemptMode, Lang, Limit, Situation, Step, Task, Text};
pub use timing::{LONGEST_GAP_MS, counted_at};
pub use tongue::other_tongue;
pub use track::{Away, Place, StepTrack, Walk};

/// Milliseconds since 1970-01-01 UTC, or a length of time in milliseconds.
pub type Millis = i64;
