//! Time, from clocks that may be wrong.

use super::Millis;

/// The longest gap between two facts that counts as time spent: 4 hours. A longer one is a pause (the phone was
/// put away) or a clock that was moved.
pub const LONGEST_GAP_MS: Millis = 4 * 60 * 60 * 1000;

/// How far back a walk may have happened before it reached the server and still count where it happened: 60 days.
const FURTHEST_BACK_MS: Millis = 60 * 24 * 60 * 60 * 1000;

/// Time spent between two readings of the phone's clock, in milliseconds: never negative, never absurd.
pub(super) fn gap(from: Millis, to: Millis) -> Millis {
    match to.saturating_sub(from) {
        gap @ 0..=LONGEST_GAP_MS => gap,
        _ => 0,
    }
}

/// When something really happened, by the server's clock.
///
/// `at` is the phone's clock when it happened, `sent_at` the phone's clock when it was sent, `received_at` the
/// server's clock then. The difference of the last two is how wrong the phone's clock is, so it is taken off.
/// What then lies in the future, or more than 60 days back, counts as happening when it was received.
#[must_use]
pub fn counted_at(at: Millis, sent_at: Millis, received_at: Millis) -> Millis {
    let corrected = received_at.saturating_sub(sent_at.saturating_sub(at));
    if corrected > received_at || corrected < received_at.saturating_sub(FURTHEST_BACK_MS) {
        received_at
    } else {
        corrected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Millis = 86_400_000;

    #[test]
    fn a_right_clock_is_believed() {
        assert_eq!(
            counted_at(1_000 * DAY, 1_003 * DAY, 1_003 * DAY),
            1_000 * DAY
        );
    }

    #[test]
    fn a_clock_a_year_off_does_no_harm() {
        for off in [-365 * DAY, 365 * DAY] {
            assert_eq!(
                counted_at(1_000 * DAY + off, 1_003 * DAY + off, 1_003 * DAY),
                1_000 * DAY
            );
        }
    }

    #[test]
    fn a_clock_put_right_between_counts_as_received() {
        assert_eq!(counted_at(0, 1_003 * DAY, 1_003 * DAY), 1_003 * DAY);
        assert_eq!(
            counted_at(2_000 * DAY, 1_003 * DAY, 1_003 * DAY),
            1_003 * DAY
        );
        assert_eq!(counted_at(Millis::MIN, Millis::MAX, 5), 5);
    }
}
