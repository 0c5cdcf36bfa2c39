//! The page on which a team hands a thread on, and its forms.

use app::{
    front::Section,
    team::handed::{Fault, MOST_DAYS, Made, Typed, packet_made, read_said, sharing},
    walk::{FrictionId, Millis, ThreadId},
    words::Handed,
};
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};

use super::{Fields, at, back, field, once, refused, seems_to_name, ticked, untouched};
use crate::{
    error::Failure,
    page::page as draw,
    seat::Reader,
    state::App,
    store::{Desk, Offering, StoreError},
    token,
    when::when,
};

const DAY: Millis = 86_400_000;

/// From a friction point to the page of its thread.
pub async fn from_friction(desk: Desk, Path(id): Path<String>) -> Result<Redirect, Failure> {
    let id: FrictionId = id.parse().map_err(|_| Failure::NotFound)?;
    let thread = desk.thread_to_share(id).await?;
    Ok(Redirect::to(&address(&thread.to_string())))
}

/// The page.
pub async fn page(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let thread = read(&id)?;
    if let Some(whole) = desk.whole_of(thread).await? {
        return Ok(Redirect::to(&address(&whole.to_string())).into_response());
    }
    shown(&app, reader, &desk, thread, untouched()).await
}

/// Makes a share page, and shows its address once.
pub async fn make_packet(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let (thread, now) = (read(&id)?, app.clock.now());
    let (words, chosen) = ticked(&fields);
    let days = field(&fields, "days").trim();
    if let Some(whole) = desk.whole_of(thread).await? {
        let typed = Typed {
            days: days.to_owned(),
            ..moved()
        };
        return wrong(&app, reader, &desk, whole, typed).await;
    }
    let Some(until) = days_from(days, now) else {
        let typed = Typed {
            days: days.to_owned(),
            words,
            fault: Some(Fault::Days),
            ..untouched()
        };
        return wrong(&app, reader, &desk, thread, typed).await;
    };
    let token = once(&desk, &address(&id), &fields);
    let hash = token::hash(&token);
    let made = desk.make_packet(thread, &hash, &chosen, until, now).await;
    let until = match made {
        Ok(Some(until)) => until,
        Ok(None) => return Ok(back(&address(&id), "#packets").into_response()),
        // Taken back meanwhile: the page says so.
        Err(StoreError::NotFound) => {
            return wrong(&app, reader, &desk, thread, untouched()).await;
        }
        Err(error) => return Err(error.into()),
    };
    let made = Made {
        thread,
        address: [&app.base_url, "/packet/", &token].concat(),
        until: when(&desk.viewer().time_zone, until, now),
    };
    let reader = at(address(&id), reader);
    let title = Handed::of(reader.lang).shown_once;
    let body = packet_made(reader.lang, &made);
    Ok(draw(&app, &reader, title, Section::Team, body))
}

/// Ends a share page.
pub async fn end_packet(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let thread = desk.end_packet(&id, app.clock.now()).await?;
    Ok(back(&address(&thread), "#packets"))
}

/// Offers the thread to another organisation.
pub async fn offer(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let (thread, now) = (read(&id)?, app.clock.now());
    let (words, chosen) = ticked(&fields);
    let (to, message) = (field(&fields, "to"), field(&fields, "message"));
    if let Some(whole) = desk.whole_of(thread).await? {
        let typed = Typed {
            to: to.to_owned(),
            message: message.to_owned(),
            ..moved()
        };
        return wrong(&app, reader, &desk, whole, typed).await;
    }
    let page = desk.sharing(thread, now).await?;
    if page.told.is_none() {
        return wrong(&app, reader, &desk, thread, untouched()).await;
    }
    let names = page.neighbours.iter();
    let names: Vec<_> = names
        .flat_map(|it| [&it.organisation, &it.service])
        .collect();
    let named = seems_to_name(&desk, &fields, message, page.told.as_ref(), &names);
    let fault = match (to.split_once('/'), read_said(message)) {
        (_, Err(fault)) => Some(fault),
        (None, _) => Some(Fault::Nobody),
        _ if named.is_some() => None,
        (Some(to), Ok(said)) => {
            let id = once(&desk, &address(&id), &fields);
            match desk.offer(thread, to, &said, &chosen, &id, now).await? {
                Offering::TakesNone => Some(Fault::Nobody),
                Offering::Already => Some(Fault::Already),
                Offering::Made => {
                    return Ok(back(&address(&thread.to_string()), "#offered").into_response());
                }
            }
        }
    };
    let typed = Typed {
        to: to.to_owned(),
        message: message.to_owned(),
        words,
        fault,
        named,
        ..untouched()
    };
    wrong(&app, reader, &desk, thread, typed).await
}

/// Takes an offer back.
pub async fn take_back(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let thread = desk.take_back_offer(&id, app.clock.now()).await?;
    Ok(back(&address(&thread), "#offered"))
}

/// More would go along than was seen on the page that was sent, so nothing does.
fn moved() -> Typed {
    Typed {
        fault: Some(Fault::Moved),
        ..untouched()
    }
}

async fn wrong(
    app: &App,
    reader: Reader,
    desk: &Desk,
    thread: ThreadId,
    typed: Typed,
) -> Result<Response, Failure> {
    let reader = at(address(&thread.to_string()), reader);
    Ok(refused(shown(app, reader, desk, thread, typed).await?))
}

async fn shown(
    app: &App,
    reader: Reader,
    desk: &Desk,
    thread: ThreadId,
    typed: Typed,
) -> Result<Response, Failure> {
    let mut shown = desk.sharing(thread, app.clock.now()).await?;
    shown.typed = typed;
    let title = Handed::of(reader.lang).hand_on;
    let body = sharing(reader.lang, &shown);
    Ok(draw(app, &reader, title, Section::Team, body))
}

/// The end of so many days from now, when they are as many as a page may stand.
fn days_from(typed: &str, now: Millis) -> Option<Millis> {
    let days: i64 = typed.parse().ok()?;
    let end = now.saturating_add(days.saturating_mul(DAY));
    (1..=MOST_DAYS).contains(&days).then_some(end)
}

fn read(id: &str) -> Result<ThreadId, Failure> {
    id.parse().map_err(|_| Failure::NotFound)
}

fn address(thread: &str) -> String {
    ["/team/thread/", thread, "/share"].concat()
}
