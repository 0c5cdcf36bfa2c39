//! What programs ask: the phone's sync, health, and how to reach the house.

use super::{Route, get, post, put};
use crate::routes::{
    briefing, health, keys, months, openapi, photos, sealed, security, sync, threads,
};
use crate::seat::Who::{Only, SignedIn, Unasked};
use crate::viewer::Role;

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/api/v1/openapi.json", Unasked, openapi::openapi),
        post("/api/v1/sync", Only(Role::Leader), sync::sync),
        get("/api/v1/briefing", SignedIn, briefing::briefing),
        get("/api/v1/threads", Unasked, threads::threads),
        get("/api/v1/months", Unasked, months::months),
        get("/api/v1/months/{month}", Unasked, months::month),
        get("/api/v1/walks/{id}", Only(Role::Leader), briefing::own_walk),
        post("/api/v1/sealed", Unasked, sealed::take),
        put("/api/v1/photos/{id}", Only(Role::Leader), photos::put),
        get("/api/v1/photos/{id}", SignedIn, photos::get),
        get("/.well-known/security.txt", Unasked, security::contact),
        get("/.well-known/firsthand-keys.json", Unasked, keys::keys),
        get("/healthz", Unasked, health::alive),
        get("/readyz", Unasked, health::ready),
    ]
}
