//! One walk, whole, as a service team may see it.

use leptos::prelude::*;

use crate::{
    address::encoded,
    ui::{Badge, Evidence, Shape},
    walk::{FrictionId, Lang, Outcome},
    words::{Again, Journey, Team, did_what_it_should, fill, length, others_would, why_not},
};

use super::{
    Around, WalkPage,
    again::held_word,
    around::{began, bright, path, steps, verdict},
};

/// One walk: what was tried, how it ended, every step, and what worked.
#[must_use]
pub fn walk(lang: Lang, page: &WalkPage) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let around = &page.around;
    let task = around.task.as_ref();
    let worked_if = task.map(|task| fill(words.worked_if, &[("what", task.worked_if.get(lang))]));
    view! {
        <article class="detail pane">
            <header class="pane-head">
                <div>
                    <p class="hint">{back(lang, page.from)}</p>
                    <h1>{walk_title(lang, page)}</h1>
                    <p class="hint">{began(lang, around)}</p>
                </div>
            </header>
            {situation(lang, around).map(|text| view! { <p>{text}</p> })}
            {worked_if.map(|text| view! { <p>{text}</p> })}
            {verdict(lang, around)}
            {again(lang, around)}
            {outcome(lang, &around.walk.outcome)}
            {facts(lang, around)}
            {path(lang, around)}
            <h2>{words.steps}</h2>
            {steps(lang, around, None)}
            <h2>{words.bright}</h2>
            {bright(lang, around)}
            {unknown(lang, around)}
            {map(lang, around)}
        </article>
    }
}

/// The task's name, or "The walkthrough" while the task is unknown.
#[must_use]
pub fn walk_title(lang: Lang, page: &WalkPage) -> String {
    let task = page.around.task.as_ref();
    task.map_or(Team::of(lang).the_walk, |task| task.name.get(lang))
        .to_owned()
}

fn back(lang: Lang, from: Option<FrictionId>) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let friction = from.map(|id| {
        let address = format!("/team/friction/{id}");
        view! {
            ". "
            <a href=address>{words.friction_here}</a>
        }
    });
    view! {
        <a href="/team">{words.inbox}</a>
        {friction}
    }
}

fn situation(lang: Lang, around: &Around) -> Option<String> {
    let taken = around.walk.started.as_ref()?.situation.as_ref()?;
    let situation = around
        .task
        .as_ref()?
        .situations
        .iter()
        .find(|it| it.id == *taken)?;
    Some(fill(
        Team::of(lang).situation,
        &[("title", situation.title.get(lang))],
    ))
}

/// On a re-walk: whether the change held, and the way to both walks side by side.
fn again(lang: Lang, around: &Around) -> Option<impl IntoView + use<>> {
    let id = around.walk.id?;
    around.walk.started.as_ref()?.again?;
    let held = around.walk.outcome.held;
    Some(view! {
        <p>
            <Badge shape=Shape::of_answer(held) word=held_word(lang, held) />
        </p>
        <p>
            <Evidence href=format!("/team/walk/{id}/again") words=Again::of(lang).compare />
        </p>
    })
}

fn outcome(lang: Lang, outcome: &Outcome) -> impl IntoView + use<> {
    let did = outcome.did_what_it_should.map(|answer| {
        view! {
            <li>
                <Badge
                    shape=Shape::of_answer(Some(answer))
                    word=did_what_it_should(lang, answer)
                />
            </li>
        }
    });
    let why = outcome
        .why_not
        .map(|why| view! { <li>{why_not(lang, why)}</li> });
    let others = outcome
        .others_would
        .map(|it| view! { <li>{others_would(lang, it)}</li> });
    view! {
        <ul class="stack tight">
            {did}
            {why}
            {others}
        </ul>
    }
}

fn facts(lang: Lang, around: &Around) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let walk = &around.walk;
    let figures = [
        Some((words.time_spent, length(lang, walk.spent_ms()))),
        Some((words.friction_points, walk.frictions.len().to_string())),
        walk.outcome.ease.map(|ease| (words.ease, ease.to_string())),
        walk.outcome
            .satisfaction
            .map(|level| (words.satisfaction, level.to_string())),
    ];
    let rows = figures.into_iter().flatten().map(|(name, value)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! { <dl class="facts">{rows.collect_view()}</dl> }
}

/// The way to the map of all walks of this task.
fn map(lang: Lang, around: &Around) -> Option<impl IntoView + use<>> {
    let task = around.task.as_ref()?;
    let href = format!("/team/journey/{}", encoded(&task.id));
    Some(view! { <p><a href=href>{Journey::of(lang).to_journey}</a></p> })
}

fn unknown(lang: Lang, around: &Around) -> impl IntoView + use<> {
    let n = around.walk.unknown;
    let text = fill(Team::of(lang).unknown, &[("n", &n.to_string())]);
    (n > 0).then(|| view! { <p class="hint small">{text}</p> })
}
