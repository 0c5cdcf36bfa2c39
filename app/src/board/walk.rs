//! One walk as the board may see it: nobody's name, no reflection, no words of a commitment, no note of friction.

use leptos::prelude::*;

use crate::ui::{Badge, Feelings, Shape, Stop};
use crate::walk::{Friction, Lang, Mood, Step, StepTrack, Walk, other_tongue};
use crate::words::{
    Board, Common, category, dates, did_what_it_should, feeling, fill, length, mood, need,
    others_would, severity, step_result, why_not,
};

use super::WalkPage;
use super::beside::beside;
use super::walks::back;

/// One walk.
#[must_use]
pub fn walk_page(lang: Lang, page: &WalkPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let when = page.when;
    let date = dates::day_month_year(lang, when.day, when.month, when.year);
    let service = page.task.service_name.get(lang);
    let on = fill(words.walked_on, &[("service", service), ("date", &date)]);
    let by = page.by.as_ref().map(|it| {
        let said = fill(words.walked_by, &[("who", it.get(lang))]);
        view! { <p class="hint">{said}</p> }
    });
    let worked_if = fill(words.worked_if, &[("what", page.task.worked_if.get(lang))]);
    view! {
        {back(lang, &page.month.to_string(), page.month)}
        <div class="section-head">
            <h1>{page.task.name.get(lang).to_owned()}</h1>
            <p class="hint">{on}</p>
            {by}
            <p class="hint">{worked_if}</p>
        </div>
        {verdict(lang, &page.walk)}
        {felt_line(lang, page)}
        <section class="card">
            <h2>{words.steps}</h2>
            <ol class="step-list">{steps(lang, page)}</ol>
        </section>
        <section class="card">
            <h2>{words.worked}</h2>
            {bright(lang, &page.walk)}
        </section>
        <p class="hint">{words.for_team}</p>
    }
}

/// "Get a ramp at home: a walkthrough".
#[must_use]
pub fn walk_title(lang: Lang, page: &WalkPage) -> String {
    fill(
        Board::of(lang).walk_title,
        &[("task", page.task.name.get(lang))],
    )
}

fn verdict(lang: Lang, walk: &Walk) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let outcome = &walk.outcome;
    let met = match outcome.need_met {
        Some(met) => need(lang, met),
        None if walk.finished_at.is_some() => words.not_said,
        None => words.not_finished_yet,
    };
    let mut said: Vec<&str> = Vec::new();
    said.extend(
        outcome
            .did_what_it_should
            .map(|it| did_what_it_should(lang, it)),
    );
    said.extend(outcome.why_not.map(|it| why_not(lang, it)));
    said.extend(outcome.others_would.map(|it| others_would(lang, it)));
    said.extend(walk.committed.then_some(words.commitment_made));
    let facts = [
        Some((words.time_spent, length(lang, walk.spent_ms()))),
        outcome.ease.map(|it| (words.ease_given, it.to_string())),
        outcome
            .satisfaction
            .map(|it| (words.satisfaction_given, it.to_string())),
    ];
    let facts = facts.into_iter().flatten().map(|(what, value)| {
        view! {
            <div>
                <dt>{what}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    let said = said.into_iter().map(|it| view! { <li>{it}</li> });
    view! {
        <section class="card">
            <p>
                <Badge shape=Shape::of_answer(outcome.need_met) word=met />
            </p>
            <ul class="stack tight">{said.collect_view()}</ul>
            <dl class="facts">{facts.collect_view()}</dl>
        </section>
    }
}

/// The line of feelings; none when nothing was felt.
fn felt_line(lang: Lang, page: &WalkPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let felt = page.walk.steps.values().any(|track| track.mood.is_some());
    let stops: Vec<Stop> = (0..)
        .zip(&page.task.steps)
        .map(|(at, step)| stop(lang, page, at, step))
        .collect();
    let each = (0..).zip(&page.task.steps).map(|(at, step)| {
        let mood = track(page, at)
            .mood
            .map_or(words.not_said, |it| mood(lang, it));
        [step.short.get(lang), ": ", mood].concat()
    });
    let said = fill(
        words.feelings_said,
        &[("steps", &each.collect::<Vec<_>>().join(", "))],
    );
    let levels = [2, 0, -2].map(|value| mood(lang, Mood::new(value)));
    felt.then(|| {
        view! {
            <section class="card">
                <h2>{words.how_it_felt}</h2>
                <Feelings stops=stops levels=levels said=said />
            </section>
        }
    })
}

fn stop(lang: Lang, page: &WalkPage, at: u16, step: &Step) -> Stop {
    let track = track(page, at);
    let seconds = u32::try_from(track.spent_ms / 1000).unwrap_or(0);
    Stop {
        name: step.short.get(lang).to_owned(),
        time: if seconds == 0 {
            "–".to_owned()
        } else {
            format!("{}:{:02}", seconds / 60, seconds % 60)
        },
        seconds,
        mood: track.mood.map(Mood::value),
        felt: Shape::heaviest(&page.walk, at),
        stopped: page.walk.stopped_at() == Some(at),
    }
}

fn track(page: &WalkPage, at: u16) -> StepTrack {
    page.walk.steps.get(&at).cloned().unwrap_or_default()
}

fn steps(lang: Lang, page: &WalkPage) -> impl IntoView + use<> {
    (0..)
        .zip(&page.task.steps)
        .map(|(at, step)| row(lang, page, at, step))
        .collect_view()
}

fn row(lang: Lang, page: &WalkPage, at: u16, step: &Step) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let told = match page.walk.steps.get(&at) {
        None => words.not_reached.to_owned(),
        Some(track) => told(lang, track),
    };
    let crosses = step.hand_off.as_ref().map(|other| {
        let said = fill(words.hands_over_to, &[("other", other)]);
        view! { <span class="hint">{said}</span> }
    });
    let here = page.walk.frictions.iter().filter(|it| it.step == at);
    let frictions = here
        .map(|it| view! { <p>{friction(lang, it)}</p> {beside(lang, page.beside.get(&it.id))} })
        .collect_view();
    view! {
        <li>
            <span class="number" aria-hidden="true">
                {(u32::from(at) + 1).to_string()}
            </span>
            <div class="stack tight">
                <strong>{step.name.get(lang).to_owned()}</strong>
                <span class="hint">{told}</span>
                {crosses}
                {frictions}
            </div>
        </li>
    }
}

/// "3 min 20 s, done, unsure"
fn told(lang: Lang, track: &StepTrack) -> String {
    let mut told = vec![length(lang, track.spent_ms)];
    told.extend(track.result.map(|it| step_result(lang, it).to_owned()));
    told.extend(track.mood.map(|it| mood(lang, it).to_owned()));
    told.join(" · ")
}

fn friction(lang: Lang, friction: &Friction) -> impl IntoView + use<> {
    let common = Common::of(lang);
    let kind = |it| category(lang, it);
    let mut said = vec![friction.category.map_or(common.something_else, kind)];
    said.extend(friction.second.map(kind));
    said.extend(friction.severity.map(|it| severity(lang, it)));
    said.extend(friction.feelings.iter().map(|it| feeling(lang, *it)));
    said.extend(friction.risk.then_some(common.risk));
    said.extend(
        friction
            .contacted_again
            .then_some(Board::of(lang).which_again),
    );
    view! { <Badge shape=Shape::of_friction(friction.severity) word=said.join(" · ") /> }
}

fn bright(lang: Lang, walk: &Walk) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let none = walk
        .bright_spots
        .is_empty()
        .then(|| view! { <p class="hint">{words.nothing_noted}</p> });
    let some = walk.bright_spots.iter().map(|spot| {
        let said = match spot.note.trim() {
            "" => Common::of(lang).something_worked.to_owned(),
            note => fill(words.quote, &[("words", note)]),
        };
        view! { <blockquote lang=other_tongue(lang, &spot.note)>{said}</blockquote> }
    });
    view! {
        {none}
        {some.collect_view()}
    }
}
