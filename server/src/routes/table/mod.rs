//! Every address, and who may use it: a file for each part of the house.

mod api;
mod board;
mod door;
mod handed;
mod mine;
mod office;
mod phone;
mod plain;
mod team;

use axum::{
    extract::DefaultBodyLimit,
    handler::Handler,
    http::Method,
    routing::{self, MethodRouter},
};

use crate::{limits::Guess, seat::Who, state::App};

/// One address: what it takes, and who may use it. What is not in [`table`] does not exist.
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with `{names}` for its parts.
    pub path: &'static str,
    /// Who may use it. Looked at before anything of the request is read.
    pub who: Who,
    /// True for a write that pages of other sites may cause, because it changes nothing but what a secret in its address
    /// is for.
    pub anywhere: bool,
    /// True when whoever uses it must have proved a moment ago to be there: exports, publishing, roles, ways of signing in.
    pub confirmed: bool,
    /// What could be guessed there: who fails too often waits.
    pub guessable: Option<Guess>,
    pub(super) handler: MethodRouter<App>,
}

/// Every address but the built site's files.
#[must_use]
pub fn table() -> Vec<Route> {
    [
        door::routes(),
        phone::routes(),
        plain::routes(),
        team::routes(),
        handed::routes(),
        board::routes(),
        office::routes(),
        mine::routes(),
        api::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn get<H: Handler<T, App>, T: 'static>(path: &'static str, who: Who, handler: H) -> Route {
    route(Method::GET, path, who, routing::get(handler))
}

fn post<H: Handler<T, App>, T: 'static>(path: &'static str, who: Who, handler: H) -> Route {
    route(Method::POST, path, who, routing::post(handler))
}

fn put<H: Handler<T, App>, T: 'static>(path: &'static str, who: Who, handler: H) -> Route {
    route(Method::PUT, path, who, routing::put(handler))
}

fn route(method: Method, path: &'static str, who: Who, handler: MethodRouter<App>) -> Route {
    Route {
        method,
        path,
        who,
        anywhere: false,
        confirmed: false,
        guessable: None,
        handler,
    }
}

impl Route {
    /// Takes larger bodies than a form of words needs.
    fn taking(self, most_bytes: usize) -> Self {
        let handler = self.handler.layer(DefaultBodyLimit::max(most_bytes));
        Self { handler, ..self }
    }

    /// Asks for a fresh proof of being there.
    fn confirmed(self) -> Self {
        Self {
            confirmed: true,
            ..self
        }
    }

    /// Makes who fails here too often wait.
    fn guessable(self, what: Guess) -> Self {
        Self {
            guessable: Some(what),
            ..self
        }
    }

    fn and_from_anywhere(self) -> Self {
        Self {
            anywhere: true,
            ..self
        }
    }
}
