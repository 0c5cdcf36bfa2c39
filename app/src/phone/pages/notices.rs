//! What is said when something stands in the way: nobody signed in, no signal, nowhere to save.

use leptos::prelude::*;

use crate::phone::session::Session;
use crate::phone::store::{self, Trouble};
use crate::ui::{Banner, Glyph, Tone};
use crate::wire::Refusal;
use crate::words::{Phone, fill};

/// While the phone's store is read, for the blink that takes. It must not say `aria-busy`: that marks the shell's own
/// screen, which the start script may still replace.
pub fn opening(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    view! { <div class="phone"><main id="main" class="screen"><p class="aside">{w.opening}</p></main></div> }
        .into_any()
}

/// Nobody has signed in on this phone, or there was never any signal.
pub fn nobody(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let said = move || {
        if s.reached.get() {
            (w.sign_in_first, w.sign_in_why)
        } else {
            (w.first_signal, w.first_signal_why)
        }
    };
    view! {
        <div class="phone">
            <main id="main" class="screen">
                <header class="today-top"><h1 tabindex="-1">{move || said().0}</h1></header>
                <p class="lead">{move || said().1}</p>
                <a class="button primary wide big" href="/sign-in">{w.sign_in}</a>
            </main>
        </div>
    }
    .into_any()
}

/// Strips that stand on every screen while they are true: could be lost, no signal (unless `no_signal` is empty), signed
/// out.
pub fn strips(s: Session, no_signal: &'static str) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let trouble = move || {
        s.trouble.get().map(|trouble| {
            let said = match trouble {
                Trouble::Full => w.phone_full,
                Trouble::Missing => w.no_storage,
                Trouble::Failed => w.cannot_save,
            };
            view! { <Banner tone=Tone::Risk glyph=Glyph::Warning said=said means=w.keep_open /> }
        })
    };
    let signal = move || {
        (!s.reached.get() && !no_signal.is_empty()).then(|| view! { <Banner tone=Tone::Calm glyph=Glyph::NoSignal said=w.no_signal means=no_signal /> })
    };
    let signed_out = move || {
        s.signed_out.get().then(|| {
            view! {
                <Banner tone=Tone::Calm glyph=Glyph::Lock said=w.sign_in_again means=w.nothing_lost />
                <a class="button wide" href="/sign-in">{w.sign_in}</a>
            }
        })
    };
    view! { {trouble} {signal} {signed_out} }.into_any()
}

/// What the server would not take, with why, a copy to keep, and a way to be rid of it.
pub fn refused(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let count = Memo::new(move |_| s.refused().len());
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
            let many = if count == 1 { w.refused } else { w.refused_many };
            let means = [why(), " ", w.refused_rest].concat();
            view! {
                <Banner tone=Tone::Risk glyph=Glyph::Warning said=[&fill(many, &[("n", &count.to_string())]), "."].concat() means=means />
                <p class="row">
                    <button class="text-button" type="button" on:click=copy>{w.save_as_file}</button>
                    <button class="text-button" type="button" on:click=move |_| store::spawn(s.remove_refused())>{w.remove_here}</button>
                </p>
            }
        })
    };
    view! { {view} }.into_any()
}
