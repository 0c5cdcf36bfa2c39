//! Signing in by the organisation's own provider.

use app::{
    front::{self, Section, SsoWrong},
    words::{Front, SingleSignOn},
};
use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use serde::{Deserialize, Serialize};

use super::{confirm::Onward, sign_in};
use crate::{
    ceremony,
    commands::sso::CALLBACK,
    cookie, device,
    error::Failure,
    invitation::hash_of_address,
    next,
    page::page,
    seat::Reader,
    sso::{Fault, Pending, Provider},
    state::App,
    store::{Begun, Ceremony, How, Linked, SignIn, Vouched},
    token,
    viewer::Viewer,
};

/// Everything that must be known when somebody comes back. Kept in the store, never in the browser.
#[derive(Serialize, Deserialize)]
struct Underway {
    organisation: String,
    pending: Pending,
    purpose: Purpose,
}

/// What somebody is on their way for.
#[derive(Serialize, Deserialize)]
enum Purpose {
    SignIn {
        plain: bool,
    },
    /// The invitation, by its hash, is spent when they come back.
    Link {
        invitation: String,
    },
    /// The session that asked, where to go on, and the fields that wait.
    Confirm {
        session: String,
        next: String,
        carried: Option<Vec<(String, String)>>,
    },
}

/// Which organisation, or which invitation.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    organisation: String,
    invitation: Option<String>,
    back: Option<String>,
}

/// Sends somebody on to their organisation's provider.
pub async fn begin(
    State(app): State<App>,
    reader: Reader,
    Form(asked): Form<Asked>,
) -> Result<Response, Failure> {
    let (organisation, purpose) = match asked.invitation {
        None => {
            let plain = asked.back.as_deref() == Some("plain");
            (asked.organisation, Purpose::SignIn { plain })
        }
        Some(invitation) => {
            let Some(invitation) = hash_of_address(&invitation) else {
                return Ok(sign_in::gone(&app, &reader));
            };
            let now = app.clock.now();
            match app.store.ways_of_invitation(&invitation, now).await? {
                Some((organisation, SignIn::Either | SignIn::SsoOnly)) => {
                    (organisation, Purpose::Link { invitation })
                }
                _ => return Ok(sign_in::gone(&app, &reader)),
            }
        }
    };
    send(&app, &reader, &organisation, purpose).await
}

/// Sends somebody on whose invitation can be spent in no other way; none when it can. Nothing is spent yet.
pub(super) async fn only_way(
    app: &App,
    reader: &Reader,
    invitation: &str,
) -> Result<Option<Response>, Failure> {
    let now = app.clock.now();
    match app.store.ways_of_invitation(invitation, now).await? {
        Some((organisation, SignIn::SsoOnly)) => {
            let invitation = invitation.to_owned();
            let purpose = Purpose::Link { invitation };
            send(app, reader, &organisation, purpose).await.map(Some)
        }
        _ => Ok(None),
    }
}

/// The page that asks for a fresh proof from there.
pub(super) fn asked(
    app: &App,
    reader: &Reader,
    onward: &Onward,
    fields: &[(String, String)],
) -> Response {
    let next = next::encoded(next::within(onward.next.as_deref()));
    let body = front::sso_confirm(reader.lang, &next, onward.carry.then_some(fields));
    let title = Front::of(reader.lang).confirm;
    page(app, reader, title, Section::Front, body)
}

/// Sends somebody who came by single sign-on there again, to prove that they are there.
pub async fn confirm(
    State(app): State<App>,
    reader: Reader,
    viewer: Viewer,
    Query(onward): Query<Onward>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    if !app.store.came_by_sso(&viewer).await? {
        return Err(Failure::ConfirmFirst);
    }
    let purpose = Purpose::Confirm {
        session: viewer.session.clone(),
        next: next::within(onward.next.as_deref()).to_owned(),
        carried: onward.carry.then_some(fields),
    };
    send(&app, &reader, &viewer.organisation, purpose).await
}

async fn send(
    app: &App,
    reader: &Reader,
    organisation: &str,
    purpose: Purpose,
) -> Result<Response, Failure> {
    let Some(provider) = app.store.sso_provider(organisation).await? else {
        return Err(Failure::NotFound);
    };
    let now = app.clock.now();
    let fresh = matches!(purpose, Purpose::Confirm { .. });
    let begun = app
        .providers
        .begin(&provider, &callback(app), fresh, reader.lang, now)
        .await;
    let begun = match begun {
        Ok(begun) => begun,
        Err(fault) => return Ok(faulty(app, reader, &provider, &fault)),
    };
    let browser = token::fresh();
    let person = match (&purpose, &reader.viewer) {
        (Purpose::Confirm { .. }, Some(viewer)) => Some(viewer.person.clone()),
        _ => None,
    };
    let underway = Underway {
        organisation: organisation.to_owned(),
        pending: begun.pending,
        purpose,
    };
    let state = serde_json::to_string(&underway).map_err(|_| Failure::Broken)?;
    let kept = Begun { person, state };
    app.store
        .begin_ceremony(
            Ceremony::SingleSignOn,
            &bound(&browser, &begun.state),
            &kept,
            now,
        )
        .await?;
    let to = HeaderValue::from_str(&format!("0;url={}", begun.to)).map_err(|_| Failure::Broken)?;
    let title = SingleSignOn::of(reader.lang).going;
    let body = front::sso_going(reader.lang, &begun.to);
    let mut going = page(app, reader, title, Section::Front, body);
    let headers = going.headers_mut();
    headers.insert(header::REFRESH, to);
    let cookie = ceremony::bound(Ceremony::SingleSignOn, &browser);
    headers.append(header::SET_COOKIE, cookie);
    Ok(going)
}

/// What the provider sends back.
#[derive(Deserialize)]
pub struct Back {
    state: Option<String>,
    code: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

/// Takes up somebody who comes back. What they began is taken once, by the browser that began it.
pub async fn back(
    State(app): State<App>,
    mut reader: Reader,
    headers: HeaderMap,
    Query(answer): Query<Back>,
) -> Result<Response, Failure> {
    // The address holds the code: no link of the page repeats it.
    "/sign-in".clone_into(&mut reader.path);
    let now = app.clock.now();
    let cookie = cookie::read(&headers, ceremony::name(Ceremony::SingleSignOn));
    let key = match (cookie, &answer.state) {
        (Some(browser), Some(state)) if !browser.is_empty() => bound(browser, state),
        _ => return Ok(wrong(&app, &reader, SsoWrong::Elsewhere)),
    };
    let taken = app
        .store
        .take_ceremony(Ceremony::SingleSignOn, &key, now)
        .await?;
    let Some(taken) = taken else {
        return Ok(wrong(&app, &reader, SsoWrong::Elsewhere));
    };
    let underway: Underway = serde_json::from_str(&taken.state).map_err(|_| Failure::Broken)?;
    let Some(provider) = app.store.sso_provider(&underway.organisation).await? else {
        return Ok(wrong(&app, &reader, SsoWrong::Elsewhere));
    };
    if answer
        .iss
        .as_ref()
        .is_some_and(|iss| *iss != provider.issuer)
    {
        let fault = Fault::Refused("iss in the answer is another's".to_owned());
        return Ok(faulty(&app, &reader, &provider, &fault));
    }
    let code = match (answer.error, answer.code) {
        (None, Some(code)) if !code.is_empty() => code,
        _ => return Ok(over(wrong(&app, &reader, SsoWrong::GivenUp))),
    };
    let finished = app
        .providers
        .finish(&provider, &callback(&app), &underway.pending, code, now)
        .await;
    let answer = match finished {
        Ok(subject) => {
            finish(
                &app,
                &reader,
                &headers,
                &provider,
                &subject,
                underway.purpose,
            )
            .await?
        }
        Err(fault) => faulty(&app, &reader, &provider, &fault),
    };
    Ok(over(answer))
}

async fn finish(
    app: &App,
    reader: &Reader,
    headers: &HeaderMap,
    provider: &Provider,
    subject: &str,
    purpose: Purpose,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let vouched = Vouched {
        organisation: &provider.organisation,
        issuer: &provider.issuer,
        subject,
    };
    let session = token::fresh();
    let hash = token::hash(&session);
    let device = &device::of(headers);
    match purpose {
        Purpose::SignIn { plain } => {
            let known = app.store.sign_in_vouched(vouched, &hash, device, now);
            if known.await? {
                enter(app, headers, &session, plain).await
            } else {
                Ok(wrong(app, reader, SsoWrong::Unknown))
            }
        }
        Purpose::Link { invitation } => {
            let linked = app
                .store
                .link_invited(&invitation, vouched, &hash, device, now);
            match linked.await? {
                Linked::Yes => enter(app, headers, &session, false).await,
                Linked::Gone => Ok(sign_in::gone(app, reader)),
                Linked::SomebodyElse => Ok(wrong(app, reader, SsoWrong::SomebodyElse)),
            }
        }
        Purpose::Confirm {
            session,
            next,
            carried,
        } => {
            let Some(viewer) = &reader.viewer else {
                return Ok(wrong(app, reader, SsoWrong::Elsewhere));
            };
            if viewer.session != session || !app.store.is_vouched(viewer, vouched).await? {
                return Ok(wrong(app, reader, SsoWrong::Refused));
            }
            app.store.confirm(viewer, How::SingleSignOn, now).await?;
            let Some(fields) = carried else {
                return Ok(Redirect::to(next::within(Some(&next))).into_response());
            };
            let title = SingleSignOn::of(reader.lang).confirmed;
            let body = front::sso_confirmed(reader.lang, next::within(Some(&next)), &fields);
            Ok(page(app, reader, title, Section::Front, body))
        }
    }
}

async fn enter(
    app: &App,
    headers: &HeaderMap,
    session: &str,
    plain: bool,
) -> Result<Response, Failure> {
    let (cookie, viewer) = sign_in::entered(app, headers, session).await?;
    let to = Redirect::to(sign_in::From::of(plain).home(&viewer));
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), to).into_response())
}

/// The key of what was begun: only the browser's cookie and the state together find it.
fn bound(browser: &str, state: &str) -> String {
    token::hash(&[browser, ".", state].concat())
}

fn callback(app: &App) -> String {
    [&app.base_url, CALLBACK].concat()
}

/// Takes the cookie away that bound what was begun.
fn over(mut answer: Response) -> Response {
    let cookie = ceremony::over(Ceremony::SingleSignOn);
    answer.headers_mut().append(header::SET_COOKIE, cookie);
    answer
}

/// The reason is for the log: the reader can do nothing with it, and who attacks learns nothing from it.
fn faulty(app: &App, reader: &Reader, provider: &Provider, fault: &Fault) -> Response {
    tracing::warn!(issuer = %provider.issuer, %fault, "single sign-on did not work");
    let what = match fault {
        Fault::Unreachable(_) => SsoWrong::Unreachable,
        Fault::Refused(_) => SsoWrong::Refused,
    };
    wrong(app, reader, what)
}

/// The page for what came to nothing.
fn wrong(app: &App, reader: &Reader, wrong: SsoWrong) -> Response {
    let status = match wrong {
        SsoWrong::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
        SsoWrong::Elsewhere => StatusCode::BAD_REQUEST,
        _ => StatusCode::FORBIDDEN,
    };
    let title = front::sso_wrong_title(reader.lang, wrong);
    let body = front::sso_wrong(reader.lang, wrong);
    (status, page(app, reader, title, Section::Front, body)).into_response()
}
