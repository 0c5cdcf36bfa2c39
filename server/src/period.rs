//! Months on an organisation's own calendar.

use app::walk::{Millis, month::YearMonth};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

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
