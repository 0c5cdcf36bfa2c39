//! Addresses for who reads a month without an account: made and ended by the secretary, opened by whoever has one.

use app::{
    board::{self, Fault, LINK_DAYS, Links, MOST_LABEL, Part, Typed},
    front::Section,
    name::clean,
    walk::{Millis, Text, month::YearMonth},
    words::Drafting,
};
use axum::{
    extract::{Path, Query, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::IntoView;

use super::{
    asked::{Asked, Form, Pairs, language, read_in},
    forms::Handed,
    read_month,
};
use crate::{
    error::Failure,
    page::page,
    routes::handed::{at, field, once, refused},
    seat::Reader,
    state::App,
    store::{Desk, Paper},
    token,
};

const DAY: Millis = 86_400_000;

/// The links of a month.
pub async fn list(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
) -> Result<Response, Failure> {
    let links = desk.links(read_month(&month)?, app.clock.now()).await?;
    Ok(drawn(&app, reader, links))
}

/// Makes one, and shows its address once.
pub async fn make(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(month): Path<String>,
    axum::Form(fields): axum::Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (month, now) = (read_month(&month)?, app.clock.now());
    let typed = field(&fields, "label");
    let label = clean(typed);
    let fault = match label.chars().count() {
        0 => Some(Fault::Empty),
        n if n > MOST_LABEL => Some(Fault::TooLong(MOST_LABEL)),
        _ => None,
    };
    if fault.is_some() {
        let links = desk.links(month, now).await?;
        return again(&app, reader, links, typed, fault);
    }
    let days = field(&fields, "days").parse().ok();
    let days = days
        .filter(|it| LINK_DAYS.contains(it))
        .unwrap_or(LINK_DAYS[0]);
    let until = now.saturating_add(days * DAY);
    // The same form sent again is the same address: it is shown again while it works, and made once.
    let token = once(&desk, &here(month), &fields);
    let works = desk
        .make_link(month, &token::hash(&token), &label, until, now)
        .await?;
    let mut links = desk.links(month, now).await?;
    if !works {
        return again(&app, reader, links, typed, Some(Fault::Ended));
    }
    links.made = Some([&app.base_url, "/paper/", &token].concat());
    Ok(drawn(&app, reader, links))
}

/// The page with what was typed and why no address was made of it.
fn again(
    app: &App,
    reader: Reader,
    mut links: Links,
    typed: &str,
    fault: Option<Fault>,
) -> Result<Response, Failure> {
    if !links.published {
        return Err(Failure::NotFound);
    }
    links.typed = Typed {
        part: Part::Link,
        text: Text {
            en: typed.to_owned(),
            cy: String::new(),
        },
        fault,
        ..Typed::default()
    };
    Ok(refused(drawn(app, reader, links)))
}

/// Ends one.
pub async fn end(
    State(app): State<App>,
    desk: Desk,
    Path((month, id)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let month = read_month(&month)?;
    desk.end_link(&id, app.clock.now()).await?;
    Ok(Redirect::to(&[&here(month), "#links"].concat()))
}

/// The month as whoever has the address reads it: its newest published version, in the form that was asked for. Who is
/// signed in makes no difference here.
pub async fn paper(
    State(app): State<App>,
    reader: Reader,
    Path(asked): Path<String>,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Failure> {
    let lang = language(&pairs);
    let reader = read_in(lang, reader);
    let (token, form) = match asked.split_once('.') {
        None => (asked.as_str(), Form::Page),
        Some((token, ending)) => (token, Form::from_ending(ending).ok_or(Failure::NotFound)?),
    };
    let now = app.clock.now();
    let Some(paper) = app.store.paper(&token::hash(token), now).await? else {
        return Ok(gone(&app, reader, token));
    };
    if form == Form::Page {
        return Ok(read(&app, reader, token, &paper));
    }
    let handed = Handed {
        asked: Asked {
            month: paper.month,
            version: paper.page.stamp.as_ref().map(|it| it.version),
            form,
            lang,
        },
        shown: paper.page.closed(),
        organisation: paper.organisation.get(reader.lang).to_owned(),
        record: paper.record.clone(),
        // The figures; the walks behind them are for who has an account.
        walks: (
            Vec::new(),
            app::board::Names::default(),
            app::board::Calendar::new(),
        ),
    };
    Ok(shut(handed.file(&app, &reader).await?))
}

fn read(app: &App, reader: Reader, token: &str, paper: &Paper) -> Response {
    let month = paper.page.closed();
    let title = board::month_title(reader.lang, paper.month);
    let body = board::paper_page(
        reader.lang,
        &month,
        &paper.organisation,
        &paper.until,
        &address(token),
    );
    outside(app, reader, token, &title, Section::Board, body)
}

/// One that never was, one that ended and one whose time is over look alike.
fn gone(app: &App, reader: Reader, token: &str) -> Response {
    let title = Drafting::of(reader.lang).paper_gone;
    let body = board::paper_gone(reader.lang);
    let page = outside(app, reader, token, title, Section::Front, body);
    (StatusCode::NOT_FOUND, page).into_response()
}

/// A page for who is nobody in particular: no navigation, no names, no search engines.
fn outside(
    app: &App,
    reader: Reader,
    token: &str,
    title: &str,
    section: Section,
    body: impl IntoView,
) -> Response {
    let reader = Reader {
        viewer: None,
        path: address(token),
        ..reader
    };
    shut(page(app, &reader, title, section, body))
}

/// Kept by nobody in between, and listed nowhere. That its address is told to nobody else is the rule of every page.
fn shut(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, nofollow, noarchive"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn drawn(app: &App, reader: Reader, mut links: Links) -> Response {
    links.typed.fresh = token::fresh();
    let reader = at(here(links.month), reader);
    let body = board::links_page(reader.lang, &links);
    let title = Drafting::of(reader.lang).links;
    page(app, &reader, title, Section::Board, body)
}

fn here(month: YearMonth) -> String {
    format!("/board/{month}/links")
}

/// An address of ours, whatever was asked for.
fn address(token: &str) -> String {
    let plain = token.chars().filter(char::is_ascii_alphanumeric);
    let plain: String = plain.take(64).collect();
    ["/paper/", &plain].concat()
}
