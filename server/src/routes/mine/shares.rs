//! What one shares, and what others share.

use app::{
    front::Section,
    mine::{self, Item},
    walk::WalkId,
    words::Mine,
};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{error::Failure, page::page, seat::Reader, state::App, store::Desk};

/// Where the items are.
const HERE: &str = "/me/shares";

/// Every item of one's own that is here.
pub async fn shares(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    let items = desk.my_items(app.clock.now()).await?;
    let body = mine::shares(reader.lang, &items);
    let title = Mine::of(reader.lang).shares_title;
    Ok(page(&app, &reader, title, Section::Mine, body))
}

/// Choosing who reads an item.
pub async fn choose(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(path): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (walk, item) = read(&path)?;
    let choosing = desk.choosing(walk, &item, app.clock.now()).await?;
    let body = mine::choose(reader.lang, &choosing);
    let title = Mine::of(reader.lang).choose_title;
    Ok(page(&app, &reader, title, Section::Mine, body))
}

/// Shows an item as chosen readers would see it; with the field `sure`, shares it.
pub async fn share(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(path): Path<(String, String)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (walk, item) = read(&path)?;
    let now = app.clock.now();
    let chosen = |(name, _): &&(String, String)| name == "reader";
    let readers: Vec<String> = fields
        .iter()
        .filter(chosen)
        .map(|(_, id)| id.clone())
        .collect();
    let reader = Reader {
        path: format!("/me/share/{walk}/{}", item.code()),
        ..reader
    };
    if readers.is_empty() {
        let mut choosing = desk.choosing(walk, &item, now).await?;
        choosing.nobody = true;
        let body = mine::choose(reader.lang, &choosing);
        let title = Mine::of(reader.lang).choose_title;
        let page = page(&app, &reader, title, Section::Mine, body);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    if fields.iter().any(|(name, _)| name == "sure") {
        desk.share(walk, &item, &readers, now).await?;
        return Ok(Redirect::to(HERE).into_response());
    }
    let preview = desk.preview(walk, &item, &readers, now).await?;
    if preview.readers.is_empty() {
        // They read it already: an older page, or the way back.
        return Ok(Redirect::to(HERE).into_response());
    }
    let body = mine::preview(reader.lang, &preview);
    let title = Mine::of(reader.lang).preview_title;
    Ok(page(&app, &reader, title, Section::Mine, body))
}

/// Takes a share back.
pub async fn take_back(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    desk.take_back(&id, app.clock.now()).await?;
    Ok(Redirect::to(HERE))
}

/// What others share with the reader now.
pub async fn shared(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    let all = desk.shared_with_me(app.clock.now()).await?;
    let body = mine::shared_list(reader.lang, &all);
    let title = Mine::of(reader.lang).shared_title;
    Ok(page(&app, &reader, title, Section::Mine, body))
}

/// One of those.
pub async fn one_shared(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let shared = desk.shared(&id, app.clock.now()).await?;
    let title = mine::shared_title(reader.lang, &shared);
    let body = mine::shared(reader.lang, &shared);
    Ok(page(&app, &reader, &title, Section::Mine, body))
}

fn read((walk, item): &(String, String)) -> Result<(WalkId, Item), Failure> {
    let walk = walk.parse().map_err(|_| Failure::NotFound)?;
    let item = Item::from_code(item).ok_or(Failure::NotFound)?;
    Ok((walk, item))
}
