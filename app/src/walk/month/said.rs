//! What people wrote that stands on a month's page. It is kept apart from the counts, because it can be taken back.

use super::Bright;
use crate::walk::{Millis, Text, WalkId, code_enum};

code_enum! {
    /// What somebody's sentence is on the page.
    SaidAs {
        /// Something that worked, in its leader's words.
        Bright = "bright",
        /// What a leader agreed to be quoted with.
        Quote = "quote",
        /// A commitment whose leader shares its words.
        Commitment = "commitment",
        /// A service team's own view, beside what gets in the way.
        View = "view",
        /// Why a service team does not change something now.
        Reason = "reason",
        /// The secretary's words at the head of the page.
        Secretary = "secretary",
        /// What the board is asked for.
        Asked = "asked",
        /// What became of something that the board was asked for before: it stands right after that.
        Became = "became",
        /// What a correction corrects.
        Correction = "correction",
    }
}

/// A sentence somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it is on the page.
    pub is: SaidAs,
    /// The sentence, in one language or in both. `None` once it was taken back or its author erased.
    pub text: Option<Text>,
    /// The task it speaks of, if of one.
    pub task: String,
    /// The step it speaks of, counted from 0.
    pub step: Option<u16>,
    /// When it was written, by the server's clock. Milliseconds since 1970.
    pub at: Millis,
    /// The walk it comes from, to open it. Never part of what is published.
    pub walk: Option<WalkId>,
}

impl From<&Bright> for Said {
    fn from(spot: &Bright) -> Self {
        Self {
            is: SaidAs::Bright,
            text: Some(Text::as_written(spot.note.clone())),
            task: spot.task.clone(),
            step: None,
            at: spot.noted_at,
            walk: Some(spot.walk),
        }
    }
}

/// The bright spots that have words, the newest first.
#[must_use]
pub fn bright_words(spots: &[Bright]) -> Vec<Said> {
    let mut spots: Vec<&Bright> = spots
        .iter()
        .filter(|it| !it.note.trim().is_empty())
        .collect();
    spots.sort_by(|a, b| (b.noted_at, b.walk, &b.note).cmp(&(a.noted_at, a.walk, &a.note)));
    spots.into_iter().map(Said::from).collect()
}
