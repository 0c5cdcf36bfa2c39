//! What changed: what teams said they had changed, and what re-walks said of it, as it stood when the month ended.

use serde::{Deserialize, Serialize};

use super::Context;
use crate::walk::boundary::days_since;
use crate::walk::measures::median;
use crate::walk::thread::{Decision, Known, State};
use crate::walk::{Answer, Category, Millis};

/// A day of the organisation's calendar: year, month, day.
pub type CalendarDay = (i16, u8, u8);

/// Friction felt at one place, and what happened to it up to the end of the month. All times are the server's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadStory {
    /// The task's id.
    pub task: String,
    /// The step, counted from 0.
    pub step: u16,
    /// What; `None` is "something else".
    pub category: Option<Category>,
    /// The other places that had been put together with it: task, step and category.
    pub also: Vec<(String, u16, Option<Category>)>,
    /// When it was first felt.
    pub first_felt: Millis,
    /// When it was last felt.
    pub last_felt: Millis,
    /// True when somebody of the team had looked at any of it.
    pub seen: bool,
    /// What the team said of it; what was said in the same millisecond in its order.
    pub said: Vec<TeamSaid>,
    /// What finished re-walks answered to "did it hold?", and when they ended.
    pub held: Vec<(Millis, Answer)>,
}

/// One thing a team said of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TeamSaid {
    /// When.
    pub at: Millis,
    /// What.
    pub decision: Decision,
    /// By when it will be changed, or not before when.
    pub day: Option<CalendarDay>,
}

/// How a thread stood when the month ended, or stands while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// In a word.
    pub state: State,
    /// When planned: by which day. When not now: not before which.
    pub day: Option<CalendarDay>,
    /// When the team said last how it stands, if it has said anything. Milliseconds since 1970.
    pub said_at: Option<Millis>,
}

/// What changed in a month, and what came of earlier changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Threads whose team said in the month that it had changed them, and had not taken that back when it ended.
    pub changed: u64,
    /// Threads that a re-walk of the month found to hold.
    pub confirmed: u64,
    /// Threads that a re-walk of the month found to hold in part.
    pub half_fixed: u64,
    /// Threads that did not hold: a re-walk of the month said so, or they were felt again in it.
    pub not_fixed: u64,
    /// Changed threads that nobody had walked again when the month ended, whenever they were changed.
    pub waiting: u64,
    /// Each of them: the confirmed first, then half fixed, not fixed, waiting.
    pub each: Vec<Change>,
    /// Whole days from the first time felt to confirmed, of each confirmed in the month, the fewest first.
    pub days_to_confirmed: Vec<u64>,
    /// What had been open the longest when the month ended, of all that was.
    pub longest_open: Option<LongestOpen>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The task's id.
    pub task: String,
    /// The step, counted from 0.
    pub step: u16,
    /// What had got in the way; `None` is "something else".
    pub category: Option<Category>,
    /// How it stood when the month ended: changed, re-walk asked for, confirmed, half fixed or not fixed.
    pub state: State,
    /// Whole days from the first time felt to confirmed, when it was confirmed in the month.
    pub days: Option<u64>,
}

/// What has been open the longest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongestOpen {
    /// The task's id.
    pub task: String,
    /// The step, counted from 0.
    pub step: u16,
    /// What; `None` is "something else".
    pub category: Option<Category>,
    /// How it stood.
    pub state: State,
    /// Whole days since it was first felt.
    pub days: u64,
}

/// The middle, the fewest and the most of some whole days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySpread {
    /// Half took that long or longer. Half way between the two middle ones when they are even in number, rounded down.
    pub median: u64,
    /// The fewest.
    pub shortest: u64,
    /// The most.
    pub longest: u64,
    /// Of how many.
    pub n: u64,
}

impl Changes {
    /// From felt to confirmed; `None` when nothing was confirmed.
    #[must_use]
    pub fn to_confirmed(&self) -> Option<DaySpread> {
        let days = &self.days_to_confirmed;
        let all: Vec<Millis> = days.iter().filter_map(|it| (*it).try_into().ok()).collect();
        Some(DaySpread {
            median: median(&all)?.try_into().ok()?,
            shortest: *days.first()?,
            longest: *days.last()?,
            n: days.len() as u64,
        })
    }
}

impl ThreadStory {
    /// How it stands by what is told here.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let told = self.told();
        let last = told.said.last();
        Standing {
            state: told.known(self).state(),
            day: last.and_then(|it| it.day),
            said_at: last.map(|it| it.at),
        }
    }

    /// True when friction at this place is in it.
    #[must_use]
    pub fn holds(&self, task: &str, step: u16, category: Category) -> bool {
        let at = |(its, at, what): (&str, u16, Option<Category>)| {
            its == task && at == step && what == Some(category)
        };
        at((&self.task, self.step, self.category))
            || self.also.iter().any(|it| at((&it.0, it.1, it.2)))
    }

    /// The same in the order of time, with from when on re-walks judge the last change.
    fn told(&self) -> Told {
        let mut said = self.said.clone();
        said.sort_by_key(|it| it.at);
        let mut held = self.held.clone();
        held.sort_unstable();
        let mut judged_from = None;
        let mut before = Decision::None;
        for it in &said {
            let changed_anew = match it.decision {
                Decision::Changed => true,
                // Asking for a re-walk of what waits for one is no new change.
                Decision::RewalkAsked => {
                    let judged = held
                        .iter()
                        .any(|(at, _)| *at <= it.at && judged_from.is_some_and(|from| *at >= from));
                    let waits = matches!(before, Decision::Changed | Decision::RewalkAsked);
                    judged || !waits || judged_from.is_none()
                }
                _ => false,
            };
            if changed_anew {
                judged_from = Some(it.at);
            }
            before = it.decision;
        }
        Told {
            said,
            held,
            judged_from,
        }
    }
}

struct Told {
    said: Vec<TeamSaid>,
    held: Vec<(Millis, Answer)>,
    judged_from: Option<Millis>,
}

impl Told {
    fn known(&self, story: &ThreadStory) -> Known {
        Known {
            decision: self.said.last().map_or(Decision::None, |it| it.decision),
            judged_from: self.judged_from,
            held: self.held.last().map(|(at, answer)| (*answer, *at)),
            seen: story.seen,
            last_felt: story.last_felt,
        }
    }

    /// Since when it has held: the first of the re-walks at the end that all said so, after it was changed and after it
    /// was last felt.
    fn confirmed_at(&self, story: &ThreadStory) -> Option<Millis> {
        let since = self.judged_from?.max(story.last_felt);
        let at_the_end = self.held.iter().rev();
        at_the_end
            .take_while(|(at, answer)| *answer == Answer::Yes && *at >= since)
            .map(|(at, _)| *at)
            .last()
    }
}

/// What changed.
pub(super) fn changes(context: &Context) -> Changes {
    let mut changes = Changes::default();
    for story in &context.threads {
        let told = story.told();
        let known = told.known(story);
        let state = known.state();
        changes.remember_open(story, state, context.until);
        let judged_at = match (state, known.held) {
            (State::Confirmed, _) => told.confirmed_at(story),
            (State::NotFixed, Some((Answer::Yes, _))) => Some(story.last_felt),
            (State::HalfFixed | State::NotFixed, Some((_, at))) => Some(at),
            _ => None,
        };
        let is_change = matches!(known.decision, Decision::Changed | Decision::RewalkAsked);
        let in_month = |at: Option<Millis>| at.is_some_and(|at| at >= context.from);
        changes.changed += u64::from(is_change && in_month(known.judged_from));
        let count = match state {
            State::Changed | State::RewalkAsked => &mut changes.waiting,
            _ if !in_month(judged_at) => continue,
            State::Confirmed => &mut changes.confirmed,
            State::HalfFixed => &mut changes.half_fixed,
            State::NotFixed => &mut changes.not_fixed,
            _ => continue,
        };
        *count += 1;
        let confirmed_at = judged_at.filter(|_| state == State::Confirmed);
        changes.each.push(Change {
            task: story.task.clone(),
            step: story.step,
            category: story.category,
            state,
            days: confirmed_at.map(|at| days(story.first_felt, at)),
        });
    }
    changes.each.sort_by_key(|it| {
        let place = (it.task.clone(), it.step, it.category);
        (order(it.state), it.days, place, it.state)
    });
    let confirmed = changes.each.iter().filter_map(|it| it.days);
    changes.days_to_confirmed = confirmed.collect();
    changes
}

impl Changes {
    fn remember_open(&mut self, story: &ThreadStory, state: State, until: Millis) {
        let open = LongestOpen {
            task: story.task.clone(),
            step: story.step,
            category: story.category,
            state,
            days: days(story.first_felt, until),
        };
        // Of two as long open the first by its place, so that the order of context does not matter.
        let key = |it: &LongestOpen| {
            let place = (it.task.clone(), it.step, it.category);
            (it.days, std::cmp::Reverse((place, it.state)))
        };
        let longer = self
            .longest_open
            .as_ref()
            .is_none_or(|now| key(&open) > key(now));
        if !state.is_settled() && longer {
            self.longest_open = Some(open);
        }
    }
}

fn order(state: State) -> u8 {
    match state {
        State::Confirmed => 0,
        State::HalfFixed => 1,
        State::NotFixed => 2,
        _ => 3,
    }
}

/// Whole days between, never negative.
fn days(from: Millis, to: Millis) -> u64 {
    u64::try_from(days_since(from, to)).unwrap_or(0)
}
