//! Friction points: what got in the way at a step.

use serde::{Deserialize, Serialize};

use super::{Feeling, FrictionId, Millis, Mood, Photo, code_enum};

code_enum! {
    /// What got in the way: twelve kinds, from administrative-burden and usability research (FIELD section 5).
    Category {
        /// Hard to find.
        Find = "find",
        /// Hard to understand.
        Unclear = "unclear",
        /// Wrong, old or conflicting information.
        Wrong = "wrong",
        /// Blocked at the door: account, sign-in, proof of identity.
        Door = "door",
        /// Asked too much, or again.
        Asked = "asked",
        /// Form hard to use on a phone.
        Form = "form",
        /// Broken, slow or timed out.
        Broken = "broken",
        /// Shuts someone out: disability, language, one channel only.
        Access = "access",
        /// Left waiting, no news.
        Wait = "wait",
        /// Sent elsewhere: another team, organisation or channel.
        Bounced = "bounced",
        /// No way back or no one to ask.
        Help = "help",
        /// Felt unsafe, judged or not respected.
        Trust = "trust",
    }
}

code_enum! {
    /// The kind of burden a category puts on a person (Herd and Moynihan).
    Burden {
        /// Finding out, and finding out whether you qualify.
        Learning = "learning",
        /// Time, forms, proof, money.
        Compliance = "compliance",
        /// Stigma, loss of power, stress.
        Psychological = "psychological",
    }
}

code_enum! {
    /// What it did to me. Not a grade of the team.
    Severity {
        /// I got through.
        Slowed = "slowed",
        /// I needed a workaround, help or another channel.
        Nearly = "nearly",
        /// I gave up or could not go on.
        Stopped = "stopped",
    }
}

impl Category {
    /// The burdens this category belongs to: one for most, two for waiting, all three for shutting someone out.
    #[must_use]
    pub fn burdens(self) -> &'static [Burden] {
        use Burden::{Compliance, Learning, Psychological};
        match self {
            Self::Find | Self::Unclear | Self::Wrong => &[Learning],
            Self::Door | Self::Asked | Self::Form | Self::Broken | Self::Bounced => &[Compliance],
            Self::Wait => &[Compliance, Psychological],
            Self::Help | Self::Trust => &[Psychological],
            Self::Access => &[Learning, Compliance, Psychological],
        }
    }
}

/// A friction point as the log tells it. Everything but the category may be added later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Friction {
    /// Made on the phone with the first tap.
    pub id: FrictionId,
    /// The step where it was felt, counted from 0.
    pub step: u16,
    /// The phone's wall clock at the first tap.
    pub at: Millis,
    /// The main category; `None` is "something else", with a note.
    pub category: Option<Category>,
    /// At most one more category.
    pub second: Option<Category>,
    /// What it did to me, when said.
    pub severity: Option<Severity>,
    /// Up to three feelings, in the order of the list.
    pub feelings: Vec<Feeling>,
    /// How it felt, from -2 to +2, when said.
    pub mood: Option<Mood>,
    /// In the leader's own words.
    pub note: String,
    /// Safety, privacy, money or safeguarding: goes to a named person whatever the severity.
    pub risk: bool,
    /// "It made me contact them again": failure demand (Seddon).
    pub contacted_again: bool,
    /// Photos that stand, in the order they were kept; no more than [`super::MOST_PHOTOS`].
    pub photos: Vec<Photo>,
}
