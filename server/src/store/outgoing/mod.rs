//! What goes out of the house: copies of what was felt.

mod copies;
mod read;

pub use copies::{Copying, What};
pub use read::{FrictionOut, ThreadOut};
