//! Choosing what to walk, and beginning.

use app::{
    plain::{self as pages, Address, Own},
    walk::{AtStep, FactId, Kind, Started, Task, WalkId, next_id},
    words::{Phone, Plain},
};
use axum::{
    Form,
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;

use super::{
    book::{Book, brought, ids_from},
    plain, to,
};
use crate::{error::Failure, seat::Reader, state::App, store::Desk, when::when};

/// All tasks, and the viewer's walks.
pub async fn list(State(app): State<App>, reader: Reader, desk: Desk) -> Result<Response, Failure> {
    let now = app.clock.now();
    let tasks = desk.briefing().await?.tasks;
    let zone = desk.viewer().time_zone.clone();
    let own = |(id, walk, began): (WalkId, app::walk::Walk, i64)| {
        let task = walk.started.as_ref().map(|started| &started.task);
        Own {
            id,
            task: tasks.iter().find(|it| Some(&it.id) == task).cloned(),
            began: when(&zone, began, now),
            walk,
        }
    };
    let walks: Vec<Own> = desk.own_walks().await?.into_iter().map(own).collect();
    let body = pages::list(reader.lang, &tasks, &walks);
    Ok(plain(&app, &reader, Plain::of(reader.lang).pages, body))
}

/// Which situation.
#[derive(Debug, Deserialize)]
pub struct Asked {
    situation: Option<String>,
}

/// The brief of a task.
pub async fn brief(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(task): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let task = find(&desk, &task).await?;
    let walk = WalkId(next_id(None, app.clock.now(), rand::random()));
    let body = pages::brief(reader.lang, &task, asked.situation.as_deref(), walk);
    Ok(plain(&app, &reader, task.name.get(reader.lang), body))
}

/// The form that begins a walk.
#[derive(Debug, Deserialize)]
pub struct Begin {
    #[serde(default)]
    walk: String,
    #[serde(default)]
    task: String,
    situation: Option<String>,
}

/// Begins a walk, once, and goes to its first step.
pub async fn start(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(form): Form<Begin>,
) -> Result<Response, Failure> {
    let task = find(&desk, &form.task).await?;
    let now = app.clock.now();
    let id = brought(&form.walk).map_or_else(|| next_id(None, now, rand::random()), |id| id.0);
    let walk = WalkId(id);
    let known = |it: &String| task.situations.iter().any(|known| known.id == *it);
    let started = Started {
        task: task.id.clone(),
        steps: u16::try_from(task.steps.len()).unwrap_or(u16::MAX),
        situation: form.situation.filter(known),
        language: reader.lang.code().to_owned(),
        again: None,
    };
    let kinds = [Kind::Started(started), Kind::StepOpened(AtStep { step: 0 })];
    // After the walk's own id, so that beginning twice says the same.
    let first = ids_from(FactId(id)).nth(1).unwrap_or(FactId(id));
    Book::blank(walk, now).write(&desk, first, &kinds).await?;
    Ok(to(Address::walk(walk)))
}

async fn find(desk: &Desk, id: &str) -> Result<Task, Failure> {
    let tasks = desk.briefing().await?.tasks;
    tasks
        .into_iter()
        .find(|task| task.id == id)
        .ok_or(Failure::NotFound)
}

/// The name of a walk's pages in the browser.
pub(super) fn title(reader: &Reader, own: &Own) -> String {
    let title = own.told(reader.lang).title();
    if title.is_empty() {
        Phone::of(reader.lang).my_walks.to_owned()
    } else {
        title
    }
}
