//! The briefing: fetched when there is a network, kept for when there is none. And walks that this phone does not
//! have, because they were walked on another, or this one lost them.

use leptos::prelude::*;

use super::{
    Session,
    log::{self, Stand},
};
use crate::phone::store;
use crate::walk::{Fact, WalkId};
use crate::wire::{Briefing, WalkLog};

impl Session {
    /// Fetches the briefing if it has changed, and keeps it. A different person's briefing opens their own store.
    pub async fn refresh(self) {
        let answer = store::exchange("GET", "/api/v1/briefing", "", &self.etag.get_value()).await;
        self.notice(answer.status);
        if answer.status != 200 {
            return;
        }
        let Ok(briefing) = serde_json::from_str::<Briefing>(&answer.body) else {
            return;
        };
        let person = briefing.me.id.clone();
        if person != self.person.get_value() {
            store::remember_person(&person);
            self.take_person(&person).await;
        }
        let etag = serde_json::to_string(&answer.etag).unwrap_or_default();
        let kept = ["{\"etag\":", &etag, ",\"briefing\":", &answer.body, "}"].concat();
        if let Err(trouble) = store::keep(&person, "briefing", &kept).await {
            self.trouble.set(Some(trouble));
        }
        self.etag.set_value(answer.etag);
        let missing = self.missing(&briefing.walks);
        self.briefing.set(Some(briefing));
        store::spawn(async move {
            for walk in missing {
                self.fetch_walk(&person, walk).await;
            }
        });
    }

    fn missing(self, walks: &[WalkId]) -> Vec<WalkId> {
        self.logs.with_untracked(|logs| {
            let missing = walks.iter().filter(|walk| !logs.contains_key(walk));
            missing.copied().collect()
        })
    }

    /// Brings one walk back to this phone; without a network it stays away until the next briefing.
    async fn fetch_walk(self, person: &str, walk: WalkId) {
        let path = ["/api/v1/walks/", &walk.to_string()].concat();
        let answer = store::exchange("GET", &path, "", "").await;
        let Ok(WalkLog { facts }) = serde_json::from_str(&answer.body) else {
            return;
        };
        let at = facts.iter().map(|fact| fact.at).max().unwrap_or(0);
        let texts = facts.iter().map(log::text).collect();
        let states = vec!["sent".to_owned(); facts.len()];
        let ids: Vec<String> = facts
            .iter()
            .map(|fact: &Fact| fact.id.to_string())
            .collect();
        if store::append(person, texts, states, "").await.is_err()
            || person != self.person.get_value()
        {
            return;
        }
        let _ = store::mark_sent(person, ids, at).await;
        self.last
            .update_value(|last| *last = (*last).max(facts.iter().map(|fact| fact.id.0).max()));
        self.logs.update(|logs| {
            log::add(logs, facts.into_iter().map(|fact| (fact, Stand::Sent(at))));
        });
    }

    /// What an answer's status says about the network and about who is signed in.
    pub(super) fn notice(self, status: u16) {
        self.reached.set(status != 0);
        match status {
            401 => self.signed_out.set(true),
            200..=399 => self.signed_out.set(false),
            _ => {}
        }
    }
}
