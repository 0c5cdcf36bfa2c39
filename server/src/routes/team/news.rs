//! New friction, told to an open inbox as it comes. The stream is bound to its viewer and ends with the session.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use http_body::Frame;
use tokio::sync::{broadcast, broadcast::error::RecvError, mpsc};

use super::Asked;
use crate::{
    error::Failure,
    seat::session_token,
    state::App,
    token,
    viewer::{Role, Viewer},
};

/// How often something is sent at least, so that nothing between takes the line for dead; and how often it is looked
/// at the latest whether the session still counts.
const BEAT: Duration = Duration::from_secs(15);

/// Says how many more times something was felt at the viewer's services than when the page was drawn.
pub async fn news(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let session = session_token(&headers).ok_or(Failure::NotSignedIn)?;
    let since = asked.value("since").and_then(|since| since.parse().ok());
    let since = match since {
        Some(since) => since,
        None => app.store.desk(&viewer).times_felt().await?,
    };
    let (out, lines) = mpsc::channel(4);
    let changes = app.store.changes().await;
    tokio::spawn(tell(app, token::hash(session), since, changes, out));
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
    Ok((headers, Body::new(Lines(lines))).into_response())
}

/// Tells until nobody listens any more, or the session counts no more.
async fn tell(
    app: App,
    session: String,
    since: u64,
    mut changes: broadcast::Receiver<String>,
    out: mpsc::Sender<Bytes>,
) {
    let mut told = since;
    let mut line = String::from("retry: 3000\n\n");
    loop {
        let Some(viewer) = still(&app, &session).await else {
            return;
        };
        // Not being able to look is no news; the next beat looks again.
        if let Ok(felt) = app.store.desk(&viewer).times_felt().await
            && felt != told
        {
            // It may have ended while this was looked up.
            if still(&app, &session).await.is_none() {
                return;
            }
            told = felt;
            let new = felt.saturating_sub(since);
            line = format!("data: {new}\n\n");
        }
        if !line.is_empty()
            && out
                .send(Bytes::from(std::mem::take(&mut line)))
                .await
                .is_err()
        {
            return;
        }
        let beat = tokio::time::sleep(BEAT);
        tokio::pin!(beat);
        loop {
            tokio::select! {
                () = &mut beat => {
                    line.push_str(":\n\n");
                    break;
                }
                () = out.closed() => return,
                change = changes.recv() => match change {
                    Ok(organisation) if organisation == viewer.organisation => break,
                    Ok(_) => {}
                    Err(RecvError::Lagged(_)) => break,
                    Err(RecvError::Closed) => return,
                },
            }
        }
    }
}

/// Whose session it is, while it counts and they are of a service team. Looking does not keep it alive.
async fn still(app: &App, session: &str) -> Option<Viewer> {
    let viewer = app.store.still(session, app.clock.now()).await.ok()??;
    viewer.roles.has(Role::ServiceTeam).then_some(viewer)
}

/// What is told, as the body of an answer that goes on.
struct Lines(mpsc::Receiver<Bytes>);

impl HttpBody for Lines {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let line = self.0.poll_recv(context);
        line.map(|line| line.map(|line| Ok(Frame::data(line))))
    }
}
