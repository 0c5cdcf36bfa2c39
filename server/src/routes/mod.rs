//! What the server answers: a file for each part, the [`table`] of all addresses, and the house around them.

mod board;
mod briefing;
pub(crate) mod confirm;
mod drain;
mod files;
mod front;
mod handed;
mod health;
mod house;
mod keys;
mod language;
mod mine;
mod months;
mod office;
mod openapi;
mod passkey;
mod photos;
mod plain;
mod sealed;
mod security;
mod share;
mod sign_in;
mod sso;
mod stand_in;
mod sync;
mod table;
mod team;
mod team_export;
mod threads;
mod walk;

pub use house::router;
pub use openapi::description;
pub use table::{Route, table};
