//! What an element may hold: text, elements, lists, nothing, or what a closure keeps up to date.

use std::{cell::RefCell, rc::Rc};

use super::document;
use wasm_bindgen::JsCast;

use super::{El, follow};

/// Things on the page, side by side.
pub struct Node(Vec<web_sys::Node>);

/// What a page function gives.
pub type Html = Node;

/// Nothing at all.
pub fn nothing() -> Node {
    Node(Vec::new())
}

/// Several things side by side.
pub fn many<const N: usize>(parts: [Node; N]) -> Node {
    Vec::from(parts).node()
}

/// What an element may hold.
pub trait IntoNode: Sized {
    /// The thing itself.
    fn node(self) -> Node;

    /// Puts it at the end of an element.
    fn put(self, parent: &web_sys::Element) {
        append(parent, self.node());
    }
}

impl IntoNode for Node {
    fn node(self) -> Node {
        self
    }
}

impl IntoNode for El {
    fn node(self) -> Node {
        Node(vec![self.0.unchecked_into()])
    }

    fn put(self, parent: &web_sys::Element) {
        append_one(parent, &self.0);
    }
}

impl IntoNode for &str {
    fn node(self) -> Node {
        Node(vec![document().create_text_node(self).unchecked_into()])
    }

    fn put(self, parent: &web_sys::Element) {
        append_text(parent, self);
    }
}

impl IntoNode for String {
    fn node(self) -> Node {
        self.as_str().node()
    }

    fn put(self, parent: &web_sys::Element) {
        append_text(parent, &self);
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn node(self) -> Node {
        self.map_or_else(nothing, IntoNode::node)
    }

    fn put(self, parent: &web_sys::Element) {
        if let Some(child) = self {
            child.put(parent);
        }
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    fn node(self) -> Node {
        let mut all = Vec::new();
        for part in self {
            all.append(&mut part.node().0);
        }
        Node(all)
    }

    fn put(self, parent: &web_sys::Element) {
        for child in self {
            child.put(parent);
        }
    }
}

impl<F, T> IntoNode for F
where
    F: Fn() -> T + 'static,
    T: IntoNode,
{
    fn node(self) -> Node {
        followed(Box::new(move || self().node()))
    }
}

#[inline(never)]
fn append(parent: &web_sys::Element, nodes: Node) {
    for node in &nodes.0 {
        let _ = parent.append_child(node);
    }
}

#[inline(never)]
fn append_one(parent: &web_sys::Element, child: &web_sys::Element) {
    let _ = parent.append_child(child);
}

#[inline(never)]
fn append_text(parent: &web_sys::Element, text: &str) {
    let _ = parent.append_child(&document().create_text_node(text));
}

/// Draws what a closure gives between two marks, and draws it anew whenever a signal it read has changed.
fn followed(draw: Box<dyn Fn() -> Node>) -> Node {
    let mark = || document().create_text_node("");
    let (start, end) = (mark(), mark());
    let first = Rc::new(RefCell::new(nothing()));
    follow(Rc::new({
        let (start, end, first) = (start.clone(), end.clone(), Rc::clone(&first));
        move || {
            let drawn = draw();
            match start.parent_node() {
                Some(parent) => put_between(&parent, &start, &end, &drawn),
                None => *first.borrow_mut() = drawn,
            }
        }
    }));
    let mut nodes: Vec<web_sys::Node> = vec![start.unchecked_into()];
    nodes.append(&mut first.borrow_mut().0);
    nodes.push(end.unchecked_into());
    Node(nodes)
}

fn put_between(parent: &web_sys::Node, start: &web_sys::Node, end: &web_sys::Node, drawn: &Node) {
    while let Some(old) = start
        .next_sibling()
        .filter(|old| !old.is_same_node(Some(end)))
    {
        let _ = parent.remove_child(&old);
    }
    for node in &drawn.0 {
        let _ = parent.insert_before(node, Some(end));
    }
}
