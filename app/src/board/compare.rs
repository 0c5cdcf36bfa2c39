//! A month beside the one before it and the same month last year: in words, never as an arrow.

use crate::walk::Lang;
use crate::walk::measures::KofN;
use crate::walk::month::Short;
use crate::words::{Board, Changed, dates, fill};

use super::MonthPage;
use super::said::{minutes, of, one_or};

/// "In September: 6 of 10. In October last year: 3 of 8." Nothing when there is neither.
pub(super) fn compared(
    lang: Lang,
    page: &MonthPage,
    what: impl Fn(&Short) -> String,
) -> Option<String> {
    let words = Changed::of(lang);
    let said = |text: &str, short: &Short| {
        let month = dates::month_name(lang, short.month.month());
        fill(text, &[("month", month), ("what", &what(short))])
    };
    let before = page.month.month_before.iter();
    let year_ago = page.month.year_ago.iter();
    let both: Vec<String> = before
        .map(|it| said(words.in_month, it))
        .chain(year_ago.map(|it| said(words.in_month_last_year, it)))
        .collect();
    (!both.is_empty()).then(|| both.join(" "))
}

/// What there is not to compare with, if so.
pub(super) fn missing(lang: Lang, page: &MonthPage) -> Option<String> {
    let words = Changed::of(lang);
    let name = |year, month| dates::month_year(lang, month, year);
    let this = page.month.month;
    match (page.month.month_before, page.month.year_ago) {
        (_, Some(_)) => None,
        (None, None) => {
            let month = name(this.year(), this.month());
            Some(fill(words.nothing_before, &[("month", &month)]))
        }
        (Some(_), None) => {
            let month = name(this.year() - 1, this.month());
            Some(fill(words.no_year_ago, &[("month", &month)]))
        }
    }
}

/// "6 of 10", or that there were no attempts.
pub(super) fn share(lang: Lang, count: KofN) -> String {
    match count.n() {
        0 => Board::of(lang).no_attempts.to_owned(),
        _ => of(lang, count),
    }
}

/// "half took 14 min or longer".
pub(super) fn time(lang: Lang, short: &Short) -> String {
    let words = Changed::of(lang);
    short.median.map_or_else(
        || words.nobody_through.to_owned(),
        |ms| fill(words.half_took, &[("length", &minutes(lang, ms))]),
    )
}

/// "23 points of friction".
pub(super) fn friction(lang: Lang, short: &Short) -> String {
    let words = Changed::of(lang);
    one_or(words.point, words.points, short.friction)
}
