//! A thread: the same friction felt again, and how far the service team has come with it.

use super::{Answer, Millis, code_enum};

code_enum! {
    /// What a service team said last of a thread. None of it says "fixed": only a re-walk does.
    Decision {
        /// Nothing yet.
        None = "none",
        /// Somebody has read it.
        Seen = "seen",
        /// Why it is as it is was told to whoever felt it.
        Explained = "explained",
        /// The team agrees that it gets in the way.
        Accepted = "accepted",
        /// It will be changed, by a day that was named.
        Planned = "planned",
        /// It was changed.
        Changed = "changed",
        /// It was changed, and whoever felt it is asked to walk it again.
        RewalkAsked = "rewalk_asked",
        /// Not now, for a reason that was given.
        NotNow = "not_now",
    }
}

code_enum! {
    /// How a thread stands.
    State {
        /// Nobody has looked at it yet.
        New = "new",
        /// Somebody has read it.
        Seen = "seen",
        /// Why it is as it is was told.
        Explained = "explained",
        /// The team agrees.
        Accepted = "accepted",
        /// A day is named for the change.
        Planned = "planned",
        /// The team says that it was changed. Nobody has walked it since.
        Changed = "changed",
        /// A re-walk was asked for.
        RewalkAsked = "rewalk_asked",
        /// A re-walk found that it held.
        Confirmed = "confirmed",
        /// A re-walk found that it held in part.
        HalfFixed = "half_fixed",
        /// A re-walk found that it did not hold, or it was felt again after it had been confirmed.
        NotFixed = "not_fixed",
        /// Not now, for a reason.
        NotNow = "not_now",
    }
}

/// What the state of a thread follows from. All times are the server's, in milliseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// What the team said last.
    pub decision: Decision,
    /// From when on re-walks judge what the team says it changed; `None` while it has said no such thing.
    pub judged_from: Option<Millis>,
    /// The last re-walk that was asked "did it hold?": its answer, and when it ended.
    pub held: Option<(Answer, Millis)>,
    /// True when somebody of the team has looked at any of it.
    pub seen: bool,
    /// When it was last felt.
    pub last_felt: Millis,
}

impl Known {
    /// How the thread stands. Pure: the same facts and decisions give the same state, in whatever order they came.
    #[must_use]
    pub fn state(self) -> State {
        match self.decision {
            Decision::None if self.seen => State::Seen,
            Decision::None => State::New,
            Decision::Seen => State::Seen,
            Decision::Explained => State::Explained,
            Decision::Accepted => State::Accepted,
            Decision::Planned => State::Planned,
            Decision::NotNow => State::NotNow,
            Decision::Changed => self.judged().unwrap_or(State::Changed),
            Decision::RewalkAsked => self.judged().unwrap_or(State::RewalkAsked),
        }
    }

    /// What the last re-walk says of the last change.
    fn judged(self) -> Option<State> {
        let (answer, at) = self.held?;
        if self.judged_from.is_none_or(|from| at < from) {
            return None;
        }
        Some(match answer {
            Answer::Yes if self.last_felt > at => State::NotFixed,
            Answer::Yes => State::Confirmed,
            Answer::Partly => State::HalfFixed,
            Answer::No => State::NotFixed,
        })
    }
}

impl State {
    /// True for what waits for the team: nobody has looked, or a re-walk came back with less than "it held".
    #[must_use]
    pub fn calls_the_team(self) -> bool {
        matches!(self, Self::New | Self::HalfFixed | Self::NotFixed)
    }

    /// True once nothing more is to be done.
    #[must_use]
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Explained | Self::Confirmed | Self::NotNow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known(decision: Decision) -> Known {
        Known {
            decision,
            judged_from: Some(100),
            held: None,
            seen: true,
            last_felt: 50,
        }
    }

    fn after(answer: Answer, at: Millis) -> State {
        Known {
            held: Some((answer, at)),
            ..known(Decision::RewalkAsked)
        }
        .state()
    }

    #[test]
    fn a_rewalk_after_the_change_judges_it() {
        assert_eq!(known(Decision::RewalkAsked).state(), State::RewalkAsked);
        assert_eq!(after(Answer::Yes, 120), State::Confirmed);
        assert_eq!(after(Answer::Partly, 120), State::HalfFixed);
        assert_eq!(after(Answer::No, 120), State::NotFixed);
    }

    #[test]
    fn a_rewalk_before_the_change_says_nothing_of_it() {
        assert_eq!(after(Answer::Yes, 99), State::RewalkAsked);
    }

    #[test]
    fn what_is_felt_again_after_it_was_confirmed_did_not_hold() {
        let felt_again = Known {
            held: Some((Answer::Yes, 120)),
            last_felt: 121,
            ..known(Decision::Changed)
        };
        assert_eq!(felt_again.state(), State::NotFixed);
    }

    proptest! {
        #[test]
        fn the_team_alone_never_confirms(
            decision in prop::sample::select(Decision::ALL),
            judged_from: Option<i64>,
            seen: bool,
            last_felt: i64,
        ) {
            let known = Known { decision, judged_from, held: None, seen, last_felt };
            prop_assert_ne!(known.state(), State::Confirmed);
        }
    }
}
