//! An answer to an offer that is over.

use leptos::prelude::*;

use super::{Verdict, told::verdict_word};
use crate::{
    ui::kept,
    walk::Lang,
    words::{Handed, fill},
};

/// Says that it was not sent, or that it arrived before, and shows what was typed. Of the offer it shows nothing.
#[must_use]
pub fn handed_gone(
    lang: Lang,
    arrived: bool,
    chosen: Option<Verdict>,
    text: &str,
) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let why = if arrived {
        words.arrived_why
    } else {
        words.unsent_why
    };
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
                    <h1>{handed_gone_title(lang, arrived)}</h1>
                </div>
            </header>
            <p role="alert">{why}</p>
            {chosen.map(|it| view! { <p>{it}</p> })}
            {typed}
        </article>
    }
}

/// What that page is called.
#[must_use]
pub fn handed_gone_title(lang: Lang, arrived: bool) -> &'static str {
    let words = Handed::of(lang);
    if arrived { words.arrived } else { words.unsent }
}
