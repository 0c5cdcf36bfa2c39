//! The brief: whose shoes you walk in, what would count as having worked, the ground rules.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{AttemptMode, Lang, Situation, Task, WalkId},
    wire::Rewalk,
    words::{Phone, fill},
};

use super::{Address, Told, parts};

/// The page. `walk` is the id the walk will have, so that starting twice begins one. `again` is what a team asks
/// to be walked again.
#[must_use]
pub fn brief(
    lang: Lang,
    task: &Task,
    situation: Option<&str>,
    again: Option<&Rewalk>,
    walk: WalkId,
) -> impl IntoView + use<> {
    let words = Phone::of(lang);
    let situation = again.map_or(situation, |it| it.situation.as_deref());
    let situation = task
        .situations
        .iter()
        .find(|it| Some(it.id.as_str()) == situation)
        .or(task.situations.first());
    let told = Told::about(lang, Some(task), situation.map(|it| it.id.as_str()));
    let text = situation.map(|it| view! { <p class="lead">{it.text.get(lang).to_owned()}</p> });
    let minutes = fill(
        words.about_minutes,
        &[("m", &task.about_minutes.to_string())],
    );
    let taken =
        situation.map(|it| view! { <input type="hidden" name="situation" value=it.id.clone() /> });
    let named = again
        .map(|it| view! { <input type="hidden" name="again" value=it.friction.to_string() /> });
    let asked = again.map(|it| {
        let from = parts::from_step(lang, &told, it.step);
        view! {
            <section class="card">
                <h2 class="subhead">{words.walk_again}</h2>
                <p>{from}</p>
                {parts::changed(lang, it)}
            </section>
        }
    });
    let others = again.is_none().then(|| others(lang, task, situation));
    view! {
        {parts::top(lang, Address::list(), &told.service())}
        <main id="main" class="screen brief" tabindex="-1">
            <h1>{told.title()}</h1>
            {asked}
            {text}
            {parts::limits(lang, &told)}
            {parts::worked_if(lang, &told)}
            <h2 class="subhead">{words.as_anyone}</h2>
            <ul class="points">
                <li><Icon glyph=Glyph::Phone /><span>{words.own_phone}</span></li>
                <li><Icon glyph=Glyph::Lock /><span>{words.no_work_login}</span></li>
                <li><Icon glyph=Glyph::Call /><span>{words.ring_nobody}</span></li>
                <li><Icon glyph=Glyph::IdCard /><span>{words.use_brief}</span></li>
                {safe(lang, task)}
            </ul>
            {others}
        </main>
        <footer class="thumbbar">
            <form class="pair" method="post" action="/walk/plain/start">
                <input type="hidden" name="walk" value=walk.to_string() />
                <input type="hidden" name="task" value=task.id.clone() />
                {taken}
                {named}
                <a class="button fit" href=Address::list().href()>{words.not_today}</a>
                <button class="button primary" type="submit">{words.start}</button>
            </form>
            <p class="note">{minutes}</p>
        </footer>
    }
}

/// How far to go without doing harm.
fn safe(lang: Lang, task: &Task) -> AnyView {
    let words = Phone::of(lang);
    let (said, why) = match (task.mode, &task.stop_before) {
        (AttemptMode::Real, _) => (words.for_real.to_owned(), words.for_real_why),
        (AttemptMode::OwnRecordOnly, _) => (words.own_record.to_owned(), words.own_record_why),
        (AttemptMode::StopBeforeSubmit, Some(button)) => {
            let said = fill(words.stop_before, &[("what", button.get(lang))]);
            (said, words.stop_why)
        }
        (AttemptMode::StopBeforeSubmit, None) => {
            (words.stop_before_last.to_owned(), words.stop_why)
        }
    };
    view! { <li><Icon glyph=Glyph::Hand /><span>{said}<span class="hint">{why}</span></span></li> }
        .into_any()
}

/// The task's other situations.
fn others(lang: Lang, task: &Task, here: Option<&Situation>) -> AnyView {
    let words = Phone::of(lang);
    let other = |it: &&Situation| here.is_none_or(|here| here.id != it.id);
    let row = |it: &Situation| {
        let to = Address::brief(&task.id, Some(&it.id)).href();
        let title = it.title.get(lang).to_owned();
        view! {
            <li><a class="line" href=to><Icon glyph=Glyph::Person /><span><strong>{title}</strong></span><Icon glyph=Glyph::Chevron /></a></li>
        }
    };
    let rows: Vec<_> = task.situations.iter().filter(other).map(row).collect();
    (!rows.is_empty())
        .then(|| view! { <h2 class="subhead">{words.other_situations}</h2> <ul class="rows">{rows}</ul> })
        .into_any()
}
