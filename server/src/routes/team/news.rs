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
use tokio::{
    sync::{broadcast, broadcast::error::RecvError, mpsc},
    time::Instant,
};

use super::Asked;
use crate::{
    error::Failure,
    outgoing::{Pace, Place},
    seat::session_token,
    state::App,
    token,
    viewer::{Role, Viewer},
};

/// How often something is sent at least, so that nothing between takes the line for dead; and how often it is looked
/// at the latest whether the session still counts.
const BEAT: Duration = Duration::from_secs(15);
/// How long after it was looked up what is new it is looked up again at the earliest.
const MOMENT: Duration = Duration::from_millis(100);

/// Whoever has so many pages open that this one ended comes back to it after as long.
const MUCH_LATER: &str = "retry: 600000\n\n";

/// Says how many more times something was felt at the viewer's services than when the page was drawn. Where too many
/// listen already, it is refused: the page shows the same when it is opened anew.
pub async fn news(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let session = session_token(&headers).ok_or(Failure::NotSignedIn)?;
    let place = app.listeners.enter(&viewer.person).ok_or(Failure::Busy)?;
    let since = asked.value("since").and_then(|since| since.parse().ok());
    let since = match since {
        Some(since) => since,
        None => app.store.desk(&viewer).times_felt().await?,
    };
    let (out, lines) = mpsc::channel(4);
    let changes = app.store.changes().await;
    let telling = Telling {
        app,
        session: token::hash(session),
        since,
        out,
    };
    tokio::spawn(telling.until_ended(place, changes));
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
    Ok((headers, Body::new(Lines(lines))).into_response())
}

/// What one page is told.
struct Telling {
    app: App,
    session: String,
    since: u64,
    out: mpsc::Sender<Bytes>,
}

/// Why it is looked up what is new.
enum Woken {
    Beat,
    Change,
}

impl Telling {
    /// Tells until nobody listens any more, a newer page of the same person needs the place, or the session counts no
    /// more.
    async fn until_ended(self, mut place: Place, changes: broadcast::Receiver<String>) {
        let done = tokio::select! {
            () = self.tell(changes) => return,
            done = &mut place.ended => done,
        };
        if done.is_ok() {
            // Whoever does not read any more hears nothing of it either.
            self.out
                .try_send(Bytes::from_static(MUCH_LATER.as_bytes()))
                .ok();
        }
    }

    async fn tell(&self, mut changes: broadcast::Receiver<String>) {
        let mut told = self.since;
        let mut line = String::from("retry: 3000\n\n");
        let mut pace = Pace::default();
        loop {
            let Some(viewer) = self.still().await else {
                return;
            };
            // Read before what is new: what comes in after this moment is told with the next, not left over.
            let now = self.app.clock.now();
            let mut more = false;
            // Not being able to look is no news; the next beat looks again.
            if let Ok(felt) = self.app.store.desk(&viewer).times_felt().await
                && felt != told
            {
                // It may have ended while this was looked up.
                if self.still().await.is_none() {
                    return;
                }
                more = !pace.go(now);
                if !more {
                    told = felt;
                    let new = felt.saturating_sub(self.since);
                    line = format!("data: {new}\n\n");
                }
            }
            if !line.is_empty() {
                let sent = self.out.send(Bytes::from(std::mem::take(&mut line)));
                if sent.await.is_err() {
                    return;
                }
            }
            match self.woken(&mut changes, &viewer, more).await {
                None => return,
                Some(Woken::Beat) => line.push_str(":\n\n"),
                Some(Woken::Change) => {}
            }
        }
    }

    /// Waits until it is time to look again, and a moment at least: many changes at once are looked up once. None when
    /// it is over.
    async fn woken(
        &self,
        changes: &mut broadcast::Receiver<String>,
        viewer: &Viewer,
        more: bool,
    ) -> Option<Woken> {
        let looked = Instant::now();
        let mut due = more;
        let beat = tokio::time::sleep(BEAT);
        tokio::pin!(beat);
        loop {
            tokio::select! {
                () = &mut beat => return Some(Woken::Beat),
                () = self.out.closed() => return None,
                () = tokio::time::sleep_until(looked + MOMENT), if due => return Some(Woken::Change),
                change = changes.recv() => match change {
                    Ok(organisation) => due |= organisation == viewer.organisation,
                    Err(RecvError::Lagged(_)) => due = true,
                    Err(RecvError::Closed) => return None,
                },
            }
        }
    }

    /// Whose session it is, while it counts and they are of a service team. Looking does not keep it alive.
    async fn still(&self) -> Option<Viewer> {
        let now = self.app.clock.now();
        let viewer = self.app.store.still(&self.session, now).await.ok()??;
        viewer.roles.has(Role::ServiceTeam).then_some(viewer)
    }
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
