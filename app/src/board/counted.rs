//! How a month was counted: what the words mean, what is left out, and every figure with its meaning.

use leptos::prelude::*;

use crate::walk::Lang;
use crate::walk::measures::FEWEST_FOR_PERCENT;
use crate::words::{Board, Changed, dates, fill};

use super::said::with_n;
use super::stamp::imprint;
use super::{Filter, MonthPage, Scope, figures};

/// The foot of the page.
pub(super) fn counted(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let more = Changed::of(lang);
    view! {
        <section class="counted">
            <h2>{words.how}</h2>
            <div class="stack tight">
                <p>{attempt(lang, page)}</p>
                <p>{period(lang, page)}</p>
                <p>{words.how_success}</p>
                <p>{left_out(lang, page)}</p>
                <p>{more.how_completed}</p>
                <p>{words.how_others}</p>
                <p>{more.how_changed}</p>
                <p>{more.how_kept}</p>
                <p>{more.how_quotes}</p>
                <p>{more.how_compared}</p>
                <p>{with_n(words.how_small, FEWEST_FOR_PERCENT)}</p>
                <p>
                    <strong>{words.how_leaders}</strong>
                </p>
                {imprint(lang, page)}
                {every_figure(lang, page)}
            </div>
        </section>
    }
}

/// How a month was counted, paragraph by paragraph.
#[must_use]
pub fn how_counted(lang: Lang, page: &MonthPage) -> Vec<String> {
    let (words, more) = (Board::of(lang), Changed::of(lang));
    vec![
        attempt(lang, page),
        period(lang, page),
        words.how_success.to_owned(),
        left_out_said(lang, page),
        more.how_completed.to_owned(),
        words.how_others.to_owned(),
        more.how_changed.to_owned(),
        more.how_kept.to_owned(),
        more.how_quotes.to_owned(),
        more.how_compared.to_owned(),
        with_n(words.how_small, FEWEST_FOR_PERCENT),
        words.how_leaders.to_owned(),
    ]
}

/// What an attempt is, and from when to when.
fn attempt(lang: Lang, page: &MonthPage) -> String {
    let month = page.month.month;
    let first = dates::day_month(lang, 1, month.month());
    let last = dates::day_month_year(lang, page.days, month.month(), month.year());
    let gaps = [
        ("first", first.as_str()),
        ("last", &last),
        ("zone", &page.zone),
    ];
    fill(Board::of(lang).how_attempt, &gaps)
}

fn left_out_said(lang: Lang, page: &MonthPage) -> String {
    let (purpose, unfinished) = (page.month.stopped_on_purpose, page.month.unfinished);
    let gaps = [
        ("purpose", purpose.to_string()),
        ("unfinished", unfinished.to_string()),
    ];
    let gaps: Vec<(&str, &str)> = gaps.iter().map(|(name, n)| (*name, n.as_str())).collect();
    fill(Board::of(lang).how_left_out, &gaps)
}

/// From when to when the month counts.
fn period(lang: Lang, page: &MonthPage) -> String {
    let month = page.month.month;
    let first = dates::day_month_year(lang, 1, month.month(), month.year());
    let last = dates::day_month_year(lang, page.days, month.month(), month.year());
    let gaps = [
        ("first", first.as_str()),
        ("last", &last),
        ("zone", &page.zone),
    ];
    fill(Changed::of(lang).how_period, &gaps)
}

/// What is left out, with a way to it when there is any.
fn left_out(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let month = &page.month;
    let (purpose, unfinished) = (month.stopped_on_purpose, month.unfinished);
    let link = |scope, label: &'static str, n: u64| {
        let behind = Filter {
            scope: Some(scope),
            ..Filter::default()
        };
        (n > 0 && page.opens).then(|| view! { " " <a href=page.behind(&behind)>{label}</a> "." })
    };
    view! {
        {left_out_said(lang, page)}
        {link(Scope::OnPurpose, words.see_on_purpose, purpose)}
        {link(Scope::Unfinished, words.see_unfinished, unfinished)}
    }
}

fn every_figure(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let rows = figures(lang, page).into_iter().map(|figure| {
        view! {
            <tr>
                <th scope="row">{figure.name}</th>
                <td class="number">{figure.value}</td>
                <td>{figure.means}</td>
            </tr>
        }
    });
    view! {
        <details class="fold">
            <summary>{words.every_figure}</summary>
            <div class="table-wrap">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{words.figure}</th>
                            <th scope="col" class="number">
                                {words.value}
                            </th>
                            <th scope="col">{words.definition}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}
