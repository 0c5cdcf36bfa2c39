//! What every page of the server's offers whoever is signed in: their own pages, the other language, the way out.

use leptos::prelude::*;

use super::frame::{Frame, Section};
use crate::{
    walk::Lang,
    words::{Common, Mine, leaving},
};

/// The way to one's own pages.
pub(super) fn me(frame: &Frame) -> impl IntoView + use<> {
    let name = Mine::of(frame.lang).me;
    let current = (frame.section == Section::Mine).then_some("true");
    frame.viewer.as_ref().map(|_| {
        view! {
            <a class="text-button" href="/me" aria-current=current>
                {name}
            </a>
        }
    })
}

/// Signs out. `public/leave.js` first seals or deletes what the phone holds of this person, and asks leaders, who may
/// have something there that would be lost.
pub(super) fn sign_out(frame: &Frame) -> impl IntoView + use<> {
    let words = Common::of(frame.lang);
    let lang = frame.lang;
    frame.viewer.as_ref().map(|who| {
        let asks = who.leader.then(|| leaving(lang).join("\n"));
        view! {
            <form method="post" action="/sign-out" data-person=who.person.clone() data-words=asks>
                <button class="text-button" type="submit">
                    {words.sign_out}
                </button>
            </form>
        }
    })
}

/// Changes the language and comes back to the same page.
pub(super) fn language(frame: &Frame) -> impl IntoView + use<> {
    let words = Common::of(frame.lang);
    let other = match frame.lang {
        Lang::En => Lang::Cy,
        Lang::Cy => Lang::En,
    };
    view! {
        <form method="post" action="/language">
            <input type="hidden" name="back" value=frame.path.clone() />
            <button
                class="text-button"
                type="submit"
                name="lang"
                value=other.code()
                lang=other.code()
            >
                {words.language}
            </button>
        </form>
    }
}
