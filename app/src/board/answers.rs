//! What leaders answered at the end: did it do what it should, how easy, how satisfied.

use leptos::prelude::*;

use crate::ui::Evidence;
use crate::walk::Lang;
use crate::walk::measures::{FEWEST_FOR_PERCENT, Satisfaction};
use crate::words::{Board, Changed, fill};

use super::compare::{self, compared};
use super::said::{decimal, one_or, share};
use super::{Filter, MonthPage, Question, Scope};

/// The answers to the standard questions.
pub(super) fn answers(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    view! {
        <section class="stack">
            <div class="section-head">
                <h2>{words.answered}</h2>
            </div>
            <div class="duo">
                {completed(lang, page)} {did_should(lang, page)} {ease(lang, page)} {satisfied(lang, page)}
            </div>
        </section>
    }
}

fn completed(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Changed::of(lang);
    let count = page.month.completed;
    // While the month runs, what is unfinished may still be finished.
    let (means, scope) = match page.running {
        true => (words.completed_running, Scope::Attempts),
        false => (words.completed_means, Scope::Begun),
    };
    let begun = Filter {
        scope: Some(scope),
        ..Filter::default()
    };
    let earlier = compared(lang, page, |it| compare::share(lang, it.completed));
    view! {
        <section class="card">
            <h3>{share(lang, words.completed, count)}</h3>
            <p class="hint">{means}</p>
            {earlier.map(|said| view! { <p class="hint">{said}</p> })}
            <Evidence
                href=page.behind(&begun)
                words=[words.begun, ": ", &count.n().to_string()].concat()
            />
        </section>
    }
}

fn did_should(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let count = page.month.did_should;
    view! {
        <section class="card">
            <h3>{share(lang, words.did_should, count)}</h3>
            <p class="hint">{words.did_should_means}</p>
            {evidence(lang, page, Question::Should, count.n())}
        </section>
    }
}

fn ease(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let card = page.month.ease.map(|ease| {
        let heading = fill(words.ease, &[("mean", &decimal(ease.mean))]);
        let answers = one_or(words.answer, words.answers, ease.n);
        view! {
            <h3>{heading}</h3>
            <p class="hint">{fill(words.ease_means, &[("n", &answers)])}</p>
            {evidence(lang, page, Question::Ease, ease.n)}
        }
    });
    let none = page
        .month
        .ease
        .is_none()
        .then(|| view! { <h3>{words.ease_none}</h3> });
    view! { <section class="card">{card} {none}</section> }
}

fn satisfied(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let card = page.month.satisfaction.map(|it| {
        let rows = levels(lang, &it).into_iter().map(|(level, times)| {
            view! {
                <tr>
                    <th scope="row">{level}</th>
                    <td class="number">{times.to_string()}</td>
                </tr>
            }
        });
        view! {
            <h3>{satisfaction(lang, &it)}</h3>
            <table class="table">
                <tbody>{rows.collect_view()}</tbody>
            </table>
            {evidence(lang, page, Question::Satisfaction, it.n)}
        }
    });
    let none = page
        .month
        .satisfaction
        .is_none()
        .then(|| view! { <h3>{words.satisfied_none}</h3> });
    view! { <section class="card">{card} {none}</section> }
}

/// "Satisfaction: 9 answers"; the score of 100 from twenty answers on.
pub(super) fn satisfaction(lang: Lang, it: &Satisfaction) -> String {
    let words = Board::of(lang);
    if it.n >= FEWEST_FOR_PERCENT {
        fill(words.satisfied_score, &[("score", &decimal(it.percent))])
    } else {
        fill(
            words.satisfied,
            &[("answers", &one_or(words.answer, words.answers, it.n))],
        )
    }
}

/// Each level with how many gave it, the best first.
pub(super) fn levels(lang: Lang, it: &Satisfaction) -> Vec<(&'static str, u64)> {
    let words = Board::of(lang);
    let names = [
        words.level_1,
        words.level_2,
        words.level_3,
        words.level_4,
        words.level_5,
    ];
    names.into_iter().zip(it.levels).rev().collect()
}

fn evidence(lang: Lang, page: &MonthPage, question: Question, n: u64) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let behind = Filter {
        answered: Some(question),
        ..Filter::default()
    };
    let said = one_or(words.answer, words.answers, n);
    (n > 0).then(|| view! { <Evidence href=page.behind(&behind) words=said /> })
}
