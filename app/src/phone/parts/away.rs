//! Leaving for the service, and coming back.

use std::rc::Rc;

use crate::phone::signal::*;

use crate::phone::dom::{Html, IntoNode, el};
use crate::phone::session::Session;
use crate::phone::store;
use crate::walk::{AtStep, FactId, Kind, Millis, Place, WalkId};

/// A shorter time away is not asked about.
const SHORT_MS: Millis = 5_000;

/// A link out of Firsthand that notes the leaving: the write begins in the tap, before the browser follows the link.
pub fn link(
    s: Session,
    id: WalkId,
    step: u16,
    url: String,
    class: &'static str,
    inside: Html,
) -> Html {
    let leave = move |_| s.record(id, &[Kind::Left(AtStep { step })]);
    el("a")
        .attr("class", class)
        .attr("href", url)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .on("click", leave)
        .child(inside)
        .node()
}

/// Notes coming back whenever the page is in view again. When the service has no address to tap, going out of view is
/// leaving for it.
pub fn watch(s: Session, id: WalkId, no_address: bool) {
    let back = StoredValue::new(None);
    effect(Rc::new(move || {
        s.returns.track();
        come_back(s, id, back);
    }));
    if no_address {
        let here = StoredValue::new(false);
        effect(Rc::new(move || {
            s.leaves.track();
            if let (true, Place::Step { step }) = (here.get_value(), s.walk_now(id).place) {
                s.record(id, &[Kind::Left(AtStep { step })]);
            }
            here.set_value(true);
        }));
    }
}

/// `back` holds the leaving last come back from: the browser may tell us twice.
fn come_back(s: Session, id: WalkId, back: StoredValue<Option<FactId>>) {
    let Place::Away { step, left, since } = s.walk_now(id).place else {
        return;
    };
    if !store::visible() || back.get_value() == Some(left) {
        return;
    }
    back.set_value(Some(left));
    let mut kinds = vec![Kind::CameBack(AtStep { step })];
    let short = (0..SHORT_MS).contains(&(store::now() - since));
    if short || s.was_paused(id, left) {
        kinds.push(Kind::StepOpened(AtStep { step }));
    }
    s.record(id, &kinds);
}
