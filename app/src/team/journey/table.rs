//! The same figures as tables.

use leptos::prelude::*;

use crate::walk::journey::{StepFigures, Times};
use crate::walk::{Category, Lang, Severity};
use crate::words::{Common, Journey, category, fill, severity};

use super::{
    JourneyPage, Side,
    going::told,
    map::{count, step_said},
    said::{halves, side},
};

/// A table of the steps and one of the kinds, for every side.
pub(super) fn tables(lang: Lang, page: &JourneyPage) -> impl IntoView + use<> {
    let tables = page.sides.iter().filter(|side| side.map.walks > 0);
    let tables = tables.map(|it| {
        let name = match it.part {
            Some(_) => side(lang, page, it),
            None => page.task.name.get(lang).to_owned(),
        };
        view! { {steps(lang, page, it, &name)} {kinds(lang, page, it, &name)} }
    });
    view! {
        <details class="fold" id="table">
            <summary>{Journey::of(lang).as_table}</summary>
            <div>{tables.collect_view()}</div>
        </details>
    }
}

fn wrapped(lang: Lang, name: &str, table: AnyView) -> AnyView {
    let label = fill(Journey::of(lang).table, &[("what", name)]);
    view! {
        <section class="table-wrap" role="region" tabindex="0" aria-label=label>
            {table}
        </section>
    }
    .into_any()
}

fn steps(lang: Lang, page: &JourneyPage, side: &Side, name: &str) -> AnyView {
    let words = Journey::of(lang);
    let heads = [
        words.got_here,
        words.through,
        words.stopped,
        words.ended,
        words.left_open,
        words.feeling,
        words.feeling_n,
        words.time_middle,
        words.time_ends,
        words.time_past,
        words.time_lost,
        severity(lang, Severity::Stopped),
        severity(lang, Severity::Nearly),
        severity(lang, Severity::Slowed),
        words.not_said,
        words.bright,
    ];
    let heads = heads.map(|head| view! { <th scope="col" class="number">{head}</th> });
    let rows = (0..count(page)).map(|step| {
        let figures = side
            .map
            .steps
            .get(usize::from(step))
            .cloned()
            .unwrap_or_default();
        let cells = cells(lang, &figures)
            .into_iter()
            .map(|cell| view! { <td class="number">{cell}</td> });
        view! {
            <tr>
                <th scope="row">{step_said(lang, page, step)}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let table = view! {
        <table class="table">
            <caption>{name.to_owned()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.step}</th>
                    {heads.collect_view()}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    };
    wrapped(lang, name, table.into_any())
}

fn cells(lang: Lang, it: &StepFigures) -> Vec<String> {
    let none = || "–".to_owned();
    let [not_said, slowed, nearly, stopped] = it.by_severity;
    let (middle, ends) = match &it.past {
        None => (none(), none()),
        Some(times @ Times::Each(_)) => (told(lang, times).0, none()),
        Some(times @ Times::Spread { spread, .. }) => {
            let ends = [spread.shortest, spread.longest].map(super::said::clock);
            let ends = [("from", ends[0].as_str()), ("to", ends[1].as_str())];
            (
                told(lang, times).0,
                fill(Journey::of(lang).time_range, &ends),
            )
        }
    };
    vec![
        it.reached.to_string(),
        it.through.to_string(),
        it.stopped.to_string(),
        it.ended.to_string(),
        it.open.to_string(),
        it.middle.map_or_else(none, halves),
        it.moods_said().to_string(),
        middle,
        ends,
        it.past.as_ref().map_or(0, Times::n).to_string(),
        it.lost
            .as_ref()
            .map_or_else(none, |times| told(lang, times).0),
        stopped.to_string(),
        nearly.to_string(),
        slowed.to_string(),
        not_said.to_string(),
        it.bright.to_string(),
    ]
}

/// Every kind of friction that was felt, step by step.
fn kinds(lang: Lang, page: &JourneyPage, side: &Side, name: &str) -> Option<AnyView> {
    let words = Journey::of(lang);
    if side.map.frictions == 0 {
        return None;
    }
    let heads = (0..count(page)).map(|step| {
        view! { <th scope="col" class="number">{step_said(lang, page, step)}</th> }
    });
    let all = Category::ALL
        .iter()
        .copied()
        .map(Some)
        .chain([None])
        .enumerate();
    let felt = all.filter(|(place, _)| side.map.of_kind(*place) > 0);
    let rows = felt.map(|(place, kind)| {
        let kind = kind.map_or(Common::of(lang).something_else, |it| category(lang, it));
        let cells = (0..usize::from(count(page))).map(|step| {
            let n = side
                .map
                .steps
                .get(step)
                .and_then(|it| it.by_category.get(place).copied());
            view! { <td class="number">{n.unwrap_or(0).to_string()}</td> }
        });
        view! {
            <tr>
                <th scope="row">{kind}</th>
                {cells.collect_view()}
                <td class="number">{side.map.of_kind(place).to_string()}</td>
            </tr>
        }
    });
    let name = [words.kinds, ". ", name].concat();
    let table = view! {
        <table class="table">
            <caption>{name.clone()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.kind}</th>
                    {heads.collect_view()}
                    <th scope="col" class="number">{words.all}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    };
    Some(wrapped(lang, &name, table.into_any()))
}
