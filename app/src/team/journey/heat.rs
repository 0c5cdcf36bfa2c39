//! Friction and bright spots, step by step: every cell prints its number, and darker repeats it.

use leptos::prelude::*;

use crate::ui::{Glyph, Icon, Mark, Shape};
use crate::walk::journey::{StepFigures, What, Which};
use crate::walk::{Category, Lang, Severity};
use crate::words::{Common, Journey, category, k_of_n, severity};

use super::{
    JourneyPage, Side, grid,
    map::{count, step_said},
    said::{behind, one_or, part},
};

/// How many kinds are shown; all are in the table.
const KINDS_SHOWN: usize = 5;

/// A row of friction: what it is, where its figures stand, and which walks are behind it.
struct Kind {
    name: &'static str,
    shape: Option<Shape>,
    points: fn(&StepFigures, usize) -> u64,
    walks: fn(&StepFigures, usize) -> u64,
    place: usize,
    which: Which,
}

/// The rows of every side.
pub(super) fn rows(lang: Lang, page: &JourneyPage) -> Vec<AnyView> {
    let words = Journey::of(lang);
    let all: u64 = page.sides.iter().map(|side| side.map.frictions).sum();
    let said = match all {
        0 => words.friction_none.to_owned(),
        _ if page.sides.len() > 1 => words.friction_sides.to_owned(),
        n => one_or(words.friction_one, words.friction_n, n),
    };
    let title = view! {
        <h2><Mark shape=Shape::Stopped /> {words.friction}</h2>
        <p class="hint">{said}</p>
    };
    let mut rows = vec![grid::band(title.into_any())];
    if all > 0 {
        rows.extend(
            by_severity(lang)
                .iter()
                .flat_map(|kind| of_kind(lang, page, kind)),
        );
        let title = view! {
            <h2>{words.kinds}</h2>
            <p class="hint">{words.kinds_most}</p>
        };
        rows.push(grid::band(title.into_any()));
        let kinds = most(lang, page);
        rows.extend(
            kinds
                .iter()
                .take(KINDS_SHOWN)
                .flat_map(|kind| of_kind(lang, page, kind)),
        );
    }
    rows.extend(page.sides.iter().map(|side| bright(lang, page, side)));
    rows
}

fn by_severity(lang: Lang) -> Vec<Kind> {
    let kind = |place, it: Option<Severity>| Kind {
        name: it.map_or(Journey::of(lang).not_said, |it| severity(lang, it)),
        shape: Some(Shape::of_friction(it)),
        points: |figures, place| figures.by_severity.get(place).copied().unwrap_or(0),
        walks: |figures, place| figures.walks_by_severity.get(place).copied().unwrap_or(0),
        place,
        which: Which {
            severity: Some(it),
            ..Which::default()
        },
    };
    vec![
        kind(3, Some(Severity::Stopped)),
        kind(2, Some(Severity::Nearly)),
        kind(1, Some(Severity::Slowed)),
        kind(0, None),
    ]
}

/// The kinds that were felt, the most first.
fn most(lang: Lang, page: &JourneyPage) -> Vec<Kind> {
    let all = Category::ALL.iter().copied().map(Some).chain([None]);
    let kind = |(place, it): (usize, Option<Category>)| Kind {
        name: it.map_or(Common::of(lang).something_else, |it| {
            short(category(lang, it))
        }),
        shape: None,
        points: |figures, place| figures.by_category.get(place).copied().unwrap_or(0),
        walks: |figures, place| figures.walks_by_category.get(place).copied().unwrap_or(0),
        place,
        which: Which {
            category: Some(it),
            ..Which::default()
        },
    };
    let mut kinds: Vec<Kind> = all.enumerate().map(kind).collect();
    let times = |kind: &Kind| {
        page.sides
            .iter()
            .map(|it| it.map.of_kind(kind.place))
            .sum::<u64>()
    };
    kinds.retain(|kind| times(kind) > 0);
    kinds.sort_by_key(|kind| std::cmp::Reverse(times(kind)));
    kinds
}

/// A category without what stands in brackets.
fn short(name: &'static str) -> &'static str {
    name.split_once(" (").map_or(name, |(name, _)| name)
}

/// A row of each side; severities nobody said are left out.
fn of_kind(lang: Lang, page: &JourneyPage, kind: &Kind) -> Vec<AnyView> {
    let felt = |side: &Side| {
        side.map
            .steps
            .iter()
            .map(|it| (kind.points)(it, kind.place))
            .sum::<u64>()
    };
    if kind.which.severity == Some(None) && page.sides.iter().all(|side| felt(side) == 0) {
        return Vec::new();
    }
    page.sides
        .iter()
        .map(|side| row(lang, page, side, kind))
        .collect()
}

fn row(lang: Lang, page: &JourneyPage, side: &Side, kind: &Kind) -> AnyView {
    let compared = side.part.is_some();
    let cells = (0..count(page)).map(|step| {
        let figures = side
            .map
            .steps
            .get(usize::from(step))
            .cloned()
            .unwrap_or_default();
        let n = (kind.points)(&figures, kind.place);
        let walks = (kind.walks)(&figures, kind.place);
        let (shown, class) = if compared {
            let all = figures.reached.max(walks);
            let shown = if all == 0 {
                "–".to_owned()
            } else {
                k_of_n(lang, walks, all)
            };
            (shown, heat(walks, all))
        } else {
            (n.to_string(), heat(n, darkest(page, kind)))
        };
        let which = Which {
            step: Some(step),
            ..kind.which
        };
        let name = [kind.name, ", ", &step_said(lang, page, step)].concat();
        grid::count(n, shown, behind(page, side, which), name, class)
    });
    let mark = kind.shape.map(|shape| view! { <Mark shape=shape /> });
    let named = side
        .part
        .map(|it| view! { <span class="hint below">{part(lang, &page.asked, it)}</span> });
    let heading = view! { <h3>{mark} <span>{kind.name} {named}</span></h3> }.into_any();
    grid::row("jheat", heading, cells.collect())
}

/// The largest number of rows of this sort: one scale for all of them.
fn darkest(page: &JourneyPage, kind: &Kind) -> u64 {
    let numbers = |it: &StepFigures| match kind.shape {
        Some(_) => it.by_severity.iter().copied().max(),
        None => it.by_category.iter().copied().max(),
    };
    let steps = page.sides.iter().flat_map(|side| &side.map.steps);
    steps.filter_map(numbers).max().unwrap_or(0)
}

/// Up to four shades: each number its own up to four, else quarters of the largest.
fn heat(n: u64, most: u64) -> &'static str {
    let shade = if most <= 4 { n } else { (n * 4).div_ceil(most) };
    match shade {
        0 => "h0",
        1 => "h1",
        2 => "h2",
        3 => "h3",
        _ => "h4",
    }
}

fn bright(lang: Lang, page: &JourneyPage, side: &Side) -> AnyView {
    let words = Journey::of(lang);
    let cells = (0..count(page)).map(|step| {
        let n = side
            .map
            .steps
            .get(usize::from(step))
            .map_or(0, |it| it.bright);
        let which = Which {
            what: Some(What::Bright),
            step: Some(step),
            ..Which::default()
        };
        let name = [words.bright, ", ", &step_said(lang, page, step)].concat();
        grid::count(n, n.to_string(), behind(page, side, which), name, "good")
    });
    let named = side
        .part
        .map(|it| view! { <p>{part(lang, &page.asked, it)}</p> });
    let whole = (side.map.bright_whole > 0).then(|| {
        let n = side.map.bright_whole.to_string();
        view! { <p class="hint small">{words.bright_whole} ": " {n}</p> }
    });
    let heading = view! {
        <h2><Icon glyph=Glyph::Star /> {words.bright}</h2>
        {named}
        {whole}
    };
    grid::row("jheat jbright", heading.into_any(), cells.collect())
}
