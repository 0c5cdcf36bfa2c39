//! Other systems of the organisation: keys that read, and calls that tell.

use app::{
    front::Section,
    name::clean,
    office::{
        self, KEY_DAYS, MOST_KEY_NAME, Made, SystemFault, SystemsPage, TypedSystem, USUAL_DAYS,
    },
    words::Systems,
};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    error::Failure,
    outgoing::fresh_secret,
    page::page,
    routes::handed::{field, once},
    seat::Reader,
    state::App,
    store::{Desk, Making},
    token,
};

/// Where the page is.
const HERE: &str = "/office/systems";
/// The most letters of an address.
const MOST_URL: usize = 500;
const DAY_MS: i64 = 86_400_000;

/// The fields of a form, in their order.
type Fields = Form<Vec<(String, String)>>;

/// All of them.
pub async fn systems(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
) -> Result<Response, Failure> {
    shown(&app, &reader, &desk, None, TypedSystem::default()).await
}

/// Makes a key, and shows it once; what cannot be made comes back as it was typed.
pub async fn make_key(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let typed = TypedSystem {
        name: clean(field(&fields, "name")),
        service: field(&fields, "service").to_owned(),
        days: field(&fields, "days").to_owned(),
        ..TypedSystem::default()
    };
    let made = match may_open(&typed) {
        Err(fault) => Err(fault),
        Ok(days) => {
            let service = Some(typed.service.as_str()).filter(|it| !it.is_empty());
            let (now, token) = (app.clock.now(), once(&desk, HERE, &fields));
            let until = now.saturating_add(days.saturating_mul(DAY_MS));
            desk.make_key(&typed.name, service, until, &token, now)
                .await
                .map(Ok)?
        }
    };
    done(&app, reader, &desk, made, Made::Key, typed).await
}

/// For how many days a key opens, when it can be made.
fn may_open(typed: &TypedSystem) -> Result<i64, SystemFault> {
    let over = typed.name.chars().count().saturating_sub(MOST_KEY_NAME);
    if typed.name.is_empty() {
        return Err(SystemFault::NoName);
    }
    if over > 0 {
        return Err(SystemFault::LongName(over));
    }
    if typed.days.is_empty() {
        return Ok(USUAL_DAYS);
    }
    let days = typed.days.parse().ok();
    days.filter(|it| KEY_DAYS.contains(it))
        .ok_or(SystemFault::NoDays)
}

/// Adds an address to call, and shows once what signs the calls; one that cannot be called comes back.
pub async fn add_hook(
    State(app): State<App>,
    reader: Reader,
    desk: Desk,
    Form(fields): Fields,
) -> Result<Response, Failure> {
    let typed = TypedSystem {
        url: field(&fields, "url").trim().to_owned(),
        ..TypedSystem::default()
    };
    let url = app.calls.may(&typed.url);
    let made = match url.filter(|url| url.as_str().len() <= MOST_URL) {
        None => Err(SystemFault::NoAddress),
        Some(url) => {
            let (secret, token) = (fresh_secret(), once(&desk, HERE, &fields));
            desk.add_hook(url.as_str(), &secret, &token, app.clock.now())
                .await
                .map(Ok)?
        }
    };
    done(&app, reader, &desk, made, Made::HookSecret, typed).await
}

/// Ends a key.
pub async fn end_key(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    desk.end_key(&id, app.clock.now()).await?;
    Ok(Redirect::to(HERE))
}

/// Ends calls to an address.
pub async fn end_hook(
    State(app): State<App>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    desk.end_hook(&id, app.clock.now()).await?;
    Ok(Redirect::to(HERE))
}

/// The page with what was made, or with what was typed and why it could not be used.
async fn done(
    app: &App,
    reader: Reader,
    desk: &Desk,
    made: Result<Making, SystemFault>,
    as_made: impl FnOnce(String) -> Made,
    typed: TypedSystem,
) -> Result<Response, Failure> {
    let reader = Reader {
        path: HERE.to_owned(),
        ..reader
    };
    let fault = match made {
        Ok(Making::Made(secret)) => {
            let made = Some(as_made(secret));
            return shown(app, &reader, desk, made, TypedSystem::default()).await;
        }
        Ok(Making::Ended) => SystemFault::Ended,
        Ok(Making::TooMany) => SystemFault::TooMany,
        Ok(Making::NoService) => SystemFault::NoService,
        Err(fault) => fault,
    };
    let typed = TypedSystem {
        fault: Some(fault),
        ..typed
    };
    let page = shown(app, &reader, desk, None, typed).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn shown(
    app: &App,
    reader: &Reader,
    desk: &Desk,
    made: Option<Made>,
    typed: TypedSystem,
) -> Result<Response, Failure> {
    let shown = SystemsPage {
        made,
        typed: TypedSystem {
            form: token::fresh(),
            ..typed
        },
        ..desk.systems(app.clock.now()).await?
    };
    let body = office::systems(reader.lang, &shown);
    let title = Systems::of(reader.lang).title;
    Ok(page(app, reader, title, Section::Office, body))
}
