//! Friction points: noting one, changing it, taking it back.

use app::{
    plain::{self as pages, Address, Fault, FrictionForm, FrictionPage, Said},
    walk::{Friction, FrictionFelt, FrictionId, FrictionWithdrawn, Kind, PhotoId, PhotoRemoved},
    words::Phone,
};
use axum::{
    Form,
    extract::{Multipart, Path, State, multipart::MultipartRejection},
    response::Response,
};
use serde::Deserialize;

use super::{
    again,
    book::{Book, brought},
    open, own, plain, read_id,
    step::back,
    to,
    upload::Upload,
};
use crate::{error::Failure, seat::Reader, state::App, store::Desk};

/// The most bytes of one friction form, its photos included: nothing shrinks them before they come.
pub const MOST_UPLOAD_BYTES: usize = 64 * 1024 * 1024;

/// A form with photos, once it is known whose walk it is for.
type Parts = Result<Multipart, MultipartRejection>;

/// An empty form.
pub async fn new(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let shown = page_of(&app, &desk, &book, None, FrictionForm::default()).await?;
    Ok(shown_as(&app, &reader, &shown))
}

/// Notes a friction point. The form's own id names it, so that it is noted once.
pub async fn felt(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let upload = Upload::begin(parts.map_err(|_| Failure::Unreadable)?).await?;
    match upload.form.read() {
        Err(fault) => refused(&app, &reader, &desk, &book, None, upload, fault).await,
        Ok(said) => {
            let id = brought(&upload.fact).unwrap_or_else(|| book.fresh());
            let point = FrictionId(id.0);
            if book.has(id) {
                describe(&desk, &book, point, &said, None).await?;
            } else {
                let asked = upload.step.parse().ok();
                let step = asked.filter(|step| *step < book.walk.step_count());
                let step = step.or(own(&desk, &book, app.clock.now()).await?.step());
                let mut kinds = vec![Kind::FrictionFelt(FrictionFelt {
                    step: step.unwrap_or_default(),
                    category: said.category,
                    marker: None,
                })];
                kinds.extend(said.beyond(point, None).map(Kind::FrictionDescribed));
                kinds.extend(back(&book));
                book.write(&desk, id, &kinds).await?;
            }
            Ok(to(Address::walk(book.id)))
        }
    }
}

/// The form of a point that was noted before.
pub async fn point(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path((id, point)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let found = find(&book, read_id(&point)?).ok_or(Failure::NotFound)?;
    let shown = page_of(&app, &desk, &book, Some(found), FrictionForm::of(found)).await?;
    Ok(shown_as(&app, &reader, &shown))
}

/// Changes a point.
pub async fn change(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path((id, point)): Path<(String, String)>,
    parts: Parts,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let found = find(&book, read_id(&point)?).ok_or(Failure::NotFound)?;
    let upload = Upload::begin(parts.map_err(|_| Failure::Unreadable)?).await?;
    match upload.form.read() {
        Err(fault) => refused(&app, &reader, &desk, &book, Some(found), upload, fault).await,
        Ok(said) => {
            describe(&desk, &book, found.id, &said, Some(&upload.fact)).await?;
            Ok(to(Address::walk(book.id)))
        }
    }
}

/// A button that takes something away.
#[derive(Debug, Deserialize)]
pub struct Away {
    #[serde(default)]
    fact: String,
}

/// Takes a point back.
pub async fn remove(
    State(app): State<App>,
    desk: Desk,
    Path((id, point)): Path<(String, String)>,
    Form(away): Form<Away>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let friction: FrictionId = read_id(&point)?;
    if find(&book, friction).is_some() {
        let first = book.latest(brought(&away.fact));
        let kind = Kind::FrictionWithdrawn(FrictionWithdrawn { friction });
        book.write(&desk, first, &[kind]).await?;
    } else if !book.has(app::walk::FactId(friction.0)) {
        return Err(Failure::NotFound);
    }
    Ok(to(Address::walk(book.id)))
}

/// Takes a photo back, and goes back to its point.
pub async fn remove_photo(
    State(app): State<App>,
    desk: Desk,
    Path((id, photo)): Path<(String, String)>,
    Form(away): Form<Away>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let photo: PhotoId = read_id(&photo)?;
    let shows = |point: &&Friction| point.photos.iter().any(|it| it.id == photo);
    let Some(point) = book.walk.frictions.iter().find(shows) else {
        let gone = book.has(app::walk::FactId(photo.0));
        return if gone {
            Ok(to(Address::walk(book.id)))
        } else {
            Err(Failure::NotFound)
        };
    };
    let first = book.latest(brought(&away.fact));
    book.write(&desk, first, &[Kind::PhotoRemoved(PhotoRemoved { photo })])
        .await?;
    Ok(to(Address::friction(book.id, Some(point.id))))
}

/// Says what is new about a point that stands.
async fn describe(
    desk: &Desk,
    book: &Book,
    point: FrictionId,
    said: &Said,
    fact: Option<&str>,
) -> Result<(), Failure> {
    let more = find(book, point).and_then(|before| said.beyond(point, Some(before)));
    if let Some(more) = more {
        let first = book.latest(fact.and_then(brought));
        book.write(desk, first, &[Kind::FrictionDescribed(more)])
            .await?;
    }
    Ok(())
}

async fn refused(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    book: &Book,
    point: Option<&Friction>,
    upload: Upload,
    fault: Fault,
) -> Result<Response, Failure> {
    let shown = FrictionPage {
        fault: Some(fault),
        ..page_of(app, desk, book, point, upload.form).await?
    };
    let form = Address::friction(book.id, shown.point);
    let body = pages::friction(reader.lang, &shown);
    Ok(again(
        app,
        reader,
        form,
        Phone::of(reader.lang).what_in_way,
        body,
    ))
}

fn shown_as(app: &App, reader: &Reader, shown: &FrictionPage) -> Response {
    let body = pages::friction(reader.lang, shown);
    plain(app, reader, Phone::of(reader.lang).what_in_way, body)
}

async fn page_of(
    app: &App,
    desk: &Desk,
    book: &Book,
    point: Option<&Friction>,
    form: FrictionForm,
) -> Result<FrictionPage, Failure> {
    let own = own(desk, book, app.clock.now()).await?;
    let last = book.walk.step_count().saturating_sub(1);
    Ok(FrictionPage {
        step: point.map(|it| it.step).or(own.step()).unwrap_or(last),
        own,
        point: point.map(|it| it.id),
        fact: book.fresh(),
        away: book.fresh(),
        form,
        photos: point.map(|it| it.photos.clone()).unwrap_or_default(),
        fault: None,
        photo_faults: Vec::new(),
        photos_lost: false,
    })
}

fn find(book: &Book, id: FrictionId) -> Option<&Friction> {
    book.walk.frictions.iter().find(|it| it.id == id)
}
