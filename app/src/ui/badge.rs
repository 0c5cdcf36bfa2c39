//! A mark and its word, small: a status, an outcome, a severity.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use super::mark::{Mark, Shape};

/// A mark with its word.
#[component]
pub fn Badge(
    /// The mark before the word.
    shape: Shape,
    /// The word.
    #[prop(into)]
    word: String,
) -> impl IntoView {
    let class = match shape {
        Shape::Changed | Shape::Confirmed => "badge accent",
        Shape::Felt | Shape::Slowed | Shape::Nearly | Shape::Stopped => "badge felt",
        _ => "badge",
    };
    view! {
        <span class=class>
            <Mark shape=shape />
            {word}
        </span>
    }
}

/// A way from a figure to what it was counted from.
#[component]
pub fn Evidence(
    /// Where the evidence is; none for readers who may not open it: the number stands alone.
    #[prop(into)]
    href: Option<String>,
    /// What will be found there, with its number: "10 walkthroughs".
    #[prop(into)]
    words: String,
) -> impl IntoView {
    match href {
        Some(href) => view! {
            <a class="evidence" href=href>
                <Icon glyph=Glyph::Clip />
                {words}
            </a>
        }
        .into_any(),
        None => view! { <span class="hint">{words}</span> }.into_any(),
    }
}
