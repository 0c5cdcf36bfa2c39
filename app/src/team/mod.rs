//! The service team's pages, rendered on the server.

mod address;
mod around;
mod data;
mod export;
mod friction;
mod inbox;
mod photos;
#[cfg(test)]
mod tests;
mod thread;
mod walk;

pub use address::{Filter, href};
pub use data::{
    Answered, Around, FrictionPage, Inbox, Item, MOST_REPLY, ReplyFault, ReplyText, State, Typed,
    WalkPage, Withdrawn,
};
pub use export::{ExportPage, export};
pub use friction::{friction, friction_title};
pub use inbox::inbox;
pub use photos::Picture;
pub use thread::{
    Day, Decided, DecisionFault, Event, Head, MOST_WHY, ThreadPage, Time, TypedDecision, thread,
    thread_title,
};
pub use walk::{walk, walk_title};
