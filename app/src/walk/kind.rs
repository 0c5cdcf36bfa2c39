//! The kinds of fact. Names and fields are stored for years: add, never change. Frozen samples hold them.

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::{
    Commitment, Outcome,
    content::{
        AtStep, BrightSpotNoted, BrightSpotWithdrawn, Erased, FrictionDescribed, FrictionFelt,
        FrictionWithdrawn, Interrupted, Marked, MarkerWithdrawn, MoodMarked, Nothing, PhotoAdded,
        PhotoRemoved, Reflected, ReplyAnswered, Started, StepFinished,
    },
};

/// Lists every kind once: its name in the log, and the shape of its content.
macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident($data:ty) = $name:literal,)+) => {
        /// What a fact says.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Kind { $($(#[$doc])* $variant($data),)+ }

        impl Kind {
            /// The name of every kind, in the order of a walk.
            pub const NAMES: &'static [&'static str] = &[$($name,)+];

            /// The name in the log and the content as JSON.
            pub(super) fn write(&self) -> (&'static str, Box<RawValue>) {
                match self { $(Self::$variant(data) => ($name, raw(data)),)+ }
            }

            /// Reads content of a named kind; `None` when the name is unknown or the content does not fit.
            pub(super) fn read(name: &str, data: &str) -> Option<Self> {
                match name { $($name => serde_json::from_str(data).ok().map(Self::$variant),)+ _ => None }
            }
        }
    };
}

kinds! {
    /// The walk began.
    Started(Started) = "started",
    /// A step came on the screen.
    StepOpened(AtStep) = "step_opened",
    /// Left Firsthand for the service.
    Left(AtStep) = "left",
    /// Came back to Firsthand.
    CameBack(AtStep) = "came_back",
    /// A time away was not about the service: take it off.
    Interrupted(Interrupted) = "interrupted",
    /// How a step felt.
    MoodMarked(MoodMarked) = "mood_marked",
    /// Friction: the first tap on a category.
    FrictionFelt(FrictionFelt) = "friction_felt",
    /// More about a friction point; each field given replaces what was there.
    FrictionDescribed(FrictionDescribed) = "friction_described",
    /// A friction point taken back by its author.
    FrictionWithdrawn(FrictionWithdrawn) = "friction_withdrawn",
    /// A photo of a friction point, masked on the phone. Its bytes travel by themselves.
    PhotoAdded(PhotoAdded) = "photo_added",
    /// A photo taken back: its bytes go everywhere.
    PhotoRemoved(PhotoRemoved) = "photo_removed",
    /// Something that worked.
    BrightSpotNoted(BrightSpotNoted) = "bright_spot_noted",
    /// A bright spot taken back by its author.
    BrightSpotWithdrawn(BrightSpotWithdrawn) = "bright_spot_withdrawn",
    /// A moment marked in passing, to be told about afterwards.
    Marked(Marked) = "marked",
    /// A marker taken back.
    MarkerWithdrawn(MarkerWithdrawn) = "marker_withdrawn",
    /// A step ended.
    StepFinished(StepFinished) = "step_finished",
    /// Answers at the end; each field given replaces what was there.
    OutcomeGiven(Outcome) = "outcome_given",
    /// A reflection.
    Reflected(Reflected) = "reflected",
    /// One thing I will do; an empty text takes it back.
    Committed(Commitment) = "committed",
    /// The walk is complete.
    Finished(Nothing) = "finished",
    /// Says something to a team's reply.
    ReplyAnswered(ReplyAnswered) = "reply_answered",
    /// A fact loses its content on every copy.
    Erased(Erased) = "erased",
}

impl Kind {
    /// True when this fact must not leave the phone: a reflection its author has not chosen to keep on the server.
    #[must_use]
    pub fn stays_on_phone(&self) -> bool {
        matches!(self, Self::Reflected(reflected) if !reflected.keep)
    }
}

fn raw<T: Serialize>(data: &T) -> Box<RawValue> {
    to_raw_value(data).unwrap_or_else(|_| RawValue::NULL.to_owned())
}
