//! The Firsthand server: sign-in, sync, the store, and the pages of service teams and boards.

pub mod clock;
pub mod demo;
pub mod store;
pub mod token;
pub mod viewer;
pub mod when;
