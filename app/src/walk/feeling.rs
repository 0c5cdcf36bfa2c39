//! How it felt.

use serde::{Deserialize, Deserializer, Serialize};

use super::code_enum;

code_enum! {
    /// Ten feelings services leave people with: four good, six hard (FIELD section 5).
    Feeling {
        /// It is off my mind.
        Relieved = "relieved",
        /// I know what to do.
        Confident = "confident",
        /// It is in hand.
        Reassured = "reassured",
        /// I was treated as a person.
        Respected = "respected",
        /// I did not understand.
        Confused = "confused",
        /// It was harder than it should be.
        Frustrated = "frustrated",
        /// I was worried.
        Anxious = "anxious",
        /// I felt exposed or ashamed.
        Embarrassed = "embarrassed",
        /// I had no say.
        Powerless = "powerless",
        /// Nobody took notice.
        Ignored = "ignored",
    }
}

/// The most feelings one friction point keeps.
pub const MOST_FEELINGS: usize = 3;

/// How a step felt, from -2 (awful) to +2 (good). Values outside are brought to the nearest end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Mood(i8);

impl Mood {
    /// All five, best first.
    pub const ALL: [Self; 5] = [Self(2), Self(1), Self(0), Self(-1), Self(-2)];

    /// A mood from a number; numbers outside -2..=2 become the nearest end.
    #[must_use]
    pub fn new(value: i8) -> Self {
        Self(value.clamp(-2, 2))
    }

    /// The number, -2..=2.
    #[must_use]
    pub fn value(self) -> i8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Mood {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        i8::deserialize(from).map(Self::new)
    }
}
