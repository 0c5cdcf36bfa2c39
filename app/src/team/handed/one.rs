//! One thread another organisation offered, and the answer to it.

use leptos::prelude::*;

use super::{
    Fault, ToUs, Typed, Verdict,
    share::{answers, class, reason},
    told::{told, told_title, verdict_word},
};
use crate::{
    ui::kept,
    walk::Lang,
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
    let said = (!offer.message.is_empty()).then(|| {
        view! {
            <section class="stack tight">
                <h2>{fill(words.they_said, &organisation)}</h2>
                <p class="own-words">{quoted(&offer.message)}</p>
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
            {said}
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
    let none = (typed.fault == Some(Fault::NoAnswer)).then(|| words.answer_none.to_owned());
    let long = match typed.fault {
        Some(Fault::TooLong(n)) => Some(fill(words.too_long, &[("n", &n.to_string())])),
        _ => None,
    };
    let choices = Verdict::ALL.iter().map(|it| {
        view! {
            <label class="tick">
                <input
                    type="radio"
                    name="answer"
                    value=it.code()
                    checked=typed.to == it.code()
                />
                <span>{verdict_word(lang, *it)}</span>
            </label>
        }
    });
    view! {
        <form class="form" method="post" action=format!("/team/handed/{}/answer", offer.id)>
            <h2>{words.answer}</h2>
            <fieldset
                class=class(none.as_deref())
                aria-describedby=none.as_ref().map(|_| "answer-why")
            >
                <legend>{words.answer_choose}</legend>
                {reason("answer-why", none.clone())}
                {choices.collect_view()}
            </fieldset>
            <div class=class(long.as_deref())>
                <label for="text">{words.answer}</label>
                <p class="hint" id="text-hint">
                    {words.answer_hint}
                </p>
                {reason("text-why", long.clone())}
                <textarea
                    class="input"
                    id="text"
                    name="text"
                    rows="4"
                    aria-describedby="text-hint"
                >
                    {kept(&typed.message)}
                </textarea>
            </div>
            <button class="button primary" type="submit">
                {words.answer_do}
            </button>
        </form>
    }
}
