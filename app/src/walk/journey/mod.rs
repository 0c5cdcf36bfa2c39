//! A task's journey map: what the walks of one task say, step by step.
//!
//! **Every walk counts** that touched a step, whether it was finished or not: what it met on the way is as true. Only
//! "need met" follows a month's rule: finished, and not stopped on purpose.
//! **A middle** is a median, and there is none of fewer than [`FEWEST_FOR_A_MIDDLE`]: two walks are two stories.
//! **Nobody is named**, counted or told apart: a trace does not know who walked.

mod cost;
mod map;
mod quoted;
mod times;
mod trace;
mod which;

pub use cost::{FEWEST_FOR_A_COST, Hours, Lost, MOST_A_YEAR, Volume};
pub use map::{Counting, Map, Middle, StepFigures};
pub use quoted::Picked;
pub use times::Times;
pub use trace::{End, Felt, Passed, Trace};
pub use which::{What, Which};

#[cfg(test)]
mod tests;

/// Of fewer than this many no middle is taken: they are shown themselves.
pub const FEWEST_FOR_A_MIDDLE: u64 = 3;
/// Of more than this many, single walks are not drawn.
pub const MOST_DRAWN: u64 = 40;
/// The most steps a map has. A log may claim any number; no task has so many.
pub const MOST_STEPS: u16 = 50;
