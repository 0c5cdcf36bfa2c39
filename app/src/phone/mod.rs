//! The leader's app: all of it works offline.

mod pages;
mod parts;
mod place;
mod session;
mod store;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};

use place::Route;
use session::Session;

use crate::words::Common;

/// Starts the app in the shell's `#app`, taking the place of what is drawn there.
#[wasm_bindgen]
pub fn start() {
    console_error_panic_hook::set_once();
    let root = document()
        .get_element_by_id("app")
        .and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(root) = root {
        root.set_inner_html("");
        leptos::mount::mount_to(root, app).forget();
    }
}

fn app() -> impl IntoView {
    let session = Session::new();
    store::watch(move |what| match what.as_str() {
        "place" => session.route.set(Route::of(&store::place())),
        what => session.hear(what),
    });
    session.count_unsent();
    store::spawn(session.open());
    (demonstration(session), pages::screen(session))
}

/// On a demonstration every screen says that it is one.
fn demonstration(s: Session) -> impl IntoView {
    let shown = move || {
        s.briefing
            .with(|news| news.as_ref().is_some_and(|news| news.me.demonstration))
    };
    move || {
        let words = Common::of(s.lang.get());
        shown().then(|| {
            view! { <aside class="demo" aria-label=words.made_up>{words.demonstration}</aside> }
        })
    }
}
