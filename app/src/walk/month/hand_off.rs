//! Where attempts cross to another organisation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Counted, Crossing, Felt, Tally};
use crate::walk::{Category, Severity};

/// The attempts at one task that crossed to one organisation and went alike there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOff {
    /// The service's id.
    pub service: String,
    /// The task's id.
    pub task: String,
    /// The other organisation's name.
    pub to: String,
    /// True when they got through there.
    pub through: bool,
    /// The gravest friction at the crossing or after it, if any was felt: what, and what it did.
    pub friction: Option<(Option<Category>, Option<Severity>)>,
    /// How many attempts.
    pub n: u64,
}

/// The attempts that crossed, those that stopped there first, then by task.
pub(super) fn hand_offs(tally: &Tally) -> Vec<HandOff> {
    let mut all: BTreeMap<_, HandOff> = BTreeMap::new();
    for (counted, n) in tally.iter() {
        let Counted::HandOff(crossed) = counted else {
            continue;
        };
        let alike = (crossed.through, &crossed.task, &crossed.to);
        let sum = all.entry(alike).or_insert_with(|| HandOff {
            service: crossed.service.clone(),
            task: crossed.task.clone(),
            to: crossed.to.clone(),
            through: crossed.through,
            friction: None,
            n: 0,
        });
        sum.n = sum.n.saturating_add(u64::try_from(n).unwrap_or(0));
        sum.friction = graver(sum.friction, crossed.friction);
    }
    all.into_values().collect()
}

type Gravest = Option<(Option<Category>, Option<Severity>)>;

/// The gravest friction of one walk at its crossing or after it.
pub(super) fn gravest_there(crossing: &Crossing, felt: &[Felt]) -> Gravest {
    let there = |point: &&Felt| crossing.step.is_none_or(|step| point.step >= step);
    felt.iter().filter(there).fold(None, |sum, point| {
        graver(sum, Some((point.category, point.severity)))
    })
}

/// The graver of two; of two alike the first category in its order, so that the order of walks does not matter.
fn graver(a: Gravest, b: Gravest) -> Gravest {
    let weight = |it: &(Option<Category>, Option<Severity>)| (it.1, std::cmp::Reverse(it.0));
    a.into_iter().chain(b).max_by_key(weight)
}
