//! One thread another organisation offered, and the answer to it.

use leptos::prelude::*;

use super::{
    Fault, ToUs, Typed, Verdict,
    fields::{form_id, one_of, said, send},
    onward::answers,
    told::{told, told_title, verdict_word},
};
use crate::{
    walk::{Lang, other_tongue},
    words::{Handed, fill, quoted},
};

/// The page. `typed` is an answer that could not be used; its `to` is the code of what was chosen.
#[must_use]
pub fn handed_one(lang: Lang, offer: &ToUs, typed: &Typed) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let organisation = [("organisation", offer.told.organisation.get(lang))];
    let offered = fill(
        words.offered_on,
        &[
            ("date", &offer.at.recently(lang)),
            ("service", offer.service.get(lang)),
        ],
    );
    let message = (!offer.message.is_empty()).then(|| {
        view! {
            <section class="stack tight">
                <h2>{fill(words.they_said, &organisation)}</h2>
                <p class="own-words" lang=other_tongue(lang, &offer.message)>{quoted(&offer.message)}</p>
            </section>
        }
    });
    view! {
        <article class="detail pane stack">
            <header class="pane-head">
                <div>
                    <p class="hint">
                        <a href="/team/handed">{words.title}</a>
                    </p>
                    <h1>{told_title(lang, &offer.told)}</h1>
                </div>
            </header>
            <p>{offered}</p>
            {message}
            <div class="card">{told(lang, &offer.told)}</div>
            <p class="hint">{fill(words.one_sees, &organisation)}</p>
            {(!offer.answers.is_empty())
                .then(|| {
                    view! {
                        <section class="stack" id="answers">
                            <h2>{words.answers}</h2>
                            {answers(lang, &offer.answers)}
                        </section>
                    }
                })}
            {form(lang, offer, typed)}
        </article>
    }
}

fn form(lang: Lang, offer: &ToUs, typed: &Typed) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let none = (typed.fault == Some(Fault::NoAnswer)).then_some(words.answer_none);
    let verdict = |it: &Verdict| (it.code().to_owned(), verdict_word(lang, *it).to_owned());
    let verdicts = Verdict::ALL.iter().map(verdict).collect();
    view! {
        <form class="form" method="post" action=format!("/team/handed/{}/answer", offer.id)>
            <h2>{words.answer}</h2>
            {form_id(typed)} {one_of("answer", words.answer_choose, none, verdicts, &typed.to)}
            {said(lang, "text", words.answer, words.answer_hint, typed)}
            {send(lang, words.answer_do, typed)}
        </form>
    }
}
