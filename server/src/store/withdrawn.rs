//! What its author took back after it had stood here.

use std::collections::BTreeMap;

use app::walk::{FactId, Kind, Millis};

use super::refold::Kept;

/// The kinds of facts that take something back which others could see.
pub(super) const WITHDRAWALS: [&str; 2] = ["friction_withdrawn", "bright_spot_withdrawn"];

/// A friction point or bright spot that stood here and does not now: where and when, and nothing of what it said.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Withdrawn {
    /// Its first fact.
    pub id: FactId,
    pub bright: bool,
    pub step: Option<u16>,
    pub felt_at: Millis,
    pub withdrawn_at: Millis,
}

/// What was taken back, from facts that have their content. What arrived together with its own withdrawal was never
/// here for anybody to see, and is not told.
pub(super) fn withdrawn(facts: &[&Kept]) -> Vec<Withdrawn> {
    let mut gone = BTreeMap::<FactId, (Kind, &Kept)>::new();
    for kept in facts {
        let Some((id, kind)) = names(kept) else {
            continue;
        };
        let first = gone.entry(id).or_insert_with(|| (kind.clone(), kept));
        if kept.received_at < first.1.received_at {
            *first = (kind, kept);
        }
    }
    let told = |kept: &&Kept| {
        let (kind, last) = gone.get(&kept.fact.id)?;
        let (bright, step) = stood(kept, kind)?;
        (kept.received_at < last.received_at).then(|| Withdrawn {
            id: kept.fact.id,
            bright,
            step,
            felt_at: kept.counted_at(),
            withdrawn_at: last.counted_at(),
        })
    };
    facts.iter().filter_map(told).collect()
}

/// The fact that a withdrawal takes back.
fn names(kept: &Kept) -> Option<(FactId, Kind)> {
    let kind = WITHDRAWALS.iter().find_map(|kind| kept.read(kind))?;
    match &kind {
        Kind::FrictionWithdrawn(gone) => Some((FactId(gone.friction.0), kind)),
        Kind::BrightSpotWithdrawn(gone) => Some((gone.spot, kind)),
        _ => None,
    }
}

/// Whether a fact began a bright spot, and at which step; `None` when it is not what was taken back.
fn stood(first: &Kept, gone: &Kind) -> Option<(bool, Option<u16>)> {
    match (first.fact.read()?, gone) {
        (Kind::FrictionFelt(felt), Kind::FrictionWithdrawn(_)) => Some((false, Some(felt.step))),
        (Kind::BrightSpotNoted(noted), Kind::BrightSpotWithdrawn(_)) => Some((true, noted.step)),
        _ => None,
    }
}
