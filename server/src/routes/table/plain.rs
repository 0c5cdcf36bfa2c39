//! The same walk as pages and forms.

use super::{Route, get, post};
use crate::routes::plain;
use crate::seat::Who::{self, Only};
use crate::viewer::Role;

const LEADER: Who = Only(Role::Leader);

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/walk/plain", LEADER, plain::list),
        get("/walk/plain/brief/{task}", LEADER, plain::brief),
        post("/walk/plain/start", LEADER, plain::start),
        get("/walk/plain/{walk}", LEADER, plain::walk),
        post("/walk/plain/{walk}/leave", LEADER, plain::leave),
        get("/walk/plain/{walk}/service", LEADER, plain::service),
        post("/walk/plain/{walk}/pause", LEADER, plain::pause),
        post("/walk/plain/{walk}/interrupted", LEADER, plain::interrupted),
        post("/walk/plain/{walk}/step", LEADER, plain::answer),
        get("/walk/plain/{walk}/friction", LEADER, plain::new),
        post("/walk/plain/{walk}/friction", LEADER, plain::felt).taking(plain::MOST_UPLOAD_BYTES),
        get("/walk/plain/{walk}/friction/{id}", LEADER, plain::point),
        post("/walk/plain/{walk}/friction/{id}", LEADER, plain::change)
            .taking(plain::MOST_UPLOAD_BYTES),
        post(
            "/walk/plain/{walk}/friction/{id}/remove",
            LEADER,
            plain::remove,
        ),
        post(
            "/walk/plain/{walk}/photo/{id}/remove",
            LEADER,
            plain::remove_photo,
        ),
        get("/walk/plain/{walk}/worked", LEADER, plain::new_bright),
        post("/walk/plain/{walk}/worked", LEADER, plain::bright),
        get(
            "/walk/plain/{walk}/worked/{id}",
            LEADER,
            plain::change_bright,
        ),
        post("/walk/plain/{walk}/worked/{id}", LEADER, plain::rewritten),
        post(
            "/walk/plain/{walk}/worked/{id}/remove",
            LEADER,
            plain::remove_bright,
        ),
        post("/walk/plain/{walk}/outcome", LEADER, plain::outcome),
        post("/walk/plain/{walk}/again", LEADER, plain::step_again),
        post("/walk/plain/{walk}/answer", LEADER, plain::answer_reply),
        get("/walk/plain/{walk}/end", LEADER, plain::end),
        post("/walk/plain/{walk}/end", LEADER, plain::finish),
    ]
}
