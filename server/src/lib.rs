//! The Firsthand server: sign-in, sync, the store, and the pages of service teams and boards.

pub mod clock;
pub mod commands;
mod cookie;
mod csrf;
pub mod demo;
pub mod dress;
pub mod error;
pub mod headers;
pub mod import;
pub mod invitation;
pub mod lang;
mod next;
pub mod page;
pub mod period;
pub mod photo;
pub mod routes;
pub mod seat;
pub mod site;
pub mod state;
pub mod store;
pub mod table;
pub mod token;
pub mod viewer;
pub mod walk_file;
pub mod when;
mod worker;
