//! A status strip: no signal, saved, sending, sent, nearly full.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// How a strip sounds. Berry (`Risk`) is kept for the moment something could be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Grey: nothing to worry about.
    Calm,
    /// It has arrived.
    Sent,
    /// Something could be lost.
    Risk,
    /// Fixed in time.
    Frozen,
    /// Not yet published.
    Draft,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Calm => "banner",
            Self::Sent => "banner sent",
            Self::Risk => "banner risk",
            Self::Frozen => "banner frozen",
            Self::Draft => "banner draft",
        }
    }
}

/// A strip that says what is happening, announced politely when it changes.
#[component]
pub fn Banner(
    /// How it sounds.
    tone: Tone,
    /// The icon before the words.
    glyph: Glyph,
    /// What has happened, in bold.
    #[prop(into)]
    said: String,
    /// What that means, in plain.
    #[prop(into, optional)]
    means: String,
) -> impl IntoView {
    view! {
        <div class=tone.class() role="status">
            <Icon glyph=glyph />
            <p>
                <strong>{said}</strong>
                " "
                {means}
            </p>
        </div>
    }
}
