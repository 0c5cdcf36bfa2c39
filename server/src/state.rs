//! What every handler shares.

use std::sync::Arc;

use crate::{clock::Clock, site::Site, store::Store};

/// The server: its store, its clock and the built site. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    /// The database.
    pub store: Store,
    /// What time it is.
    pub clock: Clock,
    /// The built site.
    pub site: Arc<Site>,
    /// Where people reach this server, such as `https://firsthand.example`, without a slash at the end.
    pub base_url: Arc<str>,
    /// False serves a service worker that takes itself and its copies away: the way out of a faulty one.
    pub worker: bool,
}

impl App {
    /// A server with the system's clock.
    #[must_use]
    pub fn new(store: Store, site: impl Into<Arc<Site>>, base_url: &str) -> Self {
        Self {
            store,
            clock: Clock::system(),
            site: site.into(),
            base_url: base_url.trim_end_matches('/').into(),
            worker: true,
        }
    }
}
