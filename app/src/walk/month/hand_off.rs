//! Where attempts cross to another organisation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Attempt, Felt, Records};
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
pub(super) fn hand_offs(records: &Records) -> Vec<HandOff> {
    let mut all: BTreeMap<_, HandOff> = BTreeMap::new();
    for attempt in records.attempts.iter().filter(|attempt| attempt.counts()) {
        if let Some(one) = hand_off(attempt, &records.felt) {
            let alike = (one.through, one.task.clone(), one.to.clone());
            let sum = all.entry(alike).or_insert_with(|| HandOff {
                n: 0,
                ..one.clone()
            });
            sum.n += 1;
            sum.friction = graver(sum.friction, one.friction);
        }
    }
    all.into_values().collect()
}

type Gravest = Option<(Option<Category>, Option<Severity>)>;

/// The graver of two; of two alike the first category in its order, so that the order of walks does not matter.
fn graver(a: Gravest, b: Gravest) -> Gravest {
    let weight = |it: &(Option<Category>, Option<Severity>)| (it.1, std::cmp::Reverse(it.0));
    a.into_iter().chain(b).max_by_key(weight)
}

fn hand_off(attempt: &Attempt, felt: &[Felt]) -> Option<HandOff> {
    let crossing = attempt.crossing.as_ref()?;
    let there = |point: &&Felt| {
        point.walk == attempt.walk && crossing.step.is_none_or(|step| point.step >= step)
    };
    let felt = felt.iter().filter(there);
    Some(HandOff {
        service: attempt.service.clone(),
        task: attempt.task.clone(),
        to: crossing.to.clone(),
        through: crossing.through,
        friction: felt.fold(None, |sum, point| {
            graver(sum, Some((point.category, point.severity)))
        }),
        n: 1,
    })
}
