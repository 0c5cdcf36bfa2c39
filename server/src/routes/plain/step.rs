//! A walk where it stands, and the steps.

use app::{
    plain::{self as pages, Address, Receipt, StepPage},
    walk::{AtStep, FactId, Interrupted, Kind, Mood, MoodMarked, Place, StepFinished, StepResult},
    words::Plain,
};
use axum::{
    Form,
    http::{HeaderValue, header},
    response::Response,
};
use serde::Deserialize;

use super::{
    book::{Book, brought},
    start::title,
    to,
    visit::Visit,
};
use crate::{error::Failure, routes::briefing::in_words};

/// A walk, wherever it stands: at a step, at the questions, or finished.
pub async fn walk(visit: Visit) -> Result<Response, Failure> {
    let (book, lang) = (&visit.book, visit.reader.lang);
    let shown = visit.own().await?;
    let name = title(&visit.reader, &shown);
    Ok(match book.walk.place {
        // Its beginning has not arrived: a phone is still sending.
        Place::Brief => to(Address::list()),
        Place::Finish => {
            let body = pages::finish(lang, &shown, [book.fresh(), book.fresh()]);
            visit.page(&name, body)
        }
        Place::Receipt => {
            let body = pages::receipt(lang, &receipt(&visit, shown).await?);
            visit.page(&name, body)
        }
        Place::Step { step } | Place::Away { step, .. } | Place::Back { step } => {
            let body = pages::step(lang, &step_page(&visit, shown, step));
            visit.page(&name, body)
        }
    })
}

fn step_page(visit: &Visit, own: pages::Own, step: u16) -> StepPage {
    let book = &visit.book;
    let left = match book.walk.place {
        Place::Away { since, .. } => Some(visit.when(since).time()),
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

async fn receipt(visit: &Visit, own: pages::Own) -> Result<Receipt, Failure> {
    let news = visit.desk.briefing().await?;
    let received = visit.desk.own_walk_received(own.id).await?;
    let received = received.unwrap_or_else(|| visit.app.clock.now());
    let ended = own
        .walk
        .finished_at
        .or(own.walk.started_at)
        .unwrap_or_default();
    Ok(Receipt {
        sent: visit.when(received).recently(visit.reader.lang),
        ended: visit.when(ended).time(),
        seen: news.seen.iter().map(|it| it.friction).collect(),
        replies: news
            .replies
            .into_iter()
            .filter(|it| it.walk == own.id)
            .map(|it| in_words(it, visit.reader.lang))
            .collect(),
        fact: visit.book.fresh(),
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
pub async fn leave(visit: Visit, Form(form): Form<AtForm>) -> Result<Response, Failure> {
    if let Place::Step { step } | Place::Back { step } = visit.book.walk.place
        && form.step() == Some(step)
    {
        visit
            .write(&form.fact, &[Kind::Left(AtStep { step })])
            .await?;
    }
    Ok(to(Address::of(visit.book.id, "service")))
}

/// The page in between: it goes on to the service by itself.
pub async fn service(visit: Visit) -> Result<Response, Failure> {
    let shown = visit.own().await?;
    let url = shown.task.as_ref().and_then(|task| task.url.clone());
    let Some(url) = url.filter(|url| leads_out(url)) else {
        return Ok(visit.to_walk());
    };
    let lang = visit.reader.lang;
    let body = pages::leaving(lang, &shown, &url);
    let mut page = visit.page(Plain::of(lang).opening_service, body);
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
pub async fn pause(visit: Visit, Form(form): Form<AtForm>) -> Result<Response, Failure> {
    if let Place::Step { step } | Place::Back { step } = visit.book.walk.place {
        let left = visit.book.latest(brought(&form.fact));
        let kinds = [
            Kind::Left(AtStep { step }),
            Kind::Interrupted(Interrupted { left }),
        ];
        visit.book.write(&visit.desk, left, &kinds).await?;
    }
    Ok(to(Address::list()))
}

/// Says that the time away was not about the service.
pub async fn interrupted(visit: Visit, Form(form): Form<AtForm>) -> Result<Response, Failure> {
    let left: Option<FactId> = brought(&form.left);
    let last = visit.book.walk.last_away.as_ref();
    if let Some(away) = last.filter(|away| Some(away.left) == left && !away.interrupted) {
        let kind = Kind::Interrupted(Interrupted { left: away.left });
        visit.write(&form.fact, &[kind]).await?;
    }
    Ok(visit.to_walk())
}

/// "How did that go?": ends the step, and opens the next one when there is one. A form of a step that is over already
/// changes nothing.
pub async fn answer(visit: Visit, Form(form): Form<AtForm>) -> Result<Response, Failure> {
    let (Place::Step { step } | Place::Away { step, .. } | Place::Back { step }) =
        visit.book.walk.place
    else {
        return Ok(visit.to_walk());
    };
    if form.step() != Some(step) {
        return Ok(visit.to_walk());
    }
    let Some(result) = StepResult::from_code(&form.result) else {
        let shown = visit.own().await?;
        let name = title(&visit.reader, &shown);
        let shown = StepPage {
            mood: form.mood,
            unsaid: true,
            ..step_page(&visit, shown, step)
        };
        let body = pages::step(visit.reader.lang, &shown);
        return Ok(visit.again(Address::walk(visit.book.id), &name, body));
    };
    let mut kinds = back(&visit.book);
    if let Ok(mood) = form.mood.parse() {
        let mood = Mood::new(mood);
        kinds.push(Kind::MoodMarked(MoodMarked { step, mood }));
    }
    kinds.push(Kind::StepFinished(StepFinished { step, result }));
    let next = step.saturating_add(1);
    if result != StepResult::Stuck && next < visit.book.walk.step_count() {
        kinds.push(Kind::StepOpened(AtStep { step: next }));
    }
    visit.write(&form.fact, &kinds).await?;
    Ok(visit.to_walk())
}

/// Coming back, when the walker is away: nothing else tells a page without script.
pub(super) fn back(book: &Book) -> Vec<Kind> {
    match book.walk.place {
        Place::Away { step, .. } => vec![Kind::CameBack(AtStep { step })],
        _ => Vec::new(),
    }
}
