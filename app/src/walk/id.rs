//! Ids made on the phone.

use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

use super::Millis;

/// Makes a UUIDv7 that sorts after `last`, from the wall clock `now` and 80 random bits.
///
/// One phone writes one log in the order things happened, even when its clock is set back:
/// the id's time is `max(now, last's time)`, and when that is not after `last` the id follows `last` at a random
/// distance: two pages that go on from the same last id make different ones.
#[must_use]
pub fn next_id(last: Option<Uuid>, now: Millis, random: [u8; 10]) -> Uuid {
    let fresh = Builder::from_unix_timestamp_millis(now.max(0).unsigned_abs(), &random).into_uuid();
    match last {
        Some(last) if fresh <= last => {
            let [a, b, c, d, ..] = random;
            after(last, u32::from_be_bytes([a, b, c, d]))
        }
        _ => fresh,
    }
}

/// A valid UUIDv7 greater than `last`: adds one and `jump` to the 62 random bits at its end.
///
/// The carry out of those bits goes to the 12 bits before the variant, then to the time, so version and
/// variant stay what they are.
fn after(last: Uuid, jump: u32) -> Uuid {
    const LOW: u128 = (1 << 62) - 1;
    const MID: u128 = 0xfff;
    let bits = last.as_u128();
    let counter = ((bits >> 80) << 74) | (((bits >> 64) & MID) << 62) | (bits & LOW);
    let counter = counter.saturating_add(1 + u128::from(jump));
    let (time, mid, low) = (counter >> 74, (counter >> 62) & MID, counter & LOW);
    Uuid::from_u128((time << 80) | (0x7 << 76) | (mid << 64) | (0b10 << 62) | low)
}

/// The phone's time inside a UUIDv7, in milliseconds since 1970.
#[must_use]
pub fn time_of(id: Uuid) -> Millis {
    Millis::try_from(id.as_u128() >> 80).unwrap_or(Millis::MAX)
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self)
            }
        }
    };
}

id! {
    /// A fact in a walk's log.
    FactId
}
id! {
    /// A walkthrough.
    WalkId
}
id! {
    /// A friction point: the id of the fact that first recorded it.
    FrictionId
}
id! {
    /// A thread: the same friction felt again.
    ThreadId
}
id! {
    /// A photo: the id of the fact that first recorded it.
    PhotoId
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ids_always_move_forward(times in prop::collection::vec(0_i64..1 << 47, 1..50), random: [u8; 10]) {
            let mut last = None;
            for now in times {
                let id = next_id(last, now, random);
                prop_assert_eq!(id.get_version_num(), 7);
                prop_assert!(last.is_none_or(|last| last < id));
                last = Some(id);
            }
        }
    }

    #[test]
    fn two_pages_that_go_on_from_one_id_with_the_clock_set_back_make_different_ids() {
        let last = next_id(None, 5_000, [1; 10]);
        let one = next_id(Some(last), 10, [2; 10]);
        let two = next_id(Some(last), 10, [3; 10]);
        assert!(last < one && last < two && one != two);
    }

    #[test]
    fn a_full_counter_carries_into_the_time() {
        let last = Builder::from_unix_timestamp_millis(5, &[0xff; 10]).into_uuid();
        let id = after(last, 0);
        assert!(id > last);
        assert_eq!((time_of(id), id.get_version_num()), (6, 7));
    }
}
