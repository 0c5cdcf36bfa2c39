//! Small shared parts: what they look like is in `style/`, one file per part. They take words, they hold none.

pub mod badge;
pub mod banner;
pub mod button;
pub mod curve;
pub mod face;
pub mod feelings;
pub mod icon;
mod kept;
pub mod logo;
pub mod mark;
mod meaning;
#[cfg(feature = "ssr")]
mod qr;
pub mod steps;

pub use badge::{Badge, Evidence};
pub use banner::{Banner, Tone};
pub use button::{IconButton, IconLink};
pub use face::Face;
pub use feelings::{Feelings, Stop};
pub use icon::{Glyph, Icon};
pub use kept::kept;
pub use logo::Logo;
pub use mark::{Mark, Shape};
#[cfg(feature = "ssr")]
pub use qr::Qr;
pub use steps::{StepDot, StepState, Steps};
