//! What the board is asked for, and what became of what was asked before.

use leptos::prelude::*;

use super::{Ask, Draft, Part, TextForm, at, name, text_form};
use crate::{
    walk::{Lang, other_tongue},
    words::{Drafting, fill},
};

/// What was asked before, each with a form for what became of it.
pub(super) fn before(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    (!draft.before.is_empty()).then(|| {
        let all: Vec<_> = draft
            .before
            .iter()
            .map(|it| answer(lang, draft, it))
            .collect();
        view! {
            <section class="card stack" id="before">
                <h2>{words.asked_before}</h2>
                <p class="hint">{words.asked_before_why}</p>
                {all}
            </section>
        }
    })
}

fn answer(lang: Lang, draft: &Draft, it: &Ask) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let asked_in = fill(words.asked_in, &[("month", &name(lang, it.month))]);
    let form = TextForm {
        label: words.became.to_owned(),
        text: it.became.clone(),
        does: words.became_keep.to_owned(),
        ..TextForm::short(
            Part::Became(it.id.clone()),
            at(draft.month, "became"),
            &it.id,
        )
    };
    view! {
        <div class="stack">
            <h3 class="own-words" lang=other_tongue(lang, it.text.get(lang))>
                {it.text.get(lang).to_owned()}
            </h3>
            <p class="hint">{asked_in}</p>
            {text_form(lang, form, draft)}
        </div>
    }
}

/// What is asked now, and a form for more.
pub(super) fn asks(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let all: Vec<_> = draft.asks.iter().map(|it| ask(lang, draft, it)).collect();
    let none = all.is_empty().then(|| view! { <p>{words.asks_none}</p> });
    let form = TextForm {
        label: words.ask.to_owned(),
        does: words.ask_keep.to_owned(),
        ..TextForm::short(
            Part::Ask(draft.typed.fresh.clone()),
            at(draft.month, "ask"),
            &draft.typed.fresh,
        )
    };
    view! {
        <section class="card stack" id="asks">
            <h2>{words.asks}</h2>
            <p class="hint">{words.asks_why}</p>
            {none}
            {all}
            <h3>{words.ask}</h3>
            {text_form(lang, form, draft)}
        </section>
    }
}

fn ask(lang: Lang, draft: &Draft, it: &Ask) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let part = Part::Ask(it.id.clone());
    let open = draft.typed.part == part;
    let form = TextForm {
        label: words.ask_change.to_owned(),
        text: it.text.clone(),
        does: words.ask_keep.to_owned(),
        ..TextForm::short(part, at(draft.month, "ask"), &it.id)
    };
    view! {
        <div class="stack">
            <p class="own-words" lang=other_tongue(lang, it.text.get(lang))>
                {it.text.get(lang).to_owned()}
            </p>
            <details class="fold" open=open>
                <summary>{words.ask_change}</summary>
                <p class="hint">{words.ask_remove_hint}</p>
                {text_form(lang, form, draft)}
            </details>
        </div>
    }
}
