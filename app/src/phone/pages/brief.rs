//! The brief: whose shoes you walk in, what would count as having worked, the ground rules.

use leptos::prelude::*;

use crate::phone::parts::{again, head, press, told};
use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::{Glyph, Icon};
use crate::walk::{AtStep, AttemptMode, Kind, Lang, Situation, Started, Task};
use crate::wire::Rewalk;
use crate::words::{Phone, fill, limit};

/// The page. `situation` may name a friction point that a team asks to be walked again.
pub fn page(s: Session, task: &str, situation: &str) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let Some(found) = untrack(|| s.task(task)) else {
        return gone(s);
    };
    let again = again::about(s, situation);
    let situation = match &again {
        Some(asked) => asked.situation.as_deref().unwrap_or_default(),
        None => situation,
    };
    let wanted = found
        .situations
        .iter()
        .find(|it| it.id == situation)
        .or(found.situations.first());
    let situation = wanted.cloned();
    let told = told::about(s, task, situation.as_ref().map(|it| it.id.as_str()));
    let text = situation.as_ref().map(|it| it.text.get(lang).to_owned());
    let limits = situation
        .as_ref()
        .map(|it| it.limits.clone())
        .unwrap_or_default();
    let chips = (!limits.is_empty()).then(|| {
        let chip = |it: &_| view! { <li class="badge">{limit(lang, *it)}</li> };
        view! { <ul class="chips" aria-label=w.limits>{limits.iter().map(chip).map(IntoAny::into_any).collect::<Vec<_>>()}</ul> }
    });
    let minutes = fill(w.about_minutes, &[("m", &found.about_minutes.to_string())]);
    let others = others(s, &found, situation.as_ref());
    let asked = again.as_ref();
    let asked =
        asked.map(|it| view! { <p class="own-words">{again::said(&told, it)}</p> }.into_any());
    let rules = [
        (Glyph::Phone, w.own_phone),
        (Glyph::Lock, w.no_work_login),
        (Glyph::Call, w.ring_nobody),
        (Glyph::IdCard, w.use_brief),
    ];
    let mut rules: Vec<AnyView> = rules
        .iter()
        .map(|(glyph, said)| rule(*glyph, said, ""))
        .collect();
    rules.push(safe(lang, &found));
    view! {
        <div class="phone">
            {head::titled(s, &Route::Today, &told.service())}
            <main id="main" class="screen brief">
                <h1 tabindex="-1">{told.title()}</h1>
                {asked}
                {text.map(|text| view! { <p class="lead">{text}</p> })}
                {chips}
                <div class="worked-if">
                    <Icon glyph=Glyph::Target />
                    <p><strong>{w.worked_if}</strong>" "{told.worked_if()}"."</p>
                </div>
                <h2 class="subhead">{w.as_anyone}</h2>
                <ul class="points">
                    {rules}
                </ul>
                {others}
            </main>
            <footer class="thumbbar">
                <div class="pair">
                    <a class="button fit" href=Route::Today.path()>{w.not_today}</a>
                    {start_button(s, found, situation, again)}
                </div>
                <p class="note">{minutes}</p>
            </footer>
        </div>
    }
    .into_any()
}

fn gone(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    view! {
        <div class="phone">
            {head::titled(s, &Route::Today, "")}
            <main id="main" class="screen">
                <h1 tabindex="-1">{w.no_such_task}</h1>
                <a class="button wide" href=Route::Tasks.path()>{w.choose_another}</a>
            </main>
        </div>
    }
    .into_any()
}

/// How far to go without doing harm.
fn safe(lang: Lang, task: &Task) -> AnyView {
    let w = Phone::of(lang);
    let (said, why) = match (task.mode, &task.stop_before) {
        (AttemptMode::Real, _) => (w.for_real.to_owned(), w.for_real_why),
        (AttemptMode::OwnRecordOnly, _) => (w.own_record.to_owned(), w.own_record_why),
        (AttemptMode::StopBeforeSubmit, Some(button)) => (
            fill(w.stop_before, &[("what", button.get(lang))]),
            w.stop_why,
        ),
        (AttemptMode::StopBeforeSubmit, None) => (w.stop_before_last.to_owned(), w.stop_why),
    };
    rule(Glyph::Hand, &said, why)
}

fn rule(glyph: Glyph, said: &str, why: &'static str) -> AnyView {
    view! { <li><Icon glyph=glyph /><span>{said.to_owned()}<span class="hint">{why}</span></span></li> }
        .into_any()
}

/// The task's other situations.
fn others(s: Session, task: &Task, here: Option<&Situation>) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let row = |it: &Situation| {
        let href = Route::Brief {
            task: task.id.clone(),
            situation: it.id.clone(),
        }
        .path();
        let title = it.title.get(lang).to_owned();
        view! { <li><a class="line" href=href><Icon glyph=Glyph::Person /><span><strong>{title}</strong></span><Icon glyph=Glyph::Chevron /></a></li> }
    };
    let other = |it: &&Situation| here.is_none_or(|here| here.id != it.id);
    let rows: Vec<AnyView> = task
        .situations
        .iter()
        .filter(other)
        .map(row)
        .map(IntoAny::into_any)
        .collect();
    let some = !rows.is_empty();
    view! {
        {some.then(|| view! { <h2 class="subhead">{w.other_situations}</h2> })}
        <ul class="rows">
            {rows}
            <li>
                <a class="line" href=Route::Tasks.path()>
                    <Icon glyph=Glyph::Walks /><span><strong>{w.choose_another}</strong></span><Icon glyph=Glyph::Chevron />
                </a>
            </li>
        </ul>
    }
    .into_any()
}

fn start_button(
    s: Session,
    task: Task,
    situation: Option<Situation>,
    again: Option<Rewalk>,
) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let begun = StoredValue::new(false);
    let start = move || {
        if begun.get_value() {
            return;
        }
        begun.set_value(true);
        let steps = u16::try_from(task.steps.len()).unwrap_or(u16::MAX);
        let again = again.as_ref();
        let step = again.map_or(0, |it| it.first_step(steps));
        let started = Started {
            task: task.id.clone(),
            steps,
            situation: situation.as_ref().map(|it| it.id.clone()),
            language: s.lang.get_untracked().code().to_owned(),
            again: again.map(|it| it.friction),
        };
        let id = s.new_walk();
        let facts = s.make(
            id,
            &[Kind::Started(started), Kind::StepOpened(AtStep { step })],
        );
        store::spawn(async move {
            s.append(facts, "").await;
            s.go_instead(Route::Walk { id, second: false });
            store::persist(true).await;
        });
    };
    press::button("button primary", w.start, start)
}
