//! Photos on this phone: where each is, and sending them once all words are sent.

use leptos::prelude::*;
use serde::Deserialize;

use super::{Session, Stand, log::Log};
use crate::phone::store::{self, Drawn};
use crate::walk::{FactId, FrictionId, Kind, PhotoAdded, PhotoId, WalkId};
use crate::wire::Refusal;

/// The key of what is kept while the camera or the library is open: the page may not live to see it closed.
pub(super) const PENDING: &str = "photo-pending";

/// The point that waited for a photo when the page was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Lost {
    /// The walk.
    pub walk: WalkId,
    /// The point; none for one that was not felt yet.
    pub friction: Option<FrictionId>,
}

/// Why pictures that another app shared could not be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// No walk is running.
    NoWalk,
    /// Firsthand was not ready for them.
    NotReady,
}

impl Session {
    /// Keeps a photo together with the fact that adds it.
    pub async fn add_photo(self, walk: WalkId, friction: FrictionId, photo: Drawn) {
        let added = PhotoAdded {
            friction,
            sha256: photo.sha256.clone(),
            bytes: photo.bytes,
            width: photo.width,
            height: photo.height,
        };
        let facts = self.make(walk, &[Kind::PhotoAdded(added)]);
        for fact in &facts {
            store::hold(fact.id, friction, &photo);
        }
        self.append(facts, "").await;
    }

    /// Notes that the camera or the library is about to open for a point, or that it is done with.
    pub fn set_picking(self, walk: WalkId, friction: Option<FrictionId>, picking: bool) {
        self.picking.set_value(picking);
        let person = self.person.get_value();
        let friction = friction.map_or("null".to_owned(), |id| {
            ["\"", &id.to_string(), "\""].concat()
        });
        let pending = [
            "{\"walk\":\"",
            &walk.to_string(),
            "\",\"friction\":",
            &friction,
            "}",
        ]
        .concat();
        store::spawn(async move {
            // It stands until the photo is kept.
            self.settled().await;
            let pending = if picking { pending } else { String::new() };
            let _ = store::keep(&person, PENDING, &pending).await;
        });
    }

    /// Where a photo's bytes are; nothing when they are not on this phone.
    pub fn photo_stand(self, walk: WalkId, id: PhotoId) -> Option<Stand> {
        self.logs.with(|logs| {
            let all = &logs.get(&walk)?.photos;
            all.iter()
                .find(|(it, _)| *it == id)
                .map(|(_, stand)| *stand)
        })
    }

    /// Gives every photo named on the screen its picture.
    pub async fn show_photos(self) {
        store::show_photos(&self.person.get_value()).await;
    }

    /// Hands a photo over as a file.
    pub async fn save_photo(self, id: PhotoId) {
        store::save_photo(&self.person.get_value(), id).await;
    }

    /// Sends the photos whose facts the server has, one after the other. Words that are written meanwhile go first.
    pub(super) async fn send_photos(self) {
        for (walk, id, was) in self.photos_waiting() {
            self.set_photo(walk, id, Some(Stand::Sending));
            let end = loop {
                let answer = store::send_photo(&self.person.get_value(), id).await;
                if answer != "more" {
                    break answer;
                }
                if self.has_facts_waiting() {
                    self.send_all().await;
                }
            };
            let stand = match end.as_str() {
                "sent" => Some(Stand::Sent(store::now())),
                "refused" => Some(Stand::Refused(Refusal::Unreadable)),
                "gone" => None,
                _ => Some(was),
            };
            self.set_photo(walk, id, stand);
        }
    }

    /// True when a photo waits, and may go.
    pub(super) fn has_photos_waiting(self) -> bool {
        !self.photos_waiting().is_empty()
    }

    fn photos_waiting(self) -> Vec<(WalkId, PhotoId, Stand)> {
        self.logs.with_untracked(|logs| {
            let of = |(walk, log): (&WalkId, &Log)| {
                let waits = |(id, stand): &(PhotoId, Stand)| {
                    let known = matches!(log.stand(FactId(id.0)), Some(Stand::Sent(_)));
                    (known && super::send::waits(stand)).then_some((*walk, *id, *stand))
                };
                log.photos.iter().filter_map(waits).collect::<Vec<_>>()
            };
            logs.iter().flat_map(of).collect()
        })
    }

    /// Changes where a photo is; with nothing, it is no longer on this phone.
    fn set_photo(self, walk: WalkId, id: PhotoId, stand: Option<Stand>) {
        self.logs.update(|logs| {
            if let Some(log) = logs.get_mut(&walk) {
                log.photos.retain(|(it, _)| *it != id);
                log.photos.extend(stand.map(|stand| (id, stand)));
            }
        });
    }

    /// Takes what the phone's store told of its photos.
    pub(super) fn take_photos(self, loaded: Vec<(PhotoId, String)>) {
        self.logs.update(|logs| {
            for (id, state) in loaded {
                let added = FactId(id.0);
                let Some(log) = logs.values_mut().find(|log| log.stand(added).is_some()) else {
                    continue;
                };
                match log.photos.iter_mut().find(|(it, _)| *it == id) {
                    Some((_, Stand::Sending | Stand::Held)) => {}
                    Some((_, here)) => *here = stand(&state),
                    None => log.photos.push((id, stand(&state))),
                }
            }
        });
    }
}

fn stand(state: &str) -> Stand {
    match state.split_once(' ') {
        Some(("sent", at)) => Stand::Sent(at.parse().unwrap_or(0)),
        _ if state == "refused" => Stand::Refused(Refusal::Unreadable),
        _ => Stand::Saved,
    }
}
