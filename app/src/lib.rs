//! Firsthand's pages and its core, compiled twice: to WebAssembly for the phone, natively for the server.

// A page is one deeply nested type, and an optimised build looks all the way down.
#![recursion_limit = "512"]

pub mod walk;
pub mod wire;
pub mod words;

pub mod ui;

#[cfg(feature = "csr")]
pub mod phone;

#[cfg(feature = "ssr")]
pub mod address;
#[cfg(feature = "ssr")]
pub mod board;
#[cfg(feature = "ssr")]
pub mod front;
#[cfg(feature = "ssr")]
pub mod mine;
#[cfg(feature = "ssr")]
pub mod name;
#[cfg(feature = "ssr")]
pub mod office;
#[cfg(feature = "ssr")]
pub mod plain;
#[cfg(feature = "ssr")]
pub mod team;
