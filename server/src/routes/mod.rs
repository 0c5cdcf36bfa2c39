//! Every address of the server, and who may use it.

mod board;
mod briefing;
pub(crate) mod confirm;
mod drain;
mod files;
mod front;
mod health;
mod language;
mod mine;
mod office;
mod openapi;
mod passkey;
mod photos;
mod plain;
mod sealed;
mod security;
mod share;
mod sign_in;
mod sso;
mod stand_in;
mod sync;
mod team;
mod walk;

use std::time::Duration;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    handler::Handler,
    http::{Method, StatusCode},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{self, MethodRouter},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

pub use openapi::description;

use crate::{
    csrf, dress,
    error::Failure,
    headers, limits, mark,
    seat::{self, Door, Who},
    state::App,
    viewer::Role,
};
use Who::{Anyone, Only, SignedIn, Unasked};

/// The most bytes of a form.
const MOST_FORM_BYTES: usize = 64 * 1024;
/// How long a request may take, its body included.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);
/// How long a form with photos may take.
const LONGEST_UPLOAD: Duration = Duration::from_secs(10 * 60);

/// One address: what it takes, and who may use it. What is not in [`table`] does not exist.
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with `{names}` for its parts.
    pub path: &'static str,
    /// Who may use it. Looked at before anything of the request is read.
    pub who: Who,
    /// True for a write that pages of other sites may cause, because it changes nothing.
    pub anywhere: bool,
    /// True when whoever uses it must have proved a moment ago to be there: exports, publishing, roles, ways of signing in.
    pub confirmed: bool,
    /// True where something could be guessed: who fails too often waits.
    pub guessable: bool,
    handler: MethodRouter<App>,
}

/// Every address but the built site's files.
#[must_use]
pub fn table() -> Vec<Route> {
    vec![
        get("/", Anyone, front::home),
        get("/sign-in", Anyone, sign_in::form),
        post("/sign-in", Anyone, sign_in::spend_code).guessable(),
        get("/invite/{token}", Anyone, sign_in::invitation),
        post("/invite/{token}", Anyone, sign_in::spend_token),
        get("/enrol", Anyone, passkey::page),
        post("/passkey/make", Anyone, passkey::make),
        post("/passkey/made", Anyone, passkey::made).guessable(),
        post("/passkey/enter", Anyone, passkey::enter),
        post("/passkey/entered", Anyone, passkey::entered).guessable(),
        post("/passkey/confirm", SignedIn, passkey::confirm),
        post("/passkey/confirmed", SignedIn, passkey::confirmed).guessable(),
        get("/confirm", SignedIn, confirm::page),
        post("/confirm", SignedIn, confirm::confirm).guessable(),
        post("/sign-in/sso", Anyone, sso::begin),
        get("/sign-in/callback", Anyone, sso::back),
        post("/confirm/sso", SignedIn, sso::confirm),
        post("/sign-out", Unasked, sign_in::sign_out),
        post("/language", Unasked, language::choose),
        get("/walk", Unasked, walk::shell),
        get("/walk/", Unasked, walk::shell),
        get("/walk/plain", Only(Role::Leader), plain::list),
        get("/walk/plain/brief/{task}", Only(Role::Leader), plain::brief),
        post("/walk/plain/start", Only(Role::Leader), plain::start),
        get("/walk/plain/{walk}", Only(Role::Leader), plain::walk),
        post("/walk/plain/{walk}/leave", Only(Role::Leader), plain::leave),
        get(
            "/walk/plain/{walk}/service",
            Only(Role::Leader),
            plain::service,
        ),
        post("/walk/plain/{walk}/pause", Only(Role::Leader), plain::pause),
        post(
            "/walk/plain/{walk}/interrupted",
            Only(Role::Leader),
            plain::interrupted,
        ),
        post("/walk/plain/{walk}/step", Only(Role::Leader), plain::answer),
        get(
            "/walk/plain/{walk}/friction",
            Only(Role::Leader),
            plain::new,
        ),
        post(
            "/walk/plain/{walk}/friction",
            Only(Role::Leader),
            plain::felt,
        )
        .taking(plain::MOST_UPLOAD_BYTES),
        get(
            "/walk/plain/{walk}/friction/{id}",
            Only(Role::Leader),
            plain::point,
        ),
        post(
            "/walk/plain/{walk}/friction/{id}",
            Only(Role::Leader),
            plain::change,
        )
        .taking(plain::MOST_UPLOAD_BYTES),
        post(
            "/walk/plain/{walk}/friction/{id}/remove",
            Only(Role::Leader),
            plain::remove,
        ),
        post(
            "/walk/plain/{walk}/photo/{id}/remove",
            Only(Role::Leader),
            plain::remove_photo,
        ),
        get(
            "/walk/plain/{walk}/worked",
            Only(Role::Leader),
            plain::new_bright,
        ),
        post(
            "/walk/plain/{walk}/worked",
            Only(Role::Leader),
            plain::bright,
        ),
        get(
            "/walk/plain/{walk}/worked/{id}",
            Only(Role::Leader),
            plain::change_bright,
        ),
        post(
            "/walk/plain/{walk}/worked/{id}",
            Only(Role::Leader),
            plain::rewritten,
        ),
        post(
            "/walk/plain/{walk}/worked/{id}/remove",
            Only(Role::Leader),
            plain::remove_bright,
        ),
        post(
            "/walk/plain/{walk}/outcome",
            Only(Role::Leader),
            plain::outcome,
        ),
        post(
            "/walk/plain/{walk}/again",
            Only(Role::Leader),
            plain::step_again,
        ),
        get("/walk/plain/{walk}/end", Only(Role::Leader), plain::end),
        post("/walk/plain/{walk}/end", Only(Role::Leader), plain::finish),
        get("/walk/share", Unasked, walk::shell),
        // The phone's own menu sends here, and it is no page of ours. Nothing is written.
        post("/walk/share", Unasked, share::share).and_from_anywhere(),
        get("/walk/{*rest}", Unasked, walk::shell),
        get("/sw.js", Unasked, walk::worker),
        get("/team", Only(Role::ServiceTeam), team::inbox),
        get(
            "/team/friction/{id}",
            Only(Role::ServiceTeam),
            team::friction,
        ),
        post(
            "/team/friction/{id}/seen",
            Only(Role::ServiceTeam),
            team::seen,
        ),
        post(
            "/team/friction/{id}/reply",
            Only(Role::ServiceTeam),
            team::reply,
        ),
        get("/team/walk/{id}", Only(Role::ServiceTeam), team::walk),
        get("/board", Only(Role::Board), board::newest),
        get("/board/{month}", Only(Role::Board), board::month),
        get("/board/{month}/walks", Only(Role::Board), board::walks),
        get("/board/walk/{id}", Only(Role::Board), board::walk),
        get("/office", Only(Role::Administrator), office::office),
        post("/office/invite", Only(Role::Administrator), office::invite).confirmed(),
        get(
            "/office/people/{id}",
            Only(Role::Administrator),
            office::person,
        ),
        post(
            "/office/people/{id}",
            Only(Role::Administrator),
            office::change,
        ),
        post(
            "/office/people/{id}/roles",
            Only(Role::Administrator),
            office::roles,
        )
        .confirmed(),
        post(
            "/office/people/{id}/disable",
            Only(Role::Administrator),
            office::disable,
        )
        .confirmed(),
        post(
            "/office/people/{id}/enable",
            Only(Role::Administrator),
            office::enable,
        )
        .confirmed(),
        post(
            "/office/people/{id}/end-invitation",
            Only(Role::Administrator),
            office::end_invitation,
        ),
        post("/office/services", Only(Role::Administrator), office::add),
        get(
            "/office/services/new",
            Only(Role::Administrator),
            office::new,
        ),
        get(
            "/office/services/{id}",
            Only(Role::Administrator),
            office::service,
        ),
        post(
            "/office/services/{id}",
            Only(Role::Administrator),
            office::rename,
        ),
        get("/office/audit", Only(Role::Administrator), office::audit),
        get(
            "/office/audit/audit.csv",
            Only(Role::Administrator),
            office::csv,
        )
        .confirmed(),
        post("/office/walk", Only(Role::Administrator), office::take_in)
            .taking(office::MOST_UPLOAD_BYTES),
        get("/me", SignedIn, mine::home),
        get("/me/sign-in", SignedIn, mine::own_ways),
        post("/me/sign-in/device", SignedIn, mine::another_device).confirmed(),
        post("/me/sign-in/rename", SignedIn, mine::rename),
        post("/me/sign-in/remove", SignedIn, mine::remove).confirmed(),
        post("/me/sign-in/end", SignedIn, mine::end),
        post("/me/sign-in/others", SignedIn, mine::end_others),
        post("/me/appears", Only(Role::Leader), mine::appears),
        get("/me/shares", SignedIn, mine::shares),
        post("/me/shares/{id}/end", SignedIn, mine::take_back),
        get("/me/share/{walk}/{item}", SignedIn, mine::choose),
        post("/me/share/{walk}/{item}", SignedIn, mine::share),
        get("/me/about", SignedIn, mine::about),
        get("/me/about/export.html", SignedIn, mine::export_html).confirmed(),
        get("/me/about/export.json", SignedIn, mine::export_json).confirmed(),
        post("/me/erase", SignedIn, mine::erase).confirmed(),
        post("/me/erase/withdraw", SignedIn, mine::withdraw),
        get("/shared", SignedIn, mine::shared),
        get("/shared/{id}", SignedIn, mine::one_shared),
        get("/demo/service/{task}", Anyone, stand_in::stand_in),
        get("/api/v1/openapi.json", Unasked, openapi::openapi),
        post("/api/v1/sync", Only(Role::Leader), sync::sync),
        get("/api/v1/briefing", SignedIn, briefing::briefing),
        get("/api/v1/walks/{id}", Only(Role::Leader), briefing::own_walk),
        post("/api/v1/sealed", Unasked, sealed::take),
        put("/api/v1/photos/{id}", Only(Role::Leader), photos::put),
        get("/api/v1/photos/{id}", SignedIn, photos::get),
        get("/.well-known/security.txt", Unasked, security::contact),
        get("/healthz", Unasked, health::alive),
        get("/readyz", Unasked, health::ready),
    ]
}

fn get<H: Handler<T, App>, T: 'static>(path: &'static str, who: Who, handler: H) -> Route {
    route(Method::GET, path, who, routing::get(handler))
}

fn post<H: Handler<T, App>, T: 'static>(path: &'static str, who: Who, handler: H) -> Route {
    route(Method::POST, path, who, routing::post(handler))
}

fn put<H: Handler<T, App>, T: 'static>(path: &'static str, who: Who, handler: H) -> Route {
    route(Method::PUT, path, who, routing::put(handler))
}

fn route(method: Method, path: &'static str, who: Who, handler: MethodRouter<App>) -> Route {
    Route {
        method,
        path,
        who,
        anywhere: false,
        confirmed: false,
        guessable: false,
        handler,
    }
}

impl Route {
    /// Takes larger bodies than a form of words needs.
    fn taking(self, most_bytes: usize) -> Self {
        let handler = self.handler.layer(DefaultBodyLimit::max(most_bytes));
        Self { handler, ..self }
    }

    /// Asks for a fresh proof of being there.
    fn confirmed(self) -> Self {
        Self {
            confirmed: true,
            ..self
        }
    }

    /// Makes who fails here too often wait.
    fn guessable(self) -> Self {
        Self {
            guessable: true,
            ..self
        }
    }

    fn and_from_anywhere(self) -> Self {
        Self {
            anywhere: true,
            ..self
        }
    }
}

/// The whole server.
pub fn router(app: App) -> Router {
    let mut router = Router::new();
    for Route {
        path,
        who,
        confirmed,
        guessable,
        handler,
        ..
    } in table()
    {
        let door = Door {
            path,
            who,
            confirmed,
        };
        let gate = from_fn_with_state((app.clone(), door), seat::gate);
        let handler = if guessable {
            handler.route_layer(from_fn_with_state(app.clone(), limits::guard))
        } else {
            handler
        };
        let handler = if who == Unasked {
            handler
        } else {
            handler.route_layer(gate)
        };
        router = router.route(path, handler);
    }
    house(router.fallback(files::file), app, LONGEST_REQUEST)
}

/// What every address has in common, from the inside out.
fn house(router: Router<App>, app: App, longest: Duration) -> Router {
    let anywhere = table().into_iter().filter(|route| route.anywhere);
    let anywhere: csrf::Anywhere = anywhere.map(|route| route.path).collect();
    router
        .layer(DefaultBodyLimit::max(MOST_FORM_BYTES))
        .layer(from_fn_with_state((app.clone(), anywhere), csrf::guard))
        .layer(from_fn(move |request: Request, next: Next| {
            in_time(longest, request, next)
        }))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(mark::tell))
        .layer(from_fn_with_state(app.clone(), dress::dress))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), headers::add))
        .with_state(app)
}

/// Gives up what takes too long. Photos in a form are as large as the phone's camera made them, and come all at once.
async fn in_time(longest: Duration, request: Request, next: Next) -> Response {
    let longest = if plain::may_carry_photos(&request) {
        LONGEST_UPLOAD
    } else {
        longest
    };
    let answer = tokio::time::timeout(longest, next.run(request)).await;
    answer.unwrap_or_else(|_| StatusCode::REQUEST_TIMEOUT.into_response())
}

/// The panic itself is in the log; its words are not for the reader.
fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    Failure::Broken.into_response()
}

#[cfg(test)]
mod tests {
    use std::{
        pin::Pin,
        task::{Context, Poll},
    };

    use axum::{
        body::{Body, Bytes, HttpBody},
        http::Request,
    };
    use http_body::Frame;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use super::*;
    use crate::{site::Site, store::Store};

    /// A server on a fresh database and the least of a site, in `folder`.
    async fn app(folder: &std::path::Path) -> App {
        let pkg = folder.join("pkg");
        std::fs::create_dir(&pkg).unwrap();
        for ending in ["js", "wasm", "css"] {
            std::fs::write(pkg.join("firsthand.").with_extension(ending), "").unwrap();
        }
        let store = Store::open(&format!("sqlite:{}/db", folder.display()))
            .await
            .unwrap();
        App::new(store, Site::read(folder).unwrap(), "http://127.0.0.1")
    }

    async fn broken() {
        panic!("the secret of the house");
    }

    #[tokio::test]
    async fn a_panic_is_a_page_without_details() {
        let folder = tempfile::tempdir().unwrap();
        let both = routing::get(broken);
        let router = Router::new()
            .route("/page", both.clone())
            .route("/api/v1/x", both);
        let house = house(router, app(folder.path()).await, LONGEST_REQUEST);
        for (path, kind) in [
            ("/page", "text/html; charset=utf-8"),
            ("/api/v1/x", "application/json"),
        ] {
            let request = Request::get(path).body(Body::empty()).unwrap();
            let answer = house.clone().oneshot(request).await.unwrap();
            assert_eq!(answer.status(), 500);
            assert_eq!(answer.headers()["content-type"], kind);
            assert!(answer.headers().contains_key("content-security-policy"));
            let body = answer.into_body().collect().await.unwrap().to_bytes();
            assert!(!String::from_utf8_lossy(&body).contains("secret"));
        }
    }

    /// A body that never comes.
    struct Never;

    impl HttpBody for Never {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            Poll::Pending
        }
    }

    #[tokio::test]
    async fn a_body_that_never_comes_is_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let router = Router::new().route("/sign-in", routing::post(sign_in::spend_code));
        let house = house(router, app(folder.path()).await, Duration::from_millis(50));
        let request = Request::post("/sign-in")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        let answer = house
            .oneshot(request.body(Body::new(Never)).unwrap())
            .await
            .unwrap();
        assert_eq!(answer.status(), 408);
        assert_eq!(answer.headers()["content-type"], "text/html; charset=utf-8");
    }
}
