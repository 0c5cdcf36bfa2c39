//! Which shape stands for what.

use crate::walk::{Answer, Friction, Severity, Walk, thread::State};

use super::Shape;

impl Shape {
    /// The diamond of a friction point, by what it did to the walker.
    #[must_use]
    pub const fn of_friction(severity: Option<Severity>) -> Self {
        match severity {
            None => Self::Felt,
            Some(Severity::Slowed) => Self::Slowed,
            Some(Severity::Nearly) => Self::Nearly,
            Some(Severity::Stopped) => Self::Stopped,
        }
    }

    /// The circle of an answer; dashed when nothing was said.
    #[must_use]
    pub const fn of_answer(answer: Option<Answer>) -> Self {
        match answer {
            None => Self::Waiting,
            Some(Answer::Yes) => Self::Met,
            Some(Answer::Partly) => Self::Partly,
            Some(Answer::No) => Self::NotMet,
        }
    }

    /// The square of how a thread stands; what a re-walk found has a word of its own beside it.
    #[must_use]
    pub const fn of_state(state: State) -> Self {
        match state {
            State::New => Self::New,
            State::Seen | State::Accepted => Self::Seen,
            State::Explained => Self::Answered,
            State::Planned | State::HalfFixed => Self::Planned,
            State::Changed | State::RewalkAsked => Self::Changed,
            State::Confirmed => Self::Confirmed,
            State::NotFixed | State::NotNow => Self::NotNow,
        }
    }

    /// The diamond of the heaviest friction felt at a step (counted from 0); `None` when there was none.
    #[must_use]
    pub fn heaviest(walk: &Walk, step: u16) -> Option<Self> {
        let here = |friction: &&Friction| friction.step == step;
        let severities = walk
            .frictions
            .iter()
            .filter(here)
            .map(|friction| friction.severity);
        severities.max().map(Self::of_friction)
    }
}
