//! What in a text may point to one person: underlined, explained, one tap to replace. It never blocks.

use leptos::prelude::*;

use super::press;
use crate::walk::{Hint, Lang, hints};
use crate::words::{Hints, Phone, fill, private};

/// A text that others will read.
#[derive(Clone, Copy)]
pub struct Hinted {
    /// The text as it stands.
    pub text: RwSignal<String>,
    /// The text before the last replacement.
    pub before: RwSignal<Option<String>>,
    /// Puts another text in its place.
    pub put: StoredValue<Box<dyn Fn(String)>, LocalStorage>,
}

/// The hints, and the way back from the last replacement. Only the first sight of one is announced.
pub fn hinted(lang: Lang, it: Hinted) -> AnyView {
    let w = Hints::of(lang);
    let some = move || it.text.with(|text| !hints(text).is_empty());
    let all = move || {
        it.text.with(|text| {
            hints(text)
                .iter()
                .map(|hint| one(lang, it, text, hint))
                .collect::<Vec<_>>()
        })
    };
    let undo = move || {
        if let Some(text) = it.before.get_untracked() {
            it.before.set(None);
            it.put.with_value(|put| put(text));
        }
    };
    let back = move || {
        it.before.with(Option::is_some).then(|| {
            let undo = press::button("text-button", Phone::of(lang).undo, undo);
            view! { <p class="row hint">{w.replaced}{undo}</p> }.into_any()
        })
    };
    view! {
        <p class="aside" role="status">{move || some().then_some(w.nudge)}</p>
        {all}
        {back}
    }
    .into_any()
}

fn one(lang: Lang, it: Hinted, text: &str, hint: &Hint) -> AnyView {
    let w = Hints::of(lang);
    let (what, with) = private(lang, hint.kind);
    let (before, rest) = text.split_at(hint.range.start);
    let (found, after) = rest.split_at(hint.range.len());
    let stop = ['.', '!', '?', '\n'];
    let lead = before.rsplit(stop).next().unwrap_or_default().to_owned();
    let tail = after.split(stop).next().unwrap_or_default().to_owned();
    let other = [before, with, after].concat();
    let was = text.to_owned();
    let replace = move || {
        it.put.with_value(|put| put(other.clone()));
        it.before.set(Some(was.clone()));
    };
    view! {
        <div class="hinted">
            <p>{lead}<mark>{found.to_owned()}</mark>{tail}</p>
            <p class="hint small">{fill(w.looks_like, &[("what", what)])}</p>
            {press::button("chip", &fill(w.replace, &[("with", with)]), replace)}
        </div>
    }
    .into_any()
}
