//! What goes out of the house: copies of what was felt, mail, calls to other systems, and what those may read.

mod alerts;
mod copies;
mod digest;
mod listing;
mod mail;
mod months;
mod news;
mod outbox;
mod read;
mod systems;

pub(super) use alerts::alert;
pub use copies::{Copying, What};
pub use listing::{Dated, Diary, LastCalendar, MOST_THREADS, Wanted};
pub use mail::MailSecret;
pub use months::PublishedMonth;
pub(super) use news::{before, tell_changes};
pub(super) use outbox::Telling;
pub use outbox::{AT_ONCE, Job, LEASE, MOST_TRIES, To, Way};
pub use read::{FrictionOut, ThreadOut};
pub use systems::{KEY, Making, Reach};
