//! The service team's desk: friction felt at the viewer's services, and nothing else.

mod again;
mod answer;
mod cost;
mod inbox;
mod item;
mod journey;
mod read;
mod thread;

pub use inbox::INBOX_PAGE;
pub(super) use inbox::Which;
pub(super) use journey::Maps;
pub use thread::{MOST_FILES, NewFile, Reached};
