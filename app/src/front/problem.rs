//! When something is wrong: what happened, and what to do.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::Front,
};

/// What is wrong, as far as a reader need know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// 400: what was sent cannot be read.
    Unreadable,
    /// 403: a write from another site.
    NotAllowed,
    /// 404: no such page, or not the reader's to see.
    NotFound,
    /// 409: the page was made for somebody else than who is signed in now.
    SomebodyElse,
    /// 413: more than the server takes.
    TooLarge,
    /// 429: failed too often; works again in a while.
    TooOften,
    /// 429: an address of a share page at which there is nothing, after many others.
    PacketTooOften,
    /// 500: our fault.
    Broken,
    /// 503: starting, or too busy.
    Busy,
    /// 507: the disk is full.
    Full,
}

impl Wrong {
    /// The HTTP status.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::Unreadable => 400,
            Self::NotAllowed => 403,
            Self::NotFound => 404,
            Self::SomebodyElse => 409,
            Self::TooLarge => 413,
            Self::TooOften | Self::PacketTooOften => 429,
            Self::Broken => 500,
            Self::Busy => 503,
            Self::Full => 507,
        }
    }

    /// What happened, in a few words: the page's title.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        self.said(lang).0
    }

    /// Title, what happened, what to do.
    fn said(self, lang: Lang) -> (&'static str, &'static str, &'static str) {
        let words = Front::of(lang);
        match self {
            Self::Unreadable => (words.unreadable, words.unreadable_why, words.unreadable_do),
            Self::NotAllowed => (
                words.not_allowed,
                words.not_allowed_why,
                words.not_allowed_do,
            ),
            Self::NotFound => (words.not_found, words.not_found_why, words.not_found_do),
            Self::SomebodyElse => (
                words.somebody_else,
                words.somebody_else_why,
                words.somebody_else_do,
            ),
            Self::TooLarge => (words.too_large, words.too_large_why, words.too_large_do),
            Self::TooOften => (words.too_often, words.too_often_why, words.too_often_do),
            Self::PacketTooOften => (
                words.packet_often,
                words.packet_often_why,
                words.packet_often_do,
            ),
            Self::Broken => (words.broken, words.broken_why, words.broken_do),
            Self::Busy => (words.busy, words.busy_why, words.busy_do),
            Self::Full => (words.full, words.full_why, words.full_do),
        }
    }
}

/// What happened and what to do.
#[must_use]
pub fn problem(lang: Lang, wrong: Wrong) -> impl IntoView + use<> {
    let (title, why, what_to_do) = wrong.said(lang);
    view! {
        <section class="card empty">
            <Icon glyph=Glyph::Warning />
            <h1>{title}</h1>
            <p>{why}</p>
            <p>{what_to_do}</p>
            <p><a class="button" href="/">{Front::of(lang).to_start}</a></p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_says_what_to_do_in_both_languages() {
        use Wrong::{Broken, Busy, Full, NotAllowed, NotFound, TooLarge, Unreadable};
        for wrong in [
            Unreadable, NotAllowed, NotFound, TooLarge, Broken, Busy, Full,
        ] {
            assert!((400..=507).contains(&wrong.status()));
            let page = |lang| problem(lang, wrong).to_html();
            assert_ne!(page(Lang::En), page(Lang::Cy));
        }
    }
}
