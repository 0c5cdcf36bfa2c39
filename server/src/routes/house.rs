//! The whole server: every address behind its gate, and what all of them have in common.

use std::time::Duration;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::{StatusCode, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use super::{
    files,
    table::{Route, table},
};
use crate::{
    csrf, dress,
    error::Failure,
    headers, limits, mark,
    seat::{self, Door, Who},
    state::App,
};

/// The most bytes of a form.
const MOST_FORM_BYTES: usize = 64 * 1024;
/// How long a request may take, its body included.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);
/// How long a form with photos may take.
const LONGEST_UPLOAD: Duration = Duration::from_secs(10 * 60);

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
        let handler = match guessable {
            None => handler,
            Some(what) => {
                let guard = from_fn_with_state((app.clone(), what), limits::guard);
                handler.route_layer(guard)
            }
        };
        let handler = if who == Who::Unasked {
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

/// Gives up what takes too long. Photos in a form are as large as the phone's camera made them, and come all at once;
/// a team's files may come on a slow line too.
async fn in_time(longest: Duration, request: Request, next: Next) -> Response {
    let longest = if may_carry_files(&request) {
        LONGEST_UPLOAD
    } else {
        longest
    };
    let answer = tokio::time::timeout(longest, next.run(request)).await;
    answer.unwrap_or_else(|_| StatusCode::REQUEST_TIMEOUT.into_response())
}

/// True for a friction form, and for a team's file. Whether its sender may send one is looked at before anything of it
/// is read.
fn may_carry_files(request: &Request) -> bool {
    let form = request.headers().get(header::CONTENT_TYPE);
    let parts = form.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    let at = |place| request.uri().path().starts_with(place);
    parts && (at("/walk/plain/") || at("/team/thread/"))
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

    use axum::routing;

    use super::*;
    use crate::{routes::sign_in, site::Site, store::Store};

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
