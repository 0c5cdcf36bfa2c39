//! Names of months and days. Working out which day it is belongs to the server, which knows the time zone.

use crate::walk::Lang;

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_CY: [&str; 12] = [
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
];
const MONTHS_SHORT_CY: [&str; 12] = [
    "Ion", "Chw", "Maw", "Ebr", "Mai", "Meh", "Gor", "Aws", "Med", "Hyd", "Tach", "Rhag",
];
const DAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const DAYS_CY: [&str; 7] = [
    "dydd Llun",
    "dydd Mawrth",
    "dydd Mercher",
    "dydd Iau",
    "dydd Gwener",
    "dydd Sadwrn",
    "dydd Sul",
];

/// "October", "Hydref". `month` counts from 1; anything else gives an empty text.
#[must_use]
pub fn month_name(lang: Lang, month: u8) -> &'static str {
    let names = match lang {
        Lang::En => &MONTHS_EN,
        Lang::Cy => &MONTHS_CY,
    };
    usize::from(month)
        .checked_sub(1)
        .and_then(|at| names.get(at))
        .copied()
        .unwrap_or_default()
}

/// "Oct", "Hyd": for the foot of a chart. `month` counts from 1.
#[must_use]
pub fn month_short(lang: Lang, month: u8) -> &'static str {
    match lang {
        Lang::En => month_name(lang, month).get(..3).unwrap_or_default(),
        Lang::Cy => usize::from(month)
            .checked_sub(1)
            .and_then(|at| MONTHS_SHORT_CY.get(at))
            .copied()
            .unwrap_or_default(),
    }
}

/// "October 2025", "Hydref 2025". `month` counts from 1.
#[must_use]
pub fn month_year(lang: Lang, month: u8, year: i16) -> String {
    format!("{}\u{a0}{year}", month_name(lang, month))
}

/// "in October", "ym mis Hydref", for the middle of a sentence. `month` counts from 1.
#[must_use]
pub fn in_month(lang: Lang, month: u8) -> String {
    let name = month_name(lang, month);
    match lang {
        Lang::En => format!("in {name}"),
        Lang::Cy => format!("ym mis {name}"),
    }
}

/// "Monday", "dydd Llun". `day` counts from 1 = Monday.
#[must_use]
pub fn weekday_name(lang: Lang, day: u8) -> &'static str {
    let names = match lang {
        Lang::En => &DAYS_EN,
        Lang::Cy => &DAYS_CY,
    };
    usize::from(day)
        .checked_sub(1)
        .and_then(|at| names.get(at))
        .copied()
        .unwrap_or_default()
}

/// "14 October", "14 Hydref", which does not break between day and month. `month` counts from 1.
#[must_use]
pub fn day_month(lang: Lang, day: u8, month: u8) -> String {
    format!("{day}\u{a0}{}", month_name(lang, month))
}

/// "14 October 2025". `month` counts from 1.
#[must_use]
pub fn day_month_year(lang: Lang, day: u8, month: u8, year: i16) -> String {
    format!("{}\u{a0}{year}", day_month(lang, day, month))
}

/// A day as it is kept, `YYYY-MM-DD`, as people write it: "14 October 2025". Another text stays as it is.
#[cfg(feature = "ssr")]
#[must_use]
pub fn written(lang: Lang, day: &str) -> String {
    let parts: Vec<u16> = day.split('-').filter_map(|it| it.parse().ok()).collect();
    let [year, month, of_month] = parts[..] else {
        return day.to_owned();
    };
    let small = |it: u16| u8::try_from(it).unwrap_or_default();
    let year = i16::try_from(year).unwrap_or_default();
    day_month_year(lang, small(of_month), small(month), year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_and_day_has_a_name() {
        for lang in [Lang::En, Lang::Cy] {
            assert!((1..=12).all(|month| month_name(lang, month).len() >= 3));
            assert!((1..=12).all(|month| month_short(lang, month).len() >= 3));
            assert!((1..=7).all(|day| !weekday_name(lang, day).is_empty()));
            assert_eq!(
                (
                    month_name(lang, 0),
                    month_name(lang, 13),
                    weekday_name(lang, 8)
                ),
                ("", "", "")
            );
        }
    }

    #[test]
    fn dates_read_as_people_write_them() {
        assert_eq!(day_month(Lang::En, 14, 10), "14\u{a0}October");
        assert_eq!(in_month(Lang::Cy, 10), "ym mis Hydref");
        assert_eq!(month_year(Lang::Cy, 2, 2026), "Chwefror\u{a0}2026");
        assert_eq!(month_short(Lang::En, 9), "Sep");
        assert_eq!(weekday_name(Lang::Cy, 1), "dydd Llun");
    }
}
