//! A thread: the same friction felt again, what the team decided about it, and what came of that.

mod data;
mod decide;
mod page;

pub use data::{
    Day, Decided, DecisionFault, Event, Head, MOST_WHY, ThreadPage, Time, TypedDecision,
};
pub use page::{thread, thread_title};
