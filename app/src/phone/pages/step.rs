//! A step: open the service, and say what gets in the way.

use leptos::prelude::*;

use super::{noted::Noted, notices};
use crate::phone::parts::{away, dialog::Dialog, head, press, steps, told};
use crate::phone::session::Session;
use crate::ui::{Glyph, Icon};
use crate::walk::{AtStep, Kind, StepFinished, StepResult, WalkId};
use crate::words::{Common, Phone, fill, limit};

/// The page.
pub fn page(s: Session, id: WalkId, step: u16) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let walk = s.walk(id);
    let told = told::told(s, &s.walk_now(id));
    let of = walk.with_untracked(|walk| walk.step_count());
    let number = fill(
        Common::of(lang).step_of,
        &[("n", &(step + 1).to_string()), ("of", &of.to_string())],
    );
    let (name, hint, hand_off) = told.step(step).map_or_else(Default::default, |step| {
        (
            step.name.get(lang).to_owned(),
            step.hint.get(lang).to_owned(),
            step.hand_off.clone(),
        )
    });
    let url = told.task.as_ref().and_then(|task| task.url.clone());
    away::watch(s, id, url.is_none());
    let noted = Noted::new(s, id, step, told.service());
    let situation = Dialog::new();
    let service = told.service();
    let told = StoredValue::new(told);
    view! {
        <div class="phone">
            {head::walking(s, id, service)}
            <main id="main" class="screen step">
                {steps::line(s, walk, false)}
                {notices::signal(s)}
                {notices::strips(s, "")}
                <div class="headline">
                    <p class="eyebrow">{number}</p>
                    <h1 tabindex="-1">{name}</h1>
                    <p class="lead">{hint}</p>
                    {hand_off.map(|who| view! { <p class="hint">{fill(w.hand_off, &[("who", &who)])}</p> })}
                </div>
                {open_service(s, id, step, url)}
                <ul class="rows push">
                    <li>
                        {press::line(press::icon(Glyph::Lines), w.situation, "", "", move || situation.open(move || told.with_value(|told| situation_sheet(situation, told))))}
                    </li>
                    {noted.rows(walk)}
                </ul>
                {noted.quick(step)}
            </main>
            <footer class="thumbbar walk">
                <div class="pinned">{noted.sheet.button(false)}</div>
                <div class="pair">{finish(s, id, step, StepResult::Stuck)} {finish(s, id, step, StepResult::Done)}</div>
            </footer>
            {noted.view()}
            {situation.view("situation", || ())}
        </div>
    }
    .into_any()
}

/// The way into the service. Leaving is noted before the page can go out of view.
fn open_service(s: Session, id: WalkId, step: u16, url: Option<String>) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let Some(url) = url else {
        return view! {
            <div class="worked-if">
                <Icon glyph=Glyph::Open />
                <p><strong>{w.search_for_it}"."</strong>" "{w.search_hint}</p>
            </div>
        }
        .into_any();
    };
    let back = view! {
        <div class="come-back">
            <svg class="corner" viewBox="0 0 96 64" aria-hidden="true">
                <path class="frame" d="M1 64V13A12 12 0 0 1 13 1H83A12 12 0 0 1 95 13V64M1 26H95" />
                <path class="words" d="M37 14H64M13 38H58M13 50H82M13 60H74" />
                <path class="cross" d="M7.5 14a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0M13.5 10.5l7 7M20.5 10.5l-7 7" />
            </svg>
            <p><strong>{w.come_back_1}</strong>" "{w.come_back_2}</p>
        </div>
    };
    view! {
        {away::link(s, id, step, url, "button primary wide big", view! { {w.open_service}<Icon glyph=Glyph::Open /> }.into_any())}
        <div class=move || if s.reached.get() { "either first" } else { "either" }>
            {back}
            <p>{w.offline_step}</p>
        </div>
    }
    .into_any()
}

/// Ends the step, and opens the next one when there is one.
fn finish(s: Session, id: WalkId, step: u16, result: StepResult) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let (class, glyph, name) = if result == StepResult::Stuck {
        ("button", Glyph::Stuck, w.stuck)
    } else {
        ("button goes-on", Glyph::Check, w.done)
    };
    press::with_icon(class, glyph, name, move || {
        s.record(id, &finished(s, id, step, result));
    })
}

/// What ending a step says: that it ended, and which step comes next.
pub fn finished(s: Session, id: WalkId, step: u16, result: StepResult) -> Vec<Kind> {
    let mut kinds = vec![Kind::StepFinished(StepFinished { step, result })];
    let next = step.saturating_add(1);
    if result != StepResult::Stuck && next < s.walk_now(id).step_count() {
        kinds.push(Kind::StepOpened(AtStep { step: next }));
    }
    kinds
}

fn situation_sheet(dialog: Dialog, told: &told::Told) -> AnyView {
    let lang = told.lang;
    let w = Phone::of(lang);
    let text = told
        .situation
        .as_ref()
        .map(|it| it.text.get(lang).to_owned());
    let limits = told
        .situation
        .as_ref()
        .map(|it| it.limits.clone())
        .unwrap_or_default();
    let limits = (!limits.is_empty()).then(|| {
            let chip = |it: &_| view! { <li class="badge">{limit(lang, *it)}</li> };
            view! { <ul class="chips" aria-label=w.limits>{limits.iter().map(chip).map(IntoAny::into_any).collect::<Vec<_>>()}</ul> }
        });
    view! {
            {press::sheet_head(lang, None, "situation", told.title(), String::new(), move || dialog.close())}
            <div class="sheet-body">
                {text.map(|text| view! { <p class="lead">{text}</p> })}
                {limits}
                <div class="worked-if">
                    <Icon glyph=Glyph::Target /><p><strong>{w.worked_if}</strong>" "{told.worked_if()}"."</p>
                </div>
            </div>
        }
        .into_any()
}
