//! What is said when something stands in the way: nobody signed in, no signal, nowhere to save.

use crate::phone::signal::*;

use crate::phone::dom::{Html, IntoNode, el, many, shapes::banner};
use crate::phone::session::Session;
use crate::phone::store::{self, Trouble};
use crate::ui::{Glyph, Tone};
use crate::wire::Refusal;
use crate::words::{Phone, fill};

/// While the phone's store is read, for the blink that takes.
pub fn opening(s: Session) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    el("div")
        .attr("class", "phone")
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen")
                .attr("aria-busy", "true")
                .child(el("p").attr("class", "aside").child(w.opening)),
        )
        .node()
}

/// Nobody has signed in on this phone, or there was never any signal.
pub fn nobody(s: Session) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let said = move || {
        if s.reached.get() {
            (w.sign_in_first, w.sign_in_why)
        } else {
            (w.first_signal, w.first_signal_why)
        }
    };
    el("div")
        .attr("class", "phone")
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen")
                .child(
                    el("header")
                        .attr("class", "today-top")
                        .child(el("h1").attr("tabindex", "-1").child(move || said().0)),
                )
                .child(el("p").attr("class", "lead").child(move || said().1))
                .child(
                    el("a")
                        .attr("class", "button primary wide big")
                        .attr("href", "/sign-in")
                        .child(w.sign_in),
                ),
        )
        .node()
}

/// Strips that stand on every screen while they are true: could be lost, no signal, signed out.
pub fn strips(s: Session, no_signal: &'static str) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let trouble = move || {
        s.trouble.get().map(|trouble| {
            let said = match trouble {
                Trouble::Full => w.phone_full,
                Trouble::Missing => w.no_storage,
                Trouble::Failed => w.cannot_save,
            };
            banner(Tone::Risk, Glyph::Warning, said, w.keep_open)
        })
    };
    let signal = move || {
        (!s.reached.get()).then(|| banner(Tone::Calm, Glyph::NoSignal, w.no_signal, no_signal))
    };
    let signed_out = move || {
        s.signed_out.get().then(|| {
            many([
                (banner(Tone::Calm, Glyph::Lock, w.sign_in_again, w.nothing_lost)).node(),
                (el("a")
                    .attr("class", "button wide")
                    .attr("href", "/sign-in")
                    .child(w.sign_in))
                .node(),
            ])
        })
    };
    many([trouble.node(), signal.node(), signed_out.node()]).node()
}

/// What the server would not take, with why, a copy to keep, and a way to be rid of it.
pub fn refused(s: Session) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let count = Memo::new(move || s.refused().len());
    let why = move || match s.first_refusal() {
        Some(Refusal::NotYours | Refusal::IdTaken) => w.refused_why_yours,
        Some(Refusal::TooLarge) => w.refused_why_large,
        Some(Refusal::Unreadable) | None => w.refused_why_read,
    };
    let copy = move |_| {
        let text = untrack(|| serde_json::to_string(&s.refused())).unwrap_or_default();
        store::save_file("firsthand.json", &text);
    };
    let view = move || {
        let count = count.get();
        (count > 0).then(|| {
            let said = if count == 1 {
                w.refused
            } else {
                w.refused_many
            };
            let means = [why(), " ", w.refused_rest].concat();
            many([
                (banner(
                    Tone::Risk,
                    Glyph::Warning,
                    [&fill(said, &[("n", &count.to_string())]), "."].concat(),
                    means,
                ))
                .node(),
                (el("p")
                    .attr("class", "row")
                    .child(
                        el("button")
                            .attr("class", "text-button")
                            .attr("type", "button")
                            .on("click", copy)
                            .child(w.save_as_file),
                    )
                    .child(
                        el("button")
                            .attr("class", "text-button")
                            .attr("type", "button")
                            .on("click", move |_| store::spawn(s.remove_refused()))
                            .child(w.remove_here),
                    ))
                .node(),
            ])
        })
    };
    view.node()
}
