//! How long it took: the middle of those who got through, and every attempt as a dot.

use leptos::prelude::*;

use crate::ui::Evidence;
use crate::walk::month::Timing;
use crate::walk::{Lang, Millis};
use crate::words::{Board, Changed, Common, fill};

use super::axis::{Scale, middle, ticks};
use super::compare::{compared, time};
use super::said::{minutes, one_or};
use super::twin::twin;
use super::{Filter, MonthPage, NeedMet};

/// Above this many, dots say less than the number.
pub(super) const MOST_DOTS: u64 = 80;
pub(super) const MINUTE: Millis = 60_000;

/// How long it took those who got through, and every attempt's time.
pub(super) fn times(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let lost = lost(lang, page).map(|said| {
        let not_met = Filter {
            need: Some(NeedMet::Not),
            ..Filter::default()
        };
        view! {
            <p class="hint">
                <a href=page.behind(&not_met)>{said}</a>
            </p>
        }
    });
    let earlier = compared(lang, page, |it| time(lang, it));
    let earlier = earlier.map(|said| view! { <p class="hint">{said}</p> });
    view! {
        <section class="card">
            <h2>{heading(lang, page)}</h2>
            {dots(lang, page)}
            {table(lang, page)}
            {earlier}
            {lost}
            <Evidence
                href=page.behind(&Filter::default())
                words=one_or(words.timing, words.timings, page.month.need_met.n())
            />
        </section>
    }
}

/// "Half of those who got through took 14 min or longer".
pub(super) fn heading(lang: Lang, page: &MonthPage) -> String {
    let words = Board::of(lang);
    let through = page.month.through;
    let length = through
        .map(|it| minutes(lang, it.median))
        .unwrap_or_default();
    match through.map(|it| it.n) {
        None => words.nobody_through.to_owned(),
        Some(1) => fill(words.one_took, &[("length", &length)]),
        Some(_) => fill(words.half_took, &[("length", &length)]),
    }
}

/// "The 3 that did not get through spent 20 min to 31 min."
pub(super) fn lost(lang: Lang, page: &MonthPage) -> Option<String> {
    let words = Board::of(lang);
    page.month.lost.map(|it| {
        let n = it.n.to_string();
        let (from, to) = (minutes(lang, it.shortest), minutes(lang, it.longest));
        let text = if it.n == 1 {
            words.lost_one
        } else {
            words.lost
        };
        fill(text, &[("n", &n), ("from", &from), ("to", &to)])
    })
}

/// Every time as a dot on a line of minutes: filled when the need was met, hollow when not.
fn dots(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let timings = &page.month.timings;
    let all = page.month.need_met.n();
    let shown = (1..=MOST_DOTS).contains(&all).then(|| {
        let longest = timings.last().map_or(0, ms);
        let scale = Scale::to(longest, MINUTE);
        // Attempts that took as long stand above one another.
        let dots = timings.iter().flat_map(|it| {
            let class = if it.met { "" } else { "ink" };
            let below: u64 = timings
                .iter()
                .take_while(|other| (other.minutes, other.met) < (it.minutes, it.met))
                .filter(|other| other.minutes == it.minutes)
                .map(|other| other.n)
                .sum();
            let x = scale.at(ms(it));
            (0..it.n).map(move |n| {
                let y = 36_u64.saturating_sub((below + n) * 6).max(6);
                view! { <circle class=class cx=x.clone() cy=y r="5" /> }
            })
        });
        let middle = page.month.through.map(|it| {
            let minutes = (it.median / MINUTE).to_string();
            middle(&scale, it.median, fill(words.median, &[("m", &minutes)]))
        });
        let end = fill(words.minutes, &[("m", &scale.units.to_string())]);
        let hollow = timings.iter().any(|it| !it.met);
        view! {
            <figure class="chart axis" role="img" aria-label=dots_said(lang, timings)>
                <svg aria-hidden="true">
                    <line class="base" x1="0" x2="100%" y1="36" y2="36" />
                    {middle}
                    {dots.collect_view()}
                    {ticks(&scale, end)}
                </svg>
            </figure>
            {hollow.then(|| view! { <p class="hint small">{words.hollow}</p> })}
        }
    });
    let spread = (all > MOST_DOTS)
        .then(|| timings.first().zip(timings.last()))
        .flatten()
        .map(|(shortest, longest)| {
            let n = all.to_string();
            let (from, to) = (minutes(lang, ms(shortest)), minutes(lang, ms(longest)));
            let said = fill(
                words.spread_said,
                &[("n", &n), ("from", &from), ("to", &to)],
            );
            view! { <p>{said}</p> }
        });
    view! {
        {shown}
        {spread}
    }
}

/// How many took how long, and how it ended.
fn table(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let common = Common::of(lang);
    let rows = page.month.timings.iter().map(|it| {
        let ended = if it.met {
            common.need_met
        } else {
            common.need_not_met
        };
        vec![it.minutes.to_string(), ended.to_owned(), it.n.to_string()]
    });
    let words = Changed::of(lang);
    twin(
        lang,
        &[words.minutes, Board::of(lang).outcome, words.times],
        rows,
    )
}

/// The minutes as milliseconds.
pub(super) fn ms(timing: &Timing) -> Millis {
    i64::try_from(timing.minutes).map_or(Millis::MAX, |it| it.saturating_mul(MINUTE))
}

pub(super) fn dots_said(lang: Lang, timings: &[Timing]) -> String {
    let words = Board::of(lang);
    let list = |met: bool| {
        let times: Vec<String> = timings
            .iter()
            .filter(|it| it.met == met)
            .flat_map(|it| (0..it.n).map(|_| it.minutes.to_string()))
            .collect();
        if times.is_empty() {
            words.nothing.to_owned()
        } else {
            times.join(", ")
        }
    };
    let n: u64 = timings.iter().map(|it| it.n).sum();
    let n = n.to_string();
    fill(
        words.dots_said,
        &[("n", &n), ("met", &list(true)), ("not_met", &list(false))],
    )
}
