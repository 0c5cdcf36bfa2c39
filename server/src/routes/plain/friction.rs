//! Friction points: noting one, changing it, taking it back.

use app::{
    plain::{self as pages, Address, Fault, FrictionForm, FrictionPage, Said},
    walk::{
        Friction, FrictionFelt, FrictionId, FrictionWithdrawn, Kind, MOST_PHOTOS, PhotoId,
        PhotoRemoved,
    },
    words::Phone,
};
use axum::{
    Form,
    extract::{Multipart, multipart::MultipartRejection},
    response::Response,
};
use serde::Deserialize;

use super::{
    book::{Book, brought},
    step::back,
    to,
    upload::Upload,
    visit::Visit,
};
use crate::{error::Failure, photo::MOST_FILE_BYTES, store::PhotoFault};

/// The most bytes of one friction form, its photos included: nothing shrinks them before they come.
pub const MOST_UPLOAD_BYTES: usize = MOST_PHOTOS * MOST_FILE_BYTES + 128 * 1024;

/// A form with photos, once it is known whose walk it is for.
type Parts = Result<Multipart, MultipartRejection>;

/// An empty form.
pub async fn new(visit: Visit) -> Result<Response, Failure> {
    form(&visit, None, FrictionForm::default()).await
}

/// Notes a friction point. The form's own id names it, so that it is noted once.
pub async fn felt(visit: Visit, parts: Parts) -> Result<Response, Failure> {
    let mut upload = Upload::begin(parts.map_err(|_| Failure::Unreadable)?).await?;
    match upload.form.read() {
        Err(fault) => refused(&visit, None, upload, fault).await,
        Ok(said) => {
            let book = &visit.book;
            let id = brought(&upload.fact).unwrap_or_else(|| book.fresh());
            let point = FrictionId(id.0);
            if book.has(id) {
                describe(&visit, point, &said, "").await?;
            } else {
                let asked = upload.step.parse().ok();
                let step = asked.filter(|step| *step < book.walk.step_count());
                let step = step.or(visit.own().await?.step());
                let mut kinds = vec![Kind::FrictionFelt(FrictionFelt {
                    step: step.unwrap_or_default(),
                    category: said.category,
                    marker: None,
                })];
                kinds.extend(said.beyond(point, None).map(Kind::FrictionDescribed));
                kinds.extend(back(book));
                book.write(&visit.desk, id, &kinds).await?;
            }
            with_photos(visit, point, &mut upload).await
        }
    }
}

/// The form of a point that was noted before.
pub async fn point(visit: Visit) -> Result<Response, Failure> {
    let found = find(&visit.book, visit.part()?).ok_or(Failure::NotFound)?;
    form(&visit, Some(found), FrictionForm::of(found)).await
}

/// Changes a point.
pub async fn change(visit: Visit, parts: Parts) -> Result<Response, Failure> {
    let found = find(&visit.book, visit.part()?).ok_or(Failure::NotFound)?;
    let mut upload = Upload::begin(parts.map_err(|_| Failure::Unreadable)?).await?;
    match upload.form.read() {
        Err(fault) => refused(&visit, Some(found), upload, fault).await,
        Ok(said) => {
            let point = found.id;
            describe(&visit, point, &said, &upload.fact).await?;
            with_photos(visit, point, &mut upload).await
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
pub async fn remove(visit: Visit, Form(away): Form<Away>) -> Result<Response, Failure> {
    let friction: FrictionId = visit.part()?;
    if find(&visit.book, friction).is_some() {
        let kind = Kind::FrictionWithdrawn(FrictionWithdrawn { friction });
        visit.write(&away.fact, &[kind]).await?;
    } else if !visit.book.has(app::walk::FactId(friction.0)) {
        return Err(Failure::NotFound);
    }
    Ok(visit.to_walk())
}

/// Takes a photo back, and goes back to its point.
pub async fn remove_photo(visit: Visit, Form(away): Form<Away>) -> Result<Response, Failure> {
    let photo: PhotoId = visit.part()?;
    let shows = |point: &&Friction| point.photos.iter().any(|it| it.id == photo);
    let Some(point) = visit.book.walk.frictions.iter().find(shows) else {
        let gone = visit.book.has(app::walk::FactId(photo.0));
        return if gone {
            Ok(visit.to_walk())
        } else {
            Err(Failure::NotFound)
        };
    };
    let kind = Kind::PhotoRemoved(PhotoRemoved { photo });
    visit.write(&away.fact, &[kind]).await?;
    Ok(to(Address::friction(visit.book.id, Some(point.id))))
}

/// Says what is new about a point that stands.
async fn describe(
    visit: &Visit,
    point: FrictionId,
    said: &Said,
    fact: &str,
) -> Result<(), Failure> {
    let before = find(&visit.book, point);
    match before.and_then(|before| said.beyond(point, Some(before))) {
        Some(more) => visit.write(fact, &[Kind::FrictionDescribed(more)]).await,
        None => Ok(()),
    }
}

/// Keeps the photos of a point that is noted by now, and goes back to the walk; or to the point, when some were not
/// taken.
async fn with_photos(
    mut visit: Visit,
    point: FrictionId,
    upload: &mut Upload,
) -> Result<Response, Failure> {
    let faults = keep_photos(&visit, point, upload).await?;
    if faults.is_empty() {
        return Ok(visit.to_walk());
    }
    visit.read_anew().await?;
    let found = find(&visit.book, point).ok_or(Failure::NotFound)?;
    let shown = FrictionPage {
        photo_faults: faults,
        ..page_of(&visit, Some(found), FrictionForm::of(found)).await?
    };
    Ok(again(&visit, &shown))
}

async fn keep_photos(
    visit: &Visit,
    point: FrictionId,
    upload: &mut Upload,
) -> Result<Vec<pages::PhotoFault>, Failure> {
    let (desk, walk) = (&visit.desk, visit.book.id);
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
            Some(bytes) => {
                desk.add_photo(walk, point, bytes, visit.app.clock.now())
                    .await
            }
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

async fn form(
    visit: &Visit,
    point: Option<&Friction>,
    form: FrictionForm,
) -> Result<Response, Failure> {
    let lang = visit.reader.lang;
    let body = pages::friction(lang, &page_of(visit, point, form).await?);
    Ok(visit.page(Phone::of(lang).what_in_way, body))
}

async fn refused(
    visit: &Visit,
    point: Option<&Friction>,
    mut upload: Upload,
    fault: Fault,
) -> Result<Response, Failure> {
    let shown = FrictionPage {
        photos_lost: upload.let_go_of_photos().await?,
        fault: Some(fault),
        ..page_of(visit, point, upload.form).await?
    };
    Ok(again(visit, &shown))
}

fn again(visit: &Visit, shown: &FrictionPage) -> Response {
    let lang = visit.reader.lang;
    let form = Address::friction(visit.book.id, shown.point);
    let body = pages::friction(lang, shown);
    visit.again(form, Phone::of(lang).what_in_way, body)
}

async fn page_of(
    visit: &Visit,
    point: Option<&Friction>,
    form: FrictionForm,
) -> Result<FrictionPage, Failure> {
    let book = &visit.book;
    let own = visit.own().await?;
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
