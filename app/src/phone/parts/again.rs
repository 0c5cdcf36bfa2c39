//! What a team asks to be walked again.

use leptos::prelude::*;

use super::told::{self, Told};
use crate::phone::session::Session;
use crate::wire::Rewalk;
use crate::words::{Phone, fill};

/// What is asked about a friction point, by its id as text, as the briefing has it.
pub fn about(s: Session, friction: &str) -> Option<Rewalk> {
    s.briefing.with_untracked(|news| {
        let mut asked = news.as_ref()?.rewalks.iter();
        asked
            .find(|it| it.friction.to_string() == friction)
            .cloned()
    })
}

/// What is walked again.
pub fn told(s: Session, asked: &Rewalk) -> Told {
    told::about(s, &asked.task, asked.situation.as_deref())
}

/// "From step 3, Who can have one. They say: “It is on the first page now”".
pub fn said(told: &Told, asked: &Rewalk) -> String {
    let w = Phone::of(told.lang);
    let name = told.step(asked.step).map(|it| it.name.get(told.lang));
    let n = (asked.step + 1).to_string();
    let from = fill(
        w.from_step,
        &[("n", &n), ("name", name.unwrap_or_default())],
    );
    if asked.changed.is_empty() {
        return from;
    }
    let changed = fill(w.they_changed, &[("text", &asked.changed)]);
    [&from, " ", &changed].concat()
}
