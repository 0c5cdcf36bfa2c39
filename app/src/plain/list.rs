//! All tasks, and the walks so far.

use leptos::prelude::*;

use crate::{
    ui::{Badge, Glyph, Icon, Shape},
    walk::{Lang, Place, Task},
    wire::Rewalk,
    words::{Phone, Plain, fill, need},
};

use super::{Address, Own, Told, parts};

/// The page: walks on the go, what is asked to be walked again, tasks in the order they are offered, walks that are finished.
#[must_use]
pub fn list(
    lang: Lang,
    tasks: &[Task],
    rewalks: &[Rewalk],
    walks: &[Own],
) -> impl IntoView + use<> {
    let (words, phone) = (Plain::of(lang), Phone::of(lang));
    let (done, open): (Vec<&Own>, Vec<&Own>) = walks
        .iter()
        .partition(|own| own.walk.place == Place::Receipt);
    let open: Vec<_> = open.into_iter().map(|own| on_the_go(lang, own)).collect();
    let begun = |it: &&Rewalk| !walks.iter().any(|own| it.is_answered_by(own.id, &own.walk));
    let again: Vec<_> = rewalks
        .iter()
        .filter(begun)
        .map(|it| again(lang, tasks, it))
        .collect();
    let offered: Vec<_> = tasks
        .iter()
        .map(|task| offered(lang, task, walks))
        .collect();
    let none = offered
        .is_empty()
        .then(|| view! { <p class="hint">{words.nothing_offered}</p> });
    let done: Vec<_> = done.into_iter().map(|own| finished(lang, own)).collect();
    let so_far = (!done.is_empty()).then(|| view! { <h2>{phone.my_walks}</h2> });
    view! {
        <main id="main" class="screen history" tabindex="-1">
            <header class="today-top"><h1>{phone.tasks}</h1></header>
            <p class="hint">{words.why}</p>
            {open}
            {again}
            {none}
            <ul class="walk-list">{offered}</ul>
            {so_far}
            <ul class="walk-list">{done}</ul>
            <p><a href="/walk">{words.to_app}</a></p>
        </main>
    }
}

fn on_the_go(lang: Lang, own: &Own) -> impl IntoView + use<> {
    let phone = Phone::of(lang);
    let told = own.told(lang);
    let (at, on) = match own.step().map(parts::number) {
        Some(n) => (
            fill(phone.paused_at, &[("n", &n)]),
            fill(phone.carry_on_step, &[("n", &n)]),
        ),
        None => (phone.paused_end.to_owned(), phone.carry_on.to_owned()),
    };
    view! {
        <section class="card next paused">
            <hgroup>
                <p class="eyebrow">{at}</p>
                <h2>{told.title()}</h2>
                <p class="hint">{told.service()}</p>
            </hgroup>
            {parts::line(lang, own, true)}
            <a class="button primary wide big" href=Address::walk(own.id).href()>{on}</a>
        </section>
    }
}

fn again(lang: Lang, tasks: &[Task], asked: &Rewalk) -> impl IntoView + use<> {
    let phone = Phone::of(lang);
    let task = tasks.iter().find(|it| it.id == asked.task);
    let told = Told::about(lang, task, asked.situation.as_deref());
    let about = [&told.service(), ": ", &told.title()].concat();
    let from = parts::from_step(lang, &told, asked.step);
    view! {
        <section class="card again">
            <div>
                <h2 class="subhead">{phone.asked_again}</h2>
                <p>{about}". "{from}</p>
                {parts::changed(lang, asked)}
            </div>
            <a class="button wide" href=Address::again(asked).href()>
                <Icon glyph=Glyph::Retry />{phone.walk_again}
            </a>
        </section>
    }
}

fn offered(lang: Lang, task: &Task, walks: &[Own]) -> impl IntoView + use<> {
    let phone = Phone::of(lang);
    let walked = walks.iter().filter_map(|own| own.walk.started.as_ref());
    let walked = { walked }.any(|started| started.task == task.id);
    let about = fill(
        phone.about_steps,
        &[
            ("m", &task.about_minutes.to_string()),
            ("n", &task.steps.len().to_string()),
        ],
    );
    view! {
        <li>
            <a class="card" href=Address::brief(&task.id, None).href()>
                <p class="hint small">{task.service_name.get(lang).to_owned()}</p>
                <h2>{task.name.get(lang).to_owned()}</h2>
                <p class="row"><span><Icon glyph=Glyph::Clock inline=true />" "{about}</span></p>
                {walked.then(|| view! { <p class="hint small">{phone.walked_times}</p> })}
            </a>
        </li>
    }
}

fn finished(lang: Lang, own: &Own) -> impl IntoView + use<> {
    let met = own.walk.outcome.need_met;
    let word = met.map_or(Phone::of(lang).outcome_not_said, |met| need(lang, met));
    view! {
        <li>
            <a class="card" href=Address::walk(own.id).href()>
                <p class="hint small">{own.began.full(lang)}</p>
                <h2>{own.told(lang).title()}</h2>
                <p class="row"><Badge shape=Shape::of_answer(met) word=word /></p>
            </a>
        </li>
    }
}
