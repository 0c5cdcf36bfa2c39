//! Handing on: share pages, offers, and what others offered.

use super::{Route, get, post};
use crate::limits::Guess;
use crate::routes::handed;
use crate::seat::Who::{self, Only, Unasked};
use crate::viewer::Role;

const TEAM: Who = Only(Role::ServiceTeam);

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/team/friction/{id}/share", TEAM, handed::from_friction),
        get("/team/thread/{id}/share", TEAM, handed::page),
        post("/team/thread/{id}/packet", TEAM, handed::make_packet).confirmed(),
        post("/team/packet/{id}/end", TEAM, handed::end_packet),
        post("/team/thread/{id}/offer", TEAM, handed::offer),
        post("/team/offer/{id}/take-back", TEAM, handed::take_back),
        get("/team/handed", TEAM, handed::list),
        get("/team/handed/{id}", TEAM, handed::one),
        post("/team/handed/{id}/answer", TEAM, handed::answer),
        get("/packet/{token}", Unasked, handed::look).guessable(Guess::Packet),
        post("/packet/{token}", Unasked, handed::open).guessable(Guess::Packet),
    ]
}
