//! An answer whose offer went while it was written.

use leptos::prelude::*;

use super::{Verdict, told::verdict_word};
use crate::{
    ui::kept,
    walk::Lang,
    words::{Handed, fill},
};

/// Says that it was not sent, and shows what was typed. Of the offer it shows nothing.
#[must_use]
pub fn handed_unsent(lang: Lang, chosen: Option<Verdict>, text: &str) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let chosen = chosen.map(|it| fill(words.unsent_chosen, &[("answer", verdict_word(lang, it))]));
    let typed = (!text.is_empty()).then(|| {
        view! {
            <div class="field">
                <label for="text">{words.unsent_text}</label>
                <textarea class="input" id="text" rows="8" readonly>
                    {kept(text)}
                </textarea>
            </div>
        }
    });
    view! {
        <article class="detail pane stack">
            <header class="pane-head">
                <div>
                    <p class="hint">
                        <a href="/team/handed">{words.title}</a>
                    </p>
                    <h1>{words.unsent}</h1>
                </div>
            </header>
            <p role="alert">{words.unsent_why}</p>
            {chosen.map(|it| view! { <p>{it}</p> })}
            {typed}
        </article>
    }
}
