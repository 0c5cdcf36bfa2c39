//! What is told of a thread, the same wherever it is shown.

use leptos::prelude::*;

use super::{Told, Verdict};
use crate::{
    ui::{Badge, Mark, Shape},
    walk::{Lang, other_tongue},
    words::{Common, Handed, category, fill, quoted, severity, thread_state},
};

/// What gets in the way, in a few words.
#[must_use]
pub fn told_title(lang: Lang, told: &Told) -> &'static str {
    told.category
        .map_or(Common::of(lang).something_else, |it| category(lang, it))
}

/// What bears a name in it and is nobody.
#[must_use]
pub fn told_names(told: &Told) -> Vec<&str> {
    let all = [&told.organisation, &told.service, &told.task].into_iter();
    let all = all.chain(&told.step_name).chain(&told.boundary);
    all.flat_map(|it| [it.en.as_str(), &it.cy]).collect()
}

/// What the other organisation says, in a few words.
pub(super) fn verdict_word(lang: Lang, verdict: Verdict) -> &'static str {
    let words = Handed::of(lang);
    match verdict {
        Verdict::Accepted => words.verdict_accepted,
        Verdict::Done => words.verdict_done,
        Verdict::NotOurs => words.verdict_not_ours,
    }
}

/// All of it.
pub(super) fn told(lang: Lang, told: &Told) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let organisation = told.organisation.get(lang);
    let whose = [
        ("organisation", organisation),
        ("service", told.service.get(lang)),
    ];
    let worst = told.worst.map(|it| {
        let worst = fill(words.worst, &[("severity", severity(lang, it))]);
        view! { <Badge shape=Shape::of_friction(Some(it)) word=worst /> }
    });
    let state = fill(
        words.stands,
        &[
            ("organisation", organisation),
            ("state", thread_state(lang, told.state)),
        ],
    );
    view! {
        <div class="stack">
            <p class="hint">{fill(words.place, &whose)}</p>
            <p>
                <strong>{told.task.get(lang).to_owned()}</strong>
                <br />
                {step(lang, told)}
            </p>
            <p class="row">
                <strong class="row">
                    <Mark shape=Shape::of_friction(told.worst) />
                    {told_title(lang, told)}
                </strong>
                {worst}
            </p>
            <p>{felt(lang, told)}</p>
            <p>{state}</p>
            {own_words(lang, told)}
        </div>
    }
}

/// "Felt 3 times, from 2 May to 9 June"
pub(super) fn felt(lang: Lang, told: &Told) -> String {
    let words = Handed::of(lang);
    let (first, last) = (told.first.recently(lang), told.last.recently(lang));
    let n = told.felt.to_string();
    let text = if told.felt == 1 {
        words.felt_once
    } else {
        words.felt_often
    };
    fill(text, &[("n", &n), ("first", &first), ("last", &last)])
}

fn step(lang: Lang, told: &Told) -> String {
    let n = told.step.saturating_add(1).to_string();
    match &told.step_name {
        Some(name) => fill(
            Handed::of(lang).step,
            &[("n", &n), ("name", name.get(lang))],
        ),
        None => fill(Common::of(lang).step_n, &[("n", &n)]),
    }
}

fn own_words(lang: Lang, told: &Told) -> impl IntoView + use<> {
    let all: Vec<_> = told
        .words
        .iter()
        .map(|said| {
            view! {
                <blockquote class="quote">
                    <p class="own-words" lang=other_tongue(lang, said)>{quoted(said)}</p>
                </blockquote>
            }
        })
        .collect();
    (!all.is_empty()).then(|| {
        view! {
            <p class="hint">{Handed::of(lang).own_words}</p>
            {all}
        }
    })
}
