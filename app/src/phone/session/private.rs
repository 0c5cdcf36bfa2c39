//! Reflections: on this phone only, unless their author wants a copy on the server.

use leptos::prelude::*;

use super::{Session, Stand};
use crate::phone::store;
use crate::walk::{Erased, Fact, FactId, Kind, Reflected, WalkId};

impl Session {
    /// The bright spot about the walk as a whole, even when its words were taken back.
    pub fn spot_of_the_whole(self, walk: WalkId) -> Option<FactId> {
        let whole = |fact: &Fact| match fact.read() {
            Some(Kind::BrightSpotNoted(it)) if it.step.is_none() => {
                Some(it.spot.unwrap_or(fact.id))
            }
            _ => None,
        };
        self.logs
            .with_untracked(|logs| logs.get(&walk)?.facts.iter().find_map(whole))
    }

    /// True when the author last chose to keep a copy of the reflections on the server.
    pub fn keeps_reflections(self, walk: WalkId) -> bool {
        self.reflected(walk)
            .last()
            .is_some_and(|(_, it, _)| it.keep)
    }

    /// Keeps a copy of the reflections on the server, for their author alone; or takes it back.
    pub async fn keep_reflections(self, walk: WalkId, keep: bool) {
        self.settled().await;
        let before = self.reflected(walk);
        let again = |it: crate::walk::Reflection| {
            Kind::Reflected(Reflected {
                question: it.question,
                text: it.text,
                keep,
            })
        };
        let kinds: Vec<Kind> = self
            .walk_now(walk)
            .reflections
            .into_iter()
            .map(again)
            .collect();
        self.append(self.make(walk, &kinds), "").await;
        if keep {
            return;
        }
        let copies: Vec<&(FactId, Reflected, Stand)> =
            before.iter().filter(|(_, it, _)| it.keep).collect();
        let (here, gone): (Vec<_>, Vec<_>) = copies
            .into_iter()
            .partition(|(_, _, stand)| *stand == Stand::Saved);
        // What was never sent needs no erasing: it only leaves this phone's queue.
        let here: Vec<FactId> = here.iter().map(|(id, _, _)| *id).collect();
        if store::remove(
            &self.person.get_value(),
            here.iter().map(ToString::to_string).collect(),
        )
        .await
        .is_ok()
        {
            self.forget(&here);
        }
        let kinds: Vec<Kind> = gone
            .iter()
            .map(|(id, _, _)| Kind::Erased(Erased { fact: *id }))
            .collect();
        self.append(self.make(walk, &kinds), "").await;
    }

    fn reflected(self, walk: WalkId) -> Vec<(FactId, Reflected, Stand)> {
        let read = |(fact, stand): (&Fact, &Stand)| match fact.read() {
            Some(Kind::Reflected(it)) => Some((fact.id, it, *stand)),
            _ => None,
        };
        self.logs.with_untracked(|logs| {
            logs.get(&walk)
                .map(|log| log.facts.iter().zip(&log.stands).filter_map(read).collect())
                .unwrap_or_default()
        })
    }
}
