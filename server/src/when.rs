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

/// The instant a day (`2026-06-15`) begins where the organisation is; none for what is no day.
#[must_use]
pub fn day_begins(zone: &str, day: &str) -> Option<Millis> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let day: jiff::civil::Date = day.parse().ok()?;
    Some(day.to_zoned(zone).ok()?.timestamp().as_millisecond())
}

/// The instant a day ends.
#[must_use]
pub fn day_ends(zone: &str, day: &str) -> Option<Millis> {
    let day: jiff::civil::Date = day.parse().ok()?;
    day_begins(zone, &day.tomorrow().ok()?.to_string())
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
    fn an_instant_says_its_offset_and_a_day_has_its_own_length() {
        let before_midnight = 1_782_860_340_000;
        let said = iso("Europe/London", before_midnight);
        assert_eq!(said, "2026-06-30T23:59:00+01:00");
        assert_eq!(iso("UTC", 0), "1970-01-01T00:00:00+00:00");
        let hours = |day| {
            let ends = day_ends("Europe/London", day)?;
            Some((ends - day_begins("Europe/London", day)?) / (60 * MINUTE))
        };
        assert_eq!(hours("2026-03-29"), Some(23));
        assert_eq!(hours("2026-10-25"), Some(25));
        assert_eq!(hours("2026-13-01"), None);
        assert_eq!(day_begins("UTC", ""), None);
    }

    #[test]
    fn an_absurd_instant_does_no_harm() {
        assert_eq!(when("Europe/London", Millis::MAX, 0).year, 1970);
        assert_eq!(when("Nowhere/At_all", 0, Millis::MIN).year, 1970);
    }
}
