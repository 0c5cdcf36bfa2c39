//! Line icons on a 24 grid, two pixels wide, round ends. Decoration only: the word is always beside them.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// Today.
    Home,
    /// A route with two ends: walkthroughs.
    Walks,
    /// A rising line: the summary.
    Chart,
    /// The person signed in.
    Person,
    /// Back to the page before.
    Back,
    /// Close without losing anything.
    Close,
    /// Time.
    Clock,
    /// This phone.
    Phone,
    /// Private, or frozen.
    Lock,
    /// A telephone call.
    Call,
    /// Someone's details.
    IdCard,
    /// Stop here.
    Hand,
    /// Opens somewhere else.
    Open,
    /// Lines of text: the situation.
    Lines,
    /// Opens the line it ends.
    Chevron,
    /// Opens downwards.
    Down,
    /// Done.
    Check,
    /// A line that ends in a bar: the journey stopped.
    Stuck,
    /// Take a photo.
    Camera,
    /// Write.
    Edit,
    /// No signal.
    NoSignal,
    /// Sending.
    Up,
    /// Walk it again, or try again.
    Retry,
    /// Hand to another app.
    Share,
    /// The evidence behind a figure.
    Clip,
    /// Show fewer.
    Filter,
    /// The team's inbox.
    Inbox,
    /// A journey's line.
    Journey,
    /// Set-up.
    Gear,
    /// Save as a file.
    Download,
    /// A day or a month.
    Calendar,
    /// An answer.
    Reply,
    /// Something could be lost.
    Warning,
    /// What counts as having worked.
    Target,
    /// A bright spot.
    Star,
    /// Add one.
    Plus,
    /// Take away.
    Bin,
    /// Pause the walk.
    Pause,
    /// More to choose from.
    More,
    /// A risk to someone.
    Flag,
    /// On paper.
    Print,
    /// Another language.
    Globe,
    /// Several people.
    People,
}

impl Glyph {
    /// The icon as one SVG path on a 24 by 24 grid.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Home => "M5 10l7-6 7 6v10H5z",
            Self::Walks => {
                "M17 5H9a3.5 3.5 0 0 0 0 7h6a3.5 3.5 0 0 1 0 7H7M17 5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M3 19a2 2 0 1 0 4 0a2 2 0 1 0-4 0"
            }
            Self::Chart => "M4 20h16M4 14l5-4.5 4 3.5 7-8",
            Self::Person => "M8.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M5 20a7 7 0 0 1 14 0",
            Self::Back => "M15 5l-7 7 7 7",
            Self::Close => "M5.5 5.5l13 13M18.5 5.5l-13 13",
            Self::Clock => "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3 2",
            Self::Phone => {
                "M9 3h6a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM11 17.5h2"
            }
            Self::Lock => {
                "M7 11h10a3 3 0 0 1 3 3v4a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3v-4a3 3 0 0 1 3-3zM8 11V7.5a4 4 0 0 1 8 0V11"
            }
            Self::Call => {
                "M6.5 4h2.5l2 4.5-2 1.5a11 11 0 0 0 5 5l1.5-2 4.5 2v2.5a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4.5 6a2 2 0 0 1 2-2z"
            }
            Self::IdCard => {
                "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM6.8 10.5a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M5.8 15.5a2.7 2.7 0 0 1 5.4 0M14.5 10h3.5M14.5 14h3.5"
            }
            Self::Hand => {
                "M8 12.5V6.5a1.5 1.5 0 0 1 3 0V11M11 11V4.5a1.5 1.5 0 0 1 3 0V11M14 11V6.5a1.5 1.5 0 0 1 3 0v8a6.5 6.5 0 0 1-6.5 6.5 6.5 6.5 0 0 1-5.7-3.4L3 14.3a1.5 1.5 0 0 1 2.5-1.6L8 15.5v-3"
            }
            Self::Open => {
                "M11 5H7a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-4M11 13l9-9M14.5 4H20v5.5"
            }
            Self::Lines => "M4 7h16M4 12h16M4 17h10",
            Self::Chevron => "M9 5l7 7-7 7",
            Self::Down => "M5 9l7 7 7-7",
            Self::Check => "M4.5 13l5 5L19.5 6.5",
            Self::Stuck => "M2.5 12H19M19 5.5v13M20 5.5v13",
            Self::Camera => {
                "M4.5 7.5H7l2-3h6l2 3h2.5a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18V9a1.5 1.5 0 0 1 1.5-1.5zM8.5 13a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0"
            }
            Self::Edit => "M4 20l1-4.5L16 4.5a2.1 2.1 0 0 1 3.5 3.5L8.5 19z",
            Self::NoSignal => {
                "M3.5 3.5l17 17M8.5 15.5a5 5 0 0 1 5-1.2M5.2 12a9.7 9.7 0 0 1 5-2.8M2 8.6A14 14 0 0 1 6 5.9M14 9a9.7 9.7 0 0 1 4.8 3M10.5 4.6A14 14 0 0 1 22 8.6M12 19h.01"
            }
            Self::Up => "M12 20V5M6 11l6-6 6 6",
            Self::Retry => {
                "M20 10.5A8 8 0 0 0 5.7 7L4 9M4 4.5V9h4.5M4 13.5A8 8 0 0 0 18.3 17L20 15M20 19.5V15h-4.5"
            }
            Self::Share => "M12 15V3M7.5 7.5L12 3l4.5 4.5M8 11H5v10h14V11h-3",
            Self::Clip => {
                "M20 11.5l-8.5 8.3a5 5 0 0 1-7-7L13 4.3a3.3 3.3 0 0 1 4.7 4.7L9.4 17a1.7 1.7 0 0 1-2.4-2.4L14.5 7.2"
            }
            Self::Filter => "M4 7h16M7 12h10M10 17h4",
            Self::Inbox => "M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 3h4l1-3h5",
            Self::Journey => "M3 16c3.5 0 3.5-9 7-9s3.5 8 7 8 3-3 4-3",
            Self::Gear => {
                "M8.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M5.3 18.7L7 17M17 7l1.7-1.7"
            }
            Self::Download => "M12 4v11M7 10.5l5 5 5-5M5 20h14",
            Self::Calendar => {
                "M5.5 5.5h13A1.5 1.5 0 0 1 20 7v11.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5V7a1.5 1.5 0 0 1 1.5-1.5zM4 10.5h16M8 3v4M16 3v4"
            }
            Self::Reply => "M9 5l-5.5 5.5L9 16M3.5 10.5H14a6.5 6.5 0 0 1 6.5 6.5v2",
            Self::Warning => "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5M12 16.3h.01",
            Self::Target => "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
            Self::Star => {
                "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Bin => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
            Self::Pause => "M8.5 5v14M15.5 5v14",
            Self::More => {
                "M4.5 12a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M11.5 12a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M18.5 12a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0"
            }
            Self::Flag => "M5 21V4h13l-2.5 4.5L18 13H5",
            Self::Print => {
                "M7 8V3.5h10V8M7 17H4V9.5A1.5 1.5 0 0 1 5.5 8h13A1.5 1.5 0 0 1 20 9.5V17h-3M7 14h10v6.5H7z"
            }
            Self::Globe => {
                "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18"
            }
            Self::People => {
                "M5.5 8.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0M2.5 19a6 6 0 0 1 12 0M15 5.7a3 3 0 0 1 0 5.6M17 13.5a6 6 0 0 1 4.5 5.5"
            }
        }
    }
}

/// An icon, hidden from screen readers. Its size follows the text.
#[component]
pub fn Icon(
    /// What it shows.
    glyph: Glyph,
    /// Sits within a line of text, at the size of its letters.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView {
    let class = if inline { "icon inline" } else { "icon" };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <path d=glyph.path() />
        </svg>
    }
}
