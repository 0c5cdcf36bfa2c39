//! A walk's log on this phone, and where each of its facts is.

use std::collections::BTreeMap;

use crate::phone::store::LoadedFact;
use crate::walk::{Fact, FactId, Kind, Millis, PhotoId, Walk, WalkId, fold};
use crate::wire::Refusal;

use super::Session;
use leptos::prelude::*;

/// Where a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// On this phone, where it stays.
    Private,
    /// On this phone, durably.
    Saved,
    /// In this page's memory only: the phone would not keep it.
    Held,
    /// On its way.
    Sending,
    /// On the server, durably, since the phone's time.
    Sent(Millis),
    /// The server will not take it.
    Refused(Refusal),
}

/// A walk's facts, where each is, and the walk they fold to.
#[derive(Clone, Default)]
pub struct Log {
    /// The facts.
    pub facts: Vec<Fact>,
    /// Where each fact is, in the same order.
    pub stands: Vec<Stand>,
    /// What they fold to.
    pub walk: Walk,
    /// The photos that stand and whose bytes are on this phone, with where those are.
    pub photos: Vec<(PhotoId, Stand)>,
}

/// Where a walk is as a whole: the least sure of its facts says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// Something is only in this page's memory.
    Held,
    /// Something waits on this phone.
    Saved,
    /// The rest is on its way.
    Sending,
    /// All that may be sent was, the last at this time; so many facts were refused.
    Sent {
        /// The phone's time.
        at: Millis,
        /// How many facts the server would not take.
        refused: usize,
    },
}

impl Log {
    /// Where the walk is as a whole.
    pub fn whole(&self) -> Whole {
        let has = |stand| self.all().any(|it| it == stand);
        let sent = |stand: Stand| {
            if let Stand::Sent(at) = stand {
                Some(at)
            } else {
                None
            }
        };
        if has(Stand::Held) {
            Whole::Held
        } else if has(Stand::Sending) {
            Whole::Sending
        } else if has(Stand::Saved) {
            Whole::Saved
        } else {
            let refused = self
                .all()
                .filter(|stand| matches!(stand, Stand::Refused(_)))
                .count();
            Whole::Sent {
                at: self.all().filter_map(sent).max().unwrap_or(0),
                refused,
            }
        }
    }

    /// How many of the facts that may be sent were, and how many there are.
    pub fn count(&self) -> (usize, usize) {
        let open = self.all().filter(|stand| *stand != Stand::Private);
        let sent = self.all().filter(|stand| matches!(stand, Stand::Sent(_)));
        (sent.count(), open.count())
    }

    /// The facts the phone would not keep, or whose photos it would not keep.
    pub fn held(&self) -> impl Iterator<Item = &Fact> {
        let photo = |id: FactId| self.photos.contains(&(PhotoId(id.0), Stand::Held));
        self.facts
            .iter()
            .zip(&self.stands)
            .filter(move |(fact, stand)| **stand == Stand::Held || photo(fact.id))
            .map(|(fact, _)| fact)
    }

    /// Where all there is to send is: facts, and photos by themselves.
    pub fn all(&self) -> impl Iterator<Item = Stand> {
        let photos = self.photos.iter().map(|(_, stand)| *stand);
        self.stands.iter().copied().chain(photos)
    }

    /// Folds the facts again.
    fn refold(&mut self) {
        self.walk = fold(&self.facts);
        self.drop_photos();
    }

    /// Forgets the photos that stand no more.
    fn drop_photos(&mut self) {
        let stands = |id| {
            self.walk
                .frictions
                .iter()
                .any(|felt| felt.photos.iter().any(|it| it.id == id))
        };
        self.photos.retain(|(id, _)| stands(*id));
    }

    /// Where an item is with all that was said of it since: the least sure of its facts says it.
    pub fn item(&self, id: FactId) -> Option<Stand> {
        let name = id.to_string();
        let all = self.facts.iter().zip(&self.stands);
        let of_it = all.filter(|(fact, _)| fact.id == id || fact.data.get().contains(&name));
        of_it
            .map(|(_, stand)| *stand)
            .min_by_key(|stand| match stand {
                Stand::Held => (0, 0),
                Stand::Refused(_) => (1, 0),
                Stand::Saved => (2, 0),
                Stand::Sending => (3, 0),
                Stand::Private => (4, 0),
                Stand::Sent(at) => (5, -at),
            })
    }

    /// Where one fact is.
    pub fn stand(&self, id: FactId) -> Option<Stand> {
        let at = self.facts.iter().position(|fact| fact.id == id)?;
        self.stands.get(at).copied()
    }
}

impl Session {
    /// Takes the facts read from the phone.
    pub(super) fn take_log(self, loaded: Vec<LoadedFact>) {
        self.last.set_value(None);
        self.follow(loaded.iter().map(|row| &row.fact));
        self.logs.update(|logs| {
            logs.clear();
            add(
                logs,
                loaded
                    .into_iter()
                    .map(|row| (stand(&row), row.fact))
                    .map(|(stand, fact)| (fact, stand)),
            );
        });
    }

    /// Takes the facts read from the phone again; what is only in this page's memory stays.
    pub(super) fn join_log(self, loaded: Vec<LoadedFact>) {
        self.follow(loaded.iter().map(|row| &row.fact));
        self.logs.update(|logs| {
            let mut here = Vec::new();
            let mut sending = Vec::new();
            let mut photos = Vec::new();
            for (walk, log) in logs.iter() {
                let stand = |fact: &Fact| log.stand(fact.id).unwrap_or(Stand::Held);
                here.extend(log.held().map(|fact| (fact.clone(), stand(fact))));
                let all = log.facts.iter().zip(&log.stands);
                sending.extend(
                    all.filter(|(_, at)| **at == Stand::Sending)
                        .map(|(fact, _)| fact.id),
                );
                photos.extend(log.photos.iter().map(|photo| (*walk, *photo)));
            }
            let loaded = loaded.into_iter().map(|row| match stand(&row) {
                Stand::Saved if sending.contains(&row.fact.id) => (row.fact, Stand::Sending),
                at => (row.fact, at),
            });
            logs.clear();
            add(logs, loaded.chain(here));
            for (walk, photo) in photos {
                if let Some(log) = logs.get_mut(&walk) {
                    log.photos.push(photo);
                    log.drop_photos();
                }
            }
        });
    }

    /// Whatever is made from now on sorts after these facts, also when the clock was set back since.
    pub(super) fn follow<'a>(self, facts: impl Iterator<Item = &'a Fact>) {
        let newest = facts.map(|fact| fact.id.0).max();
        self.last.update_value(|last| *last = (*last).max(newest));
    }

    /// True when a leaving was a pause, not a way to the service.
    pub fn was_paused(self, walk: WalkId, left: FactId) -> bool {
        let pause =
            |fact: &Fact| matches!(fact.read(), Some(Kind::Interrupted(it)) if it.left == left);
        self.logs.with_untracked(|logs| {
            logs.get(&walk)
                .is_some_and(|log| log.facts.iter().any(pause))
        })
    }

    /// Changes where some facts are.
    pub(super) fn set_stands(self, changes: &[(WalkId, FactId, Stand)]) {
        self.logs.update(|logs| {
            for (walk, id, stand) in changes {
                let Some(log) = logs.get_mut(walk) else {
                    continue;
                };
                let at = log.facts.iter().position(|fact| fact.id == *id);
                if let Some(place) = at.and_then(|at| log.stands.get_mut(at)) {
                    *place = *stand;
                }
            }
        });
    }

    /// Takes facts off the screen, once they are off the phone.
    pub(super) fn forget(self, ids: &[FactId]) {
        self.logs.update(|logs| {
            for log in logs.values_mut() {
                let keep: Vec<bool> = log
                    .facts
                    .iter()
                    .map(|fact| !ids.contains(&fact.id))
                    .collect();
                let mut kept = keep.iter();
                log.facts.retain(|_| *kept.next().unwrap_or(&true));
                let mut kept = keep.iter();
                log.stands.retain(|_| *kept.next().unwrap_or(&true));
                log.refold();
            }
            logs.retain(|_, log| !log.facts.is_empty());
        });
    }
}

fn stand(row: &LoadedFact) -> Stand {
    match row.state.as_str() {
        "sent" => Stand::Sent(row.at),
        "private" => Stand::Private,
        "refused" => Stand::Refused(serde_json::from_str(&row.why).unwrap_or(Refusal::Unreadable)),
        _ => Stand::Saved,
    }
}

/// Adds facts to their walks and folds those again.
pub(super) fn add(logs: &mut BTreeMap<WalkId, Log>, facts: impl Iterator<Item = (Fact, Stand)>) {
    let mut touched = Vec::new();
    for (fact, stand) in facts {
        touched.push(fact.walk);
        let log = logs.entry(fact.walk).or_default();
        if log.facts.iter().all(|known| known.id != fact.id) {
            log.facts.push(fact);
            log.stands.push(stand);
        }
    }
    touched.dedup();
    for id in touched {
        if let Some(log) = logs.get_mut(&id) {
            log.refold();
        }
    }
}

/// The photos that facts add.
pub(super) fn photos(facts: &[Fact]) -> Vec<(WalkId, PhotoId)> {
    let added = facts.iter().filter(|fact| fact.kind == "photo_added");
    added.map(|fact| (fact.walk, PhotoId(fact.id.0))).collect()
}

/// Notes where photos are whose facts were just added.
pub(super) fn add_photos(
    logs: &mut BTreeMap<WalkId, Log>,
    photos: &[(WalkId, PhotoId)],
    stand: Stand,
) {
    for (walk, id) in photos {
        if let Some(log) = logs.get_mut(walk) {
            log.photos.push((*id, stand));
        }
    }
}

/// Notes that the phone has kept the photos it would not keep before.
pub(super) fn photos_kept(logs: &mut BTreeMap<WalkId, Log>) {
    let photos = logs.values_mut().flat_map(|log| &mut log.photos);
    for (_, stand) in photos {
        if *stand == Stand::Held {
            *stand = Stand::Saved;
        }
    }
}

/// True for a fact that must not leave the phone.
pub(super) fn stays_here(fact: &Fact) -> bool {
    fact.read().is_some_and(|kind| kind.stays_on_phone())
}

/// A fact as it travels.
pub(super) fn text(fact: &Fact) -> String {
    serde_json::to_string(fact).unwrap_or_default()
}
