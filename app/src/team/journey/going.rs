//! Who is still going, where it stopped, and how long each step took.

use leptos::prelude::*;

use crate::ui::{Glyph, Icon};
use crate::walk::Lang;
use crate::walk::journey::{StepFigures, Times, What, Which};
use crate::words::{Journey, fill};

use super::{
    JourneyPage, Part, Side, grid,
    map::{count, step_said},
    said::{behind, clock, part, with_n},
};

/// A quarter or less is drawn on.
const LEAST_QUARTERS: u64 = 20;

/// The rows of every side.
pub(super) fn rows(lang: Lang, page: &JourneyPage) -> Vec<AnyView> {
    let going = page.sides.iter().map(|side| going(lang, page, side));
    let times = page.sides.iter().map(|side| times(lang, page, side));
    going.chain(times).collect()
}

fn heading(
    lang: Lang,
    page: &JourneyPage,
    side: &Side,
    text: &'static str,
    hint: Option<&'static str>,
) -> AnyView {
    let named = side
        .part
        .map(|it| view! { <p>{part(lang, &page.asked, it)}</p> });
    let hint = hint.map(|hint| view! { <p class="hint small">{hint}</p> });
    view! { <h2>{text}</h2> {named} {hint} }.into_any()
}

fn going(lang: Lang, page: &JourneyPage, side: &Side) -> AnyView {
    let words = Journey::of(lang);
    let cells = (0..count(page)).map(|step| {
        let figures = side
            .map
            .steps
            .get(usize::from(step))
            .cloned()
            .unwrap_or_default();
        let name = step_said(lang, page, step);
        let link = |what, n, text: &str, glyph: Option<Glyph>| {
            let which = Which {
                what: Some(what),
                step: Some(step),
                ..Which::default()
            };
            (n > 0).then(|| {
                view! {
                    <a class="jleft" href=behind(page, side, which)>
                        <span class="aside">{name.clone()} ": "</span>
                        {with_n(text, n)}
                        {glyph.map(|glyph| view! { <Icon glyph=glyph /> })}
                    </a>
                }
            })
        };
        let which = Which {
            what: Some(What::Reached),
            step: Some(step),
            ..Which::default()
        };
        let reached = figures.reached;
        let href = behind(page, side, which);
        view! {
            {bar(figures.reached, side.map.walks)}
            {grid::count(reached, reached.to_string(), href, name.clone(), "strong")}
            {link(What::Stopped, figures.stopped, words.stopped_n, Some(Glyph::Stuck))}
            {link(What::Ended, figures.ended, words.ended_n, None)}
            {link(What::Open, figures.open, words.left_open_n, None)}
        }
        .into_any()
    });
    grid::row(
        "jgoing",
        heading(
            lang,
            page,
            side,
            words.still_going,
            (side.map.began_later > 0).then_some(words.began_later),
        ),
        cells.collect(),
    )
}

/// A bar as tall as how many are still going.
fn bar(reached: u64, walks: u64) -> impl IntoView + use<> {
    let tall = (reached * 100).div_ceil(walks.max(1)).min(100);
    view! {
        <svg class="jbar" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
            <rect y=(100 - tall) / 2 width="10" height=tall />
        </svg>
    }
}

fn times(lang: Lang, page: &JourneyPage, side: &Side) -> AnyView {
    let words = Journey::of(lang);
    let cells = (0..count(page)).map(|step| {
        let Some(past) = side.map.steps.get(usize::from(step)).and_then(past) else {
            return view! { <span class="hint">{words.nobody_past}</span> }.into_any();
        };
        let which = Which {
            what: Some(What::Past),
            step: Some(step),
            ..Which::default()
        };
        let (shown, range) = told(lang, past);
        let name = step_said(lang, page, step);
        view! {
            {grid::count(past.n(), shown, behind(page, side, which), name, "strong")}
            {range.map(|range| view! { <span class="hint nowrap">{range}</span> })}
            <span class="hint">{with_n(words.time_n, past.n())}</span>
        }
        .into_any()
    });
    let hint = (side.part != Some(Part::After)).then_some(words.time_hint);
    let heading = heading(lang, page, side, words.time, hint);
    grid::row("jtimes", heading, cells.collect())
}

fn past(figures: &StepFigures) -> Option<&Times> {
    figures.past.as_ref()
}

/// The middle and how they ranged; of too few each.
pub(super) fn told(lang: Lang, times: &Times) -> (String, Option<String>) {
    let words = Journey::of(lang);
    match times {
        Times::Each(times) => {
            let each: Vec<String> = times.iter().map(|ms| clock(*ms)).collect();
            (each.join(", "), None)
        }
        Times::Spread { spread, low, high } => {
            let (text, from, to) = if spread.n < LEAST_QUARTERS {
                (words.time_range, spread.shortest, spread.longest)
            } else {
                (words.time_half, *low, *high)
            };
            let range = fill(text, &[("from", &clock(from)), ("to", &clock(to))]);
            (clock(spread.median), Some(range))
        }
    }
}
