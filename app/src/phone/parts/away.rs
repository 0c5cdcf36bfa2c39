//! Leaving for the service, and coming back.

use leptos::prelude::*;

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
    inside: AnyView,
) -> AnyView {
    let leave = move |_| s.record(id, &[Kind::Left(AtStep { step })]);
    view! { <a class=class href=url target="_blank" rel="noopener" on:click=leave>{inside}</a> }
        .into_any()
}

/// Notes coming back whenever the page is in view again. When the service has no address to tap, going out of view is
/// leaving for it.
pub fn watch(s: Session, id: WalkId, no_address: bool) {
    let back = StoredValue::new(None);
    Effect::new(move || {
        s.returns.track();
        come_back(s, id, back);
    });
    if no_address {
        Effect::new(move |before: Option<()>| {
            s.leaves.track();
            if s.picking.get_value() {
                return;
            }
            if let (Some(()), Place::Step { step }) = (before, s.walk_now(id).place) {
                s.record(id, &[Kind::Left(AtStep { step })]);
            }
        });
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
