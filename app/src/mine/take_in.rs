//! Taking in a walk of one's own that was saved to a file, because the phone could not send it.

use leptos::prelude::*;

use super::shares::back;
use crate::{
    ui::{Banner, Glyph, Icon, Tone},
    walk::Lang,
    words::{TakeIn, fill},
};

/// What was taken in from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// Facts that are new.
    pub facts: usize,
    /// Photos that are new.
    pub photos: usize,
    /// Facts and photos that were here before.
    pub known: usize,
    /// Facts and photos that could not be taken in.
    pub refused: usize,
}

/// Why nothing was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// No file, or an empty one.
    NoFile,
    /// More bytes than a walk's file has.
    TooLarge,
    /// Not a walk as a phone saves it, or a damaged one.
    NotAWalk,
    /// Saved by a newer version.
    Newer,
    /// A walk without anything in it.
    Empty,
    /// More than one walk's.
    SeveralWalks,
    /// Saved by somebody else.
    NotYours,
    /// A walk that is somebody else's.
    SomebodyElses,
}

/// The page; after it was used, with what became of the file.
#[must_use]
pub fn take_in(lang: Lang, done: Option<&Result<TakenIn, FileFault>>) -> impl IntoView + use<> {
    let words = TakeIn::of(lang);
    let taken = done.and_then(|done| done.as_ref().ok()).map(|taken| {
        view! { <Banner tone=Tone::Sent glyph=Glyph::Check said=words.taken_in means=counts(lang, taken) /> }
    });
    let why = done
        .and_then(|done| done.as_ref().err())
        .map(|fault| said(lang, *fault));
    let (class, described) = match why {
        Some(_) => ("field wrong", "walk-file-hint walk-file-why"),
        None => ("field", "walk-file-hint"),
    };
    let wrong = why.map(|why| {
        view! {
            <p class="why" id="walk-file-why">
                <Icon glyph=Glyph::Warning />
                {why}
            </p>
        }
    });
    view! {
        <div class="pane stack mine">
            {back(lang)}
            <h1>{words.title}</h1>
            <p class="lead">{words.why}</p>
            {taken}
            <form
                class="form"
                method="post"
                action="/me/walk-file"
                enctype="multipart/form-data"
            >
                <div class=class>
                    <label for="walk-file">{words.file}</label>
                    <p class="hint" id="walk-file-hint">
                        {words.hint}
                    </p>
                    {wrong}
                    <input
                        class="input"
                        id="walk-file"
                        name="file"
                        type="file"
                        accept=".json,application/json"
                        aria-describedby=described
                        aria-invalid=why.map(|_| "true")
                    />
                </div>
                <button class="button primary" type="submit">
                    {words.take}
                </button>
            </form>
        </div>
    }
}

/// "Noted things: 24. Photos: 2. Here already: 3."
fn counts(lang: Lang, taken: &TakenIn) -> String {
    let words = TakeIn::of(lang);
    let count = |words: &str, n: usize| fill(words, &[("n", &n.to_string())]);
    let parts = [
        Some(count(words.taken_facts, taken.facts)),
        Some(count(words.taken_photos, taken.photos)),
        (taken.known > 0).then(|| count(words.taken_known, taken.known)),
        (taken.refused > 0).then(|| count(words.taken_refused, taken.refused)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn said(lang: Lang, fault: FileFault) -> &'static str {
    let words = TakeIn::of(lang);
    match fault {
        FileFault::NoFile => words.file_none,
        FileFault::TooLarge => words.file_large,
        FileFault::NotAWalk => words.file_odd,
        FileFault::Newer => words.file_newer,
        FileFault::Empty => words.file_empty,
        FileFault::SeveralWalks => words.file_several,
        FileFault::NotYours => words.file_not_yours,
        FileFault::SomebodyElses => words.file_others,
    }
}
