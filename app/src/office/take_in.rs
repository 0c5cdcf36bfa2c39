//! Taking in a walk that a leader saved to a file, because their phone cannot send it.

use leptos::prelude::*;

use crate::{
    ui::{Banner, Glyph, Icon, Tone},
    walk::Lang,
    words::{Office, fill},
};

/// What was taken in from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// The leader it was filed for.
    pub name: String,
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
    /// For somebody who is not of this organisation.
    NobodyHere,
    /// A walk that is somebody else's.
    SomebodyElses,
}

/// The form; after it was used, with what became of the file.
pub(super) fn form(lang: Lang, done: Option<&Result<TakenIn, FileFault>>) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let taken = done.and_then(|done| done.as_ref().ok()).map(|taken| {
        let said = fill(words.taken_in, &[("name", &taken.name)]);
        view! { <Banner tone=Tone::Sent glyph=Glyph::Check said=said means=counts(lang, taken) /> }
    });
    let why = done
        .and_then(|done| done.as_ref().err())
        .map(|fault| said(lang, *fault));
    let class = if why.is_some() {
        "field wrong"
    } else {
        "field"
    };
    let described = if why.is_some() {
        "walk-file-hint walk-file-why"
    } else {
        "walk-file-hint"
    };
    view! {
        <section class="stack" id="take-in">
            <h2>{words.take_in}</h2>
            {taken}
            <form
                class="form"
                method="post"
                action="/office/walk#take-in"
                enctype="multipart/form-data"
            >
                <div class=class>
                    <label for="walk-file">{words.take_in_file}</label>
                    <p class="hint" id="walk-file-hint">
                        {words.take_in_hint}
                    </p>
                    {why
                        .map(|why| {
                            view! {
                                <p class="why" id="walk-file-why">
                                    <Icon glyph=Glyph::Warning />
                                    {why}
                                </p>
                            }
                        })}
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
                <button class="button" type="submit">
                    {words.take_in_do}
                </button>
            </form>
        </section>
    }
}

/// "Noted things: 24. Photos: 2. Here already: 3."
fn counts(lang: Lang, taken: &TakenIn) -> String {
    let words = Office::of(lang);
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
    let words = Office::of(lang);
    match fault {
        FileFault::NoFile => words.file_none,
        FileFault::TooLarge => words.file_large,
        FileFault::NotAWalk => words.file_odd,
        FileFault::Newer => words.file_newer,
        FileFault::Empty => words.file_empty,
        FileFault::SeveralWalks => words.file_several,
        FileFault::NobodyHere => words.file_nobody,
        FileFault::SomebodyElses => words.file_others,
    }
}
