//! Need met over twelve months: a line with every count beside it.

use leptos::prelude::*;

use crate::ui::{Evidence, curve::curve};
use crate::walk::Lang;
use crate::walk::month::MonthPoint;
use crate::words::{Board, Changed, dates, fill};

use super::compare::{compared, missing, share};
use super::month::name;
use super::said::{of, with_n};
use super::twin::fold;
use super::{Filter, MonthPage};

/// Units between two months, and from none to all.
const STEP: i32 = 1000;
const NONE: i32 = 940;
const ALL: i32 = 60;

/// The card with the line, and the same as a table.
pub(super) fn need_met(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let points = &page.month.points;
    let twelve = page.month.twelve_months;
    let months = points.len().to_string();
    let sum = fill(
        words.in_months,
        &[("k_of_n", &of(lang, twelve)), ("months", &months)],
    );
    let behind = Filter {
        twelve_months: true,
        ..Filter::default()
    };
    let (advice, sum) = match points.len() {
        0 | 1 => (words.one_month, None),
        _ => (words.handful, Some(sum)),
    };
    let earlier = compared(lang, page, |it| share(lang, it.need_met));
    view! {
        <section class="card split">
            <div class="stack tight">
                <h2>{words.need_met}</h2>
                <p>{advice}</p>
                {sum.map(|sum| view! { <p>{sum}</p> })}
                {earlier.map(|said| view! { <p>{said}</p> })}
                {missing(lang, page).map(|said| view! { <p class="hint">{said}</p> })}
                <Evidence
                    href=page.behind(&behind)
                    words=with_n(words.all_walks, twelve.n())
                />
            </div>
            <div class="stack tight">{chart(lang, points)} {table(lang, page)} {every_month(lang, page)}</div>
        </section>
    }
}

fn chart(lang: Lang, points: &[MonthPoint]) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let width = i32::try_from(points.len()).unwrap_or(1).max(1) * STEP;
    let placed: Vec<Option<(i32, i32)>> = (0..)
        .zip(points)
        .map(|(at, point)| place(at, point))
        .collect();
    let half = NONE.midpoint(ALL);
    let last = placed.last().copied().flatten();
    let before: Vec<(i32, i32)> = placed
        .iter()
        .take(placed.len().saturating_sub(1))
        .copied()
        .flatten()
        .collect();
    view! {
        <figure class="chart" role="img" aria-label=said(lang, points)>
            <div class="scale" aria-hidden="true">
                <span>{words.all}</span>
                <span>{words.half}</span>
                <span>{words.none}</span>
            </div>
            <svg viewBox=format!("0 0 {width} 1000") preserveAspectRatio="none" aria-hidden="true">
                <path class="grid" d=format!("M0 {ALL}H{width}M0 {half}H{width}") />
                <path class="base" d=format!("M0 {NONE}H{width}") />
                <path class="series" d=lines(&placed) />
                <path class="dot" d=dots(&before) />
                <path class="hole" d=dots(&before) />
                <path class="dot last" d=dots(last.as_slice()) />
            </svg>
            <svg class="labels" aria-hidden="true">
                {labels(lang, points, &placed, width)}
            </svg>
            <ol class="ticks many" aria-hidden="true">{ticks(lang, points)}</ol>
        </figure>
    }
}

/// Where a month stands; a month without attempts stands nowhere, and the line has a gap.
#[allow(clippy::cast_possible_truncation)]
fn place(at: i32, point: &MonthPoint) -> Option<(i32, i32)> {
    let share = point.need_met.share()?;
    Some((
        at * STEP + STEP / 2,
        NONE - (f64::from(NONE - ALL) * share).round() as i32,
    ))
}

/// A curve through each run of months without a gap.
fn lines(placed: &[Option<(i32, i32)>]) -> String {
    let runs = placed.split(Option::is_none);
    runs.map(|run| curve(&run.iter().copied().flatten().collect::<Vec<_>>()))
        .collect()
}

fn dots(points: &[(i32, i32)]) -> String {
    points.iter().map(|(x, y)| format!("M{x} {y}h0")).collect()
}

/// The lowest and the highest a count stands, in percent from the top.
const TOP: i32 = 9;
const BOTTOM: i32 = 96;

/// How far from the top a count stands, in percent: over its dot or below it as is wished, and on its other side where
/// the chart ends. `dot` in units.
fn beside(dot: i32, over_it: bool) -> i32 {
    let (over, below) = (dot / 10 - 10, dot / 10 + 20);
    if over_it && over >= TOP || below > BOTTOM {
        over
    } else {
        below
    }
}

/// How far from the left, in percent, the first count begins or the last one ends, so that neither leaves the chart: at
/// the outer side of its dot. `dot` in units of this `width`.
fn outside(dot: i32, width: i32, last: bool) -> i32 {
    let dot = dot * 100 / width;
    if last {
        (dot + 4).min(100)
    } else {
        (dot - 4).max(0)
    }
}

/// The first and the last count, beside their dots.
fn labels(
    lang: Lang,
    points: &[MonthPoint],
    placed: &[Option<(i32, i32)>],
    width: i32,
) -> impl IntoView + use<> {
    let label = |at: usize, class, last: bool| {
        let (x, y) = (*placed.get(at)?)?;
        let x = format!("{}%", outside(x, width, last));
        let y = format!("{}%", beside(y, last));
        let text = of(lang, points.get(at)?.need_met);
        Some(view! {
            <text class=class x=x y=y>
                {text}
            </text>
        })
    };
    let last = points.len().saturating_sub(1);
    let first = (last > 0).then(|| label(0, "start", false)).flatten();
    view! {
        {first}
        {label(last, "strong end", true)}
    }
}

fn ticks(lang: Lang, points: &[MonthPoint]) -> impl IntoView + use<> {
    let last = points.len().saturating_sub(1);
    points
        .iter()
        .enumerate()
        .map(|(at, point)| {
            let count = fraction(point);
            view! {
                <li class=if at == last { "now" } else { "" }>
                    <b>{dates::month_short(lang, point.month.month())}</b>
                    {count}
                </li>
            }
        })
        .collect_view()
}

/// "7/10", under a month's name; a dash when nothing was attempted.
pub(super) fn fraction(point: &MonthPoint) -> String {
    match point.need_met.n() {
        0 => "–".to_owned(),
        n => format!("{}/{n}", point.need_met.k()),
    }
}

/// Every month since the first, when the line does not show them all.
fn every_month(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let all = &page.month.every_month;
    (all.len() > page.month.points.len()).then(|| {
        let rows = all
            .iter()
            .rev()
            .map(|point| vec![name(lang, point.month), count(lang, point)]);
        let said = with_n(Changed::of(lang).every_month, all.len() as u64);
        let words = Board::of(lang);
        fold(said, &[words.month, words.need_met], rows)
    })
}

/// The line, read out.
pub(super) fn said(lang: Lang, points: &[MonthPoint]) -> String {
    let each = |point: &MonthPoint| [&name(lang, point.month), " ", &count(lang, point)].concat();
    let points: Vec<String> = points.iter().map(each).collect();
    fill(Board::of(lang).line_said, &[("points", &points.join(", "))])
}

pub(super) fn count(lang: Lang, point: &MonthPoint) -> String {
    match point.need_met.n() {
        0 => Board::of(lang).no_attempts.to_owned(),
        _ => of(lang, point.need_met),
    }
}

fn table(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let rows = page.month.points.iter().map(|point| {
        let address = page.below(&point.month.to_string());
        view! {
            <tr>
                <th scope="row">
                    <a href=address>{name(lang, point.month)}</a>
                </th>
                <td>{count(lang, point)}</td>
            </tr>
        }
    });
    view! {
        <details class="fold">
            <summary>{words.as_table}</summary>
            <div class="table-wrap">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{words.month}</th>
                            <th scope="col">{words.need_met}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In percent of the height, which is 136 px: half of the last dot, and a line of the label over its foot.
    const DOT: i32 = 6;
    const TEXT: i32 = 8;

    #[test]
    fn a_count_never_stands_on_its_dot_and_never_leaves_the_chart() {
        for dot in ALL..=NONE {
            for over_it in [true, false] {
                let foot = beside(dot, over_it);
                assert!((TOP..=BOTTOM).contains(&foot), "{dot}: {foot}");
                let over = foot <= dot / 10 - DOT;
                let below = foot - TEXT >= dot / 10 + DOT;
                assert!(over || below, "{dot}: {foot}");
            }
        }
        assert_eq!(beside(ALL, true), 26, "all of them: below");
        assert_eq!(beside(500, true), 40, "over it");
        for months in 1..=12 {
            let width = months * STEP;
            let first = outside(STEP / 2, width, false);
            let last = outside(width - STEP / 2, width, true);
            assert!(0 <= first && first < last && last <= 100, "{months}");
        }
    }
}
