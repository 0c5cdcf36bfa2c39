//! A walk's facts with their times.

use std::collections::HashMap;

use app::walk::{BrightSpot, FactId, Millis};

use crate::store::refold::Kept;

/// The facts with their times, without those that lost their content.
pub(super) struct Log<'a> {
    pub(super) kept: Vec<&'a Kept>,
    last: Option<&'a Kept>,
    by_id: HashMap<FactId, Millis>,
}

impl<'a> Log<'a> {
    pub(super) fn new(all: &'a [Kept]) -> Self {
        let kept: Vec<&Kept> = all.iter().filter(|kept| !kept.blank).collect();
        Self {
            last: kept.last().copied().or(all.last()),
            by_id: kept
                .iter()
                .map(|kept| (kept.fact.id, kept.counted_at()))
                .collect(),
            kept,
        }
    }

    /// When the walk counts: when it was finished, else at its last fact.
    pub(super) fn counted_at(&self) -> Millis {
        let counted = self.first("finished").or(self.last);
        counted.map_or(0, Kept::counted_at)
    }

    /// The first readable fact of a kind: the one the fold takes.
    pub(super) fn first(&self, kind: &str) -> Option<&'a Kept> {
        let first = |kept: &&&Kept| kept.read(kind).is_some();
        self.kept.iter().find(first).copied()
    }

    pub(super) fn at(&self, id: FactId) -> Option<Millis> {
        self.by_id.get(&id).copied()
    }

    pub(super) fn noted_at(&self, spot: &BrightSpot) -> Millis {
        let noted =
            |kept: &&&Kept| kept.fact.at == spot.at && kept.read("bright_spot_noted").is_some();
        self.kept
            .iter()
            .find(noted)
            .map_or(spot.at, |kept| kept.counted_at())
    }
}
