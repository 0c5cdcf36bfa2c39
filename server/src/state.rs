//! What every handler shares.

use std::{net::IpAddr, sync::Arc};

use crate::{
    clock::Clock,
    denials::Denials,
    limits::Tries,
    outgoing::{Calls, Listeners, Post, Reads},
    passkey::Passkeys,
    site::Site,
    sso::Providers,
    store::Store,
};

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
    /// Makes and checks passkeys; none where that address cannot have any.
    pub passkeys: Option<Passkeys>,
    /// Who provides single sign-on.
    pub providers: Providers,
    /// False serves a service worker that takes itself and its copies away: the way out of a faulty one.
    pub worker: bool,
    /// The proxies before this server: only they are believed about where a request comes from.
    pub proxies: Arc<[IpAddr]>,
    /// Who tried how often what could be guessed.
    pub tries: Arc<Tries>,
    /// What was denied lately.
    pub denials: Arc<Denials>,
    /// The mail server; none where no mail is sent.
    pub post: Option<Post>,
    /// Makes calls to other systems.
    pub calls: Calls,
    /// How often other systems read.
    pub reads: Arc<Reads>,
    /// Who listens to news.
    pub listeners: Arc<Listeners>,
    /// Where to report a weakness, as `/.well-known/security.txt` says it.
    pub security_contact: Option<Arc<str>>,
}

impl App {
    /// A server with the system's clock.
    #[must_use]
    pub fn new(store: Store, site: impl Into<Arc<Site>>, base_url: &str) -> Self {
        let base_url = base_url.trim_end_matches('/');
        Self {
            store,
            clock: Clock::system(),
            site: site.into(),
            base_url: base_url.into(),
            passkeys: Passkeys::at(base_url),
            providers: Providers::default(),
            worker: true,
            proxies: [].into(),
            tries: Arc::default(),
            denials: Arc::default(),
            post: None,
            calls: Calls::outside(),
            reads: Arc::default(),
            listeners: Arc::default(),
            security_contact: None,
        }
    }
}
