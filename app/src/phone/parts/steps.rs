//! A walk's steps on a line, with a diamond where friction was felt.

use leptos::prelude::*;

use crate::phone::session::Session;
use crate::ui::{Shape, StepDot, StepState, Steps};
use crate::walk::{Friction, Lang, Place, Severity, StepResult, Walk};
use crate::words::{Common, Phone, fill};

/// The line of a walk under way.
pub fn line(s: Session, walk: Memo<Walk>, small: bool) -> AnyView {
    let lang = s.lang.get_untracked();
    let dots = Signal::derive(move || walk.with(|walk| dots(walk, s.landed.get())));
    let words = Signal::derive(move || walk.with(|walk| said(lang, walk)));
    view! { <Steps dots=dots said=words small=small /> }.into_any()
}

/// The line of a task not begun.
pub fn ahead(lang: Lang, count: usize) -> AnyView {
    let dot = |at| StepDot {
        state: if at == 0 {
            StepState::Now
        } else {
            StepState::Ahead
        },
        felt: None,
        landed: false,
    };
    let dots: Vec<StepDot> = (0..count).map(dot).collect();
    let said = fill(
        Common::of(lang).step_of,
        &[("n", "1"), ("of", &count.to_string())],
    );
    view! { <Steps dots=Signal::stored(dots) said=Signal::stored(said) small=true /> }.into_any()
}

/// The step a walk stands at.
pub fn now(walk: &Walk) -> Option<u16> {
    match walk.place {
        Place::Step { step } | Place::Away { step, .. } | Place::Back { step } => Some(step),
        Place::Brief | Place::Finish | Place::Receipt => None,
    }
}

/// The diamond of a severity.
pub fn shape(severity: Option<Severity>) -> Shape {
    match severity {
        None => Shape::Felt,
        Some(Severity::Slowed) => Shape::Slowed,
        Some(Severity::Nearly) => Shape::Nearly,
        Some(Severity::Stopped) => Shape::Stopped,
    }
}

/// The heaviest friction felt at a step, as its diamond.
pub fn felt(walk: &Walk, step: u16) -> Option<Shape> {
    let here = |friction: &&Friction| friction.step == step;
    walk.frictions
        .iter()
        .filter(here)
        .map(|friction| friction.severity)
        .max()
        .map(shape)
}

fn dots(walk: &Walk, landed: bool) -> Vec<StepDot> {
    let now = now(walk);
    let dot = |step| StepDot {
        state: state(walk, step, now),
        felt: felt(walk, step),
        landed: landed && now == Some(step),
    };
    (0..walk.step_count()).map(dot).collect()
}

fn state(walk: &Walk, step: u16, now: Option<u16>) -> StepState {
    let result = walk.steps.get(&step).and_then(|track| track.result);
    match (now, result) {
        (Some(now), _) if now == step => StepState::Now,
        (_, Some(StepResult::Done | StepResult::Partly)) => StepState::Done,
        (None, Some(StepResult::Stuck)) => StepState::Now,
        (Some(now), _) if step < now => StepState::Skipped,
        _ => StepState::Ahead,
    }
}

fn said(lang: Lang, walk: &Walk) -> String {
    let at = now(walk)
        .or(walk.stopped_at())
        .unwrap_or(walk.step_count().saturating_sub(1));
    let gaps = [
        ("n", (at + 1).to_string()),
        ("of", walk.step_count().to_string()),
    ];
    let gaps: Vec<(&str, &str)> = gaps
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let mut said = fill(Common::of(lang).step_of, &gaps);
    said.push('.');
    for step in 0..walk.step_count() {
        if felt(walk, step).is_some() {
            said.push(' ');
            said.push_str(&fill(
                Phone::of(lang).felt_at,
                &[("n", &(step + 1).to_string())],
            ));
        }
    }
    said
}
