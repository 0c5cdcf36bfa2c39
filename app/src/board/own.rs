//! People's own words among the page's, each with the language it is to be read out in.

use leptos::prelude::*;
use serde::Serialize;

use crate::walk::{Lang, other_tongue};

/// Some words of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The words.
    pub words: String,
    /// Their language, where it is not the page's.
    pub lang: Option<&'static str>,
}

impl Words {
    /// What somebody wrote.
    pub(super) fn own(lang: Lang, words: &str) -> Self {
        Self {
            words: words.to_owned(),
            lang: other_tongue(lang, words),
        }
    }

    /// What the page says.
    pub(super) fn plain(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            lang: None,
        }
    }

    /// A text of the page's with what somebody wrote in its gap: "Reason: {why}".
    pub(super) fn around(lang: Lang, text: &str, gap: &str, own: &str) -> Vec<Self> {
        let (before, after) = text.split_once(gap).unwrap_or((text, ""));
        let own = Self::own(lang, own);
        [Self::plain(before.trim()), own, Self::plain(after.trim())]
            .into_iter()
            .filter(|it| !it.words.is_empty())
            .collect()
    }
}

/// The parts of a sentence, one after another.
pub(super) fn sentence(parts: Vec<Words>) -> impl IntoView {
    let last = parts.len().saturating_sub(1);
    let parts = parts.into_iter().enumerate().map(|(at, it)| {
        let space = if at == last { "" } else { " " };
        view! {
            <span lang=it.lang>{it.words}</span>
            {space}
        }
    });
    parts.collect_view()
}
