//! The questions at the end, and finishing.

use app::{
    plain::{self as pages, Address, EndForm, Fault, ReflectPage, Spoken},
    walk::{
        Answer, AtStep, BrightSpot, BrightSpotNoted, Commitment, Kind, Millis, Nothing,
        OthersWould, Outcome, Place, Reflected, WhyNot,
    },
    words::{Phone, When},
};
use axum::{Form, response::Response};
use serde::Deserialize;

use super::{book::Book, to, visit::Visit};
use crate::error::Failure;

const DAY: Millis = 86_400_000;

/// The first form of the end. An answer that is not given, or not known, is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answers {
    fact: String,
    met: String,
    why: String,
    did: String,
    ease: String,
    others: String,
    satisfied: String,
    held: String,
}

impl Answers {
    /// What is new in them.
    fn beyond(&self, before: &Outcome) -> Outcome {
        let need_met = Answer::from_code(&self.met);
        let missed = need_met
            .or(before.need_met)
            .is_some_and(|met| met != Answer::Yes);
        let scale = |text: &str, most: u8| text.parse().ok().filter(|it| (1..=most).contains(it));
        Outcome {
            need_met: need_met.filter(|it| before.need_met != Some(*it)),
            why_not: WhyNot::from_code(&self.why)
                .filter(|it| missed && before.why_not != Some(*it)),
            did_what_it_should: Answer::from_code(&self.did)
                .filter(|it| before.did_what_it_should != Some(*it)),
            ease: scale(&self.ease, 7).filter(|it| before.ease != Some(*it)),
            satisfaction: scale(&self.satisfied, 5).filter(|it| before.satisfaction != Some(*it)),
            others_would: OthersWould::from_code(&self.others)
                .filter(|it| before.others_would != Some(*it)),
            held: Answer::from_code(&self.held).filter(|it| before.held != Some(*it)),
        }
    }
}

/// Takes the answers about the outcome, and goes on.
pub async fn outcome(visit: Visit, Form(answers): Form<Answers>) -> Result<Response, Failure> {
    if visit.book.walk.place != Place::Finish {
        return Ok(visit.to_walk());
    }
    let new = answers.beyond(&visit.book.walk.outcome);
    if new != Outcome::default() {
        let kind = Kind::OutcomeGiven(new);
        visit.write(&answers.fact, &[kind]).await?;
    }
    Ok(to(Address::of(visit.book.id, "end")))
}

/// Back to the step where the walk ended.
pub async fn step_again(visit: Visit, Form(form): Form<Answers>) -> Result<Response, Failure> {
    let walk = &visit.book.walk;
    if walk.place == Place::Finish {
        let last = walk.step_count().saturating_sub(1);
        let step = walk.stopped_at().unwrap_or(last);
        let kind = Kind::StepOpened(AtStep { step });
        visit.write(&form.fact, &[kind]).await?;
    }
    Ok(visit.to_walk())
}

/// The second form of the end.
pub async fn end(visit: Visit) -> Result<Response, Failure> {
    if visit.book.walk.place != Place::Finish {
        return Ok(visit.to_walk());
    }
    let lang = visit.reader.lang;
    let shown = page_of(&visit, filled(&visit.book), None).await?;
    Ok(visit.page(Phone::of(lang).finish_2, pages::reflect(lang, &shown)))
}

/// The second form, as it was sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    fact: String,
    worked: String,
    least_sure: String,
    alone: String,
    keep: String,
    commit: String,
    by: String,
    day: String,
}

/// Takes the last answers and finishes the walk. What was written for the author alone is kept only when that was asked
/// for; otherwise nothing at all is kept and the form comes back.
pub async fn finish(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    if visit.book.walk.place != Place::Finish {
        return Ok(visit.to_walk());
    }
    let form = EndForm {
        worked: sent.worked,
        least_sure: sent.least_sure,
        alone: sent.alone,
        keep: !sent.keep.is_empty(),
        commit: sent.commit,
        by: sent.by,
        day: sent.day,
    };
    match form.read() {
        Ok(spoken) => {
            let kinds = said(&visit.book, spoken);
            visit.write(&sent.fact, &kinds).await?;
            Ok(visit.to_walk())
        }
        Err(fault) => {
            let lang = visit.reader.lang;
            let shown = page_of(&visit, form, Some(fault)).await?;
            let form = Address::of(visit.book.id, "end");
            let body = pages::reflect(lang, &shown);
            Ok(visit.again(form, Phone::of(lang).finish_2, body))
        }
    }
}

/// What is new in the last answers, and that the walk is complete.
fn said(book: &Book, spoken: Spoken) -> Vec<Kind> {
    let mut kinds = Vec::new();
    let spot = whole_walk(book);
    if spot.map_or("", |it| it.note.as_str()) != spoken.worked {
        kinds.push(Kind::BrightSpotNoted(BrightSpotNoted {
            spot: spot.map(|it| it.id),
            step: None,
            note: spoken.worked,
            stands: false,
            marker: None,
        }));
    }
    for (question, text) in spoken.reflections {
        if reflection(book, question) != text {
            kinds.push(Kind::Reflected(Reflected {
                question: question.to_owned(),
                text,
                keep: true,
            }));
        }
    }
    let commitment = Commitment {
        text: spoken.commit,
        by: spoken.by,
    };
    let before = book.walk.commitment.as_ref();
    if before.map_or(!commitment.text.is_empty(), |before| *before != commitment) {
        kinds.push(Kind::Committed(commitment));
    }
    kinds.push(Kind::Finished(Nothing {}));
    kinds
}

/// The form filled in with what was said before, on this page or on a phone.
fn filled(book: &Book) -> EndForm {
    let commitment = book.walk.commitment.as_ref();
    let day = commitment.and_then(|it| it.by.clone()).unwrap_or_default();
    EndForm {
        worked: whole_walk(book)
            .map(|it| it.note.clone())
            .unwrap_or_default(),
        least_sure: reflection(book, "least_sure"),
        alone: reflection(book, "alone"),
        keep: !book.walk.reflections.is_empty(),
        commit: commitment.map(|it| it.text.clone()).unwrap_or_default(),
        by: if day.is_empty() {
            String::new()
        } else {
            "other".to_owned()
        },
        day,
    }
}

/// The bright spot of the walk as a whole.
fn whole_walk(book: &Book) -> Option<&BrightSpot> {
    book.walk.bright_spots.iter().find(|it| it.step.is_none())
}

fn reflection(book: &Book, question: &str) -> String {
    let found = book
        .walk
        .reflections
        .iter()
        .find(|it| it.question == question);
    found.map(|it| it.text.clone()).unwrap_or_default()
}

async fn page_of(
    visit: &Visit,
    form: EndForm,
    fault: Option<Fault>,
) -> Result<ReflectPage, Failure> {
    let now = visit.app.clock.now();
    let at = |at: Millis| visit.when(at);
    let to_sunday = 7 - Millis::from(at(now).weekday.min(7));
    let (week, fortnight) = (at(now + to_sunday * DAY), at(now + 14 * DAY));
    Ok(ReflectPage {
        own: visit.own().await?,
        fact: visit.book.fresh(),
        form,
        fault,
        days: [day(&week), day(&fortnight)],
        fortnight: fortnight.date(visit.reader.lang),
    })
}

/// `2026-11-30`
fn day(when: &When) -> String {
    format!("{:04}-{:02}-{:02}", when.year, when.month, when.day)
}
