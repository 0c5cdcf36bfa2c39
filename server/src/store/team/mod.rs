//! The service team's desk: friction felt at the viewer's services, and nothing else.

mod answer;
mod inbox;
mod item;
mod read;
mod thread;

pub use inbox::INBOX_PAGE;
