//! A month in few figures, to stand beside another one.

use serde::{Deserialize, Serialize};

use super::{Attempt, YearMonth};
use crate::walk::measures::{KofN, median};
use crate::walk::{Answer, Millis};

/// A month in few figures, by the rules of a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Short {
    /// Which.
    pub month: YearMonth,
    /// Attempts whose need was met, of all attempts.
    pub need_met: KofN,
    /// GDS completion: see [`completed`].
    pub completed: KofN,
    /// The middle time of the attempts that got through, in milliseconds; `None` when none did.
    pub median: Option<Millis>,
    /// Points of friction felt.
    pub friction: u64,
}

impl Short {
    /// Counts a month that is over: every walk of it, unfinished ones too, and how much friction was felt.
    #[must_use]
    pub fn of(month: YearMonth, walks: &[Attempt], friction: u64) -> Self {
        let attempts = || walks.iter().filter(|it| it.counts());
        let times = attempts().filter(|it| it.met()).map(|it| it.spent_ms);
        Self {
            month,
            need_met: KofN::count(attempts().map(Attempt::met)),
            completed: completed(walks, true),
            median: median(&times.collect::<Vec<_>>()),
            friction,
        }
    }
}

/// GDS completion: where the service did what it should, a correct "you are not eligible" included, of all that were
/// begun. What was begun and never finished failed, once the month is `over`; what its leader stopped on purpose at the
/// safe place shows nothing of the end and is left out.
#[must_use]
pub fn completed(walks: &[Attempt], over: bool) -> KofN {
    let begun = walks
        .iter()
        .filter(|it| it.counts() || (over && !it.finished));
    KofN::count(begun.map(|it| it.finished && it.did_should == Some(Answer::Yes)))
}
