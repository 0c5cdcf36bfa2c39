//! What is still to do before a month can be published.

use leptos::prelude::*;

use super::{Check, Draft};
use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::Drafting,
};

/// The list: each leads to its part of the page.
pub(super) fn checks(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let all = draft.checks().into_iter().map(|(check, done)| {
        let (glyph, state) = if done {
            (Glyph::Check, words.done)
        } else {
            (Glyph::Edit, words.open)
        };
        view! {
            <li>
                <Icon glyph=glyph inline=true />
                " "
                <a href=["#", check.part()].concat()>{name(lang, check)}</a>
                " "
                <span class="hint">{state}</span>
            </li>
        }
    });
    let all: Vec<_> = all.collect();
    view! {
        <section class="card stack">
            <h2>{words.to_do}</h2>
            <ol class="stack">{all}</ol>
        </section>
    }
}

/// What it is called.
pub(super) fn name(lang: Lang, check: Check) -> &'static str {
    let words = Drafting::of(lang);
    match check {
        Check::Reply => words.check_reply,
        Check::Words => words.check_words,
        Check::Became => words.check_became,
        Check::Reason => words.check_reason,
        Check::Approval => words.check_approval,
    }
}
