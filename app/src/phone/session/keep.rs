//! What this phone promises to keep: what waits, how long it has waited, what was lost, and a copy as a file.

use std::{future::poll_fn, task::Poll};

use leptos::prelude::*;

use super::{Session, Stand, Whole, log, photos, send::waits};
use crate::phone::store::{self, Kept};
use crate::walk::{Fact, WalkId};
use crate::words::leaving;

/// After so long on this phone alone, an item asks for attention.
const LONG_MS: i64 = 5 * 86_400_000;

impl Session {
    /// Waits until all that was being written is on the screen.
    pub async fn settled(self) {
        poll_fn(|cx| {
            if self.writing.get_value() == 0 {
                return Poll::Ready(());
            }
            self.waiting
                .update_value(|all| all.push(cx.waker().clone()));
            Poll::Pending
        })
        .await;
    }

    /// A write has come to its end.
    pub(super) fn wrote(self) {
        self.written.update_value(|n| *n = n.wrapping_add(1));
        self.writing.update_value(|n| *n = n.saturating_sub(1));
        if self.writing.get_value() == 0 {
            let told = self.waiting.try_update_value(std::mem::take);
            told.into_iter().flatten().for_each(std::task::Waker::wake);
        }
    }

    /// Another page has written: reads what is on this phone again, between two writes of our own.
    pub(super) async fn read_again(self) {
        loop {
            self.settled().await;
            let (person, before) = (self.person.get_value(), self.written.get_value());
            let Ok(loaded) = store::load(&person).await else {
                return;
            };
            let meanwhile = self.writing.get_value() > 0 || self.written.get_value() != before;
            if person != self.person.get_value() {
                return;
            }
            if !meanwhile {
                self.join_log(loaded.facts);
                self.take_photos(loaded.photos);
                return self.take_up(loaded.kept).await;
            }
        }
    }

    /// Goes on with what pages that are gone were in the middle of: drafts never let go of, and a photo being taken.
    pub(super) async fn take_up(self, left: Vec<Kept>) {
        for kept in left {
            let value = kept.value.get();
            if kept.key.starts_with(photos::PENDING) {
                self.photo_lost.set(serde_json::from_str(value).ok());
                // Ours now, until the photo is taken again.
                let person = self.person.get_value();
                let _ = store::keep(&person, photos::PENDING, value).await;
                let _ = store::keep(&person, &kept.key, "").await;
            } else if let Ok(facts) = serde_json::from_str::<Vec<Fact>>(value) {
                self.append(facts, &kept.key).await;
            }
        }
    }

    /// Remembers beside the database how much waits in it, so that its loss can be told.
    pub fn count_unsent(self) {
        let unsent = |stand: &Stand| waits(stand) || *stand == Stand::Sending;
        Effect::new(move || {
            if !self.ready.get() {
                return;
            }
            let count = self.logs.with(|logs| {
                let all = logs.values().flat_map(log::Log::all);
                all.filter(unsent).count()
            });
            let count = if count > 0 {
                count.to_string()
            } else {
                String::new()
            };
            store::note("unsent", &count);
        });
    }

    /// A person is known here, and nothing of theirs is: the phone has cleared it.
    pub(super) fn notice_loss(self) {
        let empty = self.logs.with_untracked(|logs| logs.is_empty())
            && self.briefing.with_untracked(Option::is_none)
            && self.trouble.get_untracked().is_none();
        if empty && !store::noted("unsent").is_empty() {
            store::note("lost", "yes");
            self.lost.set(true);
        }
    }

    /// The loss has been read.
    pub fn forget_loss(self) {
        store::note("lost", "");
        self.lost.set(false);
    }

    /// How many items have waited here for five days or more.
    pub fn waited_long(self) -> usize {
        let now = store::now();
        let long = |(fact, stand): &(&Fact, &Stand)| waits(stand) && now - fact.at >= LONG_MS;
        self.logs.with(|logs| {
            let all = logs
                .values()
                .flat_map(|log| log.facts.iter().zip(&log.stands));
            all.filter(long).count()
        })
    }

    /// Signs out on this phone, once all that was being written is kept.
    pub async fn leave(self) {
        self.commit_all().await;
        self.settled().await;
        self.keep_held().await;
        let whole = self
            .logs
            .with_untracked(|logs| logs.values().all(|log| log.whole() != Whole::Held));
        let lang = self.lang.get_untracked();
        let words = leaving(lang);
        store::leave(&self.person.get_value(), &words, whole).await;
    }

    /// Hands a walk over as a file, without what stays on this phone.
    pub async fn save_walk(self, walk: WalkId) {
        self.commit_all().await;
        self.settled().await;
        let facts = self.logs.with_untracked(|logs| {
            let open = |fact: &&Fact| !log::stays_here(fact);
            logs.get(&walk)
                .map(|log| log.facts.iter().filter(open).map(log::text).collect())
                .unwrap_or_default()
        });
        store::save_walk(&self.person.get_value(), walk.to_string(), facts).await;
    }
}
