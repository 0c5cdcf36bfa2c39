//! The front page.

use app::front::{self, Section};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    page::page,
    seat::Reader,
    state::App,
    viewer::{Role, Viewer},
};

/// The front page for strangers; everybody else goes where their work is.
pub async fn home(State(app): State<App>, reader: Reader) -> Response {
    match &reader.viewer {
        Some(viewer) => Redirect::to(home_of(viewer)).into_response(),
        None => page(
            &app,
            &reader,
            "",
            Section::Front,
            front::welcome(reader.lang),
        ),
    }
}

/// Where a person's work is: by the first of their roles.
pub fn home_of(viewer: &Viewer) -> &'static str {
    match viewer.roles.iter().next() {
        Some(Role::Leader) => "/walk",
        Some(Role::ServiceTeam) => "/team",
        Some(Role::Board | Role::Secretary) => "/board",
        Some(Role::Administrator) => "/office",
        None => "/sign-in",
    }
}
