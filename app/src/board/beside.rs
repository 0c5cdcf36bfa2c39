//! The right of reply: what the service team says of what was felt, beside it.

use leptos::prelude::*;

use crate::{
    walk::{Lang, other_tongue},
    words::{ThreadCare, When, dates, fill, quoted},
};

/// What stands beside something that was felt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The team's view, and when it was put.
    View(String, When),
    /// None yet; the team may put one until then.
    Open(When),
    /// None when this was published, before the day until which the team might have put one.
    Had(When),
    /// None, and the time for it is over.
    Nothing,
}

impl Beside {
    /// As it stands on a page that is published: that says nothing of what is to come.
    #[must_use]
    pub fn published(self) -> Self {
        match self {
            Self::Open(until) => Self::Had(until),
            it => it,
        }
    }

    /// What is said where there is no view, and empty where there is one.
    pub(super) fn without_view(&self, lang: Lang) -> String {
        let words = ThreadCare::of(lang);
        let (text, until) = match self {
            Self::View(..) => return String::new(),
            Self::Nothing => return words.beside_none.to_owned(),
            Self::Open(until) => (words.beside_open, until.date(lang)),
            Self::Had(it) => {
                let until = dates::day_month_year(lang, it.day, it.month, it.year);
                (words.beside_had, until)
            }
        };
        fill(text, &[("date", &until)])
    }
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
        it => view! { <p class="hint">{it.without_view(lang)}</p> }.into_any(),
    })
}
