//! The walk around a friction point: its steps, times, moods, and how it ended.

use leptos::prelude::*;

use crate::{
    ui::{Badge, Feelings, Glyph, Icon, Shape, Stop},
    walk::{BrightSpot, FrictionId, Lang, Millis, StepResult, StepTrack, other_tongue},
    words::{Common, Team, category, fill, length, mood, need, quoted, severity, step_result},
};

use super::{Around, Withdrawn, photos::photos};

/// "Walked on Tuesday 14 October 2025, from 12:41, by: Chief Executive." or "…, a walkthrough."
pub(super) fn began(lang: Lang, around: &Around) -> String {
    let (date, time) = (around.began.full(lang), around.began.time());
    let by = around.by.as_ref().map(|it| it.get(lang));
    let words = Team::of(lang);
    fill(
        by.map_or(words.walked_on, |_| words.walked_by),
        &[
            ("date", &date),
            ("time", &time),
            ("who", by.unwrap_or_default()),
        ],
    )
}

/// How it ended: the mark and the words.
pub(super) fn verdict(lang: Lang, around: &Around) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let met = around.walk.outcome.need_met;
    let word = match met {
        Some(met) => need(lang, met),
        None if around.walk.finished_at.is_some() => words.outcome_not_said,
        None => words.not_finished,
    };
    view! {
        <p>
            <Badge shape=Shape::of_answer(met) word=word />
        </p>
    }
}

/// The line of feelings; none before anything was felt.
pub(super) fn path(lang: Lang, around: &Around) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let moods = around
        .walk
        .steps
        .values()
        .filter(|track| track.mood.is_some())
        .count();
    let stops: Vec<Stop> = (0..around.step_count())
        .map(|step| stop(lang, around, step))
        .collect();
    let said: Vec<String> = (0..around.step_count())
        .map(|step| felt(lang, around, step))
        .collect();
    let said = fill(words.feelings_said, &[("steps", &said.join(", "))]);
    let levels = [2, 0, -2].map(|value| mood(lang, crate::walk::Mood::new(value)));
    (moods > 0).then(|| view! { <Feelings stops=stops levels=levels said=said /> })
}

fn stop(lang: Lang, around: &Around, step: u16) -> Stop {
    let track = track(around, step);
    let seconds = u32::try_from(track.spent_ms.max(0) / 1000).unwrap_or(u32::MAX);
    Stop {
        name: short_name(lang, around, step),
        time: if seconds == 0 {
            "–".to_owned()
        } else {
            clock(track.spent_ms)
        },
        seconds,
        mood: track.mood.map(crate::walk::Mood::value),
        felt: Shape::heaviest(&around.walk, step),
        stopped: around.walk.stopped_at() == Some(step),
    }
}

/// "Find: Fed up"
fn felt(lang: Lang, around: &Around, step: u16) -> String {
    let felt = track(around, step)
        .mood
        .map_or(Team::of(lang).mood_not_said, |it| mood(lang, it));
    let stopped = around.walk.stopped_at() == Some(step);
    let end = if stopped {
        [", ", Team::of(lang).stopped_here].concat()
    } else {
        String::new()
    };
    [&short_name(lang, around, step), ": ", felt, &end].concat()
}

/// Every step with its time, result, mood and friction. `this` is the friction point whose page it stands on.
pub(super) fn steps(
    lang: Lang,
    around: &Around,
    this: Option<FrictionId>,
) -> impl IntoView + use<> {
    let rows: Vec<_> = (0..around.step_count())
        .map(|step| row(lang, around, step, this))
        .collect();
    view! {
        <ol class="told" aria-label=Team::of(lang).steps>
            {rows}
        </ol>
    }
}

fn row(lang: Lang, around: &Around, step: u16, this: Option<FrictionId>) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let track = track(around, step);
    let n = step.saturating_add(1).to_string();
    let name = around.step_name(step).map_or_else(
        || fill(Common::of(lang).step_n, &[("n", &n)]),
        |name| name.get(lang).to_owned(),
    );
    let walked = around.walk.steps.contains_key(&step);
    let told = if walked {
        told(lang, &track)
    } else {
        words.not_walked.to_owned()
    };
    let frictions = around
        .walk
        .frictions
        .iter()
        .filter(|it| it.step == step)
        .map(|friction| {
            let word = friction
                .category
                .map_or(Common::of(lang).something_else, |it| category(lang, it));
            let bad = friction
                .severity
                .map(|it| [" (", severity(lang, it), ")"].concat());
            let label = [word, bad.as_deref().unwrap_or_default()].concat();
            let shape = Shape::of_friction(friction.severity);
            if this == Some(friction.id) {
                let label = [words.this_one, ": ", &label].concat();
                view! { <Badge shape=shape word=label /> }.into_any()
            } else {
                let href = format!("/team/friction/{}", friction.id);
                view! {
                    <a href=href>
                        <Badge shape=shape word=label />
                    </a>
                }
                .into_any()
            }
        });
    let gone = around.withdrawn.iter().filter_map(|gone| {
        let id = gone.friction.filter(|_| gone.step == Some(step))?;
        Some(withdrawn(lang, gone, id, this))
    });
    let felt: Vec<_> = frictions.chain(gone).collect();
    // A friction point's own page shows its photos by themselves.
    let here = around.walk.frictions.iter().filter(|it| it.step == step);
    let pictures: Vec<_> = here
        .filter(|_| this.is_none())
        .map(|friction| photos(lang, around, friction, true))
        .collect();
    view! {
        <li>
            <span class="number">{n}</span>
            <span class="name">{name}</span>
            <span class="hint">{told}</span>
            {(!felt.is_empty()).then(|| view! { <span class="badges">{felt}</span> })}
            {pictures}
        </li>
    }
}

/// A friction point that was taken back, with the way to its page.
fn withdrawn(lang: Lang, gone: &Withdrawn, id: FrictionId, this: Option<FrictionId>) -> AnyView {
    let words = Team::of(lang);
    let label = fill(words.withdrawn_by, &[("date", &gone.on.date(lang))]);
    if this == Some(id) {
        let label = [words.this_one, ": ", &label].concat();
        view! { <Badge shape=Shape::Withdrawn word=label /> }.into_any()
    } else {
        let href = format!("/team/friction/{id}");
        view! {
            <a href=href>
                <Badge shape=Shape::Withdrawn word=label />
            </a>
        }
        .into_any()
    }
}

/// What worked, in the leader's own words.
pub(super) fn bright(lang: Lang, around: &Around) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let spots = around.walk.bright_spots.iter().map(|spot| {
        let step = spot
            .step
            .and_then(|step| around.step_name(step))
            .map(|name| name.get(lang).to_owned());
        view! {
            <li>
                <Icon glyph=Glyph::Star />
                <span>
                    <span class="own-words" lang=other_tongue(lang, &spot.note)>{in_words(lang, spot)}</span>
                    {step.map(|step| view! { <span class="hint">{step}</span> })}
                </span>
            </li>
        }
    });
    let spots: Vec<_> = spots.collect();
    let gone = around.withdrawn.iter().filter(|it| it.friction.is_none());
    let gone: Vec<_> = gone
        .map(|gone| fill(words.bright_withdrawn, &[("date", &gone.on.date(lang))]))
        .map(|said| view! { <p class="hint">{said}</p> })
        .collect();
    let none = (spots.is_empty() && gone.is_empty()).then_some(words.no_bright);
    view! {
        {none.map(|none| view! { <p class="hint">{none}</p> })}
        {(!spots.is_empty()).then(|| view! { <ul class="points">{spots}</ul> })}
        {gone}
    }
}

/// The words, or what the tap alone said.
fn in_words(lang: Lang, spot: &BrightSpot) -> String {
    match spot.note.trim() {
        "" => Common::of(lang).something_worked.to_owned(),
        note => quoted(note),
    }
}

/// "3 min 20 s. Done. Fed up"
fn told(lang: Lang, track: &StepTrack) -> String {
    let parts = [
        (track.spent_ms > 0).then(|| length(lang, track.spent_ms)),
        track
            .result
            .map(|it: StepResult| step_result(lang, it).to_owned()),
        track.mood.map(|it| mood(lang, it).to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

fn track(around: &Around, step: u16) -> StepTrack {
    around.walk.steps.get(&step).cloned().unwrap_or_default()
}

fn short_name(lang: Lang, around: &Around, step: u16) -> String {
    let task = around
        .task
        .as_ref()
        .and_then(|task| task.steps.get(usize::from(step)));
    let short = task
        .map(|step| step.short.get(lang))
        .filter(|short| !short.is_empty());
    short.map_or_else(|| step.saturating_add(1).to_string(), str::to_owned)
}

/// "2:40"
fn clock(ms: Millis) -> String {
    let seconds = ms.max(0) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
