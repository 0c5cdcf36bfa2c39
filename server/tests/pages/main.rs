//! The server's pages, asked for as a browser does.

mod board;
mod front;
mod house;
mod mine;
mod office;
mod plain;
mod team;
mod thread;

use house::{Answer, House};
