//! Where attempts cross to another organisation.

use super::{Attempt, Felt, Records};
use crate::walk::{Category, Severity, WalkId};

/// One attempt that crossed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOff {
    /// The walk.
    pub walk: WalkId,
    /// The service's id.
    pub service: String,
    /// The task's id.
    pub task: String,
    /// The other organisation's name.
    pub to: String,
    /// True when it got through there.
    pub through: bool,
    /// The gravest friction at the crossing or after it, if any was felt: what, and what it did.
    pub friction: Option<(Option<Category>, Option<Severity>)>,
}

/// The attempts that crossed, those that stopped there first, then by task.
pub(super) fn hand_offs(records: &Records) -> Vec<HandOff> {
    let counted = records.attempts.iter().filter(|attempt| attempt.counts());
    let mut all: Vec<HandOff> = counted
        .filter_map(|attempt| hand_off(attempt, &records.felt))
        .collect();
    all.sort_by(|a, b| {
        a.through
            .cmp(&b.through)
            .then_with(|| (&a.task, a.walk).cmp(&(&b.task, b.walk)))
    });
    all
}

fn hand_off(attempt: &Attempt, felt: &[Felt]) -> Option<HandOff> {
    let crossing = attempt.crossing.as_ref()?;
    let there = |point: &&Felt| {
        point.walk == attempt.walk && crossing.step.is_none_or(|step| point.step >= step)
    };
    let gravest = felt.iter().filter(there).max_by_key(|point| point.severity);
    Some(HandOff {
        walk: attempt.walk,
        service: attempt.service.clone(),
        task: attempt.task.clone(),
        to: crossing.to.clone(),
        through: crossing.through,
        friction: gravest.map(|point| (point.category, point.severity)),
    })
}
