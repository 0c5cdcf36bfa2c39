//! The steps of a walk on a line. A diamond sits on a step where friction was felt.

use leptos::prelude::*;

use super::mark::{Mark, Shape};

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Behind the walker.
    Done,
    /// Where the walker is.
    Now,
    /// Ahead.
    Ahead,
    /// Passed over.
    Skipped,
}

/// One step on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepDot {
    /// How far it has come.
    pub state: StepState,
    /// The heaviest friction felt there, as its diamond.
    pub felt: Option<Shape>,
    /// The diamond has just been put there, and may land.
    pub landed: bool,
}

impl StepDot {
    const fn class(self) -> &'static str {
        match (self.state, self.landed) {
            (StepState::Done, false) => "done",
            (StepState::Done, true) => "done landed",
            (StepState::Now, false) => "now",
            (StepState::Now, true) => "now landed",
            (StepState::Ahead, _) => "",
            (StepState::Skipped, _) => "skipped",
        }
    }
}

/// The line of steps, read out as one sentence.
#[component]
pub fn Steps(
    /// The steps in order.
    #[prop(into)]
    dots: Signal<Vec<StepDot>>,
    /// The sentence read out: "Step 2 of 6. Friction felt at step 1."
    #[prop(into)]
    said: Signal<String>,
    /// Without numbers, for a card.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let class = if small { "steps small" } else { "steps" };
    let dot = |dot: StepDot| {
        view! {
            <li class=dot.class()>
                <span class="dot">{dot.felt.map(|shape| view! { <Mark shape=shape /> })}</span>
            </li>
        }
    };
    view! {
        <div role="img" aria-label=said>
            <ol class=class aria-hidden="true">
                {move || dots.get().into_iter().map(dot).map(IntoAny::into_any).collect::<Vec<_>>()}
            </ol>
        </div>
    }
}
