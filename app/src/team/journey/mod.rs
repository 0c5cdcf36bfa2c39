//! The journey map of a task, drawn from its walks.

mod cost;
mod data;
mod going;
mod grid;
mod heard;
mod heat;
mod index;
mod line;
mod map;
mod said;
mod table;
#[cfg(test)]
mod tests;
mod volume;
mod walks;

use super::Day;
pub use cost::{cost, cost_title};

pub use data::{Asked, JourneyPage, JourneyWalks, Journeys, Listed, Part, Said, Side, Worked};
pub use index::journeys;
pub use map::{journey, journey_title};
pub use volume::{CostPage, Entered, MOST_SOURCE, NewVolume, TypedVolume, VolumeFault};
pub use walks::{journey_walks, journey_walks_title};
