//! The page of a map: who, when, how many; then step by step; then the same as tables.

use leptos::prelude::*;

use crate::ui::{Badge, Evidence, Mark, Shape};
use crate::walk::Lang;
use crate::walk::journey::{FEWEST_FOR_A_MIDDLE, What, Which};
use crate::words::{Common, Cost, Journey, fill, k_of_n, need};

use super::{
    Day, JourneyPage, Side, going, grid, heard, heat, line,
    said::{behind, date, days, of_days, one_or, side, step_name, step_word, walks},
    table,
};

/// Up to this many, each outcome is a circle.
const MOST_CIRCLES: usize = 20;

/// The map of a task.
#[must_use]
pub fn journey(lang: Lang, page: &JourneyPage) -> impl IntoView + use<> {
    let some = page.sides.iter().any(|side| side.map.walks > 0);
    view! {
        <article class="journey pane">
            {head(lang, page)}
            {form(lang, page)}
            {some.then(|| whole(lang, page))}
        </article>
    }
}

/// "Get a ramp at home: journey map".
#[must_use]
pub fn journey_title(lang: Lang, page: &JourneyPage) -> String {
    fill(
        Journey::of(lang).title,
        &[("task", page.task.name.get(lang))],
    )
}

fn head(lang: Lang, page: &JourneyPage) -> AnyView {
    let words = Journey::of(lang);
    let all: u64 = page.sides.iter().map(|side| side.map.walks).sum();
    let mut about = vec![
        page.task.service_name.get(lang).to_owned(),
        walks(lang, all),
    ];
    about.extend(days(lang, &page.asked, page.span.as_ref()));
    let outcomes = page.sides.iter().map(|side| outcome(lang, page, side));
    view! {
        <header class="pane-head">
            <div>
                <p class="hint jback"><a href="/team/journey">{words.journeys}</a></p>
                <h1>{page.task.name.get(lang).to_owned()}</h1>
                <p class="hint">{about.join(", ")}</p>
                <p class="jback">
                    <a href=page.asked.cost(&page.task.id)>{Cost::of(lang).to_cost}</a>
                </p>
            </div>
            <div class="jmet">{outcomes.collect_view()}</div>
        </header>
    }
    .into_any()
}

/// "3 of 9 got what they came for", with a circle for each while they can be counted.
fn outcome(lang: Lang, page: &JourneyPage, it: &Side) -> Option<AnyView> {
    let words = Journey::of(lang);
    if it.map.walks == 0 {
        return it
            .part
            .map(|_| view! { <p>{side(lang, page, it)}</p> }.into_any());
    }
    let met = it.map.need_met;
    let counted = it
        .map
        .each
        .iter()
        .filter(|trace| trace.finished && !trace.on_purpose);
    let mut shapes: Vec<Shape> = counted
        .map(|trace| Shape::of_answer(trace.need_met))
        .collect();
    shapes.sort_by_key(|shape| match shape {
        Shape::Met => 0,
        Shape::Partly => 1,
        _ => 2,
    });
    let circles = (!shapes.is_empty() && shapes.len() <= MOST_CIRCLES).then(|| {
        let marks = shapes
            .into_iter()
            .map(|shape| view! { <Mark shape=shape /> });
        view! { <p class="jmarks" aria-hidden="true">{marks.collect_view()}</p> }
    });
    let k_of_n = k_of_n(lang, met.k(), met.n());
    let said = match met.percent() {
        Some(percent) => {
            let percent = format!("{percent:.0}");
            fill(
                words.met_percent,
                &[("k_of_n", &k_of_n), ("percent", &percent)],
            )
        }
        None => fill(words.met, &[("k_of_n", &k_of_n)]),
    };
    let link = |what, said: String| {
        let which = Which {
            what: Some(what),
            ..Which::default()
        };
        view! { <p><a href=behind(page, it, which)>{said}</a></p> }
    };
    let open = it.map.unfinished;
    let open = (open > 0).then(|| link(What::Open, one_or(words.open_one, words.open_n, open)));
    let purpose = it.map.on_purpose;
    let purpose = (purpose > 0).then(|| {
        link(
            What::OnPurpose,
            one_or(words.purpose_one, words.purpose_n, purpose),
        )
    });
    let named = it
        .part
        .map(|_| view! { <p class="hint">{side(lang, page, it)}</p> });
    view! {
        <div>
            {named}
            {circles}
            <p><strong>{said}</strong></p>
            {open}
            {purpose}
            <Evidence href=behind(page, it, Which::default()) words=walks(lang, it.map.walks) />
        </div>
    }
    .into_any()
    .into()
}

/// Which days, and where something changed.
fn form(lang: Lang, page: &JourneyPage) -> impl IntoView + use<> {
    let words = Journey::of(lang);
    let asked = page.asked;
    let day = |name: &'static str, label: &'static str, day: Option<Day>| {
        view! {
            <p class="field">
                <label for=name>{label}</label>
                <input
                    class="input"
                    type="date"
                    id=name
                    name=name
                    value=day.map(|day| day.to_string())
                    aria-describedby=(name == "split").then_some("split-hint")
                />
            </p>
        }
    };
    let chosen = asked.from.is_some() || asked.to.is_some() || asked.split.is_some();
    let all = format!("/team/journey/{}", crate::address::encoded(&page.task.id));
    let everything = chosen.then(|| view! { <a href=all>{words.everything}</a> });
    view! {
        <form class="jask" method="get">
            {of_days(lang, &asked)}
            <fieldset>
                <legend class="aside">{words.which_days}</legend>
                {day("from", words.from, asked.from)}
                {day("to", words.to, asked.to)}
                {day("split", words.split, asked.split)}
                <button class="button" type="submit">{words.show}</button>
                {everything}
            </fieldset>
            <p class="hint small" id="split-hint">{words.split_hint}</p>
        </form>
    }
}

fn whole(lang: Lang, page: &JourneyPage) -> impl IntoView + use<> {
    let words = Journey::of(lang);
    let mut rows = vec![steps(lang, page)];
    rows.extend(run_by(lang, page));
    rows.extend(line::felt(lang, page));
    rows.extend(going::rows(lang, page));
    rows.extend(heat::rows(lang, page));
    rows.extend(heard::rows(lang, page));
    view! {
        <section class="jscroll" role="region" tabindex="0" aria-label=words.map>
            <div class="jrows">{rows}</div>
        </section>
        <p class="hint small jlast">{words.heard_few} " " {words.nobody_named}</p>
        {few(lang, page)}
        {table::tables(lang, page)}
    }
}

fn steps(lang: Lang, page: &JourneyPage) -> AnyView {
    let cells = (0..count(page)).map(|step| {
        let n = (u32::from(step) + 1).to_string();
        let word = step_word(lang, &page.task, step);
        let name = step_name(lang, &page.task, step);
        let more = (name != word).then(|| view! { <span class="hint">{name}</span> });
        let title = [&n, " ", &word].concat();
        view! { <strong>{title}</strong> {more} }.into_any()
    });
    let heading = view! { <h2>{Journey::of(lang).steps}</h2> }.into_any();
    grid::row("jsteps", heading, cells.collect())
}

/// Which organisation runs each step, when more than one does.
fn run_by(lang: Lang, page: &JourneyPage) -> Option<AnyView> {
    let steps = &page.task.steps;
    steps.iter().find(|it| it.hand_off.is_some())?;
    let cells = steps.iter().map(|step| match &step.hand_off {
        Some(other) => view! { <span class="jby other">{other.clone()}</span> }.into_any(),
        None => {
            let own = page.organisation.get(lang).to_owned();
            view! { <span class="jby">{own}</span> }.into_any()
        }
    });
    let mut cells: Vec<AnyView> = cells.collect();
    cells.resize_with(usize::from(count(page)), || ().into_any());
    let heading = view! { <h2>{Journey::of(lang).run_by}</h2> }.into_any();
    Some(grid::row("", heading, cells))
}

/// Walks too few for a middle are listed themselves.
fn few(lang: Lang, page: &JourneyPage) -> Option<AnyView> {
    let words = Journey::of(lang);
    let few = page
        .sides
        .iter()
        .filter(|it| (1..FEWEST_FOR_A_MIDDLE).contains(&it.map.walks));
    let walks = few.flat_map(|side| side.map.each.iter().zip(&side.days));
    let rows = walks.map(|(trace, when)| {
        let said = match trace.need_met {
            Some(answer) => need(lang, answer),
            None if trace.finished => words.outcome_not_said,
            None => words.not_finished,
        };
        let shape = Shape::of_answer(trace.need_met);
        view! {
            <li>
                <a href=format!("/team/walk/{}", trace.walk)>{date(lang, when)}</a>
                " "
                <Badge shape=shape word=said />
            </li>
        }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack tight">
                <h2>{words.themselves}</h2>
                <ul class="stack tight">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// How many steps the page has: those of the task, or more where a walk of either side touched more.
pub(super) fn count(page: &JourneyPage) -> u16 {
    let most = page.sides.iter().map(|side| side.map.steps.len()).max();
    u16::try_from(most.unwrap_or(0)).unwrap_or(u16::MAX)
}

/// "Step 2, Check".
pub(super) fn step_said(lang: Lang, page: &JourneyPage, step: u16) -> String {
    let n = (u32::from(step) + 1).to_string();
    let word = step_word(lang, &page.task, step);
    let step = fill(Common::of(lang).step_n, &[("n", &n)]);
    if word == step {
        step
    } else {
        [&step, ", ", &word].concat()
    }
}
