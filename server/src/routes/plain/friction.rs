//! Friction points: noting one, changing it, taking it back.

use app::{
    plain::{self as pages, Address, Fault, FrictionForm, FrictionPage, Said},
    walk::{
        Friction, FrictionFelt, FrictionId, FrictionWithdrawn, Kind, MOST_PHOTOS, PhotoId,
        PhotoRemoved, WalkId,
    },
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
use crate::{
    error::Failure,
    photo::MOST_FILE_BYTES,
    seat::Reader,
    state::App,
    store::{Desk, PhotoFault},
};

/// The most bytes of one friction form, its photos included: nothing shrinks them before they come.
pub const MOST_UPLOAD_BYTES: usize = MOST_PHOTOS * MOST_FILE_BYTES + 128 * 1024;

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
    let mut upload = Upload::begin(parts.map_err(|_| Failure::Unreadable)?).await?;
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
            with_photos(&app, &reader, &desk, book.id, point, &mut upload).await
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
    let mut upload = Upload::begin(parts.map_err(|_| Failure::Unreadable)?).await?;
    match upload.form.read() {
        Err(fault) => refused(&app, &reader, &desk, &book, Some(found), upload, fault).await,
        Ok(said) => {
            describe(&desk, &book, found.id, &said, Some(&upload.fact)).await?;
            with_photos(&app, &reader, &desk, book.id, found.id, &mut upload).await
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

/// Keeps the photos of a point that is noted by now, and goes back to the walk; or to the point, when some were not
/// taken.
async fn with_photos(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    walk: WalkId,
    point: FrictionId,
    upload: &mut Upload,
) -> Result<Response, Failure> {
    let faults = keep_photos(app, desk, walk, point, upload).await?;
    if faults.is_empty() {
        return Ok(to(Address::walk(walk)));
    }
    let book = Book::open(desk, walk, app.clock.now()).await?;
    let found = find(&book, point).ok_or(Failure::NotFound)?;
    let shown = FrictionPage {
        photo_faults: faults,
        ..page_of(app, desk, &book, Some(found), FrictionForm::of(found)).await?
    };
    let form = Address::friction(walk, Some(point));
    let body = pages::friction(reader.lang, &shown);
    let title = Phone::of(reader.lang).what_in_way;
    Ok(again(app, reader, form, title, body))
}

async fn keep_photos(
    app: &App,
    desk: &Desk,
    walk: WalkId,
    point: FrictionId,
    upload: &mut Upload,
) -> Result<Vec<pages::PhotoFault>, Failure> {
    let mut faults = Vec::new();
    loop {
        let file = match upload.photo().await {
            Ok(None) => break,
            Ok(Some(file)) => file,
            // More than all photos of a point may take: what was said is kept, and what came before.
            Err(Failure::TooLarge) => {
                faults.push(pages::PhotoFault::TooLarge(String::new()));
                break;
            }
            Err(failure) => return Err(failure),
        };
        let kept = match file.bytes {
            Some(bytes) => desk.add_photo(walk, point, bytes, app.clock.now()).await,
            None => Err(PhotoFault::TooLarge),
        };
        match kept {
            Ok(_) => {}
            Err(PhotoFault::NotAnImage) => faults.push(pages::PhotoFault::NotAnImage(file.name)),
            Err(PhotoFault::TooLarge) => faults.push(pages::PhotoFault::TooLarge(file.name)),
            Err(PhotoFault::TooMany) => faults.push(pages::PhotoFault::TooMany(file.name)),
            // Taken back meanwhile, on another page or phone.
            Err(PhotoFault::Unknown | PhotoFault::Gone) => break,
            Err(fault) => return Err(fault.into()),
        }
    }
    Ok(faults)
}

async fn refused(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    book: &Book,
    point: Option<&Friction>,
    mut upload: Upload,
    fault: Fault,
) -> Result<Response, Failure> {
    let shown = FrictionPage {
        photos_lost: upload.let_go_of_photos().await?,
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
