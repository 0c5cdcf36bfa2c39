//! Drawing a page inside the frame.

use app::front::{Frame, Section, Who, document};
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use leptos::prelude::IntoView;

use crate::{
    mark,
    seat::Reader,
    state::App,
    viewer::{Role, Viewer},
};

/// A page of one's own: never kept by a browser or anything between.
pub fn page(
    app: &App,
    reader: &Reader,
    title: &str,
    section: Section,
    body: impl IntoView,
) -> Response {
    answer(reader, drawn(app, reader, title, section, body))
}

/// The whole page as HTML.
pub fn drawn(
    app: &App,
    reader: &Reader,
    title: &str,
    section: Section,
    body: impl IntoView,
) -> String {
    let frame = Frame {
        lang: reader.lang,
        viewer: reader.viewer.as_ref().map(who),
        title: title.to_owned(),
        section,
        path: reader.path.clone(),
    };
    document(&frame, &app.site.css, body)
}

/// Hands out a page of one's own that was drawn for this reader.
pub fn answer(reader: &Reader, html: impl Into<Body>) -> Response {
    let mut response = Html(html.into()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::CONTENT_LANGUAGE,
        HeaderValue::from_static(reader.lang.code()),
    );
    response
}

fn who(viewer: &Viewer) -> Who {
    let has = |role| viewer.roles.has(role);
    Who {
        person: viewer.person.clone(),
        name: viewer.name.clone(),
        mark: mark::of_person(&viewer.person),
        organisation: viewer.organisation_name.clone(),
        demonstration: viewer.demonstration,
        leader: has(Role::Leader),
        team: has(Role::ServiceTeam),
        board: has(Role::Board),
        administrator: has(Role::Administrator),
    }
}
