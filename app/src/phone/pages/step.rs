//! A step: open the service, and say what gets in the way.

use crate::phone::signal::*;

use super::{friction, notices};
use crate::phone::dom::{Html, IntoNode, el, many, shapes::icon, svg};
use crate::phone::parts::{away, dialog::Dialog, head, points, steps, told};
use crate::phone::session::Session;
use crate::ui::Glyph;
use crate::walk::{AtStep, Kind, StepFinished, StepResult, WalkId};
use crate::words::{Common, Phone, fill, limit};

/// The page.
pub fn page(s: Session, id: WalkId, step: u16) -> Html {
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
    let sheet = friction::Sheet::new(s, id, step, told.service());
    let situation = Dialog::new();
    el("div")
        .attr("class", "phone")
        .child(head::walking(s, id, told.service()))
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen step")
                .child(steps::line(s, walk, false))
                .child(notices::strips(s, w.saving_here))
                .child(
                    el("div")
                        .attr("class", "headline")
                        .child(el("p").attr("class", "eyebrow").child(number))
                        .child(el("h1").attr("tabindex", "-1").child(name))
                        .child(el("p").attr("class", "lead").child(hint))
                        .child(hand_off.map(|who| {
                            el("p")
                                .attr("class", "hint")
                                .child(fill(w.hand_off, &[("who", &who)]))
                        })),
                )
                .child(open_service(s, id, step, url))
                .child(
                    el("ul")
                        .attr("class", "rows push")
                        .child(
                            el("li").child(
                                el("button")
                                    .attr("class", "line")
                                    .attr("type", "button")
                                    .on("click", move |_| situation.open(()))
                                    .child(icon(Glyph::Lines))
                                    .child(el("span").child(el("strong").child(w.situation)))
                                    .child(icon(Glyph::Chevron)),
                            ),
                        )
                        .child(points::row(s, walk, sheet)),
                ),
        )
        .child(
            el("footer")
                .attr("class", "thumbbar walk")
                .child(el("div").attr("class", "pinned").child(sheet.button(false)))
                .child(
                    el("div")
                        .attr("class", "pair")
                        .child(finish(s, id, step, StepResult::Stuck))
                        .child(finish(s, id, step, StepResult::Done)),
                ),
        )
        .child(sheet.view())
        .child(points::toast(s, id))
        .child(situation_sheet(s, situation, told))
        .node()
}

/// The way into the service. Leaving is noted before the page can go out of view.
fn open_service(s: Session, id: WalkId, step: u16, url: Option<String>) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let Some(url) = url else {
        return el("div")
            .attr("class", "worked-if")
            .child(icon(Glyph::Open))
            .child(
                el("p")
                    .child(el("strong").child(w.search_for_it).child("."))
                    .child(" ")
                    .child(w.search_hint),
            )
            .node();
    };
    let back = el("div")
        .attr("class", "come-back")
        .child(
            svg("svg")
                .attr("class", "corner")
                .attr("viewBox", "0 0 96 64")
                .attr("aria-hidden", "true")
                .child(svg("path").attr("class", "frame").attr(
                    "d",
                    "M1 64V13A12 12 0 0 1 13 1H83A12 12 0 0 1 95 13V64M1 26H95",
                ))
                .child(
                    svg("path")
                        .attr("class", "words")
                        .attr("d", "M37 14H64M13 38H58M13 50H82M13 60H74"),
                )
                .child(svg("path").attr("class", "cross").attr(
                    "d",
                    "M7.5 14a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0M13.5 10.5l7 7M20.5 10.5l-7 7",
                )),
        )
        .child(
            el("p")
                .child(el("strong").child(w.come_back_1))
                .child(" ")
                .child(w.come_back_2),
        );
    let no_signal = Memo::new(move || !s.reached.get());
    let back = StoredValue::new(Some(back));
    many([
        (away::link(
            s,
            id,
            step,
            url,
            "button primary wide big",
            many([(w.open_service).node(), (icon(Glyph::Open)).node()]).node(),
        ))
        .node(),
        (move || no_signal.get().then(|| el("p").child(w.offline_step))).node(),
        (back.try_update_value(Option::take).flatten()).node(),
    ])
    .node()
}

/// Ends the step, and opens the next one when there is one.
fn finish(s: Session, id: WalkId, step: u16, result: StepResult) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let (glyph, name) = if result == StepResult::Stuck {
        (Glyph::Stuck, w.stuck)
    } else {
        (Glyph::Check, w.done)
    };
    el("button")
        .attr("class", "button")
        .attr("type", "button")
        .on("click", move |_| {
            s.record(id, &finished(s, id, step, result))
        })
        .child(icon(glyph))
        .child(name)
        .node()
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

fn situation_sheet(s: Session, dialog: Dialog<()>, told: told::Told) -> Html {
    let lang = told.lang;
    let w = Phone::of(lang);
    let body = move |()| {
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
            let chip = |it: &_| el("li").attr("class", "chip").child(limit(lang, *it));
            el("ul")
                .attr("class", "chips")
                .attr("aria-label", w.limits)
                .child(limits.iter().map(chip).collect::<Vec<_>>())
        });
        many([
            (el("header")
                .attr("class", "sheet-head")
                .child(
                    el("div").child(
                        el("h2")
                            .attr("id", "situation")
                            .attr("tabindex", "-1")
                            .child(told.title()),
                    ),
                )
                .child(
                    el("button")
                        .attr("class", "icon-button")
                        .attr("type", "button")
                        .attr("aria-label", Common::of(lang).close)
                        .on("click", move |_| dialog.close())
                        .child(icon(Glyph::Close)),
                ))
            .node(),
            (el("div")
                .attr("class", "sheet-body")
                .child(text.map(|text| el("p").attr("class", "lead").child(text)))
                .child(limits)
                .child(
                    el("div")
                        .attr("class", "worked-if")
                        .child(icon(Glyph::Target))
                        .child(
                            el("p")
                                .child(el("strong").child(w.worked_if))
                                .child(" ")
                                .child(told.worked_if())
                                .child("."),
                        ),
                ))
            .node(),
        ])
        .node()
    };
    let _ = s;
    dialog.view("situation", body, || ())
}
