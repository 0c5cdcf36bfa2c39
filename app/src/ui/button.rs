//! Buttons whose only picture is an icon. A button with words is a plain `<button class="button">`.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A round link with an icon, 44 by 44.
#[component]
pub fn IconLink(
    /// What it shows.
    glyph: Glyph,
    /// Its name for screen readers.
    #[prop(into)]
    name: String,
    /// Where it leads.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    view! {
        <a class="icon-button" href=href aria-label=name>
            <Icon glyph=glyph />
        </a>
    }
}

/// A round button with an icon, 44 by 44.
#[component]
pub fn IconButton(
    /// What it shows.
    glyph: Glyph,
    /// Its name for screen readers.
    #[prop(into)]
    name: String,
    /// What a tap does.
    #[prop(into)]
    tap: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="icon-button" type="button" aria-label=name on:click=move |_| tap.run(())>
            <Icon glyph=glyph />
        </button>
    }
}
