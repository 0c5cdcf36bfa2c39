//! Copies of what was felt, to take away.

use crate::{
    error::Failure,
    outgoing::{self, Format},
    page::page as drawn,
    period::{midnight_of, read_day},
    seat::Reader,
    state::App,
    store::{Copied, Desk},
};
use app::{
    front::Section,
    team::{self, ExportPage, Filter, TypedExport, href},
    walk::Millis,
    words::Exports,
};
use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// What is asked for, pair by pair: what the inbox showed, and what kind of copy.
type Pairs = Vec<(String, String)>;

/// What of it is no filter: the form's own fields, and where the inbox stood.
const BESIDE: [&str; 5] = ["what", "format", "from", "until", "after"];

/// The page on which a copy is chosen.
pub async fn page(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Failure> {
    let shown = shown(&desk, Filter::read(&pairs), typed(&pairs)).await?;
    Ok(page_of(&app, &reader, &shown))
}

/// The copy itself, as it is read. What cannot be read of what is asked for makes no copy: without it there would be
/// more in it than was asked for.
pub async fn file(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let (filter, typed) = (Filter::read(&pairs), typed(&pairs));
    let kind = kind(&typed).map_err(|odd| (None, Some(odd)));
    let unread = Filter::unread(&pairs, &BESIDE).map_or(Ok(()), |it| Err((None, Some(it))));
    let felt = days(&desk.viewer().time_zone, &typed).map_err(|odd| (Some(odd.to_owned()), None));
    let ((what, stem, format), felt) = match unread.and(kind).and_then(|kind| Ok((kind, felt?))) {
        Ok(asked) => asked,
        Err((odd, unread)) => {
            let reader = Reader {
                path: href("/export", &filter, None),
                ..reader
            };
            let shown = ExportPage {
                odd,
                unread,
                ..shown(&desk, filter, typed.clone()).await?
            };
            let page = page_of(&app, &reader, &shown);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let name = [stem, ".", format.ending()].concat();
    let copying = desk.copy(&filter, felt, &name, now).await?;
    let body = outgoing::body(copying, what, format, reader.lang);
    Ok((headers(format, &name), body).into_response())
}

/// What is copied, what its file is called, and of which kind that is. Else what cannot be.
fn kind(typed: &TypedExport) -> Result<(Copied, &'static str, Format), String> {
    let (what, stem) = match typed.what.as_str() {
        "friction" => (Copied::Friction, "friction"),
        "" | "threads" => (Copied::Threads, "threads"),
        odd => return Err(["what=", odd].concat()),
    };
    let format = match typed.format.as_str() {
        "" => Some(Format::Csv),
        ending => Format::from_ending(ending),
    };
    let format = format.ok_or_else(|| ["format=", &typed.format].concat())?;
    Ok((what, stem, format))
}

fn typed(pairs: &Pairs) -> TypedExport {
    let value = |name: &str| {
        let found = pairs.iter().find(|(it, _)| it == name);
        found.map_or_else(String::new, |(_, value)| value.clone())
    };
    TypedExport {
        what: value("what"),
        format: value("format"),
        from: value("from"),
        until: value("until"),
    }
}

/// From when on, and until when; days in the wrong order are turned. Else the day that cannot be read.
fn days<'a>(zone: &str, typed: &'a TypedExport) -> Result<(Millis, Millis), &'a str> {
    let read = |text: &'a str, last| match read_day(text, last) {
        _ if text.is_empty() => Ok(None),
        None => Err(text),
        day => Ok(day),
    };
    let (mut from, mut until) = (read(&typed.from, false)?, read(&typed.until, true)?);
    if let (Some(first), Some(last)) = (from, until)
        && first > last
    {
        (from, until) = (Some(last), Some(first));
    }
    let at = |(year, month, day), later| midnight_of(zone, year, month, day, later);
    Ok((
        from.map_or(Some(Millis::MIN), |day| at(day, 0))
            .ok_or(typed.from.as_str())?,
        until
            .map_or(Some(Millis::MAX), |day| at(day, 1))
            .ok_or(typed.until.as_str())?,
    ))
}

async fn shown(desk: &Desk, filter: Filter, typed: TypedExport) -> Result<ExportPage, Failure> {
    Ok(ExportPage {
        services: desk.services_to_copy().await?,
        tasks: desk.tasks_to_copy().await?,
        filter,
        typed,
        odd: None,
        unread: None,
    })
}

fn page_of(app: &App, reader: &Reader, shown: &ExportPage) -> Response {
    let body = team::export(reader.lang, shown);
    let title = Exports::of(reader.lang).title;
    drawn(app, reader, title, Section::Team, body)
}

fn headers(format: Format, name: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(format.media_type()),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let attached = format!("attachment; filename=\"firsthand-{name}\"");
    if let Ok(attached) = HeaderValue::from_str(&attached) {
        headers.insert(header::CONTENT_DISPOSITION, attached);
    }
    headers
}
