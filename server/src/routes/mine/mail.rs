//! Where somebody is written to, and their calendar at a secret address.

use app::{
    front::Section,
    mine::{self, Digest, MailFault, MailForm, MailPage},
    walk::Lang,
    words::Mails,
};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    error::Failure,
    outgoing::{address, calendar as written},
    page::page,
    routes::handed::{field, once},
    seat::Reader,
    state::App,
    store::Desk,
    token,
    viewer::Role,
};

/// Where the page is.
const HERE: &str = "/me/mail";

/// What was done before the page was come back to.
#[derive(Debug, Default, Deserialize)]
pub struct After {
    saved: Option<String>,
    again: Option<String>,
}

/// What is chosen.
#[derive(Debug, Default, Deserialize)]
pub struct Chosen {
    #[serde(default)]
    address: String,
    #[serde(default)]
    digest: String,
    alerts: Option<String>,
    months: Option<String>,
}

/// The secret of a message.
#[derive(Debug, Default, Deserialize)]
pub struct Secret {
    #[serde(default)]
    t: String,
}

/// The page on which it is chosen.
pub async fn choose(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let shown = MailPage {
        saved: after.saved.is_some(),
        again: after.again.is_some(),
        ..shown(&app, &desk).await?
    };
    Ok(drawn(&app, &reader, &shown))
}

/// Chooses it, and goes back.
pub async fn chosen(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Failure> {
    let form = MailForm {
        address: chosen.address.trim().to_owned(),
        digest: Digest::from_code(&chosen.digest).unwrap_or(Digest::None),
        alerts: chosen.alerts.is_some(),
        months: chosen.months.is_some(),
    };
    let fits = form.address.is_empty() || address(&form.address).is_some();
    let done = if app.post.is_none() || !fits {
        Err(MailFault::NoAddress)
    } else {
        desk.choose_mail(&form, reader.lang, app.clock.now())
            .await?
    };
    match done {
        Ok(()) => Ok(Redirect::to("/me/mail?saved=1").into_response()),
        Err(fault) => refused(&app, reader, &desk, form, fault).await,
    }
}

/// Asks once more whether the address is right, and goes back.
pub async fn again(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    if app.post.is_none() {
        return Err(Failure::NotFound);
    }
    let Err(fault) = desk.ask_mail_again(app.clock.now()).await? else {
        return Ok(Redirect::to("/me/mail?again=1").into_response());
    };
    let chosen = desk.mail_choice().await?.ok_or(Failure::NotFound)?;
    let form = MailForm {
        address: chosen.address,
        digest: chosen.digest,
        alerts: chosen.alerts,
        months: chosen.months,
    };
    refused(&app, reader, &desk, form, fault).await
}

/// Makes the address of a calendar, and shows it once. One that was made since the page was opened is not ended: that
/// page did not say that it would be. One that was ended does not come back, however often its form is sent.
pub async fn make_calendar(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let before = Some(field(&fields, "before")).filter(|it| !it.is_empty());
    let secret = once(&desk, HERE, &fields);
    let made = desk.make_calendar(&secret, before, app.clock.now());
    if let Err(fault) = made.await? {
        let shown = MailPage {
            calendar_fault: Some(fault),
            ..shown(&app, &desk).await?
        };
        let page = drawn(&app, &here(reader), &shown);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let shown = MailPage {
        address: Some(calendar_address(&app.base_url, &secret, reader.lang)),
        ..shown(&app, &desk).await?
    };
    Ok(drawn(&app, &here(reader), &shown))
}

/// Ends it.
pub async fn end_calendar(State(app): State<App>, desk: Desk) -> Result<Redirect, Failure> {
    desk.end_calendar(app.clock.now()).await?;
    Ok(Redirect::to("/me/mail#calendar"))
}

/// The address says in which language it was made: calendar programs seldom do.
fn calendar_address(base_url: &str, secret: &str, lang: Lang) -> String {
    let lang = lang.code();
    [base_url, "/calendar/", secret, ".ics?lang=", lang].concat()
}

/// The language of a calendar.
#[derive(Debug, Default, Deserialize)]
pub struct InLang {
    #[serde(default)]
    lang: String,
}

/// The calendar itself, for programs that cannot sign in.
pub async fn calendar(
    State(app): State<App>,
    reader: Reader,
    Path(secret): Path<String>,
    Query(asked): Query<InLang>,
) -> Result<Response, Failure> {
    let secret = secret.strip_suffix(".ics").unwrap_or(&secret);
    let diary = app.store.calendar(secret).await?;
    let lang = Lang::from_code(&asked.lang).unwrap_or(reader.lang);
    let mut response = written(&app.base_url, &diary, lang).into_response();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/calendar; charset=utf-8"),
    );
    Ok(response)
}

/// What whoever opens the address in a message can say. Opening it does nothing: mail scanners do.
pub async fn answer(
    State(app): State<App>,
    reader: Reader,
    Query(secret): Query<Secret>,
) -> Result<Response, Failure> {
    let known = app.store.mail_secret(&secret.t).await?;
    let body = mine::mail_answer(known.lang, &known.address, &secret.t, known.confirmed);
    let reader = in_their_words(reader, known.lang);
    let title = Mails::of(reader.lang).answer_title;
    Ok(page(&app, &reader, title, Section::Front, body))
}

/// The address is right.
pub async fn right(
    State(app): State<App>,
    reader: Reader,
    Query(secret): Query<Secret>,
) -> Result<Response, Failure> {
    let known = app.store.mail_secret(&secret.t).await?;
    app.store.confirm_mail(&secret.t, app.clock.now()).await?;
    Ok(done(&app, in_their_words(reader, known.lang), false))
}

/// Nothing more is wanted there. Mail programs send this by themselves, when somebody presses their button.
pub async fn stop(
    State(app): State<App>,
    reader: Reader,
    Query(secret): Query<Secret>,
) -> Result<Response, Failure> {
    let known = app.store.mail_secret(&secret.t).await?;
    app.store.stop_mail(&secret.t, app.clock.now()).await?;
    Ok(done(&app, in_their_words(reader, known.lang), true))
}

fn done(app: &App, reader: Reader, stopped: bool) -> Response {
    let body = mine::mail_done(reader.lang, stopped);
    let title = Mails::of(reader.lang).answer_title;
    page(app, &reader, title, Section::Front, body)
}

fn in_their_words(reader: Reader, lang: Lang) -> Reader {
    Reader {
        lang,
        path: "/".to_owned(),
        ..reader
    }
}

async fn refused(
    app: &App,
    reader: Reader,
    desk: &Desk,
    form: MailForm,
    fault: MailFault,
) -> Result<Response, Failure> {
    let shown = MailPage {
        typed: Some((form, fault)),
        ..shown(app, desk).await?
    };
    let page = drawn(app, &here(reader), &shown);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn shown(app: &App, desk: &Desk) -> Result<MailPage, Failure> {
    let has = |role| desk.viewer().roles.has(role);
    let team = has(Role::ServiceTeam);
    let last = if team {
        desk.last_calendar().await?
    } else {
        None
    };
    Ok(MailPage {
        works: app.post.is_some(),
        team,
        board: has(Role::Board),
        choice: desk.mail_choice().await?,
        calendar: last.as_ref().is_some_and(|it| !it.ended),
        last_calendar: last.map(|it| it.mark()).unwrap_or_default(),
        form: token::fresh(),
        trouble: desk.mail_trouble().await?,
        ..MailPage::default()
    })
}

fn drawn(app: &App, reader: &Reader, shown: &MailPage) -> Response {
    let body = mine::mail(reader.lang, shown);
    let title = Mails::of(reader.lang).title;
    page(app, reader, title, Section::Mine, body)
}

fn here(reader: Reader) -> Reader {
    Reader {
        path: HERE.to_owned(),
        ..reader
    }
}
