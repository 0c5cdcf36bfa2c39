//! One request to the pages of a walk: how every form is opened and answered.

use std::{collections::HashMap, str::FromStr};

use app::{
    plain::{Address, Own},
    walk::{Kind, Millis},
};
use axum::{
    extract::{FromRequestParts, Path},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use leptos::prelude::IntoView;

use super::{
    book::{Book, brought},
    plain, to,
};
use crate::{error::Failure, seat::Reader, state::App, store::Desk, when::when};

/// A leader at a walk of their own. Asking for anybody else's is [`Failure::NotFound`].
pub struct Visit {
    pub(super) app: App,
    pub(super) reader: Reader,
    pub(super) desk: Desk,
    pub(super) book: Book,
    /// What the address names in the walk.
    part: String,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let reader = Reader::from_request_parts(parts, app).await?;
        let desk = Desk::from_request_parts(parts, app).await?;
        let names = Path::<HashMap<String, String>>::from_request_parts(parts, app).await;
        let Path(mut names) = names.map_err(|_| Failure::NotFound)?;
        let walk = read_id(&names.remove("walk").unwrap_or_default())?;
        Ok(Self {
            book: Book::open(&desk, walk, app.clock.now()).await?,
            app: app.clone(),
            reader,
            desk,
            part: names.remove("id").unwrap_or_default(),
        })
    }
}

impl Visit {
    /// The id in the address, after the walk's.
    pub(super) fn part<T: FromStr>(&self) -> Result<T, Failure> {
        read_id(&self.part)
    }

    /// The walk as its pages show it.
    pub(super) async fn own(&self) -> Result<Own, Failure> {
        let walk = &self.book.walk;
        let task = walk.started.as_ref().map(|started| &started.task);
        let tasks = self.desk.briefing().await?.tasks;
        Ok(Own {
            id: self.book.id,
            task: tasks.into_iter().find(|it| Some(&it.id) == task),
            began: self.when(walk.started_at.unwrap_or_default()),
            walk: walk.clone(),
        })
    }

    /// Reads the walk once more, after something was added that is not in it.
    pub(super) async fn read_anew(&mut self) -> Result<(), Failure> {
        self.book = Book::open(&self.desk, self.book.id, self.app.clock.now()).await?;
        Ok(())
    }

    /// An instant on the walker's calendar.
    pub(super) fn when(&self, at: Millis) -> app::words::When {
        when(&self.desk.viewer().time_zone, at, self.app.clock.now())
    }

    /// Writes what a form says, under the id it brought.
    pub(super) async fn write(&self, fact: &str, kinds: &[Kind]) -> Result<(), Failure> {
        let first = self.book.latest(brought(fact));
        self.book.write(&self.desk, first, kinds).await
    }

    /// A page.
    pub(super) fn page(&self, title: &str, body: impl IntoView) -> Response {
        plain(&self.app, &self.reader, title, body)
    }

    /// The page of a form that was not taken: a change of language leads back to the form, empty.
    pub(super) fn again(&self, form: Address, title: &str, body: impl IntoView) -> Response {
        let reader = Reader {
            path: form.href(),
            ..self.reader.clone()
        };
        let page = plain(&self.app, &reader, title, body);
        (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
    }

    /// On to the walk, after a form.
    pub(super) fn to_walk(&self) -> Response {
        to(Address::walk(self.book.id))
    }
}

fn read_id<T: FromStr>(id: &str) -> Result<T, Failure> {
    id.parse().map_err(|_| Failure::NotFound)
}
