//! The right of reply: what the service team says of what was felt, beside it.

use leptos::prelude::*;

use crate::{
    walk::{Lang, other_tongue},
    words::{ThreadCare, When, fill, quoted},
};

/// What stands beside something that was felt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The team's view, and when it was put.
    View(String, When),
    /// None yet; the team may put one until then.
    Open(When),
    /// None, and the time for it is over.
    Nothing,
}

/// What the team says, or that it has not said anything.
pub(super) fn beside(lang: Lang, beside: Option<&Beside>) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    beside.map(|it| match it {
        Beside::View(view, at) => {
            let put = fill(words.beside, &[("date", &at.date(lang))]);
            view! {
                <figure class="beside">
                    <figcaption class="hint">{put}</figcaption>
                    <blockquote class="own-words" lang=other_tongue(lang, view)>{quoted(view)}</blockquote>
                </figure>
            }
            .into_any()
        }
        Beside::Open(until) => {
            let said = fill(words.beside_open, &[("date", &until.date(lang))]);
            view! { <p class="hint">{said}</p> }.into_any()
        }
        Beside::Nothing => view! { <p class="hint">{words.beside_none}</p> }.into_any(),
    })
}
