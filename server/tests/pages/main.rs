//! The server's pages, asked for as a browser does.

mod again;
mod board;
mod came_back;
mod cost;
mod front;
mod house;
mod inbox;
mod journey;
mod mine;
mod naming;
mod office;
mod plain;
mod team;
mod thread;
mod thread_moved;

use house::{Answer, House};
