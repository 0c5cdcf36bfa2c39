//! What a map needs of one walk, small enough that thousands are read at once.

use crate::walk::{
    Answer, Category, Millis, Mood, Severity, StepResult, Walk, WalkId, WhyNot, track::StepTrack,
};

use super::MOST_STEPS;

/// One walk, as its task's map counts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Which.
    pub walk: WalkId,
    /// When it counts, by the server's clock.
    pub at: Millis,
    /// True when its leader finished it.
    pub finished: bool,
    /// "Did I get what I came for?"
    pub need_met: Option<Answer>,
    /// True when the leader stopped at the safe place, with the need not met.
    pub on_purpose: bool,
    /// Bright spots of the whole walk, not of a step.
    pub bright: u32,
    /// How many steps the task had when the walk began.
    pub of: u16,
    /// The steps it touched, in their order.
    pub steps: Vec<Passed>,
}

/// What happened at one step of a walk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passed {
    /// Counted from 0.
    pub step: u16,
    /// Time spent on it, without interruptions, in milliseconds.
    pub spent_ms: Millis,
    /// How it felt, when said.
    pub mood: Option<Mood>,
    /// How it went, when said.
    pub result: Option<StepResult>,
    /// Bright spots noted there.
    pub bright: u32,
    /// True when one of them has words.
    pub bright_told: bool,
    /// Friction felt there.
    pub felt: Vec<Felt>,
}

/// A friction point of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Felt {
    /// The main category; `None` is "something else".
    pub category: Option<Category>,
    /// What it did, when said.
    pub severity: Option<Severity>,
    /// True when it has a note.
    pub told: bool,
}

/// How a walk left its last step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Through the last step that the task had.
    Through,
    /// It could not go on.
    Stopped,
    /// Finished before the last step, without being stuck.
    Ended,
    /// Not finished yet.
    Open,
}

impl Trace {
    /// The trace of a folded walk that counts at `at`.
    #[must_use]
    pub fn of(walk: &Walk, id: WalkId, at: Millis) -> Self {
        let outcome = &walk.outcome;
        let met = outcome.need_met == Some(Answer::Yes);
        let mut trace = Self {
            walk: id,
            at,
            finished: walk.finished_at.is_some(),
            need_met: outcome.need_met,
            on_purpose: !met && outcome.why_not == Some(WhyNot::StoppedOnPurpose),
            bright: 0,
            of: walk.step_count(),
            steps: Vec::new(),
        };
        for (step, track) in walk.steps.range(..MOST_STEPS) {
            trace.steps.push(Passed::of(*step, track));
        }
        for friction in walk.frictions.iter().filter(|it| it.step < MOST_STEPS) {
            trace.at_step(friction.step).felt.push(Felt {
                category: friction.category,
                severity: friction.severity,
                told: !friction.note.trim().is_empty(),
            });
        }
        for spot in &walk.bright_spots {
            match spot.step.filter(|step| *step < MOST_STEPS) {
                None => trace.bright = trace.bright.saturating_add(1),
                Some(step) => {
                    let here = trace.at_step(step);
                    here.bright = here.bright.saturating_add(1);
                    here.bright_told |= !spot.note.trim().is_empty();
                }
            }
        }
        trace
    }

    /// The step it began at. `None` when it touched no step.
    #[must_use]
    pub fn first(&self) -> Option<u16> {
        self.steps.first().map(|it| it.step)
    }

    /// The step it got to, and how it left it. `None` when it touched no step.
    ///
    /// A walk that was stuck ends where it was stuck last, as its own page says.
    #[must_use]
    pub fn end(&self) -> Option<(u16, End)> {
        let stuck = |it: &&Passed| it.result == Some(StepResult::Stuck);
        if let Some(it) = self.steps.iter().rfind(stuck) {
            return Some((it.step, End::Stopped));
        }
        let last = self.steps.last()?.step;
        let end = match self.finished {
            false => End::Open,
            true if last.saturating_add(1) >= self.of => End::Through,
            true => End::Ended,
        };
        Some((last, end))
    }

    /// What happened at a step, if it was touched.
    #[must_use]
    pub fn step(&self, step: u16) -> Option<&Passed> {
        let at = self.steps.binary_search_by_key(&step, |it| it.step).ok()?;
        self.steps.get(at)
    }

    /// Time spent on all steps, in milliseconds.
    #[must_use]
    pub fn spent_ms(&self) -> Millis {
        let each = self.steps.iter().map(|it| it.spent_ms);
        each.fold(0, Millis::saturating_add)
    }

    /// How many friction points were felt.
    #[must_use]
    pub fn frictions(&self) -> usize {
        self.steps.iter().map(|it| it.felt.len()).sum()
    }

    fn at_step(&mut self, step: u16) -> &mut Passed {
        let at = self.steps.partition_point(|it| it.step < step);
        if self.steps.get(at).is_none_or(|it| it.step != step) {
            let new = Passed::of(step, &StepTrack::default());
            self.steps.insert(at, new);
        }
        &mut self.steps[at]
    }
}

impl Passed {
    fn of(step: u16, track: &StepTrack) -> Self {
        Self {
            step,
            spent_ms: track.spent_ms,
            mood: track.mood,
            result: track.result,
            ..Self::default()
        }
    }

    /// True when it was got through, whole or in part.
    #[must_use]
    pub fn is_past(&self) -> bool {
        matches!(self.result, Some(StepResult::Done | StepResult::Partly))
    }
}

/// One letter for each category, in the order of [`Category::ALL`]; `-` for "something else". Stored: never changed.
const CATEGORIES: &str = "abcdefghijkl";

/// How it is stored: `1y0 2 6|0 170000 1 d 0 a2n|1 …`. First whether it was finished, the answer, whether it was
/// stopped on purpose, the bright spots of the whole walk, and how many steps there were. Then each step: its number, milliseconds, mood, result, bright
/// spots (`n` when one has words), and three characters for each friction point: category, severity, note.
impl Trace {
    /// The trace as it is stored, without the walk's id and time.
    #[must_use]
    pub fn written(&self) -> String {
        let flag = |it: bool| if it { '1' } else { '0' };
        let need = match self.need_met {
            Some(Answer::Yes) => 'y',
            Some(Answer::Partly) => 'p',
            Some(Answer::No) => 'n',
            None => '-',
        };
        let (finished, purpose) = (flag(self.finished), flag(self.on_purpose));
        let mut text = format!("{finished}{need}{purpose} {} {}", self.bright, self.of);
        for step in &self.steps {
            text.push('|');
            step.write(&mut text);
        }
        text
    }

    /// Reads a stored trace. `None` when it is none.
    #[must_use]
    pub fn read(walk: WalkId, at: Millis, text: &str) -> Option<Self> {
        let mut parts = text.split('|');
        let mut head = parts.next()?.split(' ');
        let &[finished, need, purpose] = head.next()?.as_bytes() else {
            return None;
        };
        let need_met = match need {
            b'y' => Some(Answer::Yes),
            b'p' => Some(Answer::Partly),
            b'n' => Some(Answer::No),
            _ => None,
        };
        Some(Self {
            walk,
            at,
            finished: finished == b'1',
            need_met,
            on_purpose: purpose == b'1',
            bright: head.next()?.parse().ok()?,
            of: head.next()?.parse().ok()?,
            steps: parts.map(Passed::read).collect::<Option<_>>()?,
        })
    }
}

impl Passed {
    fn write(&self, text: &mut String) {
        let mood = self.mood.map(|it| it.value().to_string());
        let result = match self.result {
            Some(StepResult::Done) => "d",
            Some(StepResult::Partly) => "p",
            Some(StepResult::Stuck) => "s",
            None => "-",
        };
        let told = if self.bright_told { "n" } else { "" };
        let parts = [
            &self.step.to_string(),
            " ",
            &self.spent_ms.to_string(),
            " ",
            mood.as_deref().unwrap_or("-"),
            " ",
            result,
            " ",
            &self.bright.to_string(),
            told,
            " ",
        ];
        parts.iter().for_each(|part| text.push_str(part));
        self.felt.iter().for_each(|felt| felt.write(text));
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let step = parts.next()?.parse().ok()?;
        let spent_ms = parts.next()?.parse().ok()?;
        let mood = match parts.next()? {
            "-" => None,
            mood => Some(Mood::new(mood.parse().ok()?)),
        };
        let result = match parts.next()? {
            "d" => Some(StepResult::Done),
            "p" => Some(StepResult::Partly),
            "s" => Some(StepResult::Stuck),
            _ => None,
        };
        let bright = parts.next()?;
        let told = bright.strip_suffix('n');
        let felt = parts.next()?.as_bytes().chunks_exact(3).map(Felt::read);
        Some(Self {
            step,
            spent_ms,
            mood,
            result,
            bright: told.unwrap_or(bright).parse().ok()?,
            bright_told: told.is_some(),
            felt: felt.collect(),
        })
    }
}

impl Felt {
    fn write(self, text: &mut String) {
        let place = self
            .category
            .and_then(|it| Category::ALL.iter().position(|one| *one == it));
        let category = place.and_then(|at| CATEGORIES.chars().nth(at));
        let severity = match self.severity {
            None => '0',
            Some(Severity::Slowed) => '1',
            Some(Severity::Nearly) => '2',
            Some(Severity::Stopped) => '3',
        };
        text.push(category.unwrap_or('-'));
        text.push(severity);
        text.push(if self.told { 'n' } else { '-' });
    }

    fn read(bytes: &[u8]) -> Self {
        let (category, severity, told) = match bytes {
            [category, severity, told] => (*category, *severity, *told),
            _ => (b'-', b'0', b'-'),
        };
        Self {
            category: category
                .checked_sub(b'a')
                .and_then(|at| Category::ALL.get(usize::from(at)).copied()),
            severity: match severity {
                b'1' => Some(Severity::Slowed),
                b'2' => Some(Severity::Nearly),
                b'3' => Some(Severity::Stopped),
                _ => None,
            },
            told: told == b'n',
        }
    }
}
