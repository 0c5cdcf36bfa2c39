//! Back from the service: how did that go?

use leptos::prelude::*;

use super::{noted::Noted, notices, step};
use crate::phone::parts::{away, faces, head, press, pressed, steps, told};
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::{Glyph, Icon, Mark, Shape};
use crate::walk::{AtStep, Interrupted, Kind, Lang, MoodMarked, StepResult, WalkId};
use crate::words::{Phone, length};

/// The page.
pub fn page(s: Session, id: WalkId, step: u16) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let walk = s.walk(id);
    let told = told::told(s, &s.walk_now(id));
    let name = told
        .step(step)
        .map(|step| step.name.get(lang).to_owned())
        .unwrap_or_default();
    let url = told.task.as_ref().and_then(|task| task.url.clone());
    let noted = Noted::new(s, id, step, told.service());
    let chosen = RwSignal::new(None::<StepResult>);
    let draft = ["step-", &id.to_string()].concat();
    let unused = draft.clone();
    on_cleanup(move || s.drop_draft(&unused));
    let choose = {
        let draft = draft.clone();
        move |result| {
            chosen.set(Some(result));
            s.draft_choice(&draft, id, step::finished(s, id, step, result));
        }
    };
    let next = move |_| {
        if chosen.get().is_some() {
            let draft = draft.clone();
            store::spawn(async move {
                s.commit(draft).await;
            });
        }
    };
    let pick = |result, shape, name: &'static str, hint: String| {
        let choose = choose.clone();
        let inside = view! { <Mark shape=shape /><span><strong>{name}</strong><span class="hint">{hint}</span></span> };
        let on = move || chosen.get() == Some(result);
        press::toggle(
            "choice ticked",
            None,
            inside.into_any(),
            on,
            || false,
            move || choose(result),
        )
    };
    let stuck = move |_| s.record(id, &step::finished(s, id, step, StepResult::Stuck));
    let nothing = move || chosen.get().is_none();
    view! {
        <div class="phone">
            {head::walking(s, id, told.service())}
            <main id="main" class="screen back">
                {steps::line(s, walk, false)}
                {notices::signal(s)}
                {notices::strips(s, "")}
                <div>
                    {was_away(s, id)}
                    <h1 tabindex="-1">{w.how_go}</h1>
                </div>
                <div class="choices">
                    {pick(StepResult::Done, Shape::Met, w.i_did_it, name)}
                    {pick(StepResult::Partly, Shape::Partly, w.partly, w.partly_hint.to_owned())}
                    {not_yet(s, id, step, url)}
                    <button class="choice" type="button" on:click=stuck>
                        <Icon glyph=Glyph::Stuck /><span><strong>{w.stuck}</strong><span class="hint">{w.stuck_hint}</span></span>
                    </button>
                </div>
                {how_it_felt(s, id, step, lang)}
                <ul class="rows">{noted.rows(walk)}</ul>
            </main>
            <footer class="thumbbar">
                <div class="pair">
                    {noted.sheet.button(true)}
                    <button class="button primary goes-on" type="button" aria-disabled=move || pressed(nothing()) aria-describedby="next-why" on:click=next>
                        {w.next_step}
                    </button>
                </div>
                <p class="aside" id="next-why">{move || nothing().then_some(w.choose_first)}</p>
            </footer>
            {noted.view()}
        </div>
    }
    .into_any()
}

/// "You were away 3 min 20 s", and a way to say that it was something else.
fn was_away(s: Session, id: WalkId) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let away = Memo::new(move |_| s.logs.with(|logs| logs.get(&id)?.walk.last_away));
    let view = move || {
        away.get().map(|away| {
            let off = if away.interrupted {
                view! { <span class="hint">{w.taken_off}</span> }.into_any()
            } else {
                let take_off = move || s.record(id, &[Kind::Interrupted(Interrupted { left: away.left })]);
                press::button("text-button", w.interrupted, take_off)
            };
            view! { <p class="away"><span>{w.were_away}" "<b>{length(lang, away.ms)}</b></span>{off}</p> }
        })
    };
    view! { {view} }.into_any()
}

fn not_yet(s: Session, id: WalkId, step: u16, url: Option<String>) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let inside = |hint| {
        view! { <Icon glyph=Glyph::Open /><span><strong>{w.not_yet}</strong><span class="hint">{hint}</span></span> }.into_any()
    };
    match url {
        Some(url) => away::link(s, id, step, url, "choice", inside(w.not_yet_hint)),
        None => view! {
            <button class="choice" type="button" on:click=move |_| s.record(id, &[Kind::StepOpened(AtStep { step })])>
                {inside(w.not_yet_stay)}
            </button>
        }
        .into_any(),
    }
}

fn how_it_felt(s: Session, id: WalkId, step: u16, lang: Lang) -> AnyView {
    let marked = Memo::new(move |_| {
        s.logs
            .with(|logs| logs.get(&id)?.walk.steps.get(&step)?.mood)
    });
    let mark = move |mood| s.record(id, &[Kind::MoodMarked(MoodMarked { step, mood })]);
    faces::ask(lang, marked, mark)
}
