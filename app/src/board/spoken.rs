//! What the secretary says on a month's page: words at its head, what was asked of the board, and what became of it.

use leptos::prelude::*;

use super::MonthPage;
use crate::{
    walk::{
        Lang,
        month::{Said, SaidAs},
        other_tongue,
    },
    words::Drafting,
};

/// What this version corrects, beside the version before.
pub(super) fn corrects(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let heading = Drafting::of(lang).changed_said;
    figure(lang, page, SaidAs::Correction, heading)
}

/// The secretary's words, under the headline.
pub(super) fn secretary(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let heading = Drafting::of(lang).secretary_said;
    figure(lang, page, SaidAs::Secretary, heading)
}

fn figure(
    lang: Lang,
    page: &MonthPage,
    is: SaidAs,
    heading: &'static str,
) -> impl IntoView + use<> {
    let said = page.said.iter().find(|it| it.is == is);
    said.map(|said| {
        view! {
            <figure class="card stack tight">
                <figcaption class="hint">{heading}</figcaption>
                {text(lang, said)}
            </figure>
        }
    })
}

/// What was asked before with what became of it, and what is asked now.
pub(super) fn asked(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let (before, now): (Vec<_>, Vec<_>) = asks(&page.said)
        .into_iter()
        .partition(|(_, became)| became.is_some());
    let list = |heading: &'static str, all: &[(&Said, Option<&Said>)]| {
        let all: Vec<_> = all
            .iter()
            .map(|(ask, became)| one(lang, ask, *became))
            .collect();
        (!all.is_empty()).then(|| {
            view! {
                <section class="stack">
                    <div class="section-head">
                        <h2>{heading}</h2>
                    </div>
                    <ul class="stack">{all}</ul>
                </section>
            }
        })
    };
    view! {
        {list(words.was_asked, &before)}
        {list(words.is_asked, &now)}
    }
}

/// Each thing asked. What became of it comes right after it, so whatever has nothing after it is asked now.
pub(super) fn asks(said: &[Said]) -> Vec<(&Said, Option<&Said>)> {
    let spoken = |it: &&Said| matches!(it.is, SaidAs::Asked | SaidAs::Became);
    let spoken: Vec<&Said> = said.iter().filter(spoken).collect();
    let asked = spoken
        .iter()
        .enumerate()
        .filter(|(_, it)| it.is == SaidAs::Asked);
    asked
        .map(|(at, ask)| {
            let next = spoken.get(at + 1).copied();
            (*ask, next.filter(|it| it.is == SaidAs::Became))
        })
        .collect()
}

fn one(lang: Lang, ask: &Said, became: Option<&Said>) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let became = became.map(|it| {
        view! {
            <p class="hint">{words.became}</p>
            {text(lang, it)}
        }
    });
    view! { <li class="card stack tight">{text(lang, ask)} {became}</li> }
}

/// The sentence, its lines kept; or that it was taken back.
fn text(lang: Lang, said: &Said) -> impl IntoView + use<> {
    match &said.text {
        Some(text) => {
            let words = text.get(lang);
            view! { <p class="own-words" lang=other_tongue(lang, words)>{words.to_owned()}</p> }
                .into_any()
        }
        None => view! { <p class="hint">{Drafting::of(lang).taken_back}</p> }.into_any(),
    }
}
