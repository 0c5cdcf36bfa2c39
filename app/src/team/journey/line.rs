//! The line of feelings: the middle of each step, and each walk while they are few enough to be told apart.

use leptos::prelude::*;

use crate::ui::curve::curve;
use crate::walk::journey::{End, FEWEST_FOR_A_MIDDLE, StepFigures, Trace, What, Which};
use crate::walk::{Lang, Mood};
use crate::words::{Journey, fill, mood};

use super::{
    JourneyPage, Side, grid,
    map::{count, step_said},
    said::{behind, middle, part, side, with_n},
};

/// Units between two steps, how tall the drawing is, and how far apart two moods are.
const STEP: i32 = 1000;
const HEIGHT: i32 = 1200;
const MOOD: i32 = 250;
/// How far past the middle of its step a stopped walk is drawn, and how far apart the bars of several stand.
const PAST: i32 = 170;
const APART: i32 = 55;

/// The line, and what each step felt like in words.
pub(super) fn felt(lang: Lang, page: &JourneyPage) -> Vec<AnyView> {
    let words = Journey::of(lang);
    let heading = view! { <h2>{words.how_it_felt}</h2> }.into_any();
    let said: Vec<String> = (0..count(page))
        .map(|step| said(lang, page, step))
        .collect();
    let said = fill(words.line_said, &[("steps", &said.join("; "))]);
    let class = if page.sides.len() > 1 {
        "jrow jline compared"
    } else {
        "jrow jline"
    };
    let drawing = view! {
        <section class=class>
            <div class="jhead">{heading}</div>
            <figure role="img" aria-label=said>{drawing(lang, page)}</figure>
        </section>
    };
    let mut rows = vec![drawing.into_any()];
    rows.extend(page.sides.iter().map(|it| words_of(lang, page, it)));
    rows.push(grid::band(
        view! { <p class="hint small">{key(lang, page)}</p> }.into_any(),
    ));
    rows
}

/// What the lines are.
fn key(lang: Lang, page: &JourneyPage) -> String {
    let words = Journey::of(lang);
    match page.sides.as_slice() {
        [before, after] => {
            let (before, after) = (side(lang, page, before), side(lang, page, after));
            let sides = fill(words.line_sides, &[("before", &before), ("after", &after)]);
            if page.sides.iter().any(few) {
                [&sides, " ", words.line_single].concat()
            } else {
                sides
            }
        }
        [only] if few(only) => words.line_few.to_owned(),
        [only] if only.map.each.is_empty() => words.line_band.to_owned(),
        _ => words.line_each.to_owned(),
    }
}

/// Whether they are shown themselves, because they have no middle.
fn few(side: &Side) -> bool {
    (1..FEWEST_FOR_A_MIDDLE).contains(&side.map.walks)
}

/// The middle feeling of each step in words, with how many said one: what the line is labelled with.
fn words_of(lang: Lang, page: &JourneyPage, it: &Side) -> AnyView {
    let words = Journey::of(lang);
    let cells = (0..count(page)).map(|step| {
        let Some(figures) = figures(it, step).filter(|it| it.moods_said() > 0) else {
            return view! { <span class="hint">{words.nobody_said}</span> }.into_any();
        };
        let which = Which {
            what: Some(What::Mood),
            step: Some(step),
            ..Which::default()
        };
        let lowest = (it.map.lowest == Some(step))
            .then(|| view! { <strong class="jlow">{words.lowest}</strong> });
        let felt = figures
            .middle
            .map_or_else(|| each(lang, figures), |it| middle(lang, it));
        let n = figures.moods_said();
        let name = step_said(lang, page, step);
        view! {
            {lowest}
            {grid::count(n, felt, behind(page, it, which), name, "text")}
            <span class="hint">{with_n(words.said_n, n)}</span>
        }
        .into_any()
    });
    let heading = match it.part {
        Some(it) => view! { <p>{part(lang, &page.asked, it)}</p> }.into_any(),
        None => view! { <p class="aside">{words.how_it_felt}</p> }.into_any(),
    };
    grid::row("jfelt", heading, cells.collect())
}

/// Too few for a middle: each of them, the best first.
fn each(lang: Lang, figures: &StepFigures) -> String {
    let moods = (-2_i8..=2).rev().zip(figures.moods.into_iter().rev());
    let words = moods.flat_map(|(value, times)| {
        let times = usize::try_from(times).unwrap_or(0).min(2);
        std::iter::repeat_n(mood(lang, Mood::new(value)), times)
    });
    words.collect::<Vec<_>>().join(", ")
}

/// "Step 2, Check: Fed up".
fn said(lang: Lang, page: &JourneyPage, step: u16) -> String {
    let felt = page.sides.iter().map(|it| {
        let figures = figures(it, step).filter(|it| it.moods_said() > 0);
        let felt = figures.map_or_else(
            || Journey::of(lang).nobody_said.to_owned(),
            |it| {
                it.middle
                    .map_or_else(|| each(lang, it), |it| middle(lang, it))
            },
        );
        match it.part {
            Some(it) => [&part(lang, &page.asked, it), ", ", &felt].concat(),
            None => felt,
        }
    });
    let felt: Vec<String> = felt.collect();
    [&step_said(lang, page, step), ": ", &felt.join(", ")].concat()
}

fn figures(side: &Side, step: u16) -> Option<&StepFigures> {
    side.map.steps.get(usize::from(step))
}

fn drawing(lang: Lang, page: &JourneyPage) -> impl IntoView + use<> {
    let width = i32::from(count(page)).max(1) * STEP;
    let grid: String = [2, 0, -2]
        .map(|mood| format!("M0 {}H{width}", height(2 * mood)))
        .concat();
    let compared = page.sides.len() > 1;
    let sides = page.sides.iter().enumerate();
    let lines = sides
        .clone()
        .map(|(at, it)| curves(it, compared, at == 0 && compared));
    let marks = sides.map(|(at, it)| marks(it, width, compared, at == 0 && compared));
    let levels = [2_i8, 0, -2].map(|value| {
        let y = percent(height(2 * value) - 24, HEIGHT);
        view! { <text class="start" x="2" y=y>{mood(lang, Mood::new(value))}</text> }
    });
    view! {
        <svg viewBox=format!("0 0 {width} {HEIGHT}") preserveAspectRatio="none" aria-hidden="true">
            <path class="grid" d=grid />
            {lines.collect_view()}
        </svg>
        <svg class="labels" aria-hidden="true">{levels.collect_view()} {marks.collect_view()}</svg>
    }
}

/// The band or the single walks, and the middle over them.
fn curves(side: &Side, compared: bool, before: bool) -> AnyView {
    let middles = side
        .map
        .steps
        .iter()
        .zip(0..)
        .map(|(it, at)| Some((x(at), height(it.middle?.twice))));
    let middles: Vec<Option<(i32, i32)>> = middles.collect();
    let drawn = !compared || few(side);
    let thin = side.map.each.iter().enumerate().filter(|_| drawn);
    let n = i32::try_from(side.map.each.len()).unwrap_or(0);
    let thin = thin.map(|(at, trace)| {
        let d = walked(trace, i32::try_from(at).unwrap_or(0), n);
        let class = match (few(side), before) {
            (false, _) => "thin",
            (true, false) => "each",
            (true, true) => "each before",
        };
        view! { <path class=class d=d /> }
    });
    let band = (side.map.each.is_empty() && !compared)
        .then(|| view! { <path class="span" d=band(side) /> });
    let class = if before { "series before" } else { "series" };
    view! {
        {band}
        {thin.collect_view()}
        <path class=class d=runs(&middles) />
    }
    .into_any()
}

/// A curve through each run of steps that have a middle.
fn runs(points: &[Option<(i32, i32)>]) -> String {
    let runs = points.split(Option::is_none);
    runs.map(|run| curve(&run.iter().copied().flatten().collect::<Vec<_>>()))
        .collect()
}

/// One walk: through its moods, and on to its end where it stopped. Walks that felt the same lie beside each other.
fn walked(trace: &Trace, at: i32, n: i32) -> String {
    let lift = lift(at, n);
    let moods = trace
        .steps
        .iter()
        .filter_map(|it| Some((i32::from(it.step), it.mood?)));
    let mut points: Vec<(i32, i32)> = moods
        .map(|(step, mood)| (x(step), height(2 * mood.value()) + lift))
        .collect();
    if let (Some((end, _)), Some((_, y))) = (stopped(trace, at), points.last().copied()) {
        points.push((end, y));
    }
    curve(&points)
}

/// Where the bar of a stopped walk stands, and at which step.
fn stopped(trace: &Trace, at: i32) -> Option<(i32, i32)> {
    let (step, end) = trace.end()?;
    // Its line must end there: one that went on after being stuck has no bar.
    let felt = trace.steps.iter().rfind(|it| it.mood.is_some())?.step == step;
    let step = i32::from(step);
    (felt && end == End::Stopped).then_some((x(step) + PAST + APART * (at % 5), step))
}

fn lift(at: i32, n: i32) -> i32 {
    if n < 2 {
        0
    } else {
        (2 * at - (n - 1)) * 40 / n
    }
}

/// Between the lower and the upper quartile, over each run of steps that have a middle.
fn band(side: &Side) -> String {
    let places = side.map.steps.iter().zip(0..).map(|(it, at)| {
        let it = it.middle?;
        Some((
            x(at),
            height(2 * it.low.value()),
            height(2 * it.high.value()),
        ))
    });
    let places: Vec<Option<(i32, i32, i32)>> = places.collect();
    let runs = places.split(Option::is_none).filter(|run| run.len() > 1);
    let closed = runs.map(|run| {
        let run = run.iter().flatten();
        let high: Vec<String> = run.clone().map(|(x, _, y)| format!("{x} {y}")).collect();
        let low: Vec<String> = run.rev().map(|(x, y, _)| format!("{x} {y}")).collect();
        format!("M{}L{}Z", high.join("L"), low.join("L"))
    });
    closed.collect()
}

/// Circles on the middles, a ring around the lowest, and bars where walks stopped.
fn marks(side: &Side, width: i32, compared: bool, before: bool) -> AnyView {
    let circles = side.map.steps.iter().zip(0..).filter_map(|(it, at)| {
        let (cx, cy) = (
            percent(x(at), width),
            percent(height(it.middle?.twice), HEIGHT),
        );
        let class = if before { "hollow" } else { "" };
        let low = (side.map.lowest == u16::try_from(at).ok()).then(|| {
            let (cx, cy) = (cx.clone(), cy.clone());
            view! { <circle class="ring" cx=cx cy=cy r="13" /> }
        });
        Some(view! {
            {low}
            <circle class=class cx=cx cy=cy r="6.5" />
        })
    });
    let n = i32::try_from(side.map.each.len()).unwrap_or(0);
    let bars = (0..)
        .zip(&side.map.each)
        .filter(|_| !compared || few(side))
        .filter_map(|(at, trace)| {
            let (end, step) = stopped(trace, at)?;
            let mood = trace.step(u16::try_from(step).ok()?)?.mood?;
            let y = height(2 * mood.value()) + lift(at, n);
            let x = percent(end, width);
            let (top, foot) = (percent(y - 55, HEIGHT), percent(y + 55, HEIGHT));
            Some(view! { <line class="stop-bar" x1=x.clone() x2=x y1=top y2=foot /> })
        });
    let each = (0..).zip(&side.map.each).filter(|_| few(side));
    let dots = each.flat_map(|(at, trace)| {
        let moods = trace
            .steps
            .iter()
            .filter_map(|it| Some((it.step, it.mood?)));
        moods.map(move |(step, mood)| {
            let cx = percent(x(i32::from(step)), width);
            let cy = percent(height(2 * mood.value()) + lift(at, n), HEIGHT);
            view! { <circle class="hollow" cx=cx cy=cy r="4" /> }
        })
    });
    view! { {bars.collect_view()} {dots.collect_view()} {circles.collect_view()} }.into_any()
}

fn x(step: i32) -> i32 {
    step * STEP + STEP / 2
}

/// The height of twice a mood.
fn height(twice: i8) -> i32 {
    HEIGHT / 2 - MOOD * i32::from(twice) / 2
}

/// A part of a length, with one digit after the point.
fn percent(part: i32, of: i32) -> String {
    let thousandth = part * 1000 / of.max(1);
    format!("{}.{}%", thousandth / 10, (thousandth % 10).abs())
}
