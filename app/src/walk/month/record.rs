//! What a month is counted from: plain records, one for each walk, friction point and bright spot.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Short, Tally, ThreadStory, YearMonth};
use crate::walk::measures::KofN;
use crate::walk::{
    Answer, Category, Feeling, FrictionId, Millis, OthersWould, Severity, WalkId, WhyNot,
};

/// All that is known of one month of one organisation.
#[derive(Clone, Debug)]
pub struct Records {
    /// What is known beside its walks.
    pub context: Context,
    /// Every walk of the month, unfinished ones included.
    pub attempts: Vec<Attempt>,
    /// Every friction point of these walks.
    pub felt: Vec<Felt>,
    /// Every bright spot of these walks.
    pub bright_spots: Vec<Bright>,
}

/// What is known of a month beside its own walks.
#[derive(Clone, Debug)]
pub struct Context {
    /// Which month.
    pub month: YearMonth,
    /// When it began. Milliseconds since 1970.
    pub from: Millis,
    /// When it ended, or now while it runs: ages are counted up to here. Milliseconds since 1970.
    pub until: Millis,
    /// True once it has ended.
    pub over: bool,
    /// How many leaders the organisation has.
    pub leaders: u64,
    /// Need met in all the months before, by the same rules, in any order.
    pub before: Vec<(YearMonth, KofN)>,
    /// For the friction felt this month: how often it was felt at the same place up to now.
    pub felt_often: Vec<FeltOften>,
    /// The threads that teams had said something of, those in the way this month, and the one open longest: as they
    /// stood when the month ended. Each once.
    pub threads: Vec<ThreadStory>,
    /// Commitments marked as kept by then, of those made in the last twelve months.
    pub kept: KofN,
    /// The month before in few figures, when there is one.
    pub month_before: Option<Short>,
    /// The same month last year, when there is one.
    pub year_ago: Option<Short>,
}

/// One walk, as it is counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// Which.
    pub walk: WalkId,
    /// Tells leaders apart, for counting them. Never shown.
    pub author: String,
    /// The service's id.
    pub service: String,
    /// The task's id.
    pub task: String,
    /// When it was finished, by the server's clock; of an unfinished one, the last that was heard of it.
    pub counted_at: Millis,
    /// True when its leader finished it.
    pub finished: bool,
    /// "Did I get what I came for?"
    pub need_met: Option<Answer>,
    /// "Did the service do what it should?"
    pub did_should: Option<Answer>,
    /// Why not.
    pub why_not: Option<WhyNot>,
    /// Single Ease Question, 1 to 7.
    pub ease: Option<u8>,
    /// GDS satisfaction, 1 to 5.
    pub satisfaction: Option<u8>,
    /// Whether someone without the leader's advantages would have got through.
    pub others_would: Option<OthersWould>,
    /// Time spent, without interruptions, in milliseconds.
    pub spent_ms: Millis,
    /// How many friction points were felt.
    pub frictions: u64,
    /// True when a commitment was made.
    pub committed: bool,
    /// On a re-walk: did the change hold?
    pub held: Option<Answer>,
    /// Where it crossed to another organisation, when it got that far.
    pub crossing: Option<Crossing>,
}

/// A walk's crossing to another organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The other organisation's name.
    pub to: String,
    /// The step that crosses, counted from 0, when the task says.
    pub step: Option<u16>,
    /// True when the walk got through there.
    pub through: bool,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Need met.
    Met,
    /// Partly: counts as not met.
    Partly,
    /// Not met.
    NotMet,
    /// Not said: counts as not met.
    NotSaid,
}

/// A friction point, as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Felt {
    /// Which.
    pub id: FrictionId,
    /// The walk it was felt in.
    pub walk: WalkId,
    /// The service's id.
    pub service: String,
    /// The task's id.
    pub task: String,
    /// The step, counted from 0.
    pub step: u16,
    /// The main category; `None` is "something else".
    pub category: Option<Category>,
    /// One more category.
    pub second: Option<Category>,
    /// What it did, when said.
    pub severity: Option<Severity>,
    /// What it left the leader feeling.
    pub feelings: Vec<Feeling>,
    /// Made someone contact the organisation again.
    pub contacted_again: bool,
    /// Someone could be harmed.
    pub risk: bool,
}

/// Something that worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bright {
    /// The walk it was noted in.
    pub walk: WalkId,
    /// The service's id.
    pub service: String,
    /// The task's id.
    pub task: String,
    /// When, by the server's clock.
    pub noted_at: Millis,
    /// In the leader's own words.
    pub note: String,
}

/// How often the same friction was felt: the same category at the same step of the same task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeltOften {
    /// The task's id.
    pub task: String,
    /// The step, counted from 0.
    pub step: u16,
    /// The main category.
    pub category: Category,
    /// How many times, from the first to the end of the month.
    pub times: u64,
    /// By how many leaders.
    pub leaders: u64,
    /// When first, by the server's clock.
    pub since: Millis,
}

impl Records {
    /// What these walks add to their month, all together.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut felt: BTreeMap<WalkId, Vec<Felt>> = BTreeMap::new();
        for point in &self.felt {
            felt.entry(point.walk).or_default().push(point.clone());
        }
        let mut bright: BTreeMap<WalkId, usize> = BTreeMap::new();
        for spot in &self.bright_spots {
            *bright.entry(spot.walk).or_default() += 1;
        }
        let mut tally = Tally::default();
        for walk in &self.attempts {
            let felt = felt.remove(&walk.walk).unwrap_or_default();
            let bright = bright.remove(&walk.walk).unwrap_or_default();
            tally.add(&Tally::of(walk, &felt, bright));
        }
        tally
    }
}

impl Attempt {
    /// True when it counts: finished, and not stopped on purpose before the need could be met.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.finished && !self.stopped_on_purpose()
    }

    /// True when the leader stopped at the safe place, with the need not met.
    #[must_use]
    pub fn stopped_on_purpose(&self) -> bool {
        self.need_met != Some(Answer::Yes) && self.why_not == Some(WhyNot::StoppedOnPurpose)
    }

    /// How it ended.
    #[must_use]
    pub fn ending(&self) -> Ending {
        match self.need_met {
            Some(Answer::Yes) => Ending::Met,
            Some(Answer::Partly) => Ending::Partly,
            Some(Answer::No) => Ending::NotMet,
            None => Ending::NotSaid,
        }
    }

    /// True when the need was met.
    #[must_use]
    pub fn met(&self) -> bool {
        self.ending() == Ending::Met
    }
}
