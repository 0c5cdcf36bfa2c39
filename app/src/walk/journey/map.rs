//! The figures of a map, step by step.

use crate::walk::{Answer, Category, Millis, Mood, Severity, measures::KofN};

use super::{
    End, FEWEST_FOR_A_MIDDLE, MOST_DRAWN, MOST_STEPS, Passed, Picked, Times, Trace, quoted::Picking,
};

/// What the walks of one task say. The order in which they come changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// How many walks touched a step.
    pub walks: u64,
    /// Of those, not finished yet.
    pub unfinished: u64,
    /// Of those, finished and stopped on purpose at the safe place.
    pub on_purpose: u64,
    /// Need met, of those finished and not stopped on purpose.
    pub need_met: KofN,
    /// Points of friction at all steps.
    pub frictions: u64,
    /// Bright spots of all steps and of whole walks.
    pub bright: u64,
    /// Bright spots of whole walks.
    pub bright_whole: u64,
    /// Of the walks, began at a later step than the first, as re-walks do.
    pub began_later: u64,
    /// Every step: those of the task, or more if more were touched.
    pub steps: Vec<StepFigures>,
    /// The step whose middle feeling is the lowest, the first of several; `None` when no step was lower than another.
    ///
    /// Source: Smaply's emotional journey, "the moment that mattered".
    pub lowest: Option<u16>,
    /// Whose words are heard, by step.
    pub heard: Picked,
    /// The walks themselves, the oldest first; none when there are more than [`MOST_DRAWN`].
    pub each: Vec<Trace>,
}

/// The figures of one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepFigures {
    /// How many walks got to it: those that began at it or before it, and were not left before it.
    pub reached: u64,
    /// Of those, got to the end of the task here.
    pub through: u64,
    /// Of those, could not go on from here.
    pub stopped: u64,
    /// Of those, were finished here, before the last step and without being stuck.
    pub ended: u64,
    /// Of those, not finished and last heard of here.
    pub open: u64,
    /// How often each mood was given, from -2 to +2.
    pub moods: [u64; 5],
    /// The middle of those moods; `None` of fewer than [`FEWEST_FOR_A_MIDDLE`].
    pub middle: Option<Middle>,
    /// How long it took those who got past. Time on task counts completed attempts only (general usability practice).
    pub past: Option<Times>,
    /// How long those spent who stopped here.
    pub lost: Option<Times>,
    /// Points of friction by what they did: not said, slowed, nearly stopped, stopped.
    pub by_severity: [u64; 4],
    /// Points of friction by kind, in the order of [`Category::ALL`]; the last is "something else".
    pub by_category: [u64; 13],
    /// Walks in which friction was felt that did this.
    pub walks_by_severity: [u64; 4],
    /// Walks in which friction of this kind was felt.
    pub walks_by_category: [u64; 13],
    /// Bright spots.
    pub bright: u64,
}

/// The middle of moods: between two when their number is even and they differ, so that it is kept in halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Middle {
    /// Twice the median: -4 to 4.
    pub twice: i8,
    /// The lower quartile, by nearest rank.
    pub low: Mood,
    /// The upper quartile, by nearest rank.
    pub high: Mood,
}

/// A map while its walks are added to it, one by one.
#[derive(Clone, Debug, Default)]
pub struct Counting {
    map: Map,
    clocks: Vec<Clocks>,
    picking: Picking,
    each: Vec<Trace>,
}

impl Counting {
    /// Nothing yet, of a task of so many steps.
    #[must_use]
    pub fn of(task_steps: u16) -> Self {
        let mut counting = Self::default();
        counting.grow(usize::from(task_steps.min(MOST_STEPS)));
        counting
    }

    /// One walk more.
    pub fn add(&mut self, trace: Trace) {
        let Some((last, end)) = trace.end() else {
            return;
        };
        let touched = trace.steps.last().map_or(last, |it| it.step);
        self.grow(usize::from(touched) + 1);
        self.map.add(&trace, last, end);
        for passed in &trace.steps {
            if let Some(clocks) = self.clocks.get_mut(usize::from(passed.step)) {
                clocks.add(passed, (last, end) == (passed.step, End::Stopped));
            }
        }
        self.picking.offer(&trace);
        if self.map.walks <= MOST_DRAWN {
            self.each.push(trace);
        } else {
            self.each.clear();
        }
    }

    /// The map of all that were added.
    #[must_use]
    pub fn done(self) -> Map {
        let mut map = self.map;
        for (figures, clocks) in map.steps.iter_mut().zip(self.clocks) {
            figures.middle = Middle::of(&figures.moods);
            figures.past = Times::of(clocks.past);
            figures.lost = Times::of(clocks.lost);
            map.frictions += figures.by_severity.iter().sum::<u64>();
            map.bright += figures.bright;
        }
        map.bright += map.bright_whole;
        map.lowest = lowest(&map.steps);
        map.heard = self.picking.done();
        map.each = self.each;
        map.each.sort_by_key(|it| (it.at, it.walk));
        map
    }

    fn grow(&mut self, steps: usize) {
        if steps > self.map.steps.len() {
            self.map.steps.resize_with(steps, StepFigures::default);
            self.clocks.resize_with(steps, Clocks::default);
            self.picking.grow(steps);
        }
    }
}

impl Map {
    fn add(&mut self, trace: &Trace, last: u16, end: End) {
        self.walks += 1;
        self.unfinished += u64::from(!trace.finished);
        self.on_purpose += u64::from(trace.finished && trace.on_purpose);
        if trace.finished && !trace.on_purpose {
            self.need_met = self.need_met.with(trace.need_met == Some(Answer::Yes));
        }
        self.bright_whole += u64::from(trace.bright);
        let first = trace.first().unwrap_or(last);
        self.began_later += u64::from(first > 0);
        let reached = usize::from(first)..=usize::from(last);
        for figures in self.steps.get_mut(reached).unwrap_or_default() {
            figures.reached += 1;
        }
        if let Some(figures) = self.steps.get_mut(usize::from(last)) {
            match end {
                End::Through => figures.through += 1,
                End::Stopped => figures.stopped += 1,
                End::Ended => figures.ended += 1,
                End::Open => figures.open += 1,
            }
        }
        for passed in &trace.steps {
            if let Some(figures) = self.steps.get_mut(usize::from(passed.step)) {
                figures.add(passed);
            }
        }
    }

    /// Points of friction of a kind, at all steps.
    #[must_use]
    pub fn of_kind(&self, at: usize) -> u64 {
        let each = self.steps.iter().filter_map(|it| it.by_category.get(at));
        each.sum()
    }
}

impl StepFigures {
    fn add(&mut self, passed: &Passed) {
        if let Some(mood) = passed.mood {
            let at = usize::from((mood.value() + 2).unsigned_abs());
            if let Some(times) = self.moods.get_mut(at) {
                *times += 1;
            }
        }
        self.bright += u64::from(passed.bright);
        let (mut severities, mut categories) = ([0; 4], [0; 13]);
        for felt in &passed.felt {
            severities[severity_place(felt.severity)] += 1;
            categories[category_place(felt.category)] += 1;
        }
        tally(
            &mut self.by_severity,
            &mut self.walks_by_severity,
            severities,
        );
        tally(
            &mut self.by_category,
            &mut self.walks_by_category,
            categories,
        );
    }

    /// How many said how it felt.
    #[must_use]
    pub fn moods_said(&self) -> u64 {
        self.moods.iter().sum()
    }

    /// Points of friction.
    #[must_use]
    pub fn frictions(&self) -> u64 {
        self.by_severity.iter().sum()
    }
}

/// Adds one walk's points, and the walk itself where it had any.
fn tally<const N: usize>(points: &mut [u64; N], walks: &mut [u64; N], felt: [u64; N]) {
    for ((points, walks), felt) in points.iter_mut().zip(walks).zip(felt) {
        *points += felt;
        *walks += u64::from(felt > 0);
    }
}

/// Where a severity stands in [`StepFigures::by_severity`].
#[must_use]
pub(super) fn severity_place(severity: Option<Severity>) -> usize {
    match severity {
        None => 0,
        Some(Severity::Slowed) => 1,
        Some(Severity::Nearly) => 2,
        Some(Severity::Stopped) => 3,
    }
}

/// Where a category stands in [`StepFigures::by_category`].
fn category_place(category: Option<Category>) -> usize {
    let of = |it| Category::ALL.iter().position(|one| *one == it);
    category.and_then(of).unwrap_or(Category::ALL.len()).min(12)
}

#[derive(Clone, Debug, Default)]
struct Clocks {
    past: Vec<Millis>,
    lost: Vec<Millis>,
}

impl Clocks {
    /// A step without a measured time tells nothing about time.
    fn add(&mut self, passed: &Passed, stopped: bool) {
        if passed.spent_ms <= 0 {
            return;
        }
        if stopped {
            self.lost.push(passed.spent_ms);
        } else if passed.is_past() {
            self.past.push(passed.spent_ms);
        }
    }
}

impl Middle {
    /// The middle of so many of each mood, from -2 to +2. Moods have an order and no distance, so the median stands,
    /// not the mean (Stevens 1946).
    fn of(moods: &[u64; 5]) -> Option<Self> {
        let n: u64 = moods.iter().sum();
        if n < FEWEST_FOR_A_MIDDLE {
            return None;
        }
        let ranked = |rank: u64| {
            let mut seen = 0;
            let here = (-2_i8..).zip(moods).find(|(_, times)| {
                seen += **times;
                seen > rank
            });
            here.map_or(0, |(mood, _)| mood)
        };
        Some(Self {
            twice: ranked((n - 1) / 2) + ranked(n / 2),
            low: Mood::new(ranked(n.div_ceil(4) - 1)),
            high: Mood::new(ranked((3 * n).div_ceil(4) - 1)),
        })
    }
}

fn lowest(steps: &[StepFigures]) -> Option<u16> {
    let middles = (0_u16..)
        .zip(steps)
        .filter_map(|(at, it)| Some((at, it.middle?.twice)));
    let (at, low) = middles.clone().min_by_key(|(_, twice)| *twice)?;
    middles
        .into_iter()
        .any(|(_, twice)| twice > low)
        .then_some(at)
}
