//! What other systems read, with a key.

use std::collections::BTreeSet;

use app::{
    walk::{Lang, thread::State as Stands},
    wire::Problem,
    words::{Answers, fill},
};
use axum::{
    Json,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};

use crate::{
    error::Failure,
    lang,
    state::App,
    store::{MOST_THREADS, Reach, ThreadOut, Wanted},
};

/// The most characters of what cannot be asked for that are said again.
const MOST_SHOWN: usize = 40;

/// Which threads are asked for.
#[derive(Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Only this service, by its id.
    service: Option<String>,
    /// Only those that stand like this, by code.
    state: Option<String>,
    /// Where to go on: the `next` of the page before.
    after: Option<String>,
    /// How many, 200 at most.
    limit: Option<usize>,
}

impl Asked {
    /// What is asked for; else what cannot be, as it was written, or asked for once more. It is not left out: there
    /// would be more in the answer than was asked for.
    fn read(pairs: Vec<(String, String)>) -> Result<Self, String> {
        let mut asked = Self::default();
        let mut names = BTreeSet::new();
        for (name, value) in pairs {
            let odd = || [name.as_str(), "=", value.as_str()].concat();
            if !names.insert(name.clone()) {
                return Err(odd());
            }
            match name.as_str() {
                "service" => asked.service = Some(value),
                "after" => asked.after = Some(value),
                "state" if value.is_empty() || Stands::from_code(&value).is_some() => {
                    asked.state = Some(value);
                }
                "limit" => asked.limit = Some(value.parse().map_err(|_| odd())?),
                "state" => return Err(odd()),
                _ => return Err(name),
            }
        }
        Ok(asked)
    }
}

/// Says what was asked for that cannot be.
fn unread(odd: &str, lang: Lang) -> Response {
    let odd: String = odd.chars().take(MOST_SHOWN).collect();
    let problem = Problem {
        error: "unknown_filter".to_owned(),
        message: fill(Answers::of(lang).unknown_filter, &[("what", &odd)]),
    };
    (StatusCode::BAD_REQUEST, Json(problem)).into_response()
}

/// A page of threads.
#[derive(Debug, Serialize, ToSchema)]
pub struct Threads {
    /// In the order of their ids.
    threads: Vec<ThreadOut>,
    /// Where the next page begins; none when this was the last.
    next: Option<String>,
}

/// How the threads of an organisation stand, page by page, for other systems of it. Ask with
/// `Authorization: Bearer KEY`; a key is made by an administrator at `/office/systems`, reads and changes nothing.
#[utoipa::path(
    get,
    path = "/api/v1/threads",
    params(Asked),
    security(("key" = [])),
    responses(
        (status = 200, description = "A page of threads", body = Threads),
        (status = 400, description = "A filter that is not known, or a value it does not take", body = Problem),
        (status = 401, description = "No key, or one that was ended or has run out", body = Problem),
        (status = 429, description = "Asked too often; Retry-After says when to come back", body = Problem),
    )
)]
pub async fn threads(
    State(app): State<App>,
    headers: HeaderMap,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let reach = match reach(&app, &headers).await? {
        Ok(reach) => reach,
        Err(refused) => return Ok(refused),
    };
    let asked = match Asked::read(pairs) {
        Ok(asked) => asked,
        Err(odd) => return Ok(unread(&odd, lang::of(&headers))),
    };
    let state = asked.state.unwrap_or_default();
    let most = asked.limit.unwrap_or(MOST_THREADS).clamp(1, MOST_THREADS);
    let wanted = Wanted {
        service: asked.service.unwrap_or_default(),
        state,
        after: asked.after.unwrap_or_default(),
        most,
    };
    let threads = app.store.threads(&reach, &wanted).await?;
    let next = (threads.len() == most)
        .then(|| threads.last().map(|it| it.id.clone()))
        .flatten();
    Ok(Json(Threads { threads, next }).into_response())
}

/// What the key of a request opens; else the answer that it opens nothing now.
pub(super) async fn reach(
    app: &App,
    headers: &HeaderMap,
) -> Result<Result<Reach, Response>, Failure> {
    let now = app.clock.now();
    let reach = match key(headers) {
        Some(key) => app.store.reach(key, now).await?,
        None => None,
    };
    let Some(reach) = reach else {
        let mut answer = Failure::NoKey.into_response();
        let how = HeaderValue::from_static("Bearer");
        answer.headers_mut().insert(header::WWW_AUTHENTICATE, how);
        return Ok(Err(answer));
    };
    if let Err(wait) = app.reads.take(&reach.key, now) {
        let mut answer = Failure::AskedTooOften.into_response();
        let seconds = HeaderValue::from(wait / 1000 + 1);
        answer.headers_mut().insert(header::RETRY_AFTER, seconds);
        return Ok(Err(answer));
    }
    Ok(Ok(reach))
}

fn key(headers: &HeaderMap) -> Option<&str> {
    let said = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, key) = said.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
}
