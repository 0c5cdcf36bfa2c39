//! Five moods as faces. The word is always under them.

use leptos::prelude::*;

/// The face for a mood from -2 (awful) to 2 (good), as one path on a 24 grid. Anything outside is drawn as the nearest.
pub const fn face_path(mood: i8) -> &'static str {
    match mood {
        i8::MIN..=-2 => {
            "M2.5 12a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0M8 17a4.6 4.6 0 0 1 8 0M8.5 10.5h.01M15.5 10.5h.01M6.5 8.5l3-1.7M17.5 8.5l-3-1.7"
        }
        -1 => {
            "M2.5 12a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0M8.5 16.3a5 5 0 0 1 7 0M8.5 9.5h.01M15.5 9.5h.01"
        }
        0 => "M2.5 12a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0M8.5 15.5h7M8.5 9.5h.01M15.5 9.5h.01",
        1 => {
            "M2.5 12a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0M8.5 15a5 5 0 0 0 7 0M8.5 9.5h.01M15.5 9.5h.01"
        }
        2..=i8::MAX => {
            "M2.5 12a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0M7.5 14a5 5 0 0 0 9 0M8.5 9.5h.01M15.5 9.5h.01"
        }
    }
}

/// A face, hidden from screen readers: its word stands under it.
#[component]
pub fn Face(
    /// From -2 (awful) to 2 (good).
    mood: i8,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=face_path(mood) />
        </svg>
    }
}
