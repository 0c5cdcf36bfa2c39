//! What got in the way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Context, Counted, Place, Standing, Tally, ThreadStory};
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
pub(super) fn count(tally: &Tally) -> FrictionCount {
    let mut count = FrictionCount::default();
    let mut severities: BTreeMap<Option<Severity>, u64> = BTreeMap::new();
    let mut categories: BTreeMap<Option<Category>, u64> = BTreeMap::new();
    let mut burdens: BTreeMap<Burden, u64> = BTreeMap::new();
    for (counted, n) in tally.iter() {
        let Counted::Friction(severity, category, contacted_again) = counted else {
            continue;
        };
        let n = u64::try_from(n).unwrap_or(0);
        count.all += n;
        count.contacted_again += if *contacted_again { n } else { 0 };
        *severities.entry(*severity).or_default() += n;
        *categories.entry(*category).or_default() += n;
        for burden in category.map(Category::burdens).unwrap_or_default() {
            *burdens.entry(*burden).or_default() += n;
        }
    }
    count.by_severity = severities.into_iter().rev().collect();
    count.by_category = categories.into_iter().collect();
    count
        .by_category
        .sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    count.by_burden = burdens.into_iter().collect();
    count
}

/// What was felt this month, the most often felt first; then by the most leaders, then the longest open.
pub(super) fn in_the_way(tally: &Tally, context: &Context) -> Vec<InTheWay> {
    let mut all: Vec<InTheWay> = context
        .felt_often
        .iter()
        .filter_map(|often| {
            let place = Place(often.task.clone(), often.step, often.category);
            let this_month = u64::try_from(tally.get(&Counted::Felt(place.clone()))).unwrap_or(0);
            (this_month > 0).then(|| InTheWay {
                severity: gravest(tally, &place),
                task: often.task.clone(),
                step: often.step,
                category: often.category,
                times: often.times,
                this_month,
                leaders: often.leaders,
                since: often.since,
                days_open: days(often.since, context.until),
                stands: context
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

/// The gravest that was said of friction at a place.
fn gravest(tally: &Tally, place: &Place) -> Option<Severity> {
    let felt =
        |severity: &Severity| tally.get(&Counted::FeltAs(place.clone(), Some(*severity))) > 0;
    Severity::ALL.iter().copied().filter(felt).max()
}

/// Whole days between, never negative.
fn days(from: Millis, to: Millis) -> u64 {
    u64::try_from(to.saturating_sub(from) / DAY_MS).unwrap_or(0)
}
