//! The leader's app: all of it works offline.

mod dom;
mod pages;
mod parts;
mod place;
mod session;
mod signal;
mod store;

use wasm_bindgen::prelude::wasm_bindgen;

use place::Route;
use session::Session;

/// Starts the app in the shell's `#app`, taking the place of what is drawn there.
#[wasm_bindgen]
pub fn start() {
    console_error_panic_hook::set_once();
    if let Some(root) = dom::document().get_element_by_id("app") {
        dom::mount(&root, app);
    }
}

fn app() -> dom::Html {
    let session = Session::new();
    store::watch(move |what| match what.as_str() {
        "place" => session.route.set(Route::of(&store::place())),
        what => session.hear(what),
    });
    store::spawn(session.open());
    pages::screen(session)
}
