//! Choosing what to walk, and beginning.

use app::{
    plain::{self as pages, Address, Own},
    walk::{AtStep, FactId, FrictionId, Kind, Started, Task, WalkId, next_id},
    wire::{Briefing, Rewalk},
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
    let Briefing { tasks, rewalks, .. } = desk.briefing().await?;
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
    let body = pages::list(reader.lang, &tasks, &rewalks, &walks);
    Ok(plain(&app, &reader, Plain::of(reader.lang).pages, body))
}

/// Which situation, and what is walked again.
#[derive(Debug, Deserialize)]
pub struct Asked {
    situation: Option<String>,
    again: Option<String>,
}

/// The brief of a task.
pub async fn brief(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(task): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (task, rewalk) = find(&desk, &task, asked.again.as_deref()).await?;
    let walk = WalkId(next_id(None, app.clock.now(), rand::random()));
    let situation = asked.situation.as_deref();
    let body = pages::brief(reader.lang, &task, situation, rewalk.as_ref(), walk);
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
    again: Option<String>,
}

/// Begins a walk, once, and goes to its first step.
pub async fn start(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(form): Form<Begin>,
) -> Result<Response, Failure> {
    let (task, rewalk) = find(&desk, &form.task, form.again.as_deref()).await?;
    let now = app.clock.now();
    let id = brought(&form.walk).map_or_else(|| next_id(None, now, rand::random()), |id| id.0);
    let walk = WalkId(id);
    let known = |it: &String| task.situations.iter().any(|known| known.id == *it);
    let steps = u16::try_from(task.steps.len()).unwrap_or(u16::MAX);
    let step = rewalk.as_ref().map_or(0, |it| it.first_step(steps));
    let started = Started {
        task: task.id.clone(),
        steps,
        situation: form.situation.filter(known),
        language: reader.lang.code().to_owned(),
        again: rewalk.map(|it| it.friction),
    };
    let kinds = [Kind::Started(started), Kind::StepOpened(AtStep { step })];
    // After the walk's own id, so that beginning twice says the same.
    let first = ids_from(FactId(id)).nth(1).unwrap_or(FactId(id));
    Book::blank(walk, now).write(&desk, first, &kinds).await?;
    Ok(to(Address::walk(walk)))
}

/// A task the viewer may walk, and what of it they are asked to walk again: nothing, when that is asked no more.
async fn find(
    desk: &Desk,
    id: &str,
    again: Option<&str>,
) -> Result<(Task, Option<Rewalk>), Failure> {
    let news = desk.briefing().await?;
    let task = news.tasks.into_iter().find(|task| task.id == id);
    let again: Option<FrictionId> = again.and_then(|again| again.parse().ok());
    let asked = |it: &Rewalk| Some(it.friction) == again && it.task == id;
    let rewalk = news.rewalks.into_iter().find(asked);
    Ok((task.ok_or(Failure::NotFound)?, rewalk))
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
