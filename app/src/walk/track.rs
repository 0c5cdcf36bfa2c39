//! What a folded log looks like.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    BrightSpot, Commitment, FactId, Friction, Marker, Millis, Mood, Outcome, Reflection,
    ReplyAnswered, Started, StepResult, WalkId,
};

/// One leader's one attempt at one task: the unit of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Walk {
    /// The walk's id; `None` only for an empty log.
    pub id: Option<WalkId>,
    /// How it began; `None` while that fact has not arrived.
    pub started: Option<Started>,
    /// The phone's wall clock when it began.
    pub started_at: Option<Millis>,
    /// The phone's wall clock when it was finished.
    pub finished_at: Option<Millis>,
    /// What happened at each step that was touched, by step counted from 0.
    pub steps: BTreeMap<u16, StepTrack>,
    /// Friction points that stand, in the order they were felt.
    pub frictions: Vec<Friction>,
    /// What worked, in the order it was noted.
    pub bright_spots: Vec<BrightSpot>,
    /// Marked moments that stand, in the order they were marked. The author's alone until they are told about.
    pub markers: Vec<Marker>,
    /// How it ended.
    pub outcome: Outcome,
    /// The author's alone.
    pub reflections: Vec<Reflection>,
    /// One thing I will do. The author's alone; others may know that there is one.
    pub commitment: Option<Commitment>,
    /// True when a commitment was made.
    pub committed: bool,
    /// What the author says to replies to friction that stands, said last last: for the team that replied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<ReplyAnswered>,
    /// Where the author is.
    pub place: Place,
    /// The time away last come back from, at the step of `place`.
    pub last_away: Option<Away>,
    /// Facts in the log, each counted once.
    pub facts: u32,
    /// Facts this version cannot read: kept, skipped, counted.
    pub unknown: u32,
}

/// What happened at one step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTrack {
    /// Time spent on it, in the service or here, without interruptions; milliseconds, never negative.
    pub spent_ms: Millis,
    /// Of that, time away in the service.
    pub away_ms: Millis,
    /// How it went, when said.
    pub result: Option<StepResult>,
    /// How it felt, when said.
    pub mood: Option<Mood>,
}

/// Where a walk stands: which screen to open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Place {
    /// Not begun.
    #[default]
    Brief,
    /// On a step.
    Step {
        /// Counted from 0.
        step: u16,
    },
    /// In the service, at a step.
    Away {
        /// Counted from 0.
        step: u16,
        /// The `left` fact.
        left: FactId,
        /// The phone's wall clock on leaving.
        since: Millis,
    },
    /// Back from the service: "How did that go?"
    Back {
        /// Counted from 0.
        step: u16,
    },
    /// Answering the questions at the end.
    Finish,
    /// Done.
    Receipt,
}

/// A time away in the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    /// The `left` fact that began it.
    pub left: FactId,
    /// The step, counted from 0.
    pub step: u16,
    /// How long, in milliseconds, never negative.
    pub ms: Millis,
    /// True when the author said it was an interruption, so that it does not count.
    pub interrupted: bool,
}

impl Walk {
    /// Time spent on all steps, in milliseconds.
    #[must_use]
    pub fn spent_ms(&self) -> Millis {
        self.steps
            .values()
            .map(|step| step.spent_ms)
            .fold(0, Millis::saturating_add)
    }

    /// True when it walks again what was felt before.
    #[must_use]
    pub fn is_again(&self) -> bool {
        self.started.as_ref().is_some_and(|it| it.again.is_some())
    }

    /// How many steps the task has.
    #[must_use]
    pub fn step_count(&self) -> u16 {
        self.started.as_ref().map_or(0, |started| started.steps)
    }

    /// How many steps were finished as done or partly.
    #[must_use]
    pub fn steps_done(&self) -> usize {
        let done =
            |step: &&StepTrack| matches!(step.result, Some(StepResult::Done | StepResult::Partly));
        self.steps.values().filter(done).count()
    }

    /// The step where the author could not go on, if any.
    #[must_use]
    pub fn stopped_at(&self) -> Option<u16> {
        let stuck = |(_, track): &(&u16, &StepTrack)| track.result == Some(StepResult::Stuck);
        self.steps.iter().rfind(stuck).map(|(step, _)| *step)
    }

    /// The walk as others may see it: without reflections, markers and the words of the commitment.
    #[must_use]
    pub fn for_others(mut self) -> Self {
        self.reflections.clear();
        self.markers.clear();
        self.commitment = None;
        self
    }
}
