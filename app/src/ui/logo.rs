//! The sign of Firsthand: a walk's line that dips, and ends in a person.

use leptos::prelude::*;

/// The app mark, hidden from screen readers: the name stands beside it.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 40 40" aria-hidden="true">
            <rect width="40" height="40" rx="11" />
            <path d="M6.5 23.5h7l3.5-7 4.5 10 3.7-8 2 2.5" />
            <circle cx="30" cy="22" r="4" />
        </svg>
    }
}
