//! The leader's app: one shell for every address of it.

use super::{Route, get, post};
use crate::routes::{share, walk};
use crate::seat::Who::Unasked;

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/walk", Unasked, walk::shell),
        get("/walk/", Unasked, walk::shell),
        get("/walk/share", Unasked, walk::shell),
        // The phone's own menu sends here, and it is no page of ours. Nothing is written.
        post("/walk/share", Unasked, share::share).and_from_anywhere(),
        get("/walk/{*rest}", Unasked, walk::shell),
        get("/sw.js", Unasked, walk::worker),
    ]
}
