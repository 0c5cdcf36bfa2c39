//! What the board's pages are drawn from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::walk::boundary::Boundary;
use crate::walk::month::{Attempt, Month, Said, YearMonth};
use crate::walk::{Category, FrictionId, Lang, Millis, Task, Text, Walk, WalkId};
use crate::words::{Common, When, fill};

use super::{Beside, Filter};

/// A month's page.
#[derive(Clone, Debug)]
pub struct MonthPage {
    /// The figures.
    pub month: Month,
    /// What people wrote that stands on it.
    pub said: Vec<Said>,
    /// The months there are, the newest first.
    pub months: Vec<YearMonth>,
    /// How many days the month has.
    pub days: u8,
    /// True while the month is not over.
    pub running: bool,
    /// The organisation's time zone, such as `Europe/London`.
    pub zone: String,
    /// What services, tasks and steps are called.
    pub names: Names,
    /// The moments on the page, on the organisation's calendar.
    pub calendar: Calendar,
    /// What service teams say of what gets in the way the most, by task, step and category.
    pub beside: BTreeMap<(String, u16, Category), Beside>,
    /// What waits at a boundary now, the longest wait first.
    pub waiting: Vec<Boundary>,
    /// True for readers who may open the walks behind a figure. For others the page has no way to them.
    pub opens: bool,
    /// What makes it a published month; none while it is counted anew for whoever reads it.
    pub stamp: Option<Stamp>,
    /// The published version that it corrects, if it is a correction.
    pub corrects: Option<Box<MonthPage>>,
}

/// A version of a month that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Which version, counted from 1.
    pub version: u32,
    /// Its place in the organisation's chain of records, counted from 1.
    pub sequence: u32,
    /// When it was published.
    pub published_at: When,
    /// Its hash, as people compare it: "7c1e 09d2 a94f 33b0".
    pub fingerprint: String,
    /// Every version of the month and when it was published, the newest first.
    pub versions: Vec<(u32, When)>,
    /// How many finished walks of the month came after the newest version.
    pub late: u64,
    /// When what waits at a boundary was looked at, where it was not when this version was published.
    pub waiting_at: Option<When>,
    /// How many of those it counts came after the version before it.
    pub came_late: u64,
}

impl Stamp {
    /// The newest version of the month.
    #[must_use]
    pub fn newest(&self) -> u32 {
        let newest = self.versions.first();
        newest.map_or(self.version, |(version, _)| *version)
    }
}

impl MonthPage {
    /// The address of these walks of the month, for readers who may open them.
    #[must_use]
    pub fn behind(&self, filter: &Filter) -> Option<String> {
        self.opens.then(|| filter.href(self.address()))
    }

    /// The address of something below `/board/`, for readers who may open it.
    #[must_use]
    pub fn below(&self, address: &str) -> Option<String> {
        self.opens.then(|| ["/board/", address].concat())
    }

    /// Where it stands below `/board/`: `2025-10`, or `2025-10.v1` for a version that has been corrected since.
    #[must_use]
    pub fn address(&self) -> String {
        let month = self.month.month;
        let older = self.stamp.as_ref().filter(|it| it.version != it.newest());
        older.map_or_else(
            || month.to_string(),
            |it| format!("{month}.v{}", it.version),
        )
    }
}

/// The walks behind a figure.
#[derive(Clone, Debug)]
pub struct WalksPage {
    /// The month they are asked from.
    pub month: YearMonth,
    /// Which walks.
    pub filter: Filter,
    /// The walks, the newest first: at most [`MOST_ROWS`].
    pub walks: Vec<Attempt>,
    /// How many there are.
    pub all: usize,
    /// What services, tasks and steps are called.
    pub names: Names,
    /// The moments on the page.
    pub calendar: Calendar,
    /// What is left of the walks of a published version; none for a month that is counted anew.
    pub still_there: Option<StillThere>,
}

/// What is left of the walks that a published version counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StillThere {
    /// Which version.
    pub version: u32,
    /// True when there is none after it.
    pub newest: bool,
    /// How many of the walks can still be opened.
    pub kept: u64,
    /// How many it counted, those not finished and those left out included.
    pub of: u64,
}

impl WalksPage {
    /// Where its month stands below `/board/`, as [`MonthPage::address`].
    #[must_use]
    pub fn address(&self) -> String {
        match &self.still_there {
            Some(it) if !it.newest => format!("{}.v{}", self.month, it.version),
            _ => self.month.to_string(),
        }
    }
}

/// The most walks listed on one page.
pub const MOST_ROWS: usize = 500;

/// One walk, without its author, reflections, commitment, and notes of friction.
#[derive(Clone, Debug)]
pub struct WalkPage {
    /// Which.
    pub id: WalkId,
    /// As others may see it.
    pub walk: Walk,
    /// The job of whoever walked it, when they chose to appear by it.
    pub by: Option<Text>,
    /// The task walked.
    pub task: Task,
    /// When it was finished, or last heard of.
    pub when: When,
    /// The month it counts in.
    pub month: YearMonth,
    /// What the service team says of what was felt.
    pub beside: BTreeMap<FrictionId, Beside>,
}

/// Moments by their milliseconds since 1970, as the organisation's calendar has them.
pub type Calendar = BTreeMap<Millis, When>;

/// What tasks and their services and steps are called, by the task's id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Names(BTreeMap<String, TaskNames>);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct TaskNames {
    service: Text,
    task: Text,
    steps: Vec<Text>,
}

impl Names {
    /// The names in these tasks.
    #[must_use]
    pub fn of(tasks: impl IntoIterator<Item = Task>) -> Self {
        let names = |task: Task| {
            let steps = task.steps.into_iter().map(|step| step.name).collect();
            (
                task.id,
                TaskNames {
                    service: task.service_name,
                    task: task.name,
                    steps,
                },
            )
        };
        Self(tasks.into_iter().map(names).collect())
    }

    /// The name of the task's service.
    #[must_use]
    pub fn service<'a>(&'a self, lang: Lang, task: &'a str) -> &'a str {
        self.0
            .get(task)
            .map_or(task, |names| names.service.get(lang))
    }

    /// The task's name.
    #[must_use]
    pub fn task<'a>(&'a self, lang: Lang, task: &'a str) -> &'a str {
        self.0.get(task).map_or(task, |names| names.task.get(lang))
    }

    /// The name of a step, counted from 0; "Step 4" when the task has fewer by now.
    #[must_use]
    pub fn step(&self, lang: Lang, task: &str, step: u16) -> String {
        let names = self
            .0
            .get(task)
            .and_then(|names| names.steps.get(usize::from(step)));
        names.map_or_else(
            || {
                fill(
                    Common::of(lang).step_n,
                    &[("n", &(u32::from(step) + 1).to_string())],
                )
            },
            |name| name.get(lang).to_owned(),
        )
    }
}
