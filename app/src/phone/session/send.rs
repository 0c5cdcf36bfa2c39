//! Sending: what the server does not have yet, in batches, one page at a time.

use crate::phone::store::spawn;
use leptos::prelude::*;

use super::{Session, Stand, log};
use crate::phone::store;
use crate::walk::{Fact, FactId, WalkId};
use crate::wire::{Refusal, SyncReply, SyncStatus};

/// The most facts in one request.
const BATCH: usize = 200;
/// The most bytes of facts in one request, well below what the server takes.
const BATCH_BYTES: usize = 512 * 1024;

/// A fact on its way.
struct Parcel {
    walk: WalkId,
    id: FactId,
    text: String,
    /// Where it was before, and is again when nothing answers.
    was: Stand,
}

impl Session {
    /// Sends after a short wait, so that taps in a row travel together.
    pub fn send_soon(self, wait_ms: u32) {
        spawn(async move {
            store::sleep(wait_ms).await;
            self.send().await;
        });
    }

    /// Sends all that waits. While one round is under way another call only asks for one more.
    pub async fn send(self) {
        if self.sending.get_value() {
            self.again.set_value(true);
            return;
        }
        self.sending.set_value(true);
        if let Some(_turn) = store::turn("firsthand-send").await {
            self.send_all().await;
            if self.reached.get_untracked() {
                self.send_photos().await;
            }
        }
        self.sending.set_value(false);
        if self.again.try_update_value(std::mem::take).unwrap_or(false)
            && self.has_waiting()
            && self.reached.get_untracked()
        {
            self.send_soon(400);
        }
    }

    /// True when something waits to be sent.
    pub fn has_waiting(self) -> bool {
        self.has_facts_waiting() || self.has_photos_waiting()
    }

    pub(super) fn has_facts_waiting(self) -> bool {
        self.logs
            .with_untracked(|logs| logs.values().any(|log| log.stands.iter().any(waits)))
    }

    pub(super) async fn send_all(self) {
        let mut most = BATCH;
        let mut sent = 0;
        loop {
            let batch = self.batch(most);
            if batch.is_empty() {
                break;
            }
            self.stand_all(&batch, |_| Stand::Sending);
            let answer = store::exchange("POST", "/api/v1/sync", &request(&batch), "").await;
            self.notice(answer.status);
            // Something on the way may answer in the server's place; only the server itself can refuse.
            let status = if is_refusal(answer.status) && !is_problem(&answer.body) {
                0
            } else {
                answer.status
            };
            match (status, serde_json::from_str::<SyncReply>(&answer.body)) {
                (200, Ok(reply)) if !reply.items.is_empty() => {
                    self.take_reply(&batch, &reply).await;
                    sent += reply.items.len();
                }
                // One fact spoils the batch: halve it until that one stands alone.
                (status, _) if is_refusal(status) && batch.len() > 1 => {
                    self.stand_all(&batch, |parcel| parcel.was);
                    most = batch.len() / 2;
                }
                (status, _) if is_refusal(status) => {
                    self.refuse(&batch, Refusal::Unreadable).await;
                }
                _ => {
                    self.stand_all(&batch, |parcel| parcel.was);
                    break;
                }
            }
        }
        if sent > 0 {
            self.refresh().await;
        }
    }

    fn batch(self, most: usize) -> Vec<Parcel> {
        let parcel = |(fact, stand): (&Fact, &Stand)| Parcel {
            walk: fact.walk,
            id: fact.id,
            text: log::text(fact),
            was: *stand,
        };
        self.logs.with_untracked(|logs| {
            let mut bytes = 0;
            let all = logs
                .values()
                .flat_map(|log| log.facts.iter().zip(&log.stands));
            let waiting = all
                .filter(|(fact, stand)| waits(stand) && !log::stays_here(fact))
                .map(parcel)
                .take(most);
            waiting
                .take_while(|parcel| {
                    let first = bytes == 0;
                    bytes += parcel.text.len();
                    first || bytes < BATCH_BYTES
                })
                .collect()
        })
    }

    async fn take_reply(self, batch: &[Parcel], reply: &SyncReply) {
        let now = store::now();
        let (mut sent, mut changes) = (Vec::new(), Vec::new());
        for (parcel, item) in batch.iter().zip(&reply.items) {
            if item.status == SyncStatus::Refused {
                self.refuse(
                    std::slice::from_ref(parcel),
                    item.reason.unwrap_or(Refusal::Unreadable),
                )
                .await;
            } else {
                sent.push(parcel.id.to_string());
                changes.push((parcel.walk, parcel.id, Stand::Sent(now)));
            }
        }
        // Not answered for: it waits for the next round.
        let rest = batch.iter().skip(reply.items.len());
        changes.extend(rest.map(|parcel| (parcel.walk, parcel.id, parcel.was)));
        // Should this phone fail to note it, the facts are sent again, which does no harm.
        let _ = store::mark_sent(&self.person.get_value(), sent, now).await;
        self.set_stands(&changes);
    }

    async fn refuse(self, batch: &[Parcel], why: Refusal) {
        let code = serde_json::to_string(&why).unwrap_or_default();
        for parcel in batch {
            let _ =
                store::mark_refused(&self.person.get_value(), parcel.id.to_string(), &code).await;
        }
        self.stand_all(batch, |_| Stand::Refused(why));
    }

    fn stand_all(self, batch: &[Parcel], stand: impl Fn(&Parcel) -> Stand) {
        let changes: Vec<_> = batch
            .iter()
            .map(|parcel| (parcel.walk, parcel.id, stand(parcel)))
            .collect();
        self.set_stands(&changes);
    }

    /// Takes a fact the server refused off this phone.
    pub async fn remove_refused(self, id: FactId) {
        let ids = vec![id.to_string()];
        if store::remove(&self.person.get_value(), ids).await.is_ok() {
            self.forget(&[id]);
        }
    }

    /// The facts the server refused, and why.
    pub fn refused(self) -> Vec<(Fact, Refusal)> {
        let refused = |(fact, stand): (&Fact, &Stand)| match stand {
            Stand::Refused(why) => Some((fact.clone(), *why)),
            _ => None,
        };
        self.logs.with(|logs| {
            let all = logs.values();
            all.flat_map(|log| log.facts.iter().zip(&log.stands))
                .filter_map(refused)
                .collect()
        })
    }
}

pub(super) fn waits(stand: &Stand) -> bool {
    matches!(stand, Stand::Saved | Stand::Held)
}

/// True for the answers that are about what was sent.
fn is_refusal(status: u16) -> bool {
    matches!(status, 400 | 413 | 422)
}

/// True for a refusal in the API's own shape ([`crate::wire::Problem`]).
fn is_problem(body: &str) -> bool {
    body.starts_with("{\"error\":\"")
}

fn request(batch: &[Parcel]) -> String {
    let facts: Vec<&str> = batch.iter().map(|parcel| parcel.text.as_str()).collect();
    [
        "{\"sent_at\":",
        &store::now().to_string(),
        ",\"facts\":[",
        &facts.join(","),
        "]}",
    ]
    .concat()
}
