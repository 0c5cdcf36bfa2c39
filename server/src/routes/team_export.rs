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

/// The copy itself, as it is read. A day that cannot be read makes no copy: without it there would be more in it than
/// was asked for.
pub async fn file(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let (filter, typed) = (Filter::read(&pairs), typed(&pairs));
    let felt = match days(&desk.viewer().time_zone, &typed) {
        Ok(felt) => felt,
        Err(odd) => {
            let reader = Reader {
                path: href("/export", &filter, None),
                ..reader
            };
            let odd = Some(odd.to_owned());
            let shown = ExportPage {
                odd,
                ..shown(&desk, filter, typed.clone()).await?
            };
            let page = page_of(&app, &reader, &shown);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let (what, stem) = match typed.what.as_str() {
        "friction" => (Copied::Friction, "friction"),
        _ => (Copied::Threads, "threads"),
    };
    let format = Format::from_ending(&typed.format).unwrap_or(Format::Csv);
    let name = [stem, ".", format.ending()].concat();
    let copying = desk.copy(&filter, felt, &name, now).await?;
    let body = outgoing::body(copying, what, format, reader.lang);
    Ok((headers(format, &name), body).into_response())
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
