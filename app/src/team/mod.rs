//! The service team's pages, rendered on the server.

mod address;
mod again;
mod around;
mod asked_view;
mod data;
mod export;
mod friction;
pub mod handed;
mod inbox;
mod item;
mod journey;
mod named;
mod naming;
mod photos;
#[cfg(test)]
mod tests;
mod thread;
mod walk;

pub use address::{Filter, Group, Sort, Stand, href};
pub use again::{AgainPage, again, again_title, held_word};
pub use asked_view::{AskedView, OpenPlace};
pub use data::{
    Answered, Around, FrictionPage, Item, MOST_REPLY, ReplyFault, ReplyText, State, Typed,
    WalkPage, Withdrawn,
};
pub use export::{ExportPage, TypedExport, export};
pub use friction::{friction, friction_title};
pub use inbox::{Bulk, Inbox, Line, View, inbox};
pub use journey::{
    Asked, CostPage, Entered, JourneyPage, JourneyWalks, Journeys, Listed, MOST_SOURCE, NewVolume,
    Part, Said, Side, TypedVolume, VolumeFault, Worked, cost, cost_title, journey, journey_title,
    journey_walks, journey_walks_title, journeys,
};
pub use named::{named, nobodies};
pub use photos::Picture;
pub use thread::{
    Alike, Care, Day, Decided, DecisionFault, Event, FileFault, FileKind, GiveFault, Happened,
    Head, Joined, MOST_WHY, Note, Other, Put, Rewalk, SamePage, TeamFile, ThreadPage, Time,
    TypedDecision, TypedGive, same, same_title, thread, thread_title, words_in_both,
};
pub use walk::{walk, walk_title};
