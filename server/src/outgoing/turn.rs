//! Sending, again and again for as long as the server runs. Messages and calls each have a turn of their own, so that
//! a slow mail server keeps no call waiting, and the other way round.

use std::time::Duration;

use app::walk::Millis;
use tokio::time::{MissedTickBehavior, interval};

use super::{call::call_due, post::post_due};
use crate::{state::App, store::StoreError};

/// How often it is looked whether anything is due.
const OFTEN: Duration = Duration::from_secs(5);
/// How long what was sent is remembered, so that it is not told twice.
const REMEMBERED: Millis = 90 * 86_400_000;

/// Sends what comes due until it is dropped. What is under way then is tried again by whoever comes next.
pub async fn send_forever(app: App) {
    tokio::join!(messages(&app), calls(&app));
}

async fn messages(app: &App) {
    let mut turn = interval(OFTEN);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turn.tick().await;
        said(messages_once(app).await);
    }
}

async fn messages_once(app: &App) -> Result<(), StoreError> {
    let now = app.clock.now();
    if app.post.is_some() {
        while app.store.make_digests(now).await? > 0 {}
    }
    while post_due(app).await? > 0 {}
    app.store.forget_sent(now.saturating_sub(REMEMBERED)).await
}

async fn calls(app: &App) {
    let mut turn = interval(OFTEN);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turn.tick().await;
        said(calls_once(app).await);
    }
}

async fn calls_once(app: &App) -> Result<(), StoreError> {
    while call_due(app).await? > 0 {}
    Ok(())
}

fn said(done: Result<(), StoreError>) {
    if let Err(error) = done {
        tracing::error!(%error, "what goes out could not be looked at, and is tried again");
    }
}
