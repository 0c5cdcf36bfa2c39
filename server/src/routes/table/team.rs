//! The service team's pages.

use super::{Route, get, post};
use crate::routes::{team, team_export};
use crate::seat::Who::{self, Only};
use crate::viewer::Role;

const TEAM: Who = Only(Role::ServiceTeam);

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/team", TEAM, team::inbox),
        get("/team/news", TEAM, team::news),
        post("/team/threads", TEAM, team::threads),
        post("/team/views", TEAM, team::keep_view),
        post("/team/views/{id}/remove", TEAM, team::drop_view),
        get("/team/friction/{id}", TEAM, team::friction),
        post("/team/friction/{id}/seen", TEAM, team::seen),
        post("/team/friction/{id}/reply", TEAM, team::reply),
        get("/team/thread/{id}", TEAM, team::thread),
        post("/team/thread/{id}/decide", TEAM, team::decide),
        post("/team/thread/{id}/give", TEAM, team::give),
        post("/team/thread/{id}/note", TEAM, team::note),
        post("/team/thread/{id}/view", TEAM, team::view),
        post("/team/thread/{id}/file", TEAM, team::add_file).taking(team::MOST_UPLOAD_BYTES),
        post(
            "/team/thread/{id}/file/{file}/remove",
            TEAM,
            team::remove_file,
        ),
        get("/team/file/{id}", TEAM, team::file),
        get("/team/thread/{id}/same", TEAM, team::same),
        post("/team/thread/{id}/merge", TEAM, team::merge),
        post("/team/thread/{id}/apart", TEAM, team::apart),
        post("/team/thread/{id}/split", TEAM, team::split),
        get("/team/walk/{id}", TEAM, team::walk),
        get("/team/walk/{id}/again", TEAM, team::again),
        get("/team/export", TEAM, team_export::page),
        get("/team/export/file", TEAM, team_export::file).confirmed(),
        get("/team/journey", TEAM, team::journeys),
        get("/team/journey/{task}", TEAM, team::journey),
        get("/team/journey/{task}/walks", TEAM, team::journey_walks),
        get("/team/journey/{task}/cost", TEAM, team::cost),
        post("/team/journey/{task}/cost", TEAM, team::enter_volume),
    ]
}
