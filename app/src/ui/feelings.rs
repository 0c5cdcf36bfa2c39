//! One walk's line of feelings: how each step felt, where friction was, where it stopped, how long it took.

use leptos::prelude::*;

use super::curve::curve;
use super::mark::{Mark, Shape};

/// A step on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// A word or two for the step.
    pub name: String,
    /// How long it took, written out: "2:40", or a dash.
    pub time: String,
    /// How long it took, in seconds. Zero for a step not walked.
    pub seconds: u32,
    /// How it felt, from -2 (awful) to 2 (good). `None` when not walked or not said.
    pub mood: Option<i8>,
    /// The heaviest friction felt there, as its diamond.
    pub felt: Option<Shape>,
    /// The journey stopped here.
    pub stopped: bool,
}

/// How tall the line is, in its own units, and how far apart two moods are.
const HEIGHT: i32 = 1200;
const MOOD: i32 = 250;

/// The line of feelings with its steps and times. Read out as one sentence.
#[component]
pub fn Feelings(
    /// The steps in order.
    stops: Vec<Stop>,
    /// The words for the best, the middle and the worst mood.
    levels: [&'static str; 3],
    /// The sentence read out instead of the drawing.
    #[prop(into)]
    said: String,
) -> impl IntoView {
    let width = i32::try_from(stops.len()).unwrap_or(1).max(1) * 500;
    let points: Vec<(i32, i32)> = (0..)
        .zip(&stops)
        .filter_map(|(i, stop)| Some((i * 500 + 250, height(stop.mood?))))
        .collect();
    let seconds: u32 = stops.iter().map(|stop| stop.seconds).sum();
    let class = class(&stops);
    let grid = [2, 0, -2]
        .map(|mood| format!("M0 {}H{width}", height(mood)))
        .concat();
    view! {
        <figure class=class role="img" aria-label=said>
            <div class="levels">{levels.into_iter().map(|word| view! { <span>{word}</span> }).map(IntoAny::into_any).collect::<Vec<_>>()}</div>
            <svg class="curve" viewBox=format!("0 0 {width} {HEIGHT}") preserveAspectRatio="none">
                <path class="grid" d=grid />
                <path class="path" d=curve(&points) />
            </svg>
            <ol class="spots">{stops.iter().map(spot).map(IntoAny::into_any).collect::<Vec<_>>()}</ol>
            <ol class="stops">{stops.iter().map(name).map(IntoAny::into_any).collect::<Vec<_>>()}</ol>
        </figure>
        <svg class="times" viewBox="0 0 1000 9" preserveAspectRatio="none" aria-hidden="true">
            {bars(&stops, seconds)}
        </svg>
    }
}

/// Names that do not fit side by side on a phone stand below each other.
fn class(stops: &[Stop]) -> &'static str {
    let fits = 33_usize.checked_div(stops.len()).unwrap_or(0);
    let crowded = stops.iter().any(|stop| stop.name.chars().count() > fits);
    if stops.len() > 6 || crowded {
        "feelings many"
    } else {
        "feelings"
    }
}

fn height(mood: i8) -> i32 {
    HEIGHT / 2 - MOOD * i32::from(mood.clamp(-2, 2))
}

fn spot(stop: &Stop) -> impl IntoView + use<> {
    let level = match stop.mood {
        None => "",
        Some(i8::MIN..=-2) => "down-2",
        Some(-1) => "down-1",
        Some(0) => "up-0",
        Some(1) => "up-1",
        Some(2..) => "up-2",
    };
    let class = if stop.stopped {
        format!("{level} ended")
    } else {
        level.to_owned()
    };
    let mark = match (stop.mood, stop.felt) {
        (None, _) => None,
        (_, Some(shape)) => Some(view! { <Mark shape=shape /> }.into_any()),
        (_, None) => Some(view! { <span class="stop"></span> }.into_any()),
    };
    view! { <li class=class>{mark}</li> }
}

fn name(stop: &Stop) -> impl IntoView + use<> {
    view! {
        <li class=if stop.seconds == 0 { "unwalked" } else { "" }>
            <b>{stop.name.clone()}</b>
            <span>{stop.time.clone()}</span>
        </li>
    }
}

/// A bar for each step walked, as wide as its share of the time; the longest is darker.
fn bars(stops: &[Stop], total: u32) -> impl IntoView + use<> {
    let longest = stops.iter().map(|stop| stop.seconds).max().unwrap_or(0);
    let mut x = 0;
    let walked = stops.iter().filter(|stop| stop.seconds > 0);
    walked
        .map(|stop| {
            let width = stop.seconds * 1000 / total.max(1);
            let left = x;
            x += width;
            let class = if stop.seconds == longest { "last" } else { "" };
            view! { <rect class=class x=left width=width.saturating_sub(8).max(4) height="9" rx="4" /> }
        })
        .map(IntoAny::into_any).collect::<Vec<_>>()
}
