//! A month in few figures, to stand beside another one.

use serde::{Deserialize, Serialize};

use super::{Counted, Tally, YearMonth, need_met, summary::time_through};
use crate::walk::measures::KofN;
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
    /// A month that is over, from what its walks add up to.
    #[must_use]
    pub fn of(month: YearMonth, tally: &Tally) -> Self {
        let friction = tally.iter().map(|(counted, n)| match counted {
            Counted::Friction(..) => u64::try_from(n).unwrap_or(0),
            _ => 0,
        });
        Self {
            month,
            need_met: need_met(tally),
            completed: completed(tally, true),
            median: time_through(tally).map(|it| it.median),
            friction: friction.sum(),
        }
    }
}

/// GDS completion: where the service did what it should, a correct "you are not eligible" included, of all that were
/// begun. What was begun and never finished failed, once the month is `over`; what its leader stopped on purpose at the
/// safe place shows nothing of the end and is left out.
#[must_use]
pub fn completed(tally: &Tally, over: bool) -> KofN {
    let n = |counted| u64::try_from(tally.get(&counted)).unwrap_or(0);
    let unfinished = if over { n(Counted::Unfinished) } else { 0 };
    KofN::new(
        n(Counted::DidShould(Answer::Yes)),
        need_met(tally).n() + unfinished,
    )
}
