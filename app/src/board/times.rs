//! How long it took: the middle of those who got through, and every attempt as a dot.

use leptos::prelude::*;

use crate::ui::Evidence;
use crate::walk::month::Timing;
use crate::walk::{Lang, Millis};
use crate::words::{Board, fill};

use super::said::{minutes, one_or};
use super::{Filter, MonthPage, NeedMet};

/// Above this many, dots say less than the number.
pub(super) const MOST_DOTS: u64 = 80;

/// How long it took those who got through, and every attempt's time.
pub(super) fn times(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let month = &page.month;
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
    view! {
        <section class="card">
            <h2>{heading(lang, page)}</h2>
            {dots(lang, page)}
            {lost}
            <Evidence
                href=page.behind(&Filter::default())
                words=one_or(words.timing, words.timings, month.need_met.n())
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
        let scale = Scale::to(longest);
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
        let middle = page.month.through.map(|it| median(lang, &scale, it.median));
        let hollow = timings.iter().any(|it| !it.met);
        view! {
            <figure class="chart axis" role="img" aria-label=dots_said(lang, timings)>
                <svg aria-hidden="true">
                    <line class="base" x1="0" x2="100%" y1="36" y2="36" />
                    {middle}
                    {dots.collect_view()}
                    {ticks(lang, &scale)}
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

/// The minutes as milliseconds.
pub(super) fn ms(timing: &Timing) -> Millis {
    i64::try_from(timing.minutes).map_or(Millis::MAX, |it| it.saturating_mul(60_000))
}

fn median(lang: Lang, scale: &Scale, ms: Millis) -> impl IntoView + use<> {
    let said = fill(Board::of(lang).median, &[("m", &(ms / 60_000).to_string())]);
    let x = scale.at(ms);
    let class = match scale.percent(ms) {
        0..=18 => "strong start",
        82.. => "strong end",
        _ => "strong",
    };
    view! {
        <text class=class x=x.clone() y="1em">
            {said}
        </text>
        <line class="middle" x1=x.clone() x2=x y1="20" y2="50" />
    }
}

fn ticks(lang: Lang, scale: &Scale) -> impl IntoView + use<> {
    let between = (1..4).map(|quarter| {
        let minute = scale.minutes / 4 * quarter;
        let x = scale.at(minute * 60_000);
        view! {
            <text x=x y="100%">
                {minute.to_string()}
            </text>
        }
    });
    let end = fill(
        Board::of(lang).minutes,
        &[("m", &scale.minutes.to_string())],
    );
    view! {
        <text class="start" x="0" y="100%">
            "0"
        </text>
        {between.collect_view()}
        <text class="end" x="100%" y="100%">
            {end}
        </text>
    }
}

/// A line of minutes from 0 to a round number that divides by four.
pub(super) struct Scale {
    /// Minutes at its end.
    pub(super) minutes: i64,
}

impl Scale {
    pub(super) fn to(longest: Millis) -> Self {
        let needed = longest / 60_000 + 1;
        let step = [4, 8, 12, 20, 40, 60, 80, 120, 200, 240]
            .into_iter()
            .find(|it| *it >= needed);
        Self {
            minutes: step.unwrap_or((needed / 240 + 1) * 240),
        }
    }

    /// Thousandths of the line, so that no fraction has to be printed with more.
    pub(super) fn thousandth(&self, ms: Millis) -> i64 {
        (ms * 1000 / (self.minutes * 60_000)).clamp(0, 1000)
    }

    fn percent(&self, ms: Millis) -> i64 {
        self.thousandth(ms) / 10
    }

    fn at(&self, ms: Millis) -> String {
        let thousandth = self.thousandth(ms);
        format!("{}.{}%", thousandth / 10, thousandth % 10)
    }
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
