//! What others offered to the team, and what of its own waits at a boundary.

use leptos::prelude::*;

use super::{
    Handed, ToUs,
    told::{told_title, verdict_word},
};
use crate::{
    ui::{Glyph, Icon, Mark, Shape},
    walk::{
        Lang,
        boundary::{At, Boundary, Wait},
    },
    words::{self, Common, at_boundary, boundary_sum, category, fill, waited},
};

/// The page.
#[must_use]
pub fn handed(lang: Lang, page: &Handed) -> impl IntoView + use<> {
    let words = words::Handed::of(lang);
    view! {
        <div class="pane stack">
            <h1>{words.title}</h1>
            {to_us(lang, &page.to_us)} {boundaries(lang, &page.boundaries)}
        </div>
    }
}

fn to_us(lang: Lang, all: &[ToUs]) -> impl IntoView + use<> {
    let words = words::Handed::of(lang);
    let rows: Vec<_> = all.iter().map(|it| offered(lang, it)).collect();
    let body = if rows.is_empty() {
        view! {
            <div class="empty">
                <h3>{words.to_us_none}</h3>
                <p>{words.to_us_none_why}</p>
            </div>
        }
        .into_any()
    } else {
        view! {
            <p class="hint">{words.to_us_why}</p>
            <ul class="threads">{rows}</ul>
        }
        .into_any()
    };
    view! {
        <section class="stack" id="to-us">
            <h2>{words.to_us}</h2>
            {body}
        </section>
    }
}

fn offered(lang: Lang, offer: &ToUs) -> impl IntoView + use<> {
    let words = words::Handed::of(lang);
    let told = &offer.told;
    let from = fill(words.from, &[("organisation", told.organisation.get(lang))]);
    let stands = match offer.answers.last() {
        None => waited(lang, offer.days),
        Some(last) => verdict_word(lang, last.verdict).to_owned(),
    };
    view! {
        <li>
            <a class="thread" href=["/team/handed/", &offer.id].concat()>
                <Mark shape=Shape::of_friction(told.worst) />
                <span>
                    <strong>{told_title(lang, told)}</strong>
                    <span class="meta">
                        <span>{[told.task.get(lang), ". ", &from].concat()}</span>
                        <span>{stands}</span>
                    </span>
                </span>
                <Icon glyph=Glyph::Chevron />
            </a>
        </li>
    }
}

fn boundaries(lang: Lang, all: &[Boundary]) -> impl IntoView + use<> {
    let words = words::Handed::of(lang);
    let lists: Vec<_> = all.iter().map(|it| boundary(lang, it)).collect();
    let none = lists
        .is_empty()
        .then(|| view! { <p>{words.boundaries_none}</p> });
    view! {
        <section class="stack" id="boundaries">
            <h2>{words.boundaries}</h2>
            <p class="hint">{words.boundaries_why}</p>
            {none}
            {lists}
        </section>
    }
}

fn boundary(lang: Lang, boundary: &Boundary) -> impl IntoView + use<> {
    let rows: Vec<_> = boundary.waits.iter().map(|it| wait(lang, it)).collect();
    view! {
        <div class="stack tight">
            <h3>{boundary.to.get(lang).to_owned()}</h3>
            <p>{boundary_sum(lang, boundary)}</p>
            <ul class="threads">{rows}</ul>
        </div>
    }
}

fn wait(lang: Lang, wait: &Wait) -> impl IntoView + use<> {
    let title = wait
        .category
        .map_or(Common::of(lang).something_else, |it| category(lang, it));
    let n = wait.step.saturating_add(1).to_string();
    let step = fill(Common::of(lang).step_n, &[("n", &n)]);
    let place = [wait.task_name.get(lang), ". ", &step].concat();
    let shape = match wait.at {
        At::NotOffered => Shape::New,
        At::Offered => Shape::Waiting,
        At::Accepted => Shape::Planned,
        At::NotOurs => Shape::NotNow,
    };
    let stands = [&waited(lang, wait.days), ", ", at_boundary(lang, wait.at)].concat();
    view! {
        <li>
            <a class="thread" href=format!("/team/thread/{}/share", wait.thread)>
                <Mark shape=shape />
                <span>
                    <strong>{title}</strong>
                    <span class="meta">
                        <span>{place}</span>
                        <span>{stands}</span>
                    </span>
                </span>
                <Icon glyph=Glyph::Chevron />
            </a>
        </li>
    }
}
