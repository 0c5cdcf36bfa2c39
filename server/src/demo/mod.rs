//! The demonstration: two organisations and the year they had.

mod attempt;
mod content;
mod rng;
mod voices;
mod year;
