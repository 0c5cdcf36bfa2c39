//! The shapes that carry meaning: circle for a step or outcome, diamond for friction, square for work status.

use leptos::prelude::*;

/// A shape with a meaning. The word for it is always beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Friction whose severity was not said.
    Felt,
    /// Friction: slowed me.
    Slowed,
    /// Friction: nearly stopped me.
    Nearly,
    /// Friction: stopped me.
    Stopped,
    /// Friction that its author took back.
    Withdrawn,
    /// Outcome: yes.
    Met,
    /// Outcome: partly.
    Partly,
    /// Outcome: no.
    NotMet,
    /// Work status: nobody has looked yet.
    New,
    /// Work status: the team has read it.
    Seen,
    /// Work status: the team has written to the leader.
    Answered,
    /// Work status: a change is planned.
    Planned,
    /// Work status: the team says it is changed.
    Changed,
    /// Work status: a re-walk says it holds.
    Confirmed,
    /// Work status: not now, with a reason.
    NotNow,
    /// Still to come.
    Waiting,
    /// A place for a walk that was not made.
    Open,
}

const DIAMOND: &str =
    "M13.5 4l6.5 6.5q1.5 1.5 0 3L13.5 20q-1.5 1.5-3 0L4 13.5q-1.5-1.5 0-3L10.5 4q1.5-1.5 3 0z";
const DIAMOND_FULL: &str = "M13.6 2.6l7.8 7.8q1.6 1.6 0 3.2l-7.8 7.8q-1.6 1.6-3.2 0l-7.8-7.8q-1.6-1.6 0-3.2l7.8-7.8q1.6-1.6 3.2 0zM12 4.6l-6.6 6.6 3.4 3 3.2-3.8 3.2 3.8 3.4-3z";
const TORN: &str = "M13.6 2.6l5.9 5.9-3.7 4.6L12 8.3l-3.8 4.8-3.7-4.6 5.9-5.9q1.6-1.6 3.2 0zM4.3 10.6l3.9 4.9 3.8-4.6 3.8 4.6 3.9-4.9 2 1.5q.8.7-.2 1.7l-7.9 7.6q-1.6 1.6-3.2 0l-7.9-7.6q-1-1-.2-1.7z";
const RING: &str = "M2.5 12a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0";
const RING_BARRED: &str = "M2.5 12a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0M8 12h8";
const SQUARE_BARRED: &str = "M7.5 3h9A4.5 4.5 0 0 1 21 7.5v9a4.5 4.5 0 0 1-4.5 4.5h-9A4.5 4.5 0 0 1 3 16.5v-9A4.5 4.5 0 0 1 7.5 3zM8 12h8";
const SQUARE_REPLY: &str = "M7.5 3h9A4.5 4.5 0 0 1 21 7.5v9a4.5 4.5 0 0 1-4.5 4.5h-9A4.5 4.5 0 0 1 3 16.5v-9A4.5 4.5 0 0 1 7.5 3zM10.5 8L7.5 11l3 3M8 11h5.5a3 3 0 0 1 3 3v2";
const SQUARE: &str = "M7.5 3h9A4.5 4.5 0 0 1 21 7.5v9a4.5 4.5 0 0 1-4.5 4.5h-9A4.5 4.5 0 0 1 3 16.5v-9A4.5 4.5 0 0 1 7.5 3z";
const TICK: &str = "M7.5 12.5l3 3 6-6.5";

impl Shape {
    /// The class that gives the shape its colour, and what is drawn: outline, solid part, and what is cut out of it.
    const fn drawing(self) -> Drawing {
        match self {
            Self::Felt => draw("mark diamond felt", DIAMOND, "", ""),
            Self::Slowed => draw("mark diamond", DIAMOND, "", ""),
            Self::Nearly => draw("mark diamond", "", DIAMOND_FULL, ""),
            Self::Stopped => draw("mark diamond", "", TORN, ""),
            Self::Withdrawn => draw("mark dashed", DIAMOND, "", ""),
            Self::Met => draw("mark good", RING, RING, TICK),
            Self::Partly => draw("mark good", RING, "M12 2.5a9.5 9.5 0 0 0 0 19z", ""),
            Self::NotMet => draw("mark", RING_BARRED, "", ""),
            Self::New => draw("mark dashed", SQUARE, "", ""),
            Self::Seen => draw("mark", SQUARE, "M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0", ""),
            Self::Answered => draw("mark", SQUARE_REPLY, "", ""),
            Self::Planned => draw(
                "mark",
                SQUARE,
                "M3 12.5h18v4a4.5 4.5 0 0 1-4.5 4.5h-9A4.5 4.5 0 0 1 3 16.5z",
                "",
            ),
            Self::Changed => draw("mark good", SQUARE, SQUARE, TICK),
            Self::Confirmed => draw(
                "mark good",
                SQUARE,
                SQUARE,
                "M4.5 12.5l3 3 6-6.5M12 15.5l6.5-7",
            ),
            Self::NotNow => draw("mark", SQUARE_BARRED, "", ""),
            Self::Open => draw("mark open", RING, "", ""),
            Self::Waiting => draw("mark dashed", RING, "", ""),
        }
    }
}

const fn draw(
    class: &'static str,
    line: &'static str,
    full: &'static str,
    cut: &'static str,
) -> Drawing {
    Drawing {
        class,
        line,
        full,
        cut,
    }
}

struct Drawing {
    class: &'static str,
    line: &'static str,
    full: &'static str,
    cut: &'static str,
}

/// A shape, hidden from screen readers: its word stands beside it.
#[component]
pub fn Mark(
    /// Which shape.
    shape: Shape,
) -> impl IntoView {
    let Drawing {
        class,
        line,
        full,
        cut,
    } = shape.drawing();
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <path d=line />
            <path class="full" d=full />
            <path class="cut" d=cut />
        </svg>
    }
}
