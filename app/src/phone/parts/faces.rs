//! "How did it feel?": five faces, always with the word.

use leptos::prelude::*;

use crate::phone::parts::press;
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
        let face = view! { <Face mood=it.value() /> }.into_any();
        let inside = vec![face, mood(lang, it).into_any()].into_any();
        let on = move || chosen.get() == Some(it);
        press::toggle("face", None, inside, on, || false, move || mark(it))
    };
    view! {
        <fieldset class="ask">
            <legend>{w.how_feel}" "<span class="optional">{w.optional}</span></legend>
            <div class="faces">{Mood::ALL.map(face).into_iter().map(IntoAny::into_any).collect::<Vec<_>>()}</div>
        </fieldset>
    }
    .into_any()
}
