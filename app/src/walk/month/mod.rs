//! A board's month: what the records of one organisation's walks say, outcome first.
//!
//! **An attempt** is a walkthrough finished in the month, by the server's clock in the organisation's time zone.
//! A walk still going on is no attempt yet. A walk whose leader stopped on purpose, at the safe place, without having
//! the need met, shows nothing about the service's end and is left out.
//! **Need met** is the leader's own answer "yes". "Partly" is not met, and neither is a question left open: a month
//! never looks better because something was not answered.
//! Every other question counts those who answered it. Friction and bright spots count wherever they were felt, in
//! walks still going on too.

mod change;
mod compare;
mod felt;
mod hand_off;
mod period;
mod record;
mod said;
mod summary;
mod tally;

pub use change::{
    CalendarDay, Change, Changes, DaySpread, LongestOpen, Standing, TeamSaid, ThreadStory,
};
pub use compare::{Short, completed};
pub use felt::{FrictionCount, InTheWay};
pub use hand_off::HandOff;
pub use period::YearMonth;
pub use record::{Attempt, Bright, Context, Crossing, Ending, Felt, FeltOften, Records};
pub use said::{Said, SaidAs, bright_words};
pub use summary::{Month, MonthPoint, Timing, need_met};
pub use tally::{Cell, Counted, Crossed, Place, Tally};

#[cfg(test)]
mod change_tests;
#[cfg(test)]
mod tally_tests;
#[cfg(test)]
mod tests;

/// How many months a line shows.
pub const MONTHS_SHOWN: usize = 12;
