//! How the board's pages say numbers, times and endings.

use crate::ui::Shape;
use crate::walk::measures::KofN;
use crate::walk::month::Ending;
use crate::walk::{Lang, Millis};
use crate::words::{Board, Common, When, dates, fill, k_of_n, length};

use super::Calendar;

/// "7 of 10".
pub(super) fn of(lang: Lang, count: KofN) -> String {
    k_of_n(lang, count.k(), count.n())
}

/// A text with "7 of 10" in the gap `{k_of_n}`.
pub(super) fn share(lang: Lang, text: &str, count: KofN) -> String {
    fill(text, &[("k_of_n", &of(lang, count))])
}

/// A text with the gap `{n}`.
pub(super) fn with_n(text: &str, n: u64) -> String {
    fill(text, &[("n", &n.to_string())])
}

/// The text for one, or that for more with the gap `{n}`.
pub(super) fn one_or(one: &str, more: &str, n: u64) -> String {
    if n == 1 {
        one.to_owned()
    } else {
        with_n(more, n)
    }
}

/// "14 min": whole minutes, the rest left away; seconds below one minute.
#[must_use]
pub fn minutes(lang: Lang, ms: Millis) -> String {
    length(lang, if ms < 60_000 { ms } else { ms - ms % 60_000 })
}

/// A number with one digit after the point.
pub(super) fn decimal(value: f64) -> String {
    format!("{value:.1}")
}

/// "6 May"; with the year when it is not `year`. Empty for a moment the calendar does not have.
pub(super) fn day(lang: Lang, calendar: &Calendar, at: Millis, year: i16) -> String {
    calendar
        .get(&at)
        .map_or_else(String::new, |when| short(lang, when, year))
}

fn short(lang: Lang, when: &When, year: i16) -> String {
    if when.year == year {
        when.date(lang)
    } else {
        dates::day_month_year(lang, when.day, when.month, when.year)
    }
}

/// "178 days".
pub(super) fn days(lang: Lang, n: u64) -> String {
    let words = Board::of(lang);
    one_or(words.day, words.days, n)
}

/// "3 leaders".
pub(super) fn leaders(lang: Lang, n: u64) -> String {
    let words = Board::of(lang);
    one_or(words.leader, words.leaders, n)
}

/// "Need met", "Need partly met", "Need not met", "Not said".
#[must_use]
pub fn ending(lang: Lang, ending: Ending) -> &'static str {
    let words = Common::of(lang);
    match ending {
        Ending::Met => words.need_met,
        Ending::Partly => words.need_partly,
        Ending::NotMet => words.need_not_met,
        Ending::NotSaid => Board::of(lang).not_said,
    }
}

/// The circle of an ending.
pub(super) fn shape(ending: Ending) -> Shape {
    match ending {
        Ending::Met => Shape::Met,
        Ending::Partly => Shape::Partly,
        Ending::NotMet => Shape::NotMet,
        Ending::NotSaid => Shape::Waiting,
    }
}

/// "The first 5 of 19." where not all are set down.
pub(super) fn first_of(lang: Lang, shown: usize, all: usize) -> Option<String> {
    let (k, n) = (shown.to_string(), all.to_string());
    (all > shown).then(|| fill(Board::of(lang).first_shown, &[("k", &k), ("n", &n)]))
}
