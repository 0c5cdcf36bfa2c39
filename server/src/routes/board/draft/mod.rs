//! The secretary's desk. All of it works with forms alone.

mod form;
mod here;

use app::{
    board::{self, Fault, MonthPage, Part, Typed},
    front::Section,
    walk::{Text, month::YearMonth},
};
use axum::{
    Form,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    error::Failure,
    page::page,
    routes::handed::{field, refused},
    store::{Asking, Pressed},
};
use form::Sent;
use here::Here;

/// The fields of a form, in their order.
type Fields = Form<Vec<(String, String)>>;

/// The desk.
pub async fn show(here: Here) -> Result<Response, Failure> {
    let draft = here.draft().await?;
    Ok(here.drawn(draft, Typed::default()))
}

/// The month's page as it would be, published now.
pub async fn preview(here: Here) -> Result<Response, Failure> {
    let draft = here.draft().await?;
    let (month, now) = (here.month, here.now);
    if draft.running {
        return Err(Failure::NotFound);
    }
    if !draft.drafting {
        return Ok(to_month(month));
    }
    let mut shown: MonthPage = match here.desk.correction(month, now).await? {
        Some(correction) => correction,
        None => (**here.desk.month(month, now).await?).clone(),
    };
    shown.said.extend(draft.spoken(now));
    let beside = shown.beside.into_iter();
    shown.beside = beside.map(|(at, it)| (at, it.published())).collect();
    let lang = here.reader.lang;
    let body = board::preview_page(lang, &shown);
    let title = board::month_title(lang, month);
    Ok(page(&here.app, &here.reader, &title, Section::Board, body))
}

/// Asks the service teams for their view.
pub async fn open_reply(here: Here) -> Result<Response, Failure> {
    let opened = here.desk.open_reply(here.month, here.now).await;
    if here.was_done(opened.map(|()| true)).await? {
        return Ok(here.back("#reply").into_response());
    }
    here.moved().await
}

/// Ends that before its day, when all of them have put it; otherwise the page says who has not.
pub async fn close_reply(here: Here) -> Result<Response, Failure> {
    let closed = here.desk.close_reply(here.month, here.now).await;
    if here.was_done(closed.map(|_| true)).await? {
        return Ok(here.back("#reply").into_response());
    }
    here.moved().await
}

/// Keeps the secretary's words.
pub async fn words(here: Here, Form(fields): Fields) -> Result<Response, Failure> {
    let sent = Sent::of(Part::Words, fields);
    here.write(sent, Asking::Words).await
}

/// Keeps what a correction corrects.
pub async fn reason(here: Here, Form(fields): Fields) -> Result<Response, Failure> {
    let sent = Sent::of(Part::Reason, fields);
    here.write(sent, Asking::Reason).await
}

/// Keeps, changes or removes something that is asked.
pub async fn write_ask(here: Here, Form(fields): Fields) -> Result<Response, Failure> {
    let id = field(&fields, "id").to_owned();
    if id.is_empty() {
        return Err(Failure::NotFound);
    }
    let sent = Sent::of(Part::Ask(id.clone()), fields);
    here.write(sent, |text| Asking::Ask(id, text)).await
}

/// Keeps what became of something.
pub async fn became(here: Here, Form(fields): Fields) -> Result<Response, Failure> {
    let id = field(&fields, "id").to_owned();
    let sent = Sent::of(Part::Became(id.clone()), fields);
    here.write(sent, |text| Asking::Became(id, text)).await
}

/// Approves the month as it was seen.
pub async fn approve(here: Here, Form(fields): Fields) -> Result<Response, Failure> {
    let edition = edition(&fields);
    let seen = Some(field(&fields, "counted")).filter(|it| !it.is_empty());
    let approved = here.desk.approve_seen(here.month, edition, seen, here.now);
    if here.was_done(approved.await).await? {
        return Ok(here.back("#approve").into_response());
    }
    here.moved().await
}

/// Publishes it.
pub async fn publish(here: Here, Form(fields): Fields) -> Result<Response, Failure> {
    let (version, edition) = (version(&fields), edition(&fields));
    let pressed = here
        .desk
        .publish_version(here.month, version, edition, here.now);
    let (part, text, fault) = match pressed.await? {
        Pressed::Done => return Ok(to_month(here.month)),
        // It would have said the same. Its reason is not lost.
        Pressed::Same(reason) => (Part::Reason, reason, Fault::Same),
        Pressed::Gone => (Part::None, Text::default(), Fault::Gone),
        Pressed::Not => {
            if here.draft().await?.running {
                return Err(Failure::NotFound);
            }
            return here.moved().await;
        }
    };
    let typed = Typed {
        part,
        text,
        fault: Some(fault),
        ..Typed::default()
    };
    let draft = here.draft().await?;
    Ok(refused(here.drawn(draft, typed)))
}

/// Begins a correction.
pub async fn correct(here: Here, Form(fields): Fields) -> Result<Response, Failure> {
    let draft = here.draft().await?;
    if draft.published.is_none() {
        return Err(Failure::NotFound);
    }
    let begins = version(&fields);
    let sent = Sent::of(Part::Reason, fields);
    match sent.read(&here.desk, &draft) {
        Ok(text) => {
            let begun = here.desk.begin_version(here.month, begins, &text, here.now);
            if begun.await? {
                return Ok(here.back("").into_response());
            }
            // Somebody began it meanwhile, or the version that was to be corrected is corrected by now.
            let draft = here.draft().await?;
            let typed = sent.typed(&draft, text, Some(Fault::Moved));
            Ok(refused(here.drawn(draft, typed)))
        }
        Err(typed) => Ok(refused(here.drawn(draft, *typed))),
    }
}

/// Gives a correction up. The desk says which version stands.
pub async fn give_up(here: Here, Form(fields): Fields) -> Result<Response, Failure> {
    let edition = edition(&fields);
    let given_up = here.desk.give_up(here.month, edition, here.now).await;
    // Sent twice, it was given up before.
    if here.was_done(given_up).await? || !here.draft().await?.drafting {
        return Ok(here.back("").into_response());
    }
    here.moved().await
}

/// To what is published.
fn to_month(month: YearMonth) -> Response {
    Redirect::to(&format!("/board/{month}")).into_response()
}

/// The version that a form means, when it says.
fn version(fields: &[(String, String)]) -> Option<u32> {
    field(fields, "version").parse().ok()
}

/// The edition that a form was made of; one that cannot be read is none.
fn edition(fields: &[(String, String)]) -> i64 {
    field(fields, "edition").parse().unwrap_or(-1)
}
