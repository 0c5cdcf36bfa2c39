//! What each kind of fact holds. Fields are stored for years: add, never change.

use serde::{Deserialize, Serialize};

use super::{Category, FactId, Feeling, FrictionId, Mark, Mood, PhotoId, Severity, StepResult};

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
    /// The marker it tells about, when it was told afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<FactId>,
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
    /// The whole note; empty takes it back, unless it stands by itself.
    pub note: String,
    /// True when it stands without a word: a tap said that something worked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stands: bool,
    /// The marker it tells about, when it was told afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<FactId>,
}

/// Takes a bright spot back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrightSpotWithdrawn {
    /// Its first fact.
    pub spot: FactId,
}

/// A photo of a friction point. The fact's id is the photo's id; the bytes are sent by themselves and must have this
/// fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoAdded {
    /// The friction point it shows.
    pub friction: FrictionId,
    /// SHA-256 of the bytes kept on the phone, as 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// How many bytes.
    pub bytes: u32,
    /// Pixels across.
    pub width: u16,
    /// Pixels down.
    pub height: u16,
}

/// Takes a photo back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoRemoved {
    /// Which.
    pub photo: PhotoId,
}

/// A moment marked in passing. The fact's id is the marker's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The step, counted from 0.
    pub step: u16,
    /// What the moment was.
    pub mark: Mark,
}

/// Takes a marker back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkerWithdrawn {
    /// Which.
    pub marker: FactId,
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

/// What the author says to a team's reply; the same reply again replaces it, an empty text takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyAnswered {
    /// The reply's id.
    pub reply: String,
    /// The friction point it is a reply to.
    pub friction: FrictionId,
    /// The whole answer.
    pub text: String,
}

/// Names the fact that loses its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Which.
    pub fact: FactId,
}
