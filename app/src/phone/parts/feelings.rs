//! A walk's line of feelings: what was marked, else what the friction and the result of a step say.

use leptos::prelude::*;

use super::{head::clock, said, steps, told::Told};
use crate::ui::{Feelings, Stop};
use crate::walk::{Friction, Lang, Mood, Severity, StepResult, StepTrack, Walk};
use crate::words::{Phone, mood};

/// The line, read out as one sentence.
pub fn line(walk: &Walk, told: &Told) -> AnyView {
    let w = Phone::of(told.lang);
    let stops: Vec<Stop> = (0..walk.step_count())
        .map(|step| stop(walk, told, step))
        .collect();
    let said = [
        w.how_each,
        ": ",
        &stops
            .iter()
            .map(|stop| say(told.lang, stop))
            .collect::<Vec<_>>()
            .join(", "),
        ".",
    ]
    .concat();
    view! { <Feelings stops=stops levels=[w.good, w.unsure, w.awful] said=said /> }.into_any()
}

fn stop(walk: &Walk, told: &Told, step: u16) -> Stop {
    let track = walk
        .steps
        .get(&step)
        .filter(|track| track.result.is_some() || track.spent_ms > 0);
    let name = told
        .step(step)
        .map(|step| step.short.get(told.lang).to_owned());
    let spent = track.map_or(0, |track| track.spent_ms);
    Stop {
        name: name.unwrap_or_else(|| (step + 1).to_string()),
        time: track.map_or_else(|| "–".to_owned(), |_| clock(spent)),
        seconds: track.map_or(0, |_| u32::try_from(spent / 1000).unwrap_or(0).max(1)),
        mood: track.map(|track| felt(walk, step, track)),
        felt: steps::felt(walk, step),
        stopped: walk.stopped_at() == Some(step),
    }
}

/// What was marked on coming back; else on the step's friction; else what that friction did; else how the step went.
fn felt(walk: &Walk, step: u16, track: &StepTrack) -> i8 {
    let points = || walk.frictions.iter().filter(|point| point.step == step);
    let marked = track
        .mood
        .or_else(|| points().filter_map(|point| point.mood).min())
        .map(Mood::value);
    let did = |point: &Friction| match point.severity {
        None | Some(Severity::Slowed) => 0,
        Some(Severity::Nearly) => -1,
        Some(Severity::Stopped) => -2,
    };
    let went = match track.result {
        Some(StepResult::Done) => 1,
        Some(StepResult::Partly) | None => 0,
        Some(StepResult::Stuck) => -2,
    };
    marked.or_else(|| points().map(did).min()).unwrap_or(went)
}

fn say(lang: Lang, stop: &Stop) -> String {
    let w = Phone::of(lang);
    let felt = stop.mood.map_or(w.not_walked.to_owned(), |value| {
        said::inside(mood(lang, Mood::new(value)))
    });
    let stopped = if stop.stopped {
        [", ", w.stopped_here].concat()
    } else {
        String::new()
    };
    [&stop.name, " ", &felt, &stopped].concat()
}
