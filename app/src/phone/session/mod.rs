//! What the screens know: who is signed in, the briefing, every walk on this phone and where each fact is.

mod drafts;
mod keep;
mod log;
mod news;
mod photos;
mod private;
mod send;

use std::{collections::BTreeMap, task::Waker};

use crate::phone::store::spawn;
use leptos::prelude::*;
use serde::Deserialize;
use uuid::Uuid;

use super::place::Route;
use super::store::{self, Loaded, Trouble};
use crate::walk::{Fact, FactId, Friction, FrictionId, Kind, Lang, Task, Walk, WalkId, next_id};
use crate::wire::Briefing;
use drafts::Draft;
pub use log::{Log, Stand, Whole};
pub use photos::{Lost, NotTaken};

/// The app's state. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Session {
    /// The place the address names.
    pub route: RwSignal<Route>,
    /// False until the phone's own store has been read.
    pub ready: RwSignal<bool>,
    /// The language of the screen.
    pub lang: RwSignal<Lang>,
    /// The news, as last fetched.
    pub briefing: RwSignal<Option<Briefing>>,
    /// Every walk on this phone.
    pub logs: RwSignal<BTreeMap<WalkId, Log>>,
    /// Whether the server answered lately: for wording.
    pub reached: RwSignal<bool>,
    /// The server wants us to sign in again.
    pub signed_out: RwSignal<bool>,
    /// This phone could not keep something.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The wall clock, ticking every second while in view.
    pub now: RwSignal<i64>,
    /// Grows each time the page comes into view again.
    pub returns: RwSignal<u32>,
    /// Grows each time the page goes out of view.
    pub leaves: RwSignal<u32>,
    /// What can be undone, while it can.
    pub undo: RwSignal<Option<Undo>>,
    /// The phone cleared what was kept here, and something of it had not been sent.
    pub lost: RwSignal<bool>,
    /// How many walks wait here that were sealed when somebody signed out.
    pub sealed: RwSignal<u32>,
    /// A new version serves the next start.
    pub newer: RwSignal<bool>,
    /// The friction point saved last, for a moment.
    pub landed: RwSignal<bool>,
    /// The page was lost while a photo was taken for this point.
    pub photo_lost: RwSignal<Option<Lost>>,
    /// Another app has shared pictures, which the running walk's sheet takes in.
    pub shared: RwSignal<bool>,
    /// The sheet that opens next takes them in.
    pub take_shared: StoredValue<bool>,
    /// What became of a picture that was shared and could not be taken in.
    pub not_taken: RwSignal<Option<NotTaken>>,
    /// True while the camera or the library is open: being out of view then is not leaving.
    pub picking: StoredValue<bool>,
    person: StoredValue<String>,
    etag: StoredValue<String>,
    last: StoredValue<Option<Uuid>>,
    drafts: StoredValue<BTreeMap<String, Draft>>,
    sending: StoredValue<bool>,
    /// How many writes are under way.
    writing: StoredValue<u32>,
    /// How many writes there were.
    written: StoredValue<u32>,
    /// Who waits until nothing is being written.
    waiting: StoredValue<Vec<Waker>>,
    again: StoredValue<bool>,
}

/// Something that can be undone for a few seconds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Undo {
    /// The walk it belongs to.
    pub walk: WalkId,
    /// The friction point, the photo, the bright spot or the moment.
    pub id: Uuid,
    /// What has happened, in words.
    pub said: &'static str,
    /// True when it was made; false while it is being taken away.
    pub made: bool,
}

#[derive(Deserialize)]
struct KeptBriefing {
    etag: String,
    briefing: Briefing,
}

impl Session {
    /// A session that has read nothing yet.
    pub fn new() -> Self {
        Self {
            route: RwSignal::new(Route::of(&store::place())),
            ready: RwSignal::new(false),
            lang: RwSignal::new(store::language()),
            briefing: RwSignal::new(None),
            logs: RwSignal::default(),
            reached: RwSignal::new(store::online()),
            signed_out: RwSignal::new(false),
            trouble: RwSignal::new(None),
            now: RwSignal::new(store::now()),
            returns: RwSignal::new(0),
            leaves: RwSignal::new(0),
            undo: RwSignal::new(None),
            lost: RwSignal::new(!store::noted("lost").is_empty()),
            sealed: RwSignal::new(0),
            newer: RwSignal::new(false),
            landed: RwSignal::new(false),
            photo_lost: RwSignal::new(None),
            shared: RwSignal::new(false),
            take_shared: StoredValue::new(false),
            not_taken: RwSignal::new(None),
            picking: StoredValue::new(false),
            person: StoredValue::new(String::new()),
            etag: StoredValue::new(String::new()),
            last: StoredValue::new(None),
            drafts: StoredValue::default(),
            sending: StoredValue::new(false),
            writing: StoredValue::new(0),
            written: StoredValue::new(0),
            waiting: StoredValue::default(),
            again: StoredValue::new(false),
        }
    }

    /// Reads what is on this phone, then asks for news and sends what waits.
    pub async fn open(self) {
        let person = store::last_person();
        if !person.is_empty() {
            self.take_person(&person).await;
            self.notice_loss();
            self.ready.set(true);
        }
        self.refresh().await;
        self.ready.set(true);
        self.sealed.set(store::send_sealed().await);
        self.send().await;
    }

    /// Reads one person's store into the session.
    async fn take_person(self, person: &str) {
        self.person.set_value(person.to_owned());
        self.etag.set_value(String::new());
        let loaded = match store::load(person).await {
            Ok(loaded) => loaded,
            Err(trouble) => {
                self.trouble.set(Some(trouble));
                Loaded::default()
            }
        };
        self.take_log(loaded.facts);
        self.take_photos(loaded.photos);
        for kept in &loaded.kept {
            if kept.key == "briefing"
                && let Ok(kept) = serde_json::from_str::<KeptBriefing>(kept.value.get())
            {
                self.etag.set_value(kept.etag);
                self.briefing.set(Some(kept.briefing));
            }
        }
        self.take_up(loaded.kept).await;
    }

    /// Makes facts with ids that follow all others on this phone.
    pub fn make(self, walk: WalkId, kinds: &[Kind]) -> Vec<Fact> {
        kinds
            .iter()
            .map(|kind| Fact::new(self.next_fact_id(), walk, store::now(), kind))
            .collect()
    }

    /// One fact whose id was made before.
    pub fn fact(self, id: FactId, walk: WalkId, kind: &Kind) -> Fact {
        Fact::new(id, walk, store::now(), kind)
    }

    /// A walk's id that follows all others on this phone.
    pub fn new_walk(self) -> WalkId {
        WalkId(self.next_fact_id().0)
    }

    /// A friction point's id that follows all others on this phone.
    pub fn new_friction(self) -> FrictionId {
        FrictionId(self.next_fact_id().0)
    }

    fn next_fact_id(self) -> FactId {
        let id = next_id(self.last.get_value(), store::now(), store::random());
        self.last.set_value(Some(id));
        FactId(id)
    }

    /// Records facts: durable first, only then on the screen.
    pub fn record(self, walk: WalkId, kinds: &[Kind]) {
        let facts = self.make(walk, kinds);
        spawn(async move {
            self.append(facts, "").await;
        });
    }

    /// Keeps facts, then shows them. Lets go of the draft they came from (empty for none). True when they are durable.
    pub async fn append(self, facts: Vec<Fact>, draft: &str) -> bool {
        self.writing.update_value(|count| *count += 1);
        self.follow(facts.iter());
        let durable = self.keep_facts(&facts, draft).await;
        let stand = |fact: &Fact| match (durable, log::stays_here(fact)) {
            (false, _) => Stand::Held,
            (true, true) => Stand::Private,
            (true, false) => Stand::Saved,
        };
        self.logs.update(|logs| {
            let photos = log::photos(&facts);
            let facts = facts.into_iter().map(|fact| (stand(&fact), fact));
            log::add(logs, facts.map(|(stand, fact)| (fact, stand)));
            let stand = if durable { Stand::Saved } else { Stand::Held };
            log::add_photos(logs, &photos, stand);
        });
        self.wrote();
        self.send_soon(400);
        durable
    }

    async fn keep_facts(self, facts: &[Fact], draft: &str) -> bool {
        let state = |fact| {
            if log::stays_here(fact) {
                "private"
            } else {
                "saved"
            }
            .to_owned()
        };
        let texts = facts.iter().map(log::text).collect();
        let kept = store::append(
            &self.person.get_value(),
            texts,
            facts.iter().map(state).collect(),
            draft,
        )
        .await;
        self.trouble.set(kept.err());
        kept.is_ok()
    }

    /// Tries again to keep what this phone would not keep.
    pub async fn keep_held(self) {
        let held: Vec<Fact> = self
            .logs
            .with_untracked(|logs| logs.values().flat_map(Log::held).cloned().collect());
        if !held.is_empty() && self.keep_facts(&held, "").await {
            let now = |fact: &Fact| {
                if log::stays_here(fact) {
                    Stand::Private
                } else {
                    Stand::Saved
                }
            };
            let changes: Vec<_> = held
                .iter()
                .map(|fact| (fact.walk, fact.id, now(fact)))
                .collect();
            self.set_stands(&changes);
            self.logs.update(log::photos_kept);
        }
    }

    /// Opens a place.
    pub fn go(self, route: Route) {
        store::go(&route.path(), false);
        self.route.set(route);
    }

    /// Opens a place instead of this one: the way back does not lead here.
    pub fn go_instead(self, route: Route) {
        store::go(&route.path(), true);
        self.route.set(route);
    }

    /// A walk as it stands, following every new fact.
    pub fn walk(self, id: WalkId) -> Memo<Walk> {
        Memo::new(move |_| {
            self.logs.with(|logs| {
                logs.get(&id)
                    .map(|log| log.walk.clone())
                    .unwrap_or_default()
            })
        })
    }

    /// A walk as it stands right now.
    pub fn walk_now(self, id: WalkId) -> Walk {
        self.logs.with_untracked(|logs| {
            logs.get(&id)
                .map(|log| log.walk.clone())
                .unwrap_or_default()
        })
    }

    /// The task of a walk or a brief, from the briefing kept on this phone.
    pub fn task(self, id: &str) -> Option<Task> {
        self.briefing.with(|news| {
            news.as_ref()?
                .tasks
                .iter()
                .find(|task| task.id == id)
                .cloned()
        })
    }

    /// A friction point of a walk.
    pub fn friction(self, walk: WalkId, id: FrictionId) -> Option<Friction> {
        self.logs.with(|logs| {
            logs.get(&walk)?
                .walk
                .frictions
                .iter()
                .find(|friction| friction.id == id)
                .cloned()
        })
    }

    /// What the page is told by the browser.
    pub fn hear(self, what: &str) {
        match what {
            "tick" => self.now.set(store::now()),
            "visible" | "online" => {
                self.now.set(store::now());
                if what == "visible" {
                    self.picking.set_value(false);
                    self.returns.update(|times| *times = times.wrapping_add(1));
                }
                self.look_around();
            }
            "offline" => self.reached.set(false),
            "hidden" => {
                self.leaves.update(|times| *times = times.wrapping_add(1));
                self.commit_texts();
            }
            "beat" => self.look_around(),
            "others" => spawn(self.read_again()),
            "newer" => self.newer.set(true),
            _ => {}
        }
    }

    fn look_around(self) {
        spawn(async move {
            self.keep_held().await;
            self.send().await;
            self.refresh().await;
            self.sealed.set(store::send_sealed().await);
        });
    }
}
