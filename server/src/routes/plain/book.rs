//! A walk's log as a form finds it, and adding to it.

use std::collections::HashSet;

use app::{
    walk::{Fact, FactId, Kind, Millis, Walk, WalkId, fold, next_id, time_of},
    wire::{Refusal, SyncRequest, SyncStatus},
};
use serde_json::value::to_raw_value;
use uuid::Uuid;

use crate::{error::Failure, store::Desk};

/// A walk of the viewer's own, as it is now.
#[derive(Debug)]
pub(super) struct Book {
    pub(super) id: WalkId,
    pub(super) walk: Walk,
    now: Millis,
    last: Option<Uuid>,
    known: HashSet<FactId>,
}

impl Book {
    /// Reads it.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when there is no such walk, or it is somebody else's.
    pub(super) async fn open(desk: &Desk, id: WalkId, now: Millis) -> Result<Self, Failure> {
        Ok(Self::of(id, &desk.own_log(id).await?, now))
    }

    /// One that nothing is written in yet.
    pub(super) fn blank(id: WalkId, now: Millis) -> Self {
        Self::of(id, &[], now)
    }

    fn of(id: WalkId, facts: &[Fact], now: Millis) -> Self {
        Self {
            id,
            walk: fold(facts),
            now,
            last: facts.iter().map(|fact| fact.id.0).max(),
            known: facts.iter().map(|fact| fact.id).collect(),
        }
    }

    /// True when this fact is in it.
    pub(super) fn has(&self, id: FactId) -> bool {
        self.known.contains(&id)
    }

    /// An id after everything in it, and its own: no two forms get the same.
    pub(super) fn fresh(&self) -> FactId {
        FactId(next_id(self.last, self.now, rand::random()))
    }

    /// The id a form brought, so that sending it twice is harmless, unless it is older than what has been written since
    /// the form was drawn: what is said now must stand over that.
    pub(super) fn latest(&self, brought: Option<FactId>) -> FactId {
        let after = |id: &FactId| self.last.is_none_or(|last| id.0 > last);
        brought.filter(after).unwrap_or_else(|| self.fresh())
    }

    /// Writes these at the end of it, with ids that count up from `first`, as a phone's sync does.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when the walk is somebody else's, [`Failure::Unreadable`] when the ids were tampered with.
    pub(super) async fn write(
        &self,
        desk: &Desk,
        first: FactId,
        kinds: &[Kind],
    ) -> Result<(), Failure> {
        if kinds.is_empty() {
            return Ok(());
        }
        let stale = self.last.is_some_and(|last| first.0 < last);
        // Between older facts, the time its form was drawn keeps the times of the steps right.
        let at = if stale {
            time_of(first.0).min(self.now)
        } else {
            self.now
        };
        let mut facts = Vec::with_capacity(kinds.len());
        for (id, kind) in ids_from(first).zip(kinds) {
            let fact = Fact::new(id, self.id, at, kind);
            facts.push(to_raw_value(&fact).map_err(|_| Failure::Broken)?);
        }
        let request = SyncRequest {
            sent_at: self.now,
            facts,
        };
        let reply = desk.append(request, self.now).await?;
        let refused = reply
            .items
            .iter()
            .find(|item| item.status == SyncStatus::Refused);
        match refused.map(|item| item.reason) {
            None => Ok(()),
            Some(Some(Refusal::NotYours)) => Err(Failure::NotFound),
            Some(Some(Refusal::TooLarge)) => Err(Failure::TooLarge),
            Some(_) => Err(Failure::Unreadable),
        }
    }
}

/// An id, and those after it.
pub(super) fn ids_from(first: FactId) -> impl Iterator<Item = FactId> {
    let after = |id: &FactId| Some(FactId(next_id(Some(id.0), 0, [0; 10])));
    std::iter::successors(Some(first), after)
}

/// The id in a form's hidden field; none when it was tampered with.
pub(super) fn brought(fact: &str) -> Option<FactId> {
    let id: FactId = fact.parse().ok()?;
    (id.0.get_version_num() == 7).then_some(id)
}

#[cfg(test)]
mod tests {
    use app::walk::Nothing;

    use super::*;

    const NOW: Millis = 1_781_524_800_000;

    #[test]
    fn forms_never_get_the_same_id_even_when_the_phone_was_ahead() {
        for ahead in [0, 365 * 86_400_000] {
            let walk = WalkId(Uuid::nil());
            let id = FactId(next_id(None, NOW + ahead, [9; 10]));
            let fact = Fact::new(id, walk, NOW, &Kind::Finished(Nothing {}));
            let book = Book::of(walk, &[fact], NOW);
            let (one, other) = (book.fresh(), book.fresh());
            assert!(one > id && other > id && one != other);
            assert_eq!(book.latest(Some(one)), one);
            assert!(
                book.latest(Some(id)) > id,
                "an old form speaks after what was written since"
            );
        }
    }

    #[test]
    fn ids_count_up() {
        let ids: Vec<FactId> = ids_from(FactId(next_id(None, NOW, [7; 10])))
            .take(9)
            .collect();
        assert!(ids.is_sorted() && ids[0] != ids[8]);
    }

    #[test]
    fn a_field_that_was_tampered_with_is_no_id() {
        assert_eq!(brought(""), None);
        assert_eq!(brought("00000000-0000-0000-0000-000000000000"), None);
        let id = next_id(None, NOW, [7; 10]);
        assert_eq!(brought(&id.to_string()), Some(FactId(id)));
    }
}
