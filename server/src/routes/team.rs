//! The service team's pages. All of it works with forms and links alone.

mod care;
mod cost;
mod files;
mod inbox;
mod journey;
mod news;
mod thread;

pub use cost::{cost, enter_volume};
pub use journey::{journey, journey_walks, journeys};

use app::{
    team::{self, Filter, FrictionPage, ReplyText, Typed, WalkPage, named, nobodies},
    walk::{FrictionId, Millis, WalkId},
};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

pub use care::{apart, give, merge, note, same, split, view};
pub use files::{MOST_UPLOAD_BYTES, add_file, file, remove_file};
pub use inbox::{drop_view, inbox, keep_view, threads};
pub use news::news;
pub use thread::{decide, thread};

use app::front::Section;

use crate::{
    error::Failure,
    page::page,
    seat::Reader,
    state::App,
    store::{Desk, StoreError},
};

/// What of the inbox is shown: names and values of the query, each of which may be missing or odd.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Asked(Vec<(String, String)>);

impl Asked {
    pub(super) fn filter(&self) -> Filter {
        Filter::read(&self.0)
    }

    /// After which thread the page begins.
    pub(super) fn after(&self) -> Option<&str> {
        self.value("after")
    }

    fn value(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(it, _)| it == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// One friction point.
pub async fn friction(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let shown = desk.friction(read_id(&id)?, app.clock.now()).await?;
    friction_page(
        &app,
        &reader,
        &desk,
        &asked,
        FrictionPage {
            reply_id: fresh_id().to_string(),
            ..shown
        },
    )
    .await
}

/// Notes that the team has seen it, and goes back to it.
pub async fn seen(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Redirect, Failure> {
    let id = read_id(&id)?;
    let now = app.clock.now();
    let done = desk.mark_seen(id, now).await;
    unless_withdrawn(&desk, id, now, done).await?;
    Ok(Redirect::to(&address(id, &asked)))
}

/// The reply form.
#[derive(Debug, Deserialize)]
pub struct Reply {
    #[serde(default)]
    id: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    as_it_is: String,
}

/// Sends a reply and goes back to the friction point; a reply that cannot be sent comes back as it was typed.
pub async fn reply(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    Form(reply): Form<Reply>,
) -> Result<Response, Failure> {
    let (id, now) = (read_id(&id)?, app.clock.now());
    let shown = desk.friction(id, now).await?;
    let nobodies = nobodies(&desk.viewer().organisation_name, shown.around.task.as_ref());
    let named = named(&reply.text, &nobodies).filter(|_| reply.as_it_is.is_empty());
    match ReplyText::parse(&reply.text) {
        Ok(text) if named.is_none() => {
            let reply_id = id_of(&[&reply.id, &id.to_string()], text.as_str().as_bytes());
            let done = desk.reply(id, &text, reply_id, now).await;
            unless_withdrawn(&desk, id, now, done).await?;
            let back = [&address(id, &asked), "#replies"].concat();
            Ok(Redirect::to(&back).into_response())
        }
        read => {
            let typed = Some(Typed {
                text: reply.text,
                fault: read.err(),
                named,
            });
            let shown = FrictionPage {
                reply_id: reply.id,
                typed,
                ..shown
            };
            let reader = Reader {
                path: address(id, &asked),
                ..reader
            };
            let page = friction_page(&app, &reader, &desk, &asked, shown).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// A walk at one of the viewer's services.
pub async fn walk(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let id: WalkId = id.parse().map_err(|_| Failure::NotFound)?;
    let around = desk.team_walk(id, app.clock.now()).await?;
    let from = asked.value("from").and_then(|from| from.parse().ok());
    let shown = WalkPage { around, from };
    let title = team::walk_title(reader.lang, &shown);
    let body = team::walk(reader.lang, &shown);
    Ok(page(&app, &reader, &title, Section::Team, body))
}

/// A re-walk beside the walk it walks again.
pub async fn again(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id: WalkId = id.parse().map_err(|_| Failure::NotFound)?;
    let shown = desk.team_again(id, app.clock.now()).await?;
    let title = team::again_title(reader.lang, &shown);
    let body = team::again(reader.lang, &shown);
    Ok(page(&app, &reader, &title, Section::Team, body))
}

/// A friction point that was taken back meanwhile takes no answer: its page says so.
async fn unless_withdrawn(
    desk: &Desk,
    id: FrictionId,
    now: Millis,
    done: Result<(), StoreError>,
) -> Result<(), Failure> {
    match done {
        Err(StoreError::NotFound) => Ok(desk.friction(id, now).await.map(drop)?),
        done => Ok(done?),
    }
}

async fn friction_page(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    asked: &Asked,
    shown: FrictionPage,
) -> Result<Response, Failure> {
    let inbox = desk
        .inbox(&asked.filter(), asked.after(), app.clock.now())
        .await?;
    let title = team::friction_title(reader.lang, &shown);
    let body = team::friction(reader.lang, &inbox, &shown);
    Ok(page(app, reader, title, Section::Team, body))
}

fn address(id: FrictionId, asked: &Asked) -> String {
    team::href(&format!("/friction/{id}"), &asked.filter(), asked.after())
}

fn read_id(id: &str) -> Result<FrictionId, Failure> {
    id.parse().map_err(|_| Failure::NotFound)
}

/// The id of what a form brings, from the form's own and where it was sent: the same when a form is sent twice, another
/// when something else was written into it.
fn id_of(form: &[&str], content: &[u8]) -> Uuid {
    if form.first().is_none_or(|id| id.is_empty()) {
        return fresh_id();
    }
    let hash = Sha256::new()
        .chain_update(form.join("\0"))
        .chain_update([0])
        .chain_update(content)
        .finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Builder::from_random_bytes(bytes).into_uuid()
}

fn fresh_id() -> Uuid {
    Builder::from_random_bytes(rand::random()).into_uuid()
}
