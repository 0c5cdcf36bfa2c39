//! Which walks stand behind a mark on the map: what travels in an address, and what it keeps.

use crate::walk::{Answer, Category, Severity, code_enum};

use super::{End, Felt, Passed, Trace};

code_enum! {
    /// What happened, at a step or anywhere.
    What {
        /// It was reached.
        Reached = "reached",
        /// It could not go on.
        Stopped = "stopped",
        /// Finished before the last step, without being stuck.
        Ended = "ended",
        /// Not finished yet.
        Open = "open",
        /// It was said how it felt.
        Mood = "mood",
        /// It was got through, and the time is known.
        Past = "past",
        /// Friction was felt.
        Felt = "felt",
        /// A bright spot was noted.
        Bright = "bright",
        /// The need was met.
        Met = "met",
        /// It counts for "need met".
        Counts = "counts",
        /// Stopped on purpose at the safe place.
        OnPurpose = "on_purpose",
    }
}

/// Which walks. What is `None` is not asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Which {
    /// What happened.
    pub what: Option<What>,
    /// At this step, counted from 0; anywhere otherwise.
    pub step: Option<u16>,
    /// Friction that did this; `Some(None)` is friction whose severity was not said.
    pub severity: Option<Option<Severity>>,
    /// Friction of this kind; `Some(None)` is "something else".
    pub category: Option<Option<Category>>,
}

/// What stands in an address for friction whose severity was not said.
const NOT_SAID: &str = "not_said";
/// What stands in an address for "something else".
const SOMETHING_ELSE: &str = "something_else";

impl Which {
    /// Reads one part of an address's query into it. `None` when it asks for something there is not.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Option<Self> {
        match name {
            "what" => self.what = Some(What::from_code(value)?),
            "step" => self.step = Some(value.parse::<u16>().ok()?.checked_sub(1)?),
            "severity" if value == NOT_SAID => self.severity = Some(None),
            "severity" => self.severity = Some(Some(Severity::from_code(value)?)),
            "category" if value == SOMETHING_ELSE => self.category = Some(None),
            "category" => self.category = Some(Some(Category::from_code(value)?)),
            _ => return None,
        }
        Some(self)
    }

    /// The parts of its address's query. Steps are counted from 1 there, as on the screen.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let severity = |it: Option<Severity>| it.map_or(NOT_SAID, Severity::code);
        let category = |it: Option<Category>| it.map_or(SOMETHING_ELSE, Category::code);
        let pairs = [
            ("what", self.what.map(|it| it.code().to_owned())),
            ("step", self.step.map(|it| (u32::from(it) + 1).to_string())),
            ("severity", self.severity.map(|it| severity(it).to_owned())),
            ("category", self.category.map(|it| category(it).to_owned())),
        ];
        let given = pairs.into_iter();
        given
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }

    /// Whether a walk is one of them.
    #[must_use]
    pub fn keeps(&self, trace: &Trace) -> bool {
        let Some((last, end)) = trace.end() else {
            return false;
        };
        let left_here = |how| end == how && self.step.is_none_or(|step| step == last);
        let here = |is: fn(&Passed) -> bool| match self.step {
            Some(step) => trace.step(step).is_some_and(is),
            None => trace.steps.iter().any(is),
        };
        let happened = match self.what {
            None | Some(What::Felt) => true,
            Some(What::Reached) => {
                let first = trace.first().unwrap_or(last);
                self.step.is_none_or(|step| (first..=last).contains(&step))
            }
            Some(What::Stopped) => left_here(End::Stopped),
            Some(What::Ended) => left_here(End::Ended),
            Some(What::Open) if self.step.is_none() => !trace.finished,
            Some(What::Open) => left_here(End::Open),
            Some(What::Mood) => here(|it| it.mood.is_some()),
            Some(What::Past) => here(|it| it.is_past() && it.spent_ms > 0),
            Some(What::Bright) => {
                here(|it| it.bright > 0) || (self.step.is_none() && trace.bright > 0)
            }
            Some(What::Met) => counts(trace) && trace.need_met == Some(Answer::Yes),
            Some(What::Counts) => counts(trace),
            Some(What::OnPurpose) => trace.finished && trace.on_purpose,
        };
        let asks = self.severity.is_some() || self.category.is_some();
        happened && (!(asks || self.what == Some(What::Felt)) || self.felt(trace))
    }

    /// Whether such friction was felt there.
    fn felt(&self, trace: &Trace) -> bool {
        let of_kind = |felt: &Felt| {
            self.severity.is_none_or(|it| it == felt.severity)
                && self.category.is_none_or(|it| it == felt.category)
        };
        let here = |it: &&Passed| self.step.is_none_or(|step| step == it.step);
        let passed = trace.steps.iter().filter(here);
        passed.flat_map(|it| &it.felt).any(of_kind)
    }
}

fn counts(trace: &Trace) -> bool {
    trace.finished && !trace.on_purpose
}
