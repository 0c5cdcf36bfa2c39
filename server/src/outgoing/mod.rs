//! What goes out of the house: copies in files, mail, calls to other systems, calendars.

mod address;
mod calendar;
mod call;
mod line;
mod listeners;
mod post;
mod reads;
mod sheet;
mod stream;
mod turn;

pub use calendar::calendar;
pub use call::{Calls, call_due, fresh_secret, signature};
pub use listeners::{Listeners, MOST_OF_ONE, PAUSE, Pace, Place};
pub use post::{Post, address, post_due};
pub use reads::{MOST_READS, Reads};
pub(crate) use sheet::cut;
pub use stream::{Format, body};
pub use turn::send_forever;
