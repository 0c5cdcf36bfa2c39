//! A sheet over the screen: the browser's own dialog, so that focus and Escape are the browser's.

use std::sync::Arc;

use leptos::{html, prelude::*};

use crate::phone::store;

/// How long a sheet takes to leave, in milliseconds: its content stays for so long.
const LEAVING_MS: u32 = 200;

/// Draws what a sheet holds.
type Body = Arc<dyn Fn() -> AnyView + Send + Sync>;

/// A sheet. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Dialog {
    node: NodeRef<html::Dialog>,
    body: RwSignal<Option<Body>>,
    open: StoredValue<bool>,
}

impl Dialog {
    /// A sheet that is not open.
    pub fn new() -> Self {
        Self {
            node: NodeRef::new(),
            body: RwSignal::new(None),
            open: StoredValue::new(false),
        }
    }

    /// Opens it with what `body` draws.
    pub fn open(self, body: impl Fn() -> AnyView + Send + Sync + 'static) {
        self.rise(Arc::new(body));
    }

    fn rise(self, body: Body) {
        self.open.set_value(true);
        self.body.set(Some(body));
        // Its turn comes when the content is drawn, so that the focus finds its heading.
        store::spawn(async move {
            if let Some(dialog) = self.node.get_untracked() {
                store::show(&dialog);
            }
        });
    }

    /// Closes it.
    pub fn close(self) {
        if let Some(dialog) = self.node.get_untracked() {
            dialog.close();
        }
    }

    /// The sheet itself; `name` is the id of its heading. `closed` runs when it has closed, however that came.
    pub fn view(self, name: &'static str, closed: impl Fn() + 'static) -> AnyView {
        self.draw(name, Box::new(closed))
    }

    fn draw(self, name: &'static str, closed: Box<dyn Fn()>) -> AnyView {
        let on_close = move |_| {
            self.open.set_value(false);
            closed();
            store::spawn(async move {
                store::sleep(LEAVING_MS).await;
                if self.open.try_get_value() == Some(false) {
                    self.body.set(None);
                }
            });
        };
        view! {
            <dialog class="sheet" node_ref=self.node aria-labelledby=name on:close=on_close>
                {move || self.body.get().map(|body| body())}
            </dialog>
        }
        .into_any()
    }
}
