//! "How did it feel?": five faces, always with the word.

use leptos::prelude::*;

use crate::phone::parts::pressed;
use crate::ui::Face;
use crate::walk::{Lang, Mood};
use crate::words::{Phone, mood};

/// The question. `chosen` is the mood marked so far; `mark` marks another.
pub fn ask(
    lang: Lang,
    chosen: Memo<Option<Mood>>,
    mark: impl Fn(Mood) + Copy + Send + 'static,
) -> AnyView {
    let w = Phone::of(lang);
    let face = move |it: Mood| {
        view! {
            <button class="face" type="button" aria-pressed=move || pressed(chosen.get() == Some(it)) on:click=move |_| mark(it)>
                <Face mood=it.value() />{mood(lang, it)}
            </button>
        }
    };
    view! {
        <fieldset class="ask">
            <legend>{w.how_feel}" "<span class="optional">{w.optional}</span></legend>
            <div class="faces">{Mood::ALL.map(face).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
