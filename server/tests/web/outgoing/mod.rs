//! What goes out of the house: mail, calls, what keys read, calendars.

mod api;
mod calls;
mod letters;
mod listeners;
mod twice;

use app::walk::{FrictionDescribed, FrictionId, Kind};

use crate::{House, house::NOON, phone::Phone};

/// What a leader wrote, which goes out of the house nowhere.
const SAID: &str = "I saw a child near the road";

/// Ann walks, and sees a risk when there is one.
async fn walked(house: &House, seed: u8, risk: bool) -> (Phone, FrictionId) {
    let mut phone = Phone::new(seed, NOON);
    phone.start("missed-bin");
    let friction = phone.feel(SAID);
    if risk {
        phone.note(&Kind::FrictionDescribed(FrictionDescribed {
            risk: Some(true),
            ..FrictionDescribed::of(friction)
        }));
    }
    phone.finish();
    let sent = house.sync("ann", phone.body()).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    (phone, friction)
}
