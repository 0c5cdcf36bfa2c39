//! What goes out of the house: copies in files, of any size.

mod line;
mod sheet;
mod stream;

pub use stream::{Format, body};
