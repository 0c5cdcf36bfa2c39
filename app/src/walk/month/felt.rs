//! What got in the way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Felt, Records, Standing, ThreadStory};
use crate::walk::{Burden, Category, Millis, Severity};

const DAY_MS: Millis = 24 * 60 * 60 * 1000;

/// Friction points of a month, counted each way they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrictionCount {
    /// All of them.
    pub all: u64,
    /// By what they did, the gravest first; those not said come last. Each friction point is in one.
    pub by_severity: Vec<(Option<Severity>, u64)>,
    /// By main category, the most felt first. Each friction point is in one.
    pub by_category: Vec<(Option<Category>, u64)>,
    /// By burden, of the main category. A friction point can be in several.
    pub by_burden: Vec<(Burden, u64)>,
    /// Those that made someone contact the organisation again: failure demand.
    pub contacted_again: u64,
}

/// The same friction, felt again and again: the same category at the same step of the same task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InTheWay {
    /// The task's id.
    pub task: String,
    /// The step, counted from 0.
    pub step: u16,
    /// What.
    pub category: Category,
    /// The gravest it did this month, when said.
    pub severity: Option<Severity>,
    /// How many times since the first.
    pub times: u64,
    /// Of these, this month.
    pub this_month: u64,
    /// By how many leaders.
    pub leaders: u64,
    /// When first, by the server's clock.
    pub since: Millis,
    /// Whole days from the first time to the end of the month, or to now while it runs.
    pub days_open: u64,
    /// How it stands with its service team.
    pub stands: Option<Standing>,
}

/// Counts friction points.
pub(super) fn count(felt: &[Felt]) -> FrictionCount {
    let mut severities: BTreeMap<Option<Severity>, u64> = BTreeMap::new();
    let mut categories: BTreeMap<Option<Category>, u64> = BTreeMap::new();
    let mut burdens: BTreeMap<Burden, u64> = BTreeMap::new();
    for point in felt {
        *severities.entry(point.severity).or_default() += 1;
        *categories.entry(point.category).or_default() += 1;
        for burden in point.category.map(Category::burdens).unwrap_or_default() {
            *burdens.entry(*burden).or_default() += 1;
        }
    }
    let mut by_category: Vec<_> = categories.into_iter().collect();
    by_category.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    FrictionCount {
        all: felt.len() as u64,
        by_severity: severities.into_iter().rev().collect(),
        by_category,
        by_burden: burdens.into_iter().collect(),
        contacted_again: felt.iter().filter(|point| point.contacted_again).count() as u64,
    }
}

/// What was felt this month, the most often felt first; then by the most leaders, then the longest open.
pub(super) fn in_the_way(records: &Records) -> Vec<InTheWay> {
    let mut all: Vec<InTheWay> = records
        .felt_often
        .iter()
        .filter_map(|often| {
            let same = |point: &&Felt| {
                point.task == often.task
                    && point.step == often.step
                    && point.category == Some(often.category)
            };
            let here: Vec<&Felt> = records.felt.iter().filter(same).collect();
            (!here.is_empty()).then(|| InTheWay {
                task: often.task.clone(),
                step: often.step,
                category: often.category,
                severity: here.iter().filter_map(|point| point.severity).max(),
                times: often.times,
                this_month: here.len() as u64,
                leaders: often.leaders,
                since: often.since,
                days_open: days(often.since, records.until),
                stands: records
                    .threads
                    .iter()
                    .find(|it| it.holds(&often.task, often.step, often.category))
                    .map(ThreadStory::standing),
            })
        })
        .collect();
    all.sort_by(|a, b| {
        let key = |it: &InTheWay| std::cmp::Reverse((it.times, it.leaders, it.days_open));
        key(a)
            .cmp(&key(b))
            .then_with(|| (&a.task, a.step, a.category).cmp(&(&b.task, b.step, b.category)))
    });
    all
}

/// Whole days between, never negative.
fn days(from: Millis, to: Millis) -> u64 {
    u64::try_from(to.saturating_sub(from) / DAY_MS).unwrap_or(0)
}
