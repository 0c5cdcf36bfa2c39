//! Each row, as the arguments of its statement.

use app::walk::{
    BrightSpot, FactId, Friction, Millis, Photo, StepResult, Task, Walk, WalkId, journey::Trace,
    month::Crossing,
};

use super::{Counts, FrictionRow, log::Log};
use crate::store::{
    Value,
    board::crossing_step,
    refold::Kept,
    threads::{Felt, Place},
    withdrawn::Withdrawn,
    words,
};

/// What every row of a walk begins with.
pub(super) struct Common<'a> {
    pub(super) walk: String,
    pub(super) organisation: &'a str,
    pub(super) service: Option<&'a str>,
    pub(super) task: &'a str,
    /// Empty while the task is unknown, so that the walk is in no month.
    pub(super) month: String,
}

impl Common<'_> {
    fn with<const N: usize>(&self, more: [Value; N]) -> Vec<Value> {
        let mut row = vec![
            (&self.walk).into(),
            self.organisation.into(),
            self.service.into(),
            self.task.into(),
            (&self.month).into(),
        ];
        row.extend(more);
        row
    }
}

pub(super) fn walk_row(
    common: &Common<'_>,
    author: &str,
    walk: &Walk,
    log: &Log<'_>,
    task: Option<&Task>,
    counts: &Counts,
) -> Vec<Value> {
    let outcome = &walk.outcome;
    let counted_at = log.counted_at();
    let started_at = log.first("started").map_or(counted_at, Kept::counted_at);
    let (hand_off, through) = hand_off(walk, task);
    let again = walk.started.as_ref().and_then(|started| started.again);
    common.with([
        author.into(),
        counted_at.into(),
        started_at.into(),
        walk.finished_at.is_some().into(),
        outcome.need_met.map(|it| it.code()).into(),
        outcome.did_what_it_should.map(|it| it.code()).into(),
        outcome.why_not.map(|it| it.code()).into(),
        outcome.ease.into(),
        outcome.satisfaction.into(),
        outcome.others_would.map(|it| it.code()).into(),
        walk.spent_ms().into(),
        walk.step_count().into(),
        count(walk.steps_done()),
        walk.stopped_at().into(),
        count(walk.frictions.len()),
        walk.committed.into(),
        hand_off.into(),
        through.into(),
        again.map(|friction| friction.to_string()).into(),
        again.and(outcome.held).map(|it| it.code()).into(),
        walk.unknown.into(),
        serde_json::to_string(walk).unwrap_or_default().into(),
        counts.written().into(),
    ])
}

pub(super) fn friction_row(
    common: &Common<'_>,
    author: &str,
    friction: &Friction,
    log: &Log<'_>,
) -> FrictionRow {
    let felt_at = log.at(FactId(friction.id.0)).unwrap_or(friction.at);
    let feelings: Vec<&str> = friction.feelings.iter().map(|it| it.code()).collect();
    let row = common.with([
        author.into(),
        friction.id.to_string().into(),
        felt_at.into(),
        friction.step.into(),
        friction.category.map(|it| it.code()).into(),
        friction.second.map(|it| it.code()).into(),
        friction.severity.map(|it| it.code()).into(),
        friction.mood.map(|it| it.value()).into(),
        feelings.join(",").into(),
        (&friction.note).into(),
        friction.risk.into(),
        friction.contacted_again.into(),
    ]);
    FrictionRow {
        id: friction.id,
        felt: place(common, friction).map(|place| Felt {
            friction: friction.id,
            at: felt_at,
            place,
        }),
        words: Some(words::plain(&friction.note))
            .filter(|words| !words.is_empty())
            .map(|words| vec![friction.id.to_string().into(), words.into()]),
        row,
    }
}

/// Where friction was felt. While the task is unknown nobody answers for it, and it is in no thread.
fn place(common: &Common<'_>, friction: &Friction) -> Option<Place> {
    Some(Place {
        organisation: common.organisation.to_owned(),
        service: common.service?.to_owned(),
        task: common.task.to_owned(),
        step: friction.step,
        category: friction.category,
    })
}

pub(super) fn photo_row(
    common: &Common<'_>,
    author: &str,
    friction: &Friction,
    photo: &Photo,
) -> Vec<Value> {
    vec![
        (&common.walk).into(),
        common.organisation.into(),
        author.into(),
        common.service.into(),
        photo.id.to_string().into(),
        friction.id.to_string().into(),
        (&photo.sha256).into(),
        photo.bytes.into(),
    ]
}

pub(super) fn bright_row(
    common: &Common<'_>,
    position: u16,
    spot: &BrightSpot,
    log: &Log<'_>,
) -> Vec<Value> {
    common.with([
        position.into(),
        log.noted_at(spot).into(),
        spot.step.into(),
        (&spot.note).into(),
    ])
}

pub(super) fn journey_row(
    common: &Common<'_>,
    walk: &Walk,
    id: WalkId,
    counted_at: Millis,
) -> Vec<Value> {
    vec![
        (&common.walk).into(),
        common.organisation.into(),
        common.service.into(),
        common.task.into(),
        counted_at.into(),
        Trace::of(walk, id, counted_at).written().into(),
    ]
}

pub(super) fn withdrawn_row(common: &Common<'_>, gone: &Withdrawn) -> Vec<Value> {
    vec![
        gone.id.to_string().into(),
        (&common.walk).into(),
        common.organisation.into(),
        common.service.into(),
        common.task.into(),
        gone.bright.into(),
        gone.step.into(),
        gone.felt_at.into(),
        gone.withdrawn_at.into(),
    ]
}

fn count(count: usize) -> Value {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

pub(super) fn crossing(walk: &Walk, task: &Task) -> Option<Crossing> {
    let (to, through) = hand_off(walk, Some(task));
    to.map(|to| Crossing {
        to: to.to_owned(),
        step: crossing_step(task, to),
        through,
    })
}

/// The last step reached that crosses to another organisation: to which, and whether the author got through it.
fn hand_off<'a>(walk: &Walk, task: Option<&'a Task>) -> (Option<&'a str>, bool) {
    let steps = task.map_or(&[][..], |task| &task.steps);
    let reached = walk.steps.iter().rev().find_map(|(step, track)| {
        let other = steps.get(usize::from(*step))?.hand_off.as_deref()?;
        let through = matches!(track.result, Some(StepResult::Done | StepResult::Partly));
        Some((other, through))
    });
    reached.map_or((None, false), |(other, through)| (Some(other), through))
}
