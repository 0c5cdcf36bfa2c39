//! The demonstration: two organisations and the year they had.

mod attempt;
mod board;
mod changes;
mod content;
mod rng;
mod seed;
mod timeline;
mod told;
mod voices;
mod year;

use std::path::Path;

use app::walk::{Millis, Text};
use axum::{Router, http::StatusCode};

use crate::{
    clock::Clock,
    store::{Store, StoreError},
    token,
    viewer::Role,
};
use content::Content;

const DAY: Millis = 86_400_000;

/// How somebody of the demonstration signs in.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// The person's name.
    pub name: String,
    /// What the person does.
    pub role: Role,
    /// What the organisation is called.
    pub organisation: Text,
    /// The token of a fresh invitation.
    pub token: String,
}

/// Why the demonstration could not be made.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum DemoError {
    #[error("the demonstration's own content cannot be read: {0}")]
    Content(#[from] serde_json::Error),
    #[error("the calendar gave up: {0}")]
    Calendar(#[from] jiff::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the demonstration's folder cannot be used: {0}")]
    Folder(#[from] std::io::Error),
    #[error("the server did not take a walk of the demonstration: {0} {1}")]
    NotTaken(StatusCode, String),
    #[error("the demonstration has no {0} where one is needed")]
    Nobody(&'static str),
    #[error("a request of the demonstration could not be made: {0}")]
    Request(#[from] axum::Error),
    #[error("a request of the demonstration could not be made: {0}")]
    Http(#[from] axum::http::Error),
}

/// Makes the demonstration's database at `file`, unless it is there. `serve` makes the whole server on a store and a
/// clock. A database that was only begun, because something stopped it, is begun anew.
///
/// # Errors
/// When the folder cannot be used, or the server does not take what a phone sends.
pub async fn prepare(
    file: &Path,
    now: Millis,
    serve: impl Fn(Store, Clock) -> Router,
) -> Result<(), DemoError> {
    if file.exists() {
        return Ok(());
    }
    let begun = file.with_extension("begun");
    for ending in ["begun", "begun-wal", "begun-shm"] {
        remove(&file.with_extension(ending))?;
    }
    let store = Store::open(&format!("sqlite:{}", begun.display())).await?;
    let clock = Clock::set_at(now);
    let router = serve(store.clone(), clock.clone());
    seed::seed(&store, &router, &clock, now).await?;
    drop(router);
    store.close().await;
    Ok(std::fs::rename(begun, file)?)
}

fn remove(file: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A fresh invitation for everybody, good for a day.
///
/// # Errors
/// When the store cannot keep them.
pub async fn sign_ins(store: &Store, now: Millis) -> Result<Vec<SignIn>, DemoError> {
    let content = Content::read()?;
    let mut all = Vec::new();
    for person in &content.people {
        let token = token::fresh();
        store
            .invite(&person.id, &token::hash(&token), None, now, now + DAY)
            .await?;
        let organisation = content
            .organisations
            .iter()
            .find(|it| it.id == person.organisation);
        all.push(SignIn {
            name: person.name.clone(),
            role: person
                .roles
                .iter()
                .next()
                .ok_or(DemoError::Nobody("role"))?,
            organisation: organisation.map(|it| it.name.clone()).unwrap_or_default(),
            token,
        });
    }
    Ok(all)
}
