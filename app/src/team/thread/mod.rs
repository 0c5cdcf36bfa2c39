//! A thread: the same friction felt again, what the team decided about it, and what came of that.

mod alike;
mod around;
mod care;
mod data;
mod decide;
mod event;
mod files;
mod page;
mod same;
mod track;

pub use alike::{Alike, words_in_both};
pub use around::{
    Care, Event, GiveFault, Happened, Joined, Note, Other, Put, Rewalk, SamePage, TypedGive,
};
pub use data::{Day, Decided, DecisionFault, Head, MOST_WHY, ThreadPage, Time, TypedDecision};
pub use files::{FileFault, FileKind, TeamFile};
pub use page::{thread, thread_title};
pub use same::{same, same_title};
