//! The briefing: fetched when there is a network, kept for when there is none.

use leptos::prelude::*;

use super::Session;
use crate::phone::store;
use crate::wire::Briefing;

impl Session {
    /// Fetches the briefing if it has changed, and keeps it. A different person's briefing opens their own store.
    pub async fn refresh(self) {
        let answer = store::exchange("GET", "/api/v1/briefing", "", &self.etag.get_value()).await;
        self.notice(answer.status);
        if answer.status != 200 {
            return;
        }
        let Ok(briefing) = serde_json::from_str::<Briefing>(&answer.body) else {
            return;
        };
        let person = briefing.me.id.clone();
        if person != self.person.get_value() {
            store::remember_person(&person);
            self.take_person(&person).await;
        }
        let etag = serde_json::to_string(&answer.etag).unwrap_or_default();
        let kept = ["{\"etag\":", &etag, ",\"briefing\":", &answer.body, "}"].concat();
        if let Err(trouble) = store::keep(&person, "briefing", &kept).await {
            self.trouble.set(Some(trouble));
        }
        self.etag.set_value(answer.etag);
        self.briefing.set(Some(briefing));
    }

    /// What an answer's status says about the network and about who is signed in.
    pub(super) fn notice(self, status: u16) {
        self.reached.set(status != 0);
        match status {
            401 => self.signed_out.set(true),
            200..=399 => self.signed_out.set(false),
            _ => {}
        }
    }
}
