//! A walk and the walk again, side by side: what the change did, and no more than that.

use leptos::prelude::*;

use crate::{
    ui::{Badge, Evidence, Shape},
    walk::{Answer, Friction, Lang, Millis, WalkId},
    words::{Again, Common, category, did_what_it_should, fill, length, need, severity},
};

use super::{Around, around::path};

/// A re-walk beside the walk it walks again.
#[derive(Clone, Debug)]
pub struct AgainPage {
    /// The earlier walk.
    pub before: (WalkId, Around),
    /// The re-walk.
    pub after: (WalkId, Around),
}

/// One line of the comparison, for one walk.
type Cell = fn(Lang, &Around, u16) -> AnyView;

/// The page.
#[must_use]
pub fn again(lang: Lang, page: &AgainPage) -> impl IntoView + use<> {
    let words = Again::of(lang);
    let AgainPage {
        before: (earlier, before),
        after: (later, after),
    } = page;
    let from = first_step(after);
    let n = from.saturating_add(1).to_string();
    let name = after.step_name(from).map_or("", |name| name.get(lang));
    let lines: [(&str, Cell); 6] = [
        (words.outcome, outcome),
        (words.did_should, did_should),
        (words.time, time),
        (words.ease, ease),
        (words.satisfaction, satisfaction),
        (words.friction, friction),
    ];
    let lines = lines.map(|(name, cell)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{cell(lang, before, from)}</td>
                <td>{cell(lang, after, from)}</td>
            </tr>
        }
    });
    view! {
        <article class="detail pane">
            <header class="pane-head">
                <div>
                    <p class="hint">
                        <a href=format!("/team/walk/{later}")>{words.see_walk}</a>
                    </p>
                    <h1>{again_title(lang, page)}</h1>
                </div>
            </header>
            {held(lang, after)}
            <p class="hint">{fill(words.from_step, &[("n", &n), ("name", name)])}</p>
            <div class="table-wrap"><table class="table">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{words.before} <br /> {walked(lang, before)}</th>
                        <th scope="col">{words.after} <br /> {walked(lang, after)}</th>
                    </tr>
                </thead>
                <tbody>{lines.into_iter().collect_view()}</tbody>
            </table></div>
            <h2>{words.feelings}</h2>
            <div class="side-by-side">
                {felt(lang, words.before, *earlier, before)}
                {felt(lang, words.after, *later, after)}
            </div>
        </article>
    }
}

/// The page's title: the task, walked again.
#[must_use]
pub fn again_title(lang: Lang, page: &AgainPage) -> String {
    let words = Again::of(lang);
    let task = page.after.1.task.as_ref();
    task.map_or_else(
        || words.title.to_owned(),
        |task| fill(words.of, &[("task", task.name.get(lang))]),
    )
}

/// What a re-walk says of the change.
#[must_use]
pub fn held_word(lang: Lang, held: Option<Answer>) -> &'static str {
    let words = Again::of(lang);
    match held {
        Some(Answer::Yes) => words.held,
        Some(Answer::Partly) => words.half,
        Some(Answer::No) => words.not_held,
        None => words.held_not_said,
    }
}

fn held(lang: Lang, after: &Around) -> impl IntoView + use<> {
    let held = after.walk.outcome.held;
    view! {
        <p>
            <Badge shape=Shape::of_answer(held) word=held_word(lang, held) />
        </p>
    }
}

fn walked(lang: Lang, around: &Around) -> impl IntoView + use<> {
    view! { <span class="hint small">{around.began.date(lang)}</span> }
}

/// The step a re-walk began at: steps before it are walked in the earlier walk alone.
fn first_step(after: &Around) -> u16 {
    after.walk.steps.keys().next().copied().unwrap_or(0)
}

fn outcome(lang: Lang, around: &Around, _: u16) -> AnyView {
    let met = around.walk.outcome.need_met;
    let word = met.map_or(Again::of(lang).not_said, |met| need(lang, met));
    view! { <Badge shape=Shape::of_answer(met) word=word /> }.into_any()
}

fn did_should(lang: Lang, around: &Around, _: u16) -> AnyView {
    let did = around.walk.outcome.did_what_it_should;
    did.map_or(Again::of(lang).not_said, |it| did_what_it_should(lang, it))
        .into_any()
}

fn time(lang: Lang, around: &Around, from: u16) -> AnyView {
    let steps = around.walk.steps.range(from..);
    let spent = steps.fold(0, |sum: Millis, (_, step)| {
        sum.saturating_add(step.spent_ms)
    });
    length(lang, spent).into_any()
}

fn ease(lang: Lang, around: &Around, _: u16) -> AnyView {
    number(lang, around.walk.outcome.ease)
}

fn satisfaction(lang: Lang, around: &Around, _: u16) -> AnyView {
    number(lang, around.walk.outcome.satisfaction)
}

fn number(lang: Lang, number: Option<u8>) -> AnyView {
    let said = number.map(|number| number.to_string());
    said.unwrap_or_else(|| Again::of(lang).not_said.to_owned())
        .into_any()
}

fn friction(lang: Lang, around: &Around, from: u16) -> AnyView {
    let here = around.walk.frictions.iter().filter(|it| it.step >= from);
    let points: Vec<AnyView> = here.map(|it| point(lang, it)).collect();
    if points.is_empty() {
        return Again::of(lang).none.into_any();
    }
    view! { <ul class="stack tight">{points}</ul> }.into_any()
}

fn point(lang: Lang, friction: &Friction) -> AnyView {
    let other = Common::of(lang).something_else;
    let word = friction.category.map_or(other, |it| category(lang, it));
    let bad = friction
        .severity
        .map(|it| [" (", severity(lang, it), ")"].concat());
    let label = [word, bad.as_deref().unwrap_or_default()].concat();
    let shape = Shape::of_friction(friction.severity);
    view! {
        <li>
            <a href=format!("/team/friction/{}", friction.id)>
                <Badge shape=shape word=label />
            </a>
        </li>
    }
    .into_any()
}

fn felt(lang: Lang, name: &'static str, id: WalkId, around: &Around) -> impl IntoView + use<> {
    let words = Again::of(lang);
    let said = around.walk.steps.values().any(|step| step.mood.is_some());
    view! {
        <section class="stack">
            <h3>{name}</h3>
            {path(lang, around)}
            {(!said).then(|| view! { <p class="hint">{words.no_feelings}</p> })}
            <p>
                <Evidence href=format!("/team/walk/{id}") words=words.see_walk />
            </p>
        </section>
    }
}
