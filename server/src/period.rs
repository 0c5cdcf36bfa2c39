//! Months on an organisation's own calendar.

use app::walk::{Millis, month::YearMonth};
use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};

/// A month as a stretch of time: it begins at `from`, and the next one at `to`. Milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first instant of the month.
    pub from: Millis,
    /// The first instant after it.
    pub to: Millis,
    /// How many days it has.
    pub days: u8,
}

/// The month on the calendar of `zone`, an IANA name; one that is not known counts as UTC. `None` at the very end of
/// the calendar.
#[must_use]
pub fn period(zone: &str, month: YearMonth) -> Option<Period> {
    let first = first_day(month)?;
    Some(Period {
        from: midnight(zone, first)?,
        to: midnight(zone, first_day(month.after()?)?)?,
        days: first.days_in_month().unsigned_abs(),
    })
}

/// When a day of the calendar of `zone` begins, so many days on. `None` when there is no such day.
#[must_use]
pub fn midnight_of(zone: &str, year: i16, month: u8, day: u8, later: i8) -> Option<Millis> {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    midnight(
        zone,
        date.checked_add(Span::new().try_days(later).ok()?).ok()?,
    )
}

/// When the day that an instant is in begins. `None` outside the calendar.
#[must_use]
pub fn day_of(zone: &str, at: Millis) -> Option<Millis> {
    let at = Timestamp::from_millisecond(at).ok()?;
    midnight(zone, at.to_zoned(known(zone)).date())
}

/// The years that days are asked for in. The end of the calendar itself has no midnight in every zone, and what has none
/// would be no limit.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;

/// Reads `YYYY-MM-DD`, or the first or last day of `YYYY-MM`: year, month and day. `None` when there is no such day, or
/// when it is not in the years 2000 to 2199.
#[must_use]
pub fn read_day(text: &str, last: bool) -> Option<(i16, u8, u8)> {
    let date: Date = match text.parse() {
        Ok(date) if text.len() == "2025-10-01".len() => date,
        _ => {
            let first = first_day(text.parse().ok()?)?;
            if last { first.last_of_month() } else { first }
        }
    };
    YEARS.contains(&date.year()).then_some((
        date.year(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
    ))
}

/// The month an instant is in. `None` outside the calendar.
#[must_use]
pub fn month_of(zone: &str, at: Millis) -> Option<YearMonth> {
    let date = Timestamp::from_millisecond(at)
        .ok()?
        .to_zoned(known(zone))
        .date();
    YearMonth::new(date.year(), date.month().unsigned_abs())
}

fn first_day(month: YearMonth) -> Option<Date> {
    Date::new(month.year(), i8::try_from(month.month()).ok()?, 1).ok()
}

/// When a day begins; an hour later where the clocks go forward at midnight.
fn midnight(zone: &str, date: Date) -> Option<Millis> {
    let begins = date.to_zoned(known(zone)).ok()?;
    Some(begins.timestamp().as_millisecond())
}

fn known(zone: &str) -> TimeZone {
    TimeZone::get(zone).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Millis = 3_600_000;

    fn month(text: &str) -> YearMonth {
        text.parse().expect("a month")
    }

    #[test]
    fn months_follow_the_clocks_of_the_place() {
        let october = period("Europe/London", month("2025-10")).expect("there is one");
        // 31 days, and the hour that October is longer by.
        assert_eq!(october.to - october.from, (31 * 24 + 1) * HOUR);
        assert_eq!(october.days, 31);
        let march = period("Europe/London", month("2025-03")).expect("there is one");
        assert_eq!(march.to - march.from, (31 * 24 - 1) * HOUR);
        let utc = period("UTC", month("2025-10")).expect("there is one");
        assert_eq!(utc.from - october.from, HOUR);
    }

    #[test]
    fn a_day_begins_at_its_midnight_and_ends_at_the_next() {
        let at = |later| midnight_of("Europe/London", 2025, 10, 26, later).expect("a day");
        assert_eq!(at(1) - at(0), 25 * HOUR, "the clocks go back");
        for later in [0, HOUR, 25 * HOUR - 1] {
            assert_eq!(day_of("Europe/London", at(0) + later), Some(at(0)));
        }
        assert_eq!(day_of("Europe/London", at(1)), Some(at(1)));
        assert_eq!(midnight_of("Europe/London", 2025, 2, 29, 0), None);
        assert_eq!(midnight_of("Europe/London", 9999, 12, 31, 1), None);
    }

    #[test]
    fn days_and_months_are_read() {
        assert_eq!(read_day("2025-10-01", true), Some((2025, 10, 1)));
        assert_eq!(read_day("2024-02", true), Some((2024, 2, 29)));
        assert_eq!(read_day("2024-02", false), Some((2024, 2, 1)));
        for odd in [
            "",
            "2025-02-30",
            "2025-13",
            "1 May",
            "20251001",
            "2025-10-01T10:00",
            "-000001-01",
            "9999-12-31",
            "9999-12",
            "2200-01-01",
            "1999-12-31",
            "0001-01-01",
        ] {
            assert_eq!(read_day(odd, false), None, "{odd}");
        }
    }

    #[test]
    fn leap_days_count() {
        let days = |of| period("Europe/London", month(of)).map(|it| it.days);
        assert_eq!(
            (days("2024-02"), days("2025-02"), days("2100-02")),
            (Some(29), Some(28), Some(28))
        );
    }

    #[test]
    fn an_instant_is_in_the_month_whose_period_holds_it() {
        for of in ["2025-10", "2025-03", "2024-02", "1999-12"] {
            let it = period("Europe/London", month(of)).expect("there is one");
            let at = |instant| month_of("Europe/London", instant).map(|it| it.to_string());
            assert_eq!(at(it.from).as_deref(), Some(of));
            assert_eq!(at(it.to - 1).as_deref(), Some(of));
            assert_ne!(at(it.to).as_deref(), Some(of));
        }
        assert_eq!(month_of("Europe/London", Millis::MAX), None);
    }
}
