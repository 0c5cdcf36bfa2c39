//! The secretary's desk. All of it works with forms alone.

use app::{
    board::{self, Draft, Fault, MOST_ASK, MOST_WORDS, MonthPage, Part, Typed, read_text},
    front::Section,
    walk::{Text, month::YearMonth},
};
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};

use super::read_month;
use crate::{
    error::Failure,
    page::page,
    routes::handed::{at, field, refused, seems_to_name},
    seat::Reader,
    state::App,
    store::{Asking, Desk},
    token,
};

/// The fields of a form, in their order.
type Fields = Form<Vec<(String, String)>>;

/// The desk.
pub async fn show(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
) -> Result<Response, Failure> {
    let draft = desk.draft(read_month(&month)?, app.clock.now()).await?;
    Ok(drawn(&app, reader, draft, Typed::default()))
}

/// The month's page as it would be, published now.
pub async fn preview(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
) -> Result<Response, Failure> {
    let (month, now) = (read_month(&month)?, app.clock.now());
    let draft = desk.draft(month, now).await?;
    if !draft.drafting || draft.running {
        return Err(Failure::NotFound);
    }
    let mut shown: MonthPage = (**desk.month(month, now).await?).clone();
    shown.said.extend(draft.spoken(now));
    let body = board::preview_page(reader.lang, &shown);
    let title = board::month_title(reader.lang, month);
    Ok(page(&app, &reader, &title, Section::Board, body))
}

/// Asks the service teams for their view.
pub async fn open_reply(
    State(app): State<App>,
    desk: Desk,
    Path(month): Path<String>,
) -> Result<Redirect, Failure> {
    let month = read_month(&month)?;
    desk.open_reply(month, app.clock.now()).await?;
    Ok(back(month, "#reply"))
}

/// Ends that before its day, when all of them have put it; otherwise the page says who has not.
pub async fn close_reply(
    State(app): State<App>,
    desk: Desk,
    Path(month): Path<String>,
) -> Result<Redirect, Failure> {
    let month = read_month(&month)?;
    desk.close_reply(month, app.clock.now()).await?;
    Ok(back(month, "#reply"))
}

/// Keeps the secretary's words.
pub async fn words(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let sent = Sent::new(&month, Part::Words, &fields)?;
    write(&app, reader, &desk, sent, Asking::Words).await
}

/// Keeps what a correction corrects.
pub async fn reason(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let sent = Sent::new(&month, Part::Reason, &fields)?;
    write(&app, reader, &desk, sent, Asking::Reason).await
}

/// Keeps, changes or removes something that is asked.
pub async fn write_ask(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let id = field(&fields, "id").to_owned();
    if id.is_empty() {
        return Err(Failure::NotFound);
    }
    let sent = Sent::new(&month, Part::Ask(id.clone()), &fields)?;
    write(&app, reader, &desk, sent, |text| Asking::Ask(id, text)).await
}

/// Keeps what became of something.
pub async fn became(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let id = field(&fields, "id").to_owned();
    let sent = Sent::new(&month, Part::Became(id.clone()), &fields)?;
    write(&app, reader, &desk, sent, |text| Asking::Became(id, text)).await
}

/// Approves the month as it was seen.
pub async fn approve(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let (month, now) = (read_month(&month)?, app.clock.now());
    let done = desk.approve(month, edition(&fields), now).await?;
    seen(&app, reader, &desk, month, done).await
}

/// Publishes it.
pub async fn publish(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let (month, now) = (read_month(&month)?, app.clock.now());
    if !desk.publish_draft(month, edition(&fields), now).await? {
        if desk.draft(month, now).await?.running {
            return Err(Failure::NotFound);
        }
        return seen(&app, reader, &desk, month, false).await;
    }
    Ok(Redirect::to(&format!("/board/{month}")).into_response())
}

/// Begins a correction.
pub async fn correct(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let sent = Sent::new(&month, Part::Reason, &fields)?;
    let now = app.clock.now();
    let draft = desk.draft(sent.month, now).await?;
    if draft.published.is_none() {
        return Err(Failure::NotFound);
    }
    match sent.read(&desk, &draft) {
        Ok(text) => {
            desk.correct(sent.month, &text, now).await?;
            Ok(back(sent.month, "").into_response())
        }
        Err(typed) => Ok(refused(drawn(&app, reader, draft, *typed))),
    }
}

/// A form as it was sent.
struct Sent<'a> {
    month: YearMonth,
    part: Part,
    fields: &'a [(String, String)],
}

impl<'a> Sent<'a> {
    fn new(month: &str, part: Part, fields: &'a [(String, String)]) -> Result<Self, Failure> {
        Ok(Self {
            month: read_month(month)?,
            part,
            fields,
        })
    }

    /// The text, when it can be taken; else what was typed and why not. What is asked may be empty: that removes it.
    fn read(&self, desk: &Desk, draft: &Draft) -> Result<Text, Box<Typed>> {
        let (en, cy) = (field(self.fields, "en"), field(self.fields, "cy"));
        let most = match self.part {
            Part::Words => MOST_WORDS,
            _ => MOST_ASK,
        };
        let typed = |fault, named| {
            Box::new(Typed {
                part: self.part.clone(),
                text: Text {
                    en: en.to_owned(),
                    cy: cy.to_owned(),
                },
                fault,
                named,
                fresh: token::fresh(),
            })
        };
        let text = read_text(en, cy, most).map_err(|fault| typed(Some(fault), None))?;
        let known = |id: &String| draft.asks.iter().any(|it| it.id == *id);
        let removes = matches!(&self.part, Part::Ask(id) if known(id));
        if text == Text::default() && !removes {
            return Err(typed(Some(Fault::Empty), None));
        }
        let nobody: Vec<&Text> = draft.nobody.iter().collect();
        let named = seems_to_name(desk, self.fields, &text.en, None, &nobody);
        let named = named.or_else(|| seems_to_name(desk, self.fields, &text.cy, None, &nobody));
        match named {
            Some(named) => Err(typed(None, Some(named))),
            None => Ok(text),
        }
    }
}

async fn write(
    app: &App,
    reader: Reader,
    desk: &Desk,
    sent: Sent<'_>,
    asking: impl FnOnce(Text) -> Asking,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let draft = desk.draft(sent.month, now).await?;
    if draft.running || !draft.drafting {
        return Err(Failure::NotFound);
    }
    match sent.read(desk, &draft) {
        Ok(text) => {
            desk.write_draft(sent.month, &asking(text), now).await?;
            Ok(back(sent.month, part(&sent.part)).into_response())
        }
        Err(mut typed) => {
            // What is new keeps its id, so that sent again it is still one.
            if let Part::Ask(id) = &sent.part
                && !draft.asks.iter().any(|it| it.id == *id)
            {
                typed.fresh.clone_from(id);
            }
            Ok(refused(drawn(app, reader, draft, *typed)))
        }
    }
}

/// Back to the desk; or the desk as it is now, when something else was seen.
async fn seen(
    app: &App,
    reader: Reader,
    desk: &Desk,
    month: YearMonth,
    done: bool,
) -> Result<Response, Failure> {
    if done {
        return Ok(back(month, "#approve").into_response());
    }
    let draft = desk.draft(month, app.clock.now()).await?;
    let typed = Typed {
        fault: Some(Fault::Moved),
        ..Typed::default()
    };
    Ok(refused(drawn(app, reader, draft, typed)))
}

fn drawn(app: &App, reader: Reader, mut draft: Draft, mut typed: Typed) -> Response {
    if typed.fresh.is_empty() {
        typed.fresh = token::fresh();
    }
    draft.typed = typed;
    let reader = at(here(draft.month), reader);
    let title = board::draft_title(reader.lang, draft.month);
    let body = board::draft_page(reader.lang, &draft);
    page(app, &reader, &title, Section::Board, body)
}

/// The edition that a form was made of; one that cannot be read is none.
fn edition(fields: &[(String, String)]) -> i64 {
    field(fields, "edition").parse().unwrap_or(-1)
}

fn part(part: &Part) -> &'static str {
    match part {
        Part::Words => "#words",
        Part::Ask(_) => "#asks",
        Part::Became(_) => "#before",
        Part::Reason => "#reason",
        Part::None | Part::Link => "",
    }
}

fn here(month: YearMonth) -> String {
    format!("/board/{month}/draft")
}

fn back(month: YearMonth, part: &str) -> Redirect {
    Redirect::to(&[&here(month), part].concat())
}
