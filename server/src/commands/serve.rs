//! Serving.

use std::{future::Future, net::SocketAddr, path::Path, sync::Arc, time::Duration};

use axum::{Router, serve::ListenerExt};
use tokio::{net::TcpListener, sync::oneshot};

use super::{
    arguments::{Listen, Serve},
    end::End,
    erase,
    stop::{Result, Stop},
};
use crate::{
    erasures::Journal,
    outgoing::{self, Post},
    routes,
    site::{self, Site},
    state::App,
    store::Store,
};

/// How long accepted requests may take to finish once the server is asked to end.
const LONGEST_GOODBYE: Duration = Duration::from_secs(8);

pub(super) async fn serve(serve: Serve) -> Result<()> {
    let site = built_site(&serve.listen)?;
    let store = serve.place.open_store().await?;
    let journal = erase::journal(&serve.place, &serve.erasures);
    erase::replay(&store, journal.as_ref()).await?;
    let listener = listen(serve.listen.listen).await?;
    let app = app(&serve.listen, store, site, &listener, Called::ByName)?;
    let end = End::heard()?;
    eprint_line(&format!("Firsthand is ready at {}", app.base_url));
    until_asked_to_end(listener, app, journal, end).await
}

/// Reads the built site, wherever it is.
pub(super) fn built_site(listen: &Listen) -> Result<Site> {
    let named = listen.site.as_deref();
    let missing = || {
        let told = |dir: &Path| format!("--site {}: there is no such folder", dir.display());
        let nowhere =
            || "the built site is not beside the program; say where with --site DIR".to_owned();
        Stop::bad(named.map_or_else(nowhere, told))
    };
    Ok(Site::read(&site::find(named).ok_or_else(missing)?)?)
}

pub(super) async fn listen(address: SocketAddr) -> Result<TcpListener> {
    let refused = |error| Stop::bad(format!("--listen {address}: {error}"));
    TcpListener::bind(address).await.map_err(refused)
}

/// What a server on the machine itself is called when nobody says.
#[derive(Clone, Copy, Debug)]
pub(super) enum Called {
    /// `localhost`.
    ByName,
    /// Its address, such as `127.0.0.1`.
    ByAddress,
}

pub(super) fn app(
    listen: &Listen,
    store: Store,
    site: impl Into<Arc<Site>>,
    listener: &TcpListener,
    called: Called,
) -> Result<App> {
    let address = listener
        .local_addr()
        .map_err(|error| Stop::failed(error.to_string()))?;
    let base_url = listen.base_url.clone().unwrap_or_else(|| match called {
        // Passkeys are for names, not for addresses.
        Called::ByName if address.ip().is_loopback() => {
            format!("http://localhost:{}", address.port())
        }
        _ => format!("http://{address}"),
    });
    let from = listen.mail_from.as_deref().unwrap_or_default();
    let post = listen.smtp.as_deref().map(|url| Post::at(url, from));
    Ok(App {
        post: post
            .transpose()
            .map_err(|why| Stop::bad(format!("--smtp: {why}")))?,
        worker: !listen.no_worker,
        proxies: listen.trusted_proxy.clone().into(),
        security_contact: listen.security_contact.as_deref().map(Arc::from),
        ..App::new(store, site, &base_url)
    })
}

/// Serves until the process is asked to end; then takes no more, finishes what it took, and closes the store.
pub(super) async fn until_asked_to_end(
    listener: TcpListener,
    app: App,
    journal: Option<Journal>,
    end: End,
) -> Result<()> {
    let store = app.store.clone();
    let erasing = tokio::spawn(erase::as_they_come_due(
        store.clone(),
        app.clock.clone(),
        journal,
    ));
    let sending = tokio::spawn(outgoing::send_forever(app.clone()));
    let ended = finish_by_deadline(listener, routes::router(app), end.asked()).await;
    // One that is half done leaves nothing behind.
    for task in [erasing, sending] {
        task.abort();
        let _ = task.await;
    }
    store.close().await;
    ended.map_err(|error| Stop::failed(error.to_string()))
}

async fn finish_by_deadline(
    listener: TcpListener,
    router: Router,
    asked: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let (tell, told) = oneshot::channel();
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let asked = async move {
        asked.await;
        let _ = tell.send(());
    };
    let deadline = async {
        if told.await.is_ok() {
            tokio::time::sleep(LONGEST_GOODBYE).await;
        } else {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        ended = async { axum::serve(listener, service).with_graceful_shutdown(asked).await } => ended,
        () = deadline => Ok(()),
    }
}

pub(super) fn eprint_line(line: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{line}");
}
