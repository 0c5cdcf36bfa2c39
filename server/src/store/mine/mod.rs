//! What is one's own: what a leader shares and how they appear, what is held about a person, and its end.

mod about;
mod appears;
mod erase;
mod held;
mod quotes;
mod shares;
mod year;

pub use about::Pictures;
pub(super) use appears::by;
pub use erase::{Done, ERASURE_WAITS, Erase, EraseError};
pub use held::{Column, Erasing, PLACES, Place};
pub use quotes::Agreed;
pub(super) use quotes::{AgreedWords, fingerprint};
pub(super) use shares::{COMMITTED, commitments, end_shares_of_what_is_gone};
