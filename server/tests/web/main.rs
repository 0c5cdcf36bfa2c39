//! The whole server, asked over its routes.

mod authenticator;
mod bad_input;
mod command;
mod command_audit;
mod command_invite;
mod confirm;
mod denied;
mod documents;
mod erased;
mod exports;
mod files;
mod handed;
mod headers;
mod house;
mod import;
mod limits;
mod matrix;
mod mine;
mod no_blame;
mod noise;
mod outgoing;
mod passkeys;
mod phone;
mod photos;
mod sealed;
mod security;
mod sign_in;
mod site;
mod sso;
mod sync;
mod two_tabs;

use house::{Answer, House};
