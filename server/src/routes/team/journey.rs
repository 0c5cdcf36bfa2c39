//! The journey maps: pages of links, and one form that asks for days.

use app::{
    front::Section,
    team::{self, Asked, Day, Part},
    walk::{Millis, journey::Which},
    words::Journey,
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};

use crate::{
    error::Failure, page::page, period::read_day, seat::Reader, state::App, store::Desk, when::when,
};

/// The query of a map or of its walks, pair by pair.
pub(super) type Pairs = Vec<(String, String)>;

/// Every task of the viewer's services.
pub async fn journeys(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    let shown = desk.journeys(app.clock.now()).await?;
    let body = team::journeys(reader.lang, &shown);
    let title = Journey::of(reader.lang).journeys;
    Ok(page(&app, &reader, title, Section::Journeys, body))
}

/// The map of a task.
pub async fn journey(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(task): Path<String>,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let (asked, _) = days(&pairs, &desk, now);
    let shown = desk.journey(&task, &asked, now).await?;
    let title = team::journey_title(reader.lang, &shown);
    let body = team::journey(reader.lang, &shown);
    Ok(page(&app, &reader, &title, Section::Journeys, body))
}

/// The walks behind a mark of the map.
pub async fn journey_walks(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Path(task): Path<String>,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let (asked, rest) = days(&pairs, &desk, now);
    let (mut which, mut part) = (Which::default(), None);
    for (name, value) in rest {
        if name == "part" {
            part = Some(value.parse::<Part>().map_err(|()| Failure::NotFound)?);
        } else {
            which = which.with(name, value).ok_or(Failure::NotFound)?;
        }
    }
    if asked.odd && asked.split.is_none() {
        // There is nothing to be before or after of, and the page says so.
        part = None;
    }
    let shown = desk.journey_walks(&task, &asked, part, which, now).await?;
    let title = team::journey_walks_title(reader.lang, &shown);
    let body = team::journey_walks(reader.lang, &shown);
    Ok(page(&app, &reader, &title, Section::Journeys, body))
}

/// The days asked for, and what else is. Days in the wrong order are turned; one that cannot be read is left out, and
/// the page says so, as it does of days that are still to come.
pub(super) fn days<'a>(
    pairs: &'a Pairs,
    desk: &Desk,
    now: Millis,
) -> (Asked, Vec<(&'a str, &'a str)>) {
    let (mut asked, mut rest) = (Asked::default(), Vec::new());
    for (name, value) in pairs {
        let day = match name.as_str() {
            "from" => &mut asked.from,
            "to" => &mut asked.to,
            "split" => &mut asked.split,
            name => {
                rest.push((name, value.as_str()));
                continue;
            }
        };
        let read = read_day(value, name == "to");
        *day = read.map(|(year, month, day)| Day { year, month, day });
        asked.odd |= day.is_none() && !value.is_empty();
    }
    if let (Some(from), Some(to)) = (asked.from, asked.to)
        && from > to
    {
        (asked.from, asked.to) = (Some(to), Some(from));
    }
    let today = when(&desk.viewer().time_zone, now, now);
    let today = Day {
        year: today.year,
        month: today.month,
        day: today.day,
    };
    asked.to_come = asked.from.is_some_and(|from| from > today);
    (asked, rest)
}
