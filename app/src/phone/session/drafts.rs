//! Drafts: facts that are written down with every keystroke and recorded when the writer pauses.
//!
//! A draft is facts not yet in the log, kept under its name. What was never let go of is recorded at the next start.

use crate::phone::store::spawn;
use leptos::prelude::*;

use super::{Session, log};
use crate::phone::store;
use crate::walk::{Kind, WalkId};

/// How long a writer pauses before a draft is recorded, in milliseconds.
const PAUSE_MS: u32 = 1200;

/// Facts waiting to be recorded.
#[derive(Clone)]
pub(super) struct Draft {
    walk: WalkId,
    kinds: Vec<Kind>,
    /// Recorded after a pause, and when the page is hidden; otherwise only when told, or at the next start.
    text: bool,
    version: u32,
}

impl Session {
    /// Keeps what was just written, and records it when the writer pauses.
    pub fn draft_text(self, name: String, walk: WalkId, kinds: Vec<Kind>) {
        let (version, text) = self.set_draft(&name, walk, kinds, true);
        self.keep_draft(name.clone(), text);
        spawn(async move {
            store::sleep(PAUSE_MS).await;
            if self.drafts.with_value(|drafts| {
                drafts
                    .get(&name)
                    .is_some_and(|draft| draft.version == version)
            }) {
                self.commit(name).await;
            }
        });
    }

    /// Keeps a choice that is recorded when [`Session::commit`] says so, or at the next start.
    pub fn draft_choice(self, name: &str, walk: WalkId, kinds: Vec<Kind>) {
        let (_, text) = self.set_draft(name, walk, kinds, false);
        self.keep_draft(name.to_owned(), text);
    }

    /// The same, and answers when the choice is on the phone.
    pub async fn draft_choice_kept(self, name: &str, walk: WalkId, kinds: Vec<Kind>) {
        let (_, text) = self.set_draft(name, walk, kinds, false);
        self.write_draft(name, &text).await;
    }

    /// Records a draft. Does nothing when there is none of that name. True when it is durable.
    pub async fn commit(self, name: String) -> bool {
        let Some(draft) = self
            .drafts
            .try_update_value(|drafts| drafts.remove(&name))
            .flatten()
        else {
            return true;
        };
        self.append(self.make(draft.walk, &draft.kinds), &name)
            .await
    }

    /// Lets go of a draft, if there is one, without recording it.
    pub fn drop_draft(self, name: &str) {
        if self
            .drafts
            .try_update_value(|drafts| drafts.remove(name))
            .flatten()
            .is_some()
        {
            self.keep_draft(name.to_owned(), String::new());
        }
    }

    /// Records all that is being written, and answers when it is durable.
    pub async fn commit_all(self) {
        for name in self.texts() {
            self.commit(name).await;
        }
    }

    /// Records all that is being written, at once: the page may not come back.
    pub(super) fn commit_texts(self) {
        for name in self.texts() {
            spawn(async move {
                self.commit(name).await;
            });
        }
    }

    fn texts(self) -> Vec<String> {
        let text = |(name, draft): (&String, &Draft)| draft.text.then(|| name.clone());
        self.drafts
            .with_value(|drafts| drafts.iter().filter_map(text).collect())
    }

    /// Takes a draft into this page's memory: its version, and the text to keep.
    fn set_draft(self, name: &str, walk: WalkId, kinds: Vec<Kind>, text: bool) -> (u32, String) {
        let facts: Vec<String> = self.make(walk, &kinds).iter().map(log::text).collect();
        let version = self
            .drafts
            .try_update_value(|drafts| {
                let version = drafts
                    .get(name)
                    .map_or(0, |draft| draft.version)
                    .wrapping_add(1);
                drafts.insert(
                    name.to_owned(),
                    Draft {
                        walk,
                        kinds,
                        text,
                        version,
                    },
                );
                version
            })
            .unwrap_or(0);
        (version, ["[", &facts.join(","), "]"].concat())
    }

    fn keep_draft(self, name: String, value: String) {
        spawn(async move { self.write_draft(&name, &value).await });
    }

    async fn write_draft(self, name: &str, value: &str) {
        if let Err(trouble) = store::keep(&self.person.get_value(), name, value).await {
            self.trouble.set(Some(trouble));
        }
    }
}
