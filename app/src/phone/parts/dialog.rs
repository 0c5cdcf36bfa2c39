//! A sheet over the screen: the browser's own dialog, so that focus and Escape are the browser's.

use leptos::{html, prelude::*};

use crate::phone::store;

/// How long a sheet takes to leave, in milliseconds: its content stays for so long.
const LEAVING_MS: u32 = 200;

/// A sheet about a `T`.
pub struct Dialog<T: Clone + Send + Sync + 'static> {
    node: NodeRef<html::Dialog>,
    about: RwSignal<Option<T>>,
    open: StoredValue<bool>,
}

impl<T: Clone + Send + Sync + 'static> Clone for Dialog<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Send + Sync + 'static> Copy for Dialog<T> {}

impl<T: Clone + Send + Sync + 'static> Dialog<T> {
    /// A sheet that is not open.
    pub fn new() -> Self {
        Self {
            node: NodeRef::new(),
            about: RwSignal::new(None),
            open: StoredValue::new(false),
        }
    }

    /// Opens it about something.
    pub fn open(self, about: T) {
        self.open.set_value(true);
        self.about.set(Some(about));
        store::spawn(async move {
            // The content is drawn first, so that the focus finds its heading.
            store::sleep(0).await;
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

    /// The sheet itself. `body` draws what it holds; `closed` runs when it has closed, however that came.
    pub fn view(
        self,
        name: &'static str,
        body: impl Fn(T) -> AnyView + Send + 'static,
        closed: impl Fn() + 'static,
    ) -> AnyView {
        let on_close = move |_| {
            self.open.set_value(false);
            closed();
            store::spawn(async move {
                store::sleep(LEAVING_MS).await;
                if self.open.try_get_value() == Some(false) {
                    self.about.set(None);
                }
            });
        };
        view! {
            <dialog class="sheet" node_ref=self.node aria-labelledby=name on:close=on_close>
                {move || self.about.get().map(&body)}
            </dialog>
        }
        .into_any()
    }
}
