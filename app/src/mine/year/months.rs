//! The months as a calendar, with a circle for each walk. A month without one is a month: nothing marks it as missed.

use leptos::prelude::*;

use super::YearPage;
use crate::{
    ui::{Badge, Mark, Shape},
    walk::{Answer, Lang, month::YearMonth},
    words::{Board, Common, Phone, Year, dates, need},
};

/// Every end of a walk, in the order of the table's columns.
const ENDS: [Option<Answer>; 4] = [
    Some(Answer::Yes),
    Some(Answer::Partly),
    Some(Answer::No),
    None,
];

/// The calendar, what its circles mean, and the same as a table.
pub(super) fn strip(lang: Lang, page: &YearPage) -> impl IntoView + use<> {
    let words = Year::of(lang);
    let mut years: Vec<i16> = page.months.iter().map(|(month, _)| month.year()).collect();
    years.dedup();
    let years: Vec<_> = years.iter().map(|year| twelve(lang, page, *year)).collect();
    view! {
        <section class="card wide">
            <h2>{words.months}</h2>
            <figure role="img" aria-label=words.months_said>{years}</figure>
            {meanings(lang, page)}
            {table(lang, page)}
        </section>
    }
}

/// One year on the calendar, January to December.
fn twelve(lang: Lang, page: &YearPage, year: i16) -> impl IntoView + use<> {
    let months = (1..=12).filter_map(|month| YearMonth::new(year, month));
    let cells = months.map(|month| {
        let here = page.months.iter().find(|(it, _)| *it == month);
        let marks = here.map(|(_, walks)| {
            let mark = |end: &Option<Answer>| view! { <Mark shape=Shape::of_answer(*end) /> };
            let marks: Vec<_> = walks.iter().map(mark).collect();
            view! { <span class="marks">{marks}</span> }
        });
        let class = here.map(|_| "walked");
        view! { <li class=class>{dates::month_short(lang, month.month())}{marks}</li> }
    });
    view! {
        <p><strong>{year.to_string()}</strong></p>
        <ol class="twelve">{cells.collect_view()}</ol>
    }
}

/// The circles that are there, with their words.
fn meanings(lang: Lang, page: &YearPage) -> impl IntoView + use<> {
    let there = |end: &Option<Answer>| page.months.iter().any(|(_, walks)| walks.contains(end));
    let badges: Vec<_> = ENDS
        .into_iter()
        .filter(there)
        .map(|end| view! { <Badge shape=Shape::of_answer(end) word=said(lang, end) /> })
        .collect();
    view! { <p class="row">{badges}</p> }
}

fn said(lang: Lang, end: Option<Answer>) -> &'static str {
    end.map_or(Phone::of(lang).outcome_not_said, |answer| {
        need(lang, answer)
    })
}

fn table(lang: Lang, page: &YearPage) -> impl IntoView + use<> {
    let (words, common) = (Year::of(lang), Common::of(lang));
    let heads = [
        words.walks,
        common.need_met,
        common.need_partly,
        common.need_not_met,
        Phone::of(lang).outcome_not_said,
    ];
    let heads = heads.map(|it| view! { <th scope="col" class="number">{it}</th> });
    let rows = page.months.iter().map(|(month, walks)| {
        let of = |end| walks.iter().filter(|it| **it == end).count();
        let counts = [walks.len()].into_iter().chain(ENDS.map(of));
        let cells = counts.map(|n| view! { <td class="number">{n.to_string()}</td> });
        view! {
            <tr>
                <th scope="row">{dates::month_year(lang, month.month(), month.year())}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <details class="fold">
            <summary>{Board::of(lang).as_table}</summary>
            <div class="table-wrap" tabindex="0" role="region" aria-label=words.months_walked>
                <table class="table">
                    <thead><tr><th scope="col">{words.month}</th>{heads.collect_view()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}
