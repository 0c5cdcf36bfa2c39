//! The board's pages.

use super::{Route, get, post};
use crate::limits::Guess;
use crate::routes::board;
use crate::seat::Who::{self, Only, Unasked};
use crate::viewer::Role;

const BOARD: Who = Only(Role::Board);
const SECRETARY: Who = Only(Role::Secretary);

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/board", BOARD, board::newest),
        get("/board/{month}", BOARD, board::month),
        get("/board/{month}/walks", BOARD, board::walks),
        get("/board/walk/{id}", BOARD, board::walk),
        get("/board/{month}/draft", SECRETARY, board::draft),
        get("/board/{month}/draft/page", SECRETARY, board::preview),
        post("/board/{month}/draft/reply", SECRETARY, board::open_reply),
        post("/board/{month}/draft/close", SECRETARY, board::close_reply),
        post("/board/{month}/draft/words", SECRETARY, board::words),
        post("/board/{month}/draft/became", SECRETARY, board::became),
        post("/board/{month}/draft/ask", SECRETARY, board::write_ask),
        post("/board/{month}/draft/reason", SECRETARY, board::reason),
        post("/board/{month}/draft/approve", SECRETARY, board::approve).confirmed(),
        post("/board/{month}/draft/publish", SECRETARY, board::publish).confirmed(),
        post("/board/{month}/draft/correct", SECRETARY, board::correct),
        post("/board/{month}/draft/give-up", SECRETARY, board::give_up),
        get("/board/{month}/links", SECRETARY, board::links),
        post("/board/{month}/links", SECRETARY, board::make_link).confirmed(),
        post("/board/{month}/links/{id}/end", SECRETARY, board::end_link),
        get("/paper/{token}", Unasked, board::paper).guessable(Guess::Packet),
    ]
}
