//! The hint beside a field whose text seems to name somebody. It refuses nothing: one button sends it as it is.

use leptos::prelude::*;

use crate::ui::{Glyph, Icon};
use crate::walk::Lang;
use crate::words::{NoBlame, fill};

/// The hint's id, for the field's `aria-describedby`.
pub(super) const ID: &str = "names-somebody";

/// What the form does with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// Sends it to somebody.
    Send,
    /// Keeps it.
    Keep,
}

/// "This seems to name somebody …"
pub(super) fn naming(lang: Lang, name: &str, does: Does) -> impl IntoView + use<> {
    let words = NoBlame::of(lang);
    let seems = fill(words.seems, &[("name", name)]);
    let why = match does {
        Does::Send => words.why,
        Does::Keep => words.why_kept,
    };
    view! {
        <p class="naming" id=ID role="status">
            <Icon glyph=Glyph::Person />
            <span><strong>{seems}</strong> " " {why}</span>
        </p>
    }
}

/// The button that says so.
pub(super) fn as_it_is(lang: Lang, does: Does) -> impl IntoView + use<> {
    let words = NoBlame::of(lang);
    let said = match does {
        Does::Send => words.send,
        Does::Keep => words.keep,
    };
    view! {
        <button class="button" type="submit" name="as_it_is" value="1">{said}</button>
    }
}
