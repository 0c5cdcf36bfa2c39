//! Instants on an organisation's own calendar and clock.

use app::{walk::Millis, words::When};
use jiff::{Timestamp, Zoned, tz::TimeZone};

/// An instant as the organisation's calendar and clock show it. `zone` is an IANA name; one that is not known
/// counts as UTC, and an instant outside the calendar as 1970.
#[must_use]
pub fn when(zone: &str, at: Millis, now: Millis) -> When {
    let (at, now) = (local(zone, at), local(zone, now));
    let days = at
        .date()
        .until(now.date())
        .map_or(0, |span| span.get_days());
    let small = |value: i8| u8::try_from(value).unwrap_or_default();
    When {
        year: at.year(),
        month: small(at.month()),
        day: small(at.day()),
        weekday: small(at.weekday().to_monday_one_offset()),
        hour: small(at.hour()),
        minute: small(at.minute()),
        days_ago: days,
    }
}

/// An instant as ISO 8601 with the organisation's offset, such as `2026-06-15T13:00:00+01:00`.
#[must_use]
pub fn iso(zone: &str, at: Millis) -> String {
    local(zone, at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// An instant as calendars have it, in UTC: `20260615T120000Z`.
#[must_use]
pub fn stamp(at: Millis) -> String {
    local("UTC", at).strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn local(zone: &str, at: Millis) -> Zoned {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Timestamp::from_millisecond(at)
        .unwrap_or_default()
        .to_zoned(zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Millis = 60_000;

    #[test]
    fn a_day_ends_at_midnight_where_the_organisation_is() {
        // 2026-06-30 22:59 UTC is 23:59 in London.
        let before_midnight = 1_782_860_340_000;
        let said = when(
            "Europe/London",
            before_midnight,
            before_midnight + 2 * MINUTE,
        );
        assert_eq!(
            (said.month, said.day, said.hour, said.minute),
            (6, 30, 23, 59)
        );
        assert_eq!((said.weekday, said.days_ago), (2, 1));
        assert_eq!(
            when("UTC", before_midnight, before_midnight + 2 * MINUTE).days_ago,
            0
        );
    }

    #[test]
    fn an_instant_says_its_offset() {
        let before_midnight = 1_782_860_340_000;
        let said = iso("Europe/London", before_midnight);
        assert_eq!(said, "2026-06-30T23:59:00+01:00");
        assert_eq!(iso("UTC", 0), "1970-01-01T00:00:00+00:00");
        assert_eq!(stamp(before_midnight), "20260630T225900Z");
    }

    #[test]
    fn an_absurd_instant_does_no_harm() {
        assert_eq!(when("Europe/London", Millis::MAX, 0).year, 1970);
        assert_eq!(when("Nowhere/At_all", 0, Millis::MIN).year, 1970);
    }
}
