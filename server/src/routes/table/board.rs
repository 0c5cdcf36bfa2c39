//! The board's pages.

use super::{Route, get};
use crate::routes::board;
use crate::seat::Who::{self, Only};
use crate::viewer::Role;

const BOARD: Who = Only(Role::Board);

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/board", BOARD, board::newest),
        get("/board/{month}", BOARD, board::month),
        get("/board/{month}/walks", BOARD, board::walks),
        get("/board/walk/{id}", BOARD, board::walk),
    ]
}
