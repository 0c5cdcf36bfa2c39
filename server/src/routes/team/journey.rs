//! The journey maps: pages of links, and one form that asks for days.

use app::{
    front::Section,
    team::{self, Asked, Day, Part},
    walk::journey::Which,
    words::Journey,
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};

use crate::{error::Failure, page::page, period::read_day, seat::Reader, state::App, store::Desk};

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
    let (asked, _) = days(&pairs);
    let shown = desk.journey(&task, &asked, app.clock.now()).await?;
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
    let (asked, rest) = days(&pairs);
    let (mut which, mut part) = (Which::default(), None);
    for (name, value) in rest {
        if name == "part" {
            part = Some(value.parse::<Part>().map_err(|()| Failure::NotFound)?);
        } else {
            which = which.with(name, value).ok_or(Failure::NotFound)?;
        }
    }
    if asked.odd {
        return Err(Failure::NotFound);
    }
    let now = app.clock.now();
    let shown = desk.journey_walks(&task, &asked, part, which, now).await?;
    let title = team::journey_walks_title(reader.lang, &shown);
    let body = team::journey_walks(reader.lang, &shown);
    Ok(page(&app, &reader, &title, Section::Journeys, body))
}

/// The days asked for, and what else is. Days in the wrong order are turned; one that cannot be read is left out, and
/// the page says so.
pub(super) fn days(pairs: &Pairs) -> (Asked, Vec<(&str, &str)>) {
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
    (asked, rest)
}
