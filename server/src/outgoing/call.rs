//! Calls to other systems: signed, over HTTPS to public addresses alone, with no redirects and little patience.

use std::{sync::Arc, time::Duration};

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, Mac};
use reqwest::{Client, Url, redirect::Policy};
use serde_json::json;
use sha2::Sha256;
use tokio::task::JoinSet;

use super::address::{Public, is_here, may_call};
use crate::{
    state::App,
    store::{AT_ONCE, Job, StoreError, To, Way},
    token,
    when::iso,
};

/// How long a call may take.
const LONGEST: Duration = Duration::from_secs(10);
/// How long until it is connected.
const LONGEST_KNOCK: Duration = Duration::from_secs(5);
/// How long it takes at most until it is looked what came due while calls are under way.
const MEANWHILE: Duration = Duration::from_secs(2);
/// What a secret begins with.
const SECRET: &str = "whsec_";

/// Makes calls.
#[derive(Clone, Debug)]
pub struct Calls {
    client: Option<Client>,
    here: bool,
}

impl Calls {
    /// To public addresses, over HTTPS.
    #[must_use]
    pub fn outside() -> Self {
        let client = small().https_only(true).dns_resolver(Arc::new(Public));
        Self::of(client.build(), false)
    }

    /// To this machine alone, as when trying things out.
    #[must_use]
    pub fn here() -> Self {
        Self::of(small().build(), true)
    }

    /// To this machine alone, with as much patience for one call.
    #[must_use]
    pub fn patient(longest: Duration) -> Self {
        Self::of(small().timeout(longest).build(), true)
    }

    fn of(client: reqwest::Result<Client>, here: bool) -> Self {
        if let Err(error) = &client {
            tracing::error!(%error, "no calls can be made");
        }
        Self {
            client: client.ok(),
            here,
        }
    }

    /// The address, when it may be called.
    #[must_use]
    pub fn may(&self, url: &str) -> Option<Url> {
        let url: Url = url.parse().ok()?;
        let may = if self.here {
            is_here(&url)
        } else {
            may_call(&url)
        };
        may.then_some(url)
    }

    async fn call(&self, url: &str, secret: &str, job: &Job, now: i64) -> Result<(), String> {
        let url = self.may(url).ok_or("not allowed")?;
        let client = self.client.as_ref().ok_or("not possible")?;
        let body = json!({
            "type": job.topic,
            "timestamp": iso(&job.zone, job.made_at),
            "data": job.body,
        })
        .to_string();
        let seconds = (now / 1000).to_string();
        let asked = client
            .post(url)
            .header("content-type", "application/json")
            .header("user-agent", "Firsthand")
            .header("webhook-id", &job.id)
            .header("webhook-timestamp", &seconds)
            .header(
                "webhook-signature",
                signature(secret, &job.id, &seconds, &body),
            )
            .body(body);
        // What is answered is not read: only whether it was taken.
        match asked.send().await {
            Ok(answer) if answer.status().is_success() => Ok(()),
            Ok(answer) => Err(format!("refused {}", answer.status().as_u16())),
            Err(error) if error.is_timeout() => Err("slow".to_owned()),
            Err(_) => Err("no answer".to_owned()),
        }
    }
}

fn small() -> reqwest::ClientBuilder {
    Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .connect_timeout(LONGEST_KNOCK)
        .timeout(LONGEST)
        .pool_max_idle_per_host(0)
}

/// A fresh secret to sign with: 256 bits.
#[must_use]
pub fn fresh_secret() -> String {
    let bits: [u8; 32] = rand::random();
    [SECRET, &STANDARD.encode(bits)].concat()
}

/// What proves that a call is ours and is not an old one: HMAC-SHA256 over its id, its time and its body.
#[must_use]
pub fn signature(secret: &str, id: &str, seconds: &str, body: &str) -> String {
    let bare = secret.strip_prefix(SECRET).unwrap_or(secret);
    let key = STANDARD
        .decode(bare)
        .unwrap_or_else(|_| bare.as_bytes().to_vec());
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key) else {
        return String::new();
    };
    for part in [id, ".", seconds, ".", body] {
        mac.update(part.as_bytes());
    }
    ["v1,", &STANDARD.encode(mac.finalize().into_bytes())].concat()
}

/// Makes the calls that are due, to several systems at once and to each one after another; how many that were. What is
/// not taken stays, and is tried again. A system that takes long holds up nobody but itself: what comes due for others
/// meanwhile is called too.
///
/// # Errors
/// When the database does not answer. What is under way is finished first.
pub async fn call_due(app: &App) -> Result<usize, StoreError> {
    let (mut under_way, mut made, mut fault) = (JoinSet::new(), 0, None);
    loop {
        let room = AT_ONCE - under_way.len();
        if fault.is_none() && room > 0 {
            match app.store.lease(Way::Hook, room, app.clock.now()).await {
                Ok(jobs) => {
                    made += jobs.len();
                    for job in jobs {
                        let app = app.clone();
                        under_way.spawn(async move { call_one(&app, &job).await });
                    }
                }
                Err(error) => fault = Some(error),
            }
        }
        let done = match tokio::time::timeout(MEANWHILE, under_way.join_next()).await {
            // Nobody is done yet: something may have come due for another.
            Err(_) => continue,
            Ok(None) => return fault.map_or(Ok(made), Err),
            Ok(Some(done)) => done,
        };
        match done {
            Ok(Err(error)) => fault = Some(error),
            Err(error) => tracing::error!(%error, "a call broke off, and is tried again"),
            Ok(Ok(())) => {}
        }
    }
}

async fn call_one(app: &App, job: &Job) -> Result<(), StoreError> {
    let To::Hook { url, secret } = &job.to else {
        return Ok(());
    };
    let now = app.clock.now();
    let Err(fault) = app.calls.call(url, secret, job, now).await else {
        return app.store.sent(job, now).await;
    };
    let id = token::hash(url);
    let id = id.get(..12).unwrap_or_default();
    let topic = &job.topic;
    tracing::warn!(topic, to = id, fault, "a call was not taken");
    app.store.not_sent(job, &fault, app.clock.now()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sample of the Standard Webhooks specification.
    #[test]
    fn a_signature_is_as_published() {
        let signed = signature(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "1614265330",
            r#"{"test": 2432232314}"#,
        );
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn secrets_differ() {
        assert_ne!(fresh_secret(), fresh_secret());
        assert_eq!(fresh_secret().len(), SECRET.len() + 44);
    }
}
