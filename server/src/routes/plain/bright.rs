//! Something that worked.

use app::{
    plain::{self as pages, Address, BrightForm, BrightPage, Fault},
    walk::{BrightSpot, BrightSpotNoted, BrightSpotWithdrawn, FactId, Kind},
    words::Plain,
};
use axum::{Form, response::Response};
use serde::Deserialize;

use super::{
    book::{Book, brought},
    step::back,
    visit::Visit,
};
use crate::error::Failure;

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
pub async fn new_bright(visit: Visit) -> Result<Response, Failure> {
    form(&visit, None, BrightForm::default()).await
}

/// Notes something that worked. The form's own id names it, so that it is noted once.
pub async fn bright(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let form = BrightForm { note: sent.note };
    match form.read() {
        Err(fault) => refused(&visit, None, form, fault).await,
        Ok(note) => {
            let book = &visit.book;
            let spot = brought(&sent.fact).unwrap_or_else(|| book.fresh());
            if book.has(spot) {
                return rewrite(&visit, spot, note, "").await;
            }
            let mut kinds = vec![Kind::BrightSpotNoted(BrightSpotNoted {
                spot: None,
                step: sent.step.parse().ok(),
                stands: note.is_empty(),
                note,
                marker: None,
            })];
            kinds.extend(back(book));
            book.write(&visit.desk, spot, &kinds).await?;
            Ok(visit.to_walk())
        }
    }
}

/// The form of one that was noted before.
pub async fn change_bright(visit: Visit) -> Result<Response, Failure> {
    let found = find(&visit.book, visit.part()?)?;
    let before = BrightForm {
        note: found.note.clone(),
    };
    form(&visit, Some(found), before).await
}

/// Changes one that was noted before.
pub async fn rewritten(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let found = find(&visit.book, visit.part()?)?;
    let form = BrightForm { note: sent.note };
    match form.read() {
        Ok(note) => rewrite(&visit, found.id, note, &sent.fact).await,
        Err(fault) => refused(&visit, Some(found), form, fault).await,
    }
}

/// Takes one back.
pub async fn remove_bright(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let spot: FactId = visit.part()?;
    if find(&visit.book, spot).is_ok() {
        let kind = Kind::BrightSpotWithdrawn(BrightSpotWithdrawn { spot });
        visit.write(&sent.fact, &[kind]).await?;
    } else if !visit.book.has(spot) {
        return Err(Failure::NotFound);
    }
    Ok(visit.to_walk())
}

/// Says it anew, when it is not what stands there already.
async fn rewrite(
    visit: &Visit,
    spot: FactId,
    note: String,
    fact: &str,
) -> Result<Response, Failure> {
    let found = find(&visit.book, spot).ok().filter(|it| it.note != note);
    if let Some(found) = found {
        let kind = Kind::BrightSpotNoted(BrightSpotNoted {
            spot: Some(spot),
            step: found.step,
            stands: note.is_empty(),
            note,
            marker: None,
        });
        visit.write(fact, &[kind]).await?;
    }
    Ok(visit.to_walk())
}

async fn form(
    visit: &Visit,
    spot: Option<&BrightSpot>,
    form: BrightForm,
) -> Result<Response, Failure> {
    let lang = visit.reader.lang;
    let body = pages::bright(lang, &page_of(visit, spot, form, None).await?);
    Ok(visit.page(Plain::of(lang).something_worked, body))
}

async fn refused(
    visit: &Visit,
    spot: Option<&BrightSpot>,
    form: BrightForm,
    fault: Fault,
) -> Result<Response, Failure> {
    let lang = visit.reader.lang;
    let shown = page_of(visit, spot, form, Some(fault)).await?;
    let form = Address::bright(visit.book.id, shown.spot);
    let title = Plain::of(lang).something_worked;
    Ok(visit.again(form, title, pages::bright(lang, &shown)))
}

async fn page_of(
    visit: &Visit,
    spot: Option<&BrightSpot>,
    form: BrightForm,
    fault: Option<Fault>,
) -> Result<BrightPage, Failure> {
    let own = visit.own().await?;
    Ok(BrightPage {
        step: spot.map_or(own.step(), |spot| spot.step),
        own,
        spot: spot.map(|spot| spot.id),
        fact: visit.book.fresh(),
        away: visit.book.fresh(),
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
