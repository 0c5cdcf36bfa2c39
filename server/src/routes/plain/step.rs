//! A walk where it stands, and the steps.

use app::{
    plain::{self as pages, Address, Receipt, StepPage},
    walk::{
        AtStep, FactId, Interrupted, Kind, Millis, Mood, MoodMarked, Place, StepFinished,
        StepResult,
    },
    words::Plain,
};
use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderValue, header},
    response::Response,
};
use serde::Deserialize;

use super::{
    again,
    book::{Book, brought},
    open, own, plain,
    start::title,
    to,
};
use crate::{error::Failure, seat::Reader, state::App, store::Desk, when::when};

/// A walk, wherever it stands: at a step, at the questions, or finished.
pub async fn walk(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let shown = own(&desk, &book, app.clock.now()).await?;
    let name = title(&reader, &shown);
    Ok(match book.walk.place {
        // Its beginning has not arrived: a phone is still sending.
        Place::Brief => to(Address::list()),
        Place::Finish => {
            let body = pages::finish(reader.lang, &shown, [book.fresh(), book.fresh()]);
            plain(&app, &reader, &name, body)
        }
        Place::Receipt => {
            let body = pages::receipt(reader.lang, &receipt(&app, &reader, &desk, shown).await?);
            plain(&app, &reader, &name, body)
        }
        Place::Step { step } | Place::Away { step, .. } | Place::Back { step } => {
            let body = pages::step(reader.lang, &step_page(&app, &desk, &book, shown, step));
            plain(&app, &reader, &name, body)
        }
    })
}

fn step_page(app: &App, desk: &Desk, book: &Book, own: pages::Own, step: u16) -> StepPage {
    let now = app.clock.now();
    let left = match book.walk.place {
        Place::Away { since, .. } => Some(when(&desk.viewer().time_zone, since, now).time()),
        _ => None,
    };
    let mood = own.walk.steps.get(&step).and_then(|track| track.mood);
    StepPage {
        own,
        step,
        left,
        facts: [book.fresh(), book.fresh(), book.fresh(), book.fresh()],
        mood: mood.map(|it| it.value().to_string()).unwrap_or_default(),
        unsaid: false,
    }
}

async fn receipt(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    own: pages::Own,
) -> Result<Receipt, Failure> {
    let now = app.clock.now();
    let at = |at: Millis| when(&desk.viewer().time_zone, at, now);
    let news = desk.briefing().await?;
    let received = desk.own_walk_received(own.id).await?.unwrap_or(now);
    let ended = own
        .walk
        .finished_at
        .or(own.walk.started_at)
        .unwrap_or_default();
    Ok(Receipt {
        sent: at(received).recently(reader.lang),
        ended: at(ended).time(),
        seen: news.seen.iter().map(|it| it.friction).collect(),
        replies: news
            .replies
            .into_iter()
            .filter(|it| it.walk == own.id)
            .collect(),
        own,
    })
}

/// A form of a step.
#[derive(Debug, Deserialize)]
pub struct AtForm {
    #[serde(default)]
    fact: String,
    #[serde(default)]
    step: String,
    #[serde(default)]
    left: String,
    #[serde(default)]
    result: String,
    #[serde(default)]
    mood: String,
}

impl AtForm {
    fn step(&self) -> Option<u16> {
        self.step.parse().ok()
    }
}

/// Notes the leaving, and goes on to the service.
pub async fn leave(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
    Form(form): Form<AtForm>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    if let Place::Step { step } | Place::Back { step } = book.walk.place
        && form.step() == Some(step)
    {
        let first = book.latest(brought(&form.fact));
        book.write(&desk, first, &[Kind::Left(AtStep { step })])
            .await?;
    }
    Ok(to(Address::of(book.id, "service")))
}

/// The page in between: it goes on to the service by itself.
pub async fn service(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let shown = own(&desk, &book, app.clock.now()).await?;
    let url = shown.task.as_ref().and_then(|task| task.url.clone());
    let Some(url) = url.filter(|url| leads_out(url)) else {
        return Ok(to(Address::walk(book.id)));
    };
    let body = pages::leaving(reader.lang, &shown, &url);
    let mut page = plain(&app, &reader, Plain::of(reader.lang).opening_service, body);
    if let Ok(value) = HeaderValue::from_str(&["0; url=", &url].concat()) {
        page.headers_mut().insert(header::REFRESH, value);
    }
    Ok(page)
}

/// An address of the web, or of the demonstration's own stand-in.
fn leads_out(url: &str) -> bool {
    ["https://", "http://", "/"]
        .iter()
        .any(|start| url.starts_with(start))
}

/// Puts the walk aside: the time until it is taken up again does not count.
pub async fn pause(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
    Form(form): Form<AtForm>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    if let Place::Step { step } | Place::Back { step } = book.walk.place {
        let left = book.latest(brought(&form.fact));
        let kinds = [
            Kind::Left(AtStep { step }),
            Kind::Interrupted(Interrupted { left }),
        ];
        book.write(&desk, left, &kinds).await?;
    }
    Ok(to(Address::list()))
}

/// Says that the time away was not about the service.
pub async fn interrupted(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
    Form(form): Form<AtForm>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let left: Option<FactId> = brought(&form.left);
    if let Some(away) = book
        .walk
        .last_away
        .filter(|away| Some(away.left) == left && !away.interrupted)
    {
        let first = book.latest(brought(&form.fact));
        let kind = Kind::Interrupted(Interrupted { left: away.left });
        book.write(&desk, first, &[kind]).await?;
    }
    Ok(to(Address::walk(book.id)))
}

/// "How did that go?": ends the step, and opens the next one when there is one. A form of a step that is over already
/// changes nothing.
pub async fn answer(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(id): Path<String>,
    Form(form): Form<AtForm>,
) -> Result<Response, Failure> {
    let book = open(&app, &desk, &id).await?;
    let (Place::Step { step } | Place::Away { step, .. } | Place::Back { step }) = book.walk.place
    else {
        return Ok(to(Address::walk(book.id)));
    };
    if form.step() != Some(step) {
        return Ok(to(Address::walk(book.id)));
    }
    let Some(result) = StepResult::from_code(&form.result) else {
        let shown = own(&desk, &book, app.clock.now()).await?;
        let name = title(&reader, &shown);
        let shown = StepPage {
            mood: form.mood,
            unsaid: true,
            ..step_page(&app, &desk, &book, shown, step)
        };
        let body = pages::step(reader.lang, &shown);
        return Ok(again(&app, &reader, Address::walk(book.id), &name, body));
    };
    let mut kinds = back(&book);
    if let Ok(mood) = form.mood.parse() {
        let mood = Mood::new(mood);
        kinds.push(Kind::MoodMarked(MoodMarked { step, mood }));
    }
    kinds.push(Kind::StepFinished(StepFinished { step, result }));
    let next = step.saturating_add(1);
    if result != StepResult::Stuck && next < book.walk.step_count() {
        kinds.push(Kind::StepOpened(AtStep { step: next }));
    }
    let first = book.latest(brought(&form.fact));
    book.write(&desk, first, &kinds).await?;
    Ok(to(Address::walk(book.id)))
}

/// Coming back, when the walker is away: nothing else tells a page without script.
pub(super) fn back(book: &Book) -> Vec<Kind> {
    match book.walk.place {
        Place::Away { step, .. } => vec![Kind::CameBack(AtStep { step })],
        _ => Vec::new(),
    }
}
