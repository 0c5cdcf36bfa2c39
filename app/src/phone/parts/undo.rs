//! Taking something away, and marking a moment: both can be undone for a few seconds.

use leptos::prelude::*;
use uuid::Uuid;

use crate::phone::parts::press;
use crate::phone::session::{Session, Undo};
use crate::phone::store;
use crate::walk::{FactId, Kind, Mark, Marked, MarkerWithdrawn, WalkId};
use crate::words::Phone;

/// How long something can be undone, in milliseconds.
const UNDO_MS: u32 = 6_000;
const DRAFT: &str = "remove";

/// What is being taken away, if anything is.
pub fn going(s: Session) -> Option<Uuid> {
    s.undo.get().filter(|it| !it.made).map(|it| it.id)
}

/// Takes away what `kind` withdraws, unless that is undone within a few seconds. It is on the phone before the screen
/// says so: a page that is lost meanwhile takes it away at the next start.
pub fn remove(s: Session, walk: WalkId, id: Uuid, kind: Kind, said: &'static str) {
    store::spawn(async move {
        s.commit(DRAFT.to_owned()).await;
        s.draft_choice_kept(DRAFT, walk, vec![kind]).await;
        let made = false;
        offer(
            s,
            Undo {
                walk,
                id,
                said,
                made,
            },
        )
        .await;
    });
}

/// Marks a moment. It is on the phone before the screen says so.
pub fn mark(s: Session, walk: WalkId, step: u16, mark: Mark) {
    let facts = s.make(walk, &[Kind::Marked(Marked { step, mark })]);
    let Some(id) = facts.first().map(|fact| fact.id.0) else {
        return;
    };
    store::spawn(async move {
        s.commit(DRAFT.to_owned()).await;
        if s.append(facts, "").await {
            store::buzz();
            let (said, made) = (Phone::of(s.lang.get_untracked()).marked, true);
            offer(
                s,
                Undo {
                    walk,
                    id,
                    said,
                    made,
                },
            )
            .await;
        }
    });
}

async fn offer(s: Session, undo: Undo) {
    s.undo.set(Some(undo));
    store::sleep(UNDO_MS).await;
    if s.undo.get_untracked() == Some(undo) {
        settle(s).await;
    }
}

/// What is being taken away is gone from now on.
pub async fn settle(s: Session) {
    s.commit(DRAFT.to_owned()).await;
    s.undo.set(None);
}

/// Says what has happened, and offers to undo it, where it is about `this`.
pub fn toast(
    s: Session,
    walk: WalkId,
    this: impl Fn(Uuid) -> bool + Copy + Send + Sync + 'static,
) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let undo = move || {
        if let Some(it) = s.undo.get_untracked().filter(|it| it.made) {
            let marker = FactId(it.id);
            s.record(walk, &[Kind::MarkerWithdrawn(MarkerWithdrawn { marker })]);
        }
        s.drop_draft(DRAFT);
        s.undo.set(None);
    };
    let view =
        move || {
            s.undo.get().filter(|it| it.walk == walk && this(it.id)).map(|it| {
            view! { <p class="toast">{it.said}{press::button("text-button", w.undo, undo)}</p> }
                .into_any()
        })
        };
    view! { <div role="status">{view}</div> }.into_any()
}
