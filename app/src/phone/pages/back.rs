//! Back from the service: how did that go?

use crate::phone::signal::*;

use super::{friction, notices, step};
use crate::phone::dom::{
    Html, IntoNode, el, many,
    shapes::{face, icon, mark},
};
use crate::phone::parts::{away, head, points, steps, told};
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::{Glyph, Shape};
use crate::walk::{AtStep, Interrupted, Kind, Lang, Mood, MoodMarked, StepResult, WalkId};
use crate::words::{Phone, length, mood};

/// The page.
pub fn page(s: Session, id: WalkId, step: u16) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let walk = s.walk(id);
    let told = told::told(s, &s.walk_now(id));
    let name = told
        .step(step)
        .map(|step| step.name.get(lang).to_owned())
        .unwrap_or_default();
    let url = told.task.as_ref().and_then(|task| task.url.clone());
    let sheet = friction::Sheet::new(s, id, step, told.service());
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
        el("button")
            .attr("class", "choice ticked")
            .attr("type", "button")
            .attr("aria-pressed", move || {
                pressed(chosen.get() == Some(result))
            })
            .on("click", move |_| choose(result))
            .child(mark(shape))
            .child(
                el("span")
                    .child(el("strong").child(name))
                    .child(el("span").attr("class", "hint").child(hint)),
            )
    };
    let stuck = move |_| s.record(id, &step::finished(s, id, step, StepResult::Stuck));
    let nothing = move || chosen.get().is_none();
    el("div")
        .attr("class", "phone")
        .child(head::walking(s, id, told.service()))
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen back")
                .child(steps::line(s, walk, false))
                .child(notices::strips(s, w.saving_here))
                .child(
                    el("div")
                        .child(was_away(s, id))
                        .child(el("h1").attr("tabindex", "-1").child(w.how_go)),
                )
                .child(
                    el("div")
                        .attr("class", "choices")
                        .child(pick(StepResult::Done, Shape::Met, w.i_did_it, name))
                        .child(pick(
                            StepResult::Partly,
                            Shape::Partly,
                            w.partly,
                            w.partly_hint.to_owned(),
                        ))
                        .child(not_yet(s, id, step, url))
                        .child(
                            el("button")
                                .attr("class", "choice")
                                .attr("type", "button")
                                .on("click", stuck)
                                .child(icon(Glyph::Stuck))
                                .child(
                                    el("span").child(el("strong").child(w.stuck)).child(
                                        el("span").attr("class", "hint").child(w.stuck_hint),
                                    ),
                                ),
                        ),
                )
                .child(faces(s, id, step, lang))
                .child(
                    el("ul")
                        .attr("class", "rows")
                        .child(points::row(s, walk, sheet)),
                ),
        )
        .child(
            el("footer")
                .attr("class", "thumbbar")
                .child(
                    el("div")
                        .attr("class", "pair")
                        .child(sheet.button(true))
                        .child(
                            el("button")
                                .attr("class", "button primary")
                                .attr("type", "button")
                                .attr("aria-disabled", move || pressed(nothing()))
                                .attr("aria-describedby", "next-why")
                                .on("click", next)
                                .child(w.next_step),
                        ),
                )
                .child(
                    el("p")
                        .attr("class", "aside")
                        .attr("id", "next-why")
                        .child(move || nothing().then_some(w.choose_first)),
                ),
        )
        .child(sheet.view())
        .child(points::toast(s, id))
        .node()
}

/// "true" or "false", for aria.
pub fn pressed(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// "You were away 3 min 20 s", and a way to say that it was something else.
fn was_away(s: Session, id: WalkId) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let away = Memo::new(move || s.logs.with(|logs| logs.get(&id)?.walk.last_away));
    let view = move || {
        away.get().map(|away| {
            let off = if away.interrupted {
                el("span").attr("class", "hint").child(w.taken_off).node()
            } else {
                let take_off =
                    move |_| s.record(id, &[Kind::Interrupted(Interrupted { left: away.left })]);
                el("button")
                    .attr("class", "text-button")
                    .attr("type", "button")
                    .on("click", take_off)
                    .child(w.interrupted)
                    .node()
            };
            el("p")
                .attr("class", "away")
                .child(
                    el("span")
                        .child(w.were_away)
                        .child(" ")
                        .child(el("b").child(length(lang, away.ms))),
                )
                .child(off)
        })
    };
    view.node()
}

fn not_yet(s: Session, id: WalkId, step: u16, url: Option<String>) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let inside = |hint| {
        many([
            (icon(Glyph::Open)).node(),
            (el("span")
                .child(el("strong").child(w.not_yet))
                .child(el("span").attr("class", "hint").child(hint)))
            .node(),
        ])
        .node()
    };
    match url {
        Some(url) => away::link(s, id, step, url, "choice", inside(w.not_yet_hint)),
        None => el("button")
            .attr("class", "choice")
            .attr("type", "button")
            .on("click", move |_| {
                s.record(id, &[Kind::StepOpened(AtStep { step })])
            })
            .child(inside(w.not_yet_stay))
            .node(),
    }
}

fn faces(s: Session, id: WalkId, step: u16, lang: Lang) -> Html {
    let w = Phone::of(lang);
    let marked = Memo::new(move || {
        s.logs
            .with(|logs| logs.get(&id)?.walk.steps.get(&step)?.mood)
    });
    let face = move |it: Mood| {
        el("button")
            .attr("class", "face")
            .attr("type", "button")
            .attr("aria-pressed", move || pressed(marked.get() == Some(it)))
            .on("click", move |_| {
                s.record(id, &[Kind::MoodMarked(MoodMarked { step, mood: it })])
            })
            .child(face(it.value()))
            .child(mood(lang, it))
    };
    el("fieldset")
        .attr("class", "ask")
        .child(
            el("legend")
                .child(w.how_feel)
                .child(" ")
                .child(el("span").attr("class", "optional").child(w.optional)),
        )
        .child(
            el("div")
                .attr("class", "faces")
                .child(Vec::from(Mood::ALL.map(face))),
        )
        .node()
}
