//! Something that worked.

use app::{
    plain::{self as pages, Address, BrightForm, BrightPage, Fault},
    walk::{BrightSpot, BrightSpotNoted, BrightSpotWithdrawn, FactId, Kind},
    words::Plain,
};
use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use serde::Deserialize;

use super::{
    again,
    book::{Book, brought},
    open, own, plain, read_id,
    step::back,
    to,
};
use crate::{error::Failure, seat::Reader, state::App, store::Desk};

/// The form, as it was sent.
#[derive(Debug, Deserialize)]
pub struct Sent {
    #[serde(default)]
    fact: String,
    #[serde(default)]
    step: String,
    #[serde(default)]
    note: String,
}

/// An empty form.
pub async fn new_bright(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let shown = page_of(&app, &desk, &book, None, BrightForm::default(), None).await?;
    let body = pages::bright(reader.lang, &shown);
    Ok(plain(
        &app,
        &reader,
        Plain::of(reader.lang).something_worked,
        body,
    ))
}

/// Notes something that worked. The form's own id names it, so that it is noted once.
pub async fn bright(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let form = BrightForm { note: sent.note };
    match form.read() {
        Err(fault) => refused(&app, &reader, &desk, &book, None, form, fault).await,
        Ok(note) => {
            let spot = brought(&sent.fact).unwrap_or_else(|| book.fresh());
            if book.has(spot) {
                return rewrite(&desk, &book, spot, note, None).await;
            }
            let mut kinds = vec![Kind::BrightSpotNoted(BrightSpotNoted {
                spot: None,
                step: sent.step.parse().ok(),
                stands: note.is_empty(),
                note,
                marker: None,
            })];
            kinds.extend(back(&book));
            book.write(&desk, spot, &kinds).await?;
            Ok(to(Address::walk(book.id)))
        }
    }
}

/// The form of one that was noted before.
pub async fn change_bright(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path((id, spot)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let found = find(&book, read_id(&spot)?)?;
    let form = BrightForm {
        note: found.note.clone(),
    };
    let shown = page_of(&app, &desk, &book, Some(found), form, None).await?;
    let body = pages::bright(reader.lang, &shown);
    Ok(plain(
        &app,
        &reader,
        Plain::of(reader.lang).something_worked,
        body,
    ))
}

/// Changes one that was noted before.
pub async fn rewritten(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path((id, spot)): Path<(String, String)>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let found = find(&book, read_id(&spot)?)?.clone();
    let form = BrightForm { note: sent.note };
    match form.read() {
        Ok(note) => rewrite(&desk, &book, found.id, note, brought(&sent.fact)).await,
        Err(fault) => refused(&app, &reader, &desk, &book, Some(&found), form, fault).await,
    }
}

/// Takes one back.
pub async fn remove_bright(
    State(app): State<App>,
    desk: Desk,
    Path((id, spot)): Path<(String, String)>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let spot: FactId = read_id(&spot)?;
    if find(&book, spot).is_ok() {
        let first = book.latest(brought(&sent.fact));
        let kind = Kind::BrightSpotWithdrawn(BrightSpotWithdrawn { spot });
        book.write(&desk, first, &[kind]).await?;
    } else if !book.has(spot) {
        return Err(Failure::NotFound);
    }
    Ok(to(Address::walk(book.id)))
}

/// Says it anew, when it is not what stands there already.
async fn rewrite(
    desk: &Desk,
    book: &Book,
    spot: FactId,
    note: String,
    fact: Option<FactId>,
) -> Result<Response, Failure> {
    let found = find(book, spot).ok().filter(|it| it.note != note);
    if let Some(found) = found {
        let kind = Kind::BrightSpotNoted(BrightSpotNoted {
            spot: Some(spot),
            step: found.step,
            stands: note.is_empty(),
            note,
            marker: None,
        });
        book.write(desk, book.latest(fact), &[kind]).await?;
    }
    Ok(to(Address::walk(book.id)))
}

async fn refused(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    book: &Book,
    spot: Option<&BrightSpot>,
    form: BrightForm,
    fault: Fault,
) -> Result<Response, Failure> {
    let shown = page_of(app, desk, book, spot, form, Some(fault)).await?;
    let form = Address::bright(book.id, shown.spot);
    let title = Plain::of(reader.lang).something_worked;
    Ok(again(
        app,
        reader,
        form,
        title,
        pages::bright(reader.lang, &shown),
    ))
}

async fn page_of(
    app: &App,
    desk: &Desk,
    book: &Book,
    spot: Option<&BrightSpot>,
    form: BrightForm,
    fault: Option<Fault>,
) -> Result<BrightPage, Failure> {
    let own = own(desk, book, app.clock.now()).await?;
    Ok(BrightPage {
        step: spot.map_or(own.step(), |spot| spot.step),
        own,
        spot: spot.map(|spot| spot.id),
        fact: book.fresh(),
        away: book.fresh(),
        form,
        fault,
    })
}

fn find(book: &Book, id: FactId) -> Result<&BrightSpot, Failure> {
    book.walk
        .bright_spots
        .iter()
        .find(|it| it.id == id)
        .ok_or(Failure::NotFound)
}
