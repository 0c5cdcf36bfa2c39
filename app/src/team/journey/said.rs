//! How the map says numbers, times, days and steps.

use leptos::prelude::*;

use crate::walk::journey::{Middle, Which};
use crate::walk::{Lang, Millis, Mood, Task};
use crate::words::{Common, Journey, When, dates, fill, mood};

use super::{Asked, JourneyPage, Part, Side};

/// The text for one, or that for more with the gap `{n}`.
pub(super) fn one_or(one: &str, more: &str, n: u64) -> String {
    if n == 1 {
        one.to_owned()
    } else {
        with_n(more, n)
    }
}

/// A text with the gap `{n}`.
pub(super) fn with_n(text: &str, n: u64) -> String {
    fill(text, &[("n", &n.to_string())])
}

/// "9 walkthroughs".
pub(super) fn walks(lang: Lang, n: u64) -> String {
    let words = Journey::of(lang);
    match n {
        0 => words.walks_none.to_owned(),
        n => one_or(words.walk_one, words.walks_n, n),
    }
}

/// "2:40"; hours are minutes too.
pub(super) fn clock(ms: Millis) -> String {
    let seconds = ms.max(0) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "Fed up", or "Between Unsure and Fed up".
pub(super) fn middle(lang: Lang, middle: Middle) -> String {
    let (low, high) = (middle.twice.div_euclid(2), (middle.twice + 1).div_euclid(2));
    let word = |value| mood(lang, Mood::new(value));
    if low == high {
        return word(low).to_owned();
    }
    let (low, high) = (word(low).to_lowercase(), word(high).to_lowercase());
    fill(
        Journey::of(lang).mood_between,
        &[("low", &low), ("high", &high)],
    )
}

/// A middle in figures: "-0.5".
pub(super) fn halves(middle: Middle) -> String {
    let whole = middle.twice.unsigned_abs() / 2;
    let sign = if middle.twice < 0 { "\u{2212}" } else { "" };
    let half = if middle.twice % 2 == 0 { "" } else { ".5" };
    format!("{sign}{whole}{half}")
}

/// "14 October 2025".
pub(super) fn date(lang: Lang, when: &When) -> String {
    dates::day_month_year(lang, when.day, when.month, when.year)
}

/// Which days the map shows: those asked for, or else those of its walks.
pub(super) fn days(lang: Lang, asked: &Asked, span: Option<&(When, When)>) -> Option<String> {
    let words = Journey::of(lang);
    let (text, from, to) = match (asked.from, asked.to) {
        (Some(from), Some(to)) => (words.between, from.said(lang), to.said(lang)),
        (Some(from), None) => (words.since, from.said(lang), String::new()),
        (None, Some(to)) => (words.until, String::new(), to.said(lang)),
        (None, None) => {
            let (first, last) = span?;
            let (from, to) = (date(lang, first), date(lang, last));
            let text = if from == to {
                words.on_day
            } else {
                words.between
            };
            (text, from, to)
        }
    };
    Some(fill(text, &[("from", &from), ("to", &to)]))
}

/// What is to be said of the days asked for, when they are odd or still to come.
pub(super) fn of_days(lang: Lang, asked: &Asked) -> impl IntoView + use<> {
    let words = Journey::of(lang);
    let odd = asked.odd.then_some(words.odd_day);
    let to_come = asked.to_come.then_some(words.to_come);
    let said = [odd, to_come].into_iter().flatten();
    said.map(|it| view! { <p role="alert">{it}</p> })
        .collect_view()
}

/// "Before 1 October 2025".
pub(super) fn part(lang: Lang, asked: &Asked, part: Part) -> String {
    let words = Journey::of(lang);
    let text = match part {
        Part::Before => words.before,
        Part::After => words.after,
    };
    let date = asked.split.map(|day| day.said(lang)).unwrap_or_default();
    fill(text, &[("date", &date)])
}

/// "Before 1 October 2025: 4 walkthroughs"; empty when nothing is compared.
pub(super) fn side(lang: Lang, page: &JourneyPage, side: &Side) -> String {
    side.part.map_or_else(String::new, |it| {
        let which = part(lang, &page.asked, it);
        let walks = walks(lang, side.map.walks);
        fill(
            Journey::of(lang).side,
            &[("which", &which), ("walks", &walks)],
        )
    })
}

/// A step's name, "Step 7" when the task no longer has it.
pub(super) fn step_name(lang: Lang, task: &Task, step: u16) -> String {
    let name = task
        .steps
        .get(usize::from(step))
        .map(|it| it.name.get(lang));
    name.map_or_else(|| step_n(lang, step), str::to_owned)
}

/// A word for a step, "Step 7" when there is none.
pub(super) fn step_word(lang: Lang, task: &Task, step: u16) -> String {
    let word = task
        .steps
        .get(usize::from(step))
        .map(|it| it.short.get(lang));
    let word = word.filter(|it| !it.is_empty());
    word.map_or_else(|| step_n(lang, step), str::to_owned)
}

fn step_n(lang: Lang, step: u16) -> String {
    with_n(Common::of(lang).step_n, u64::from(step) + 1)
}

/// The address of the walks behind a mark of a side.
pub(super) fn behind(page: &JourneyPage, side: &Side, which: Which) -> String {
    page.asked.walks(&page.task.id, side.part, &which)
}
