//! The kinds of fact. Names and fields are stored for years: add, never change. Frozen samples hold them.

use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use super::{
    Category, Commitment, FactId, Feeling, FrictionId, Mood, Outcome, Severity, StepResult,
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
    /// Something that worked.
    BrightSpotNoted(BrightSpotNoted) = "bright_spot_noted",
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

/// No content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nothing {}

/// How a walk began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Started {
    /// The task's id.
    pub task: String,
    /// How many steps the task had then.
    pub steps: u16,
    /// The situation's id, when one was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub situation: Option<String>,
    /// The language of the screen: `en` or `cy`.
    #[serde(default)]
    pub language: String,
    /// The friction point walked again, for a re-walk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<FrictionId>,
}

/// At a step, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtStep {
    /// The step, counted from 0.
    pub step: u16,
}

/// Names the time away that was an interruption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interrupted {
    /// The `left` fact that began it.
    pub left: FactId,
}

/// How a step felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoodMarked {
    /// The step, counted from 0.
    pub step: u16,
    /// -2..=2.
    pub mood: Mood,
}

/// The first tap of a friction point. The fact's id is the friction point's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrictionFelt {
    /// The step, counted from 0.
    pub step: u16,
    /// The category tapped; none is "something else".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
}

/// What was added to a friction point. A field left out changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrictionDescribed {
    /// Which.
    pub friction: FrictionId,
    /// Another main category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// One more category; `null` takes it away.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    pub second: Option<Option<Category>>,
    /// What it did to me; `null` takes it away.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    pub severity: Option<Option<Severity>>,
    /// All feelings chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feelings: Option<Vec<Feeling>>,
    /// How it felt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mood: Option<Mood>,
    /// The whole note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The risk flag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<bool>,
    /// The failure-demand tick.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacted_again: Option<bool>,
}

impl FrictionDescribed {
    /// Describes nothing yet.
    #[must_use]
    pub fn of(friction: FrictionId) -> Self {
        Self {
            friction,
            category: None,
            second: None,
            severity: None,
            feelings: None,
            mood: None,
            note: None,
            risk: None,
            contacted_again: None,
        }
    }
}

/// Tells "left out" (`None`) from "taken away" (`Some(None)`).
fn given<'de, D, T>(from: D) -> Result<Option<Option<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(from).map(Some)
}

/// Takes a friction point back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrictionWithdrawn {
    /// Which.
    pub friction: FrictionId,
}

/// Something that worked, or a change to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrightSpotNoted {
    /// The first fact of this bright spot, when this one changes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spot: Option<FactId>,
    /// The step, counted from 0; none for the whole walk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<u16>,
    /// The whole note; empty takes it back.
    pub note: String,
}

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepFinished {
    /// The step, counted from 0.
    pub step: u16,
    /// How it went.
    pub result: StepResult,
}

/// An answer to a question of reflection; an empty text takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflected {
    /// Which question: a code such as `least_sure`.
    pub question: String,
    /// The whole answer.
    pub text: String,
    /// True when the author asked for a copy on the server, for the author alone.
    #[serde(default)]
    pub keep: bool,
}

/// Names the fact that loses its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Which.
    pub fact: FactId,
}
