//! Firsthand's pages and its core, compiled twice: to WebAssembly for the phone, natively for the server.

pub mod walk;
pub mod wire;
pub mod words;

pub mod ui;

#[cfg(feature = "csr")]
pub mod phone;

#[cfg(feature = "ssr")]
pub mod board;
#[cfg(feature = "ssr")]
pub mod front;
#[cfg(feature = "ssr")]
pub mod office;
#[cfg(feature = "ssr")]
pub mod team;
