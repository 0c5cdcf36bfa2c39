//! Elements, made by hand: every element, attribute and listener has the same type. View types, each compiled by
//! itself, would make the app several times as large.

mod node;
mod value;

pub mod shapes;

use std::rc::Rc;

use crate::phone::signal::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

pub use node::{Html, IntoNode, Node, many, nothing};
use value::IntoValue;

/// An element being made.
pub struct El(web_sys::Element);

/// A new HTML element.
#[inline(never)]
pub fn el(tag: &str) -> El {
    El(document()
        .create_element(tag)
        .unwrap_or_else(|_| unreachable_element()))
}

/// A new SVG element.
#[inline(never)]
pub fn svg(tag: &str) -> El {
    let namespace = Some("http://www.w3.org/2000/svg");
    El(document()
        .create_element_ns(namespace, tag)
        .unwrap_or_else(|_| unreachable_element()))
}

/// Tags are ours and fixed; a browser that refuses one has no page to show anything on.
fn unreachable_element() -> web_sys::Element {
    document()
        .document_element()
        .unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

impl El {
    /// Sets an attribute; a closure keeps it up to date.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        value.give(&self.0, name, set);
        self
    }

    /// Sets what is written in a field; a closure keeps it up to date.
    pub fn value(self, value: impl IntoValue) -> Self {
        let write = |element: &web_sys::Element, name: &'static str, value: Option<&str>| {
            property(element, name, &JsValue::from_str(value.unwrap_or_default()));
        };
        value.give(&self.0, "value", write);
        self
    }

    /// Keeps a tick up to date.
    pub fn checked(self, is: impl Fn() -> bool + 'static) -> Self {
        let element = self.0.clone();
        follow(Rc::new(move || {
            property(&element, "checked", &JsValue::from_bool(is()))
        }));
        self
    }

    /// Adds what it holds.
    pub fn child(self, child: impl IntoNode) -> Self {
        child.put(&self.0);
        self
    }

    /// Listens.
    pub fn on(self, event: &str, run: impl FnMut(web_sys::Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(run));
        self
    }

    /// Lets a handle hold it.
    pub fn held_by(self, handle: Held) -> Self {
        handle.0.set_value(Some(self.0.clone()));
        self
    }
}

/// A handle on an element on the page.
#[derive(Clone, Copy)]
pub struct Held(StoredValue<Option<web_sys::Element>>);

impl Held {
    /// Holds nothing yet.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// The element.
    pub fn get(self) -> Option<web_sys::Element> {
        self.0.try_get_value().flatten()
    }

    /// Closes a dialog.
    pub fn close(self) {
        if let Some(dialog) = self.get() {
            dialog
                .unchecked_into::<web_sys::HtmlDialogElement>()
                .close();
        }
    }
}

/// What is written in the field an event came from.
pub fn written(event: &web_sys::Event) -> String {
    let read = |name| js_sys::Reflect::get(event.target()?.as_ref(), &JsValue::from_str(name)).ok();
    read("value")
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Whether the box an event came from is ticked.
pub fn ticked(event: &web_sys::Event) -> bool {
    let read = |name| js_sys::Reflect::get(event.target()?.as_ref(), &JsValue::from_str(name)).ok();
    read("checked").is_some_and(|value| value.is_truthy())
}

/// Puts the app in an element, in the place of what is there.
pub fn mount(root: &web_sys::Element, app: impl FnOnce() -> Node) {
    root.set_inner_html("");
    app().put(root);
}

/// Runs now, and again whenever a signal it read has changed, for as long as its owner lives.
fn follow(run: Rc<dyn Fn()>) {
    effect(run);
}

/// The page.
pub fn document() -> web_sys::Document {
    web_sys::window()
        .and_then(|window| window.document())
        .unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

#[inline(never)]
fn set(element: &web_sys::Element, name: &'static str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn property(element: &web_sys::Element, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), value);
}

#[inline(never)]
fn listen(element: &web_sys::Element, event: &str, run: Box<dyn FnMut(web_sys::Event)>) {
    let listener = Closure::wrap(run).into_js_value();
    let _ = element.add_event_listener_with_callback(event, listener.unchecked_ref());
}
