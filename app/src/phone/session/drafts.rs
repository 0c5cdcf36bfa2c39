//! Drafts: facts that are written down with every keystroke and recorded when the writer pauses.
//!
//! A draft is facts not yet in the log, kept under its name. What was never let go of is recorded at the next start.

use crate::phone::store::spawn;

use super::{Session, log};
use crate::phone::store;
use crate::walk::{FactId, Kind, WalkId};

/// How long a writer pauses before a draft is recorded, in milliseconds.
const PAUSE_MS: u32 = 1200;

/// Facts waiting to be recorded.
#[derive(Clone)]
pub(super) struct Draft {
    name: String,
    walk: WalkId,
    kinds: Vec<Kind>,
    /// Recorded after a pause, and when the page is hidden; otherwise only when told, or at the next start.
    text: bool,
    /// The first id it was kept under: another one with every change.
    version: Option<FactId>,
}

impl Session {
    /// Keeps what was just written, and records it when the writer pauses.
    pub fn draft_text(self, name: String, walk: WalkId, kinds: Vec<Kind>) {
        let version = self.set_draft(&name, walk, kinds, true);
        spawn(async move {
            store::sleep(PAUSE_MS).await;
            let same = |draft: &Draft| draft.name == name && draft.version == version;
            if self.drafts.with_value(|drafts| drafts.iter().any(same)) {
                self.commit(name).await;
            }
        });
    }

    /// Keeps a choice that is recorded when [`Session::commit`] says so, or at the next start.
    pub fn draft_choice(self, name: &str, walk: WalkId, kinds: Vec<Kind>) {
        self.set_draft(name, walk, kinds, false);
    }

    /// Records a draft. Does nothing when there is none of that name. True when it is durable.
    pub async fn commit(self, name: String) -> bool {
        let Some(draft) = self.take_draft(&name) else {
            return true;
        };
        self.append(self.make(draft.walk, &draft.kinds), &name)
            .await
    }

    /// Lets go of a draft, if there is one, without recording it.
    pub fn drop_draft(self, name: &str) {
        if self.take_draft(name).is_some() {
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
        let text = |draft: &Draft| draft.text.then(|| draft.name.clone());
        self.drafts
            .with_value(|drafts| drafts.iter().filter_map(text).collect())
    }

    fn take_draft(self, name: &str) -> Option<Draft> {
        let take = |drafts: &mut Vec<Draft>| {
            let at = drafts.iter().position(|draft| draft.name == name)?;
            Some(drafts.swap_remove(at))
        };
        self.drafts.try_update_value(take).flatten()
    }

    fn set_draft(self, name: &str, walk: WalkId, kinds: Vec<Kind>, text: bool) -> Option<FactId> {
        let facts = self.make(walk, &kinds);
        let texts: Vec<String> = facts.iter().map(log::text).collect();
        self.keep_draft(name.to_owned(), ["[", &texts.join(","), "]"].concat());
        self.take_draft(name);
        let version = facts.first().map(|fact| fact.id);
        let draft = Draft {
            name: name.to_owned(),
            walk,
            kinds,
            text,
            version,
        };
        self.drafts.try_update_value(|drafts| drafts.push(draft));
        version
    }

    fn keep_draft(self, name: String, value: String) {
        let person = self.person.get_value();
        spawn(async move {
            if let Err(trouble) = store::keep(&person, &name, &value).await {
                self.trouble.set(Some(trouble));
            }
        });
    }
}
