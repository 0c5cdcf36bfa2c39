//! Finish, 2 of 2: what worked, what stays with me, one thing I will do.

use crate::phone::signal::*;

use super::back::pressed;
use crate::phone::dom::{Html, IntoNode, el, many, shapes::icon, ticked, written};
use crate::phone::parts::{field::Field, head};
use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::Glyph;
use crate::walk::{BrightSpotNoted, Commitment, Kind, Nothing, Reflected, WalkId};
use crate::words::{Phone, fill};

const DAY_MS: i64 = 86_400_000;
/// The private questions, by code.
const QUESTIONS: [&str; 2] = ["least_sure", "alone"];

/// The page.
pub fn page(s: Session, id: WalkId) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let walk = s.walk_now(id);
    let bright = Field {
        name: "worked",
        label: w.worked_well.to_owned(),
        hint: w.worked_well_hint.to_owned(),
        text: walk
            .bright_spots
            .last()
            .map(|spot| spot.note.clone())
            .unwrap_or_default(),
    };
    let note_bright = move |note| {
        let spot = s.first_fact(id, "bright_spot_noted");
        vec![Kind::BrightSpotNoted(BrightSpotNoted {
            spot,
            step: None,
            note,
        })]
    };
    let keep = RwSignal::new(s.keeps_reflections(id));
    let reflection = move |question: &'static str, label: &'static str| {
        let known = walk.reflections.iter().find(|it| it.question == question);
        let field = Field {
            name: question,
            label: label.to_owned(),
            hint: String::new(),
            text: known.map(|it| it.text.clone()).unwrap_or_default(),
        };
        let say = move |text| {
            vec![Kind::Reflected(Reflected {
                question: question.to_owned(),
                text,
                keep: keep.get_untracked(),
            })]
        };
        field.view(s, id, say)
    };
    let choose_keep = move |event| {
        let wanted = ticked(&event);
        keep.set(wanted);
        store::spawn(async move {
            for question in QUESTIONS {
                s.commit(Field::draft(question, id)).await;
            }
            s.keep_reflections(id, wanted).await;
        });
    };
    el("div")
        .attr("class", "phone")
        .child(head::titled(
            s,
            &Route::Walk { id, second: false },
            w.finish_2,
        ))
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen finish")
                .child(bright.view(s, id, note_bright))
                .child(el("hr"))
                .child(
                    el("h1")
                        .attr("class", "question")
                        .attr("tabindex", "-1")
                        .child(w.what_stays),
                )
                .child(
                    el("p")
                        .attr("class", "private")
                        .child(icon(Glyph::Lock))
                        .child(
                            el("span")
                                .child(el("b").child(w.only_you))
                                .child(" ")
                                .child(w.stays_here),
                        ),
                )
                .child(reflection("least_sure", w.least_sure))
                .child(reflection("alone", w.alone))
                .child(
                    el("div")
                        .child(
                            el("label")
                                .attr("class", "tick")
                                .child(
                                    el("input")
                                        .attr("type", "checkbox")
                                        .attr("aria-describedby", "keep-hint")
                                        .checked(move || keep.get())
                                        .on("change", choose_keep),
                                )
                                .child(w.keep_copy),
                        )
                        .child(
                            el("p")
                                .attr("class", "hint small")
                                .attr("id", "keep-hint")
                                .child(w.keep_copy_hint),
                        ),
                )
                .child(el("hr"))
                .child(commitment(s, id)),
        )
        .child(
            el("footer").attr("class", "thumbbar").child(
                el("button")
                    .attr("class", "button primary wide")
                    .attr("type", "button")
                    .on("click", move |_| finish(s, id))
                    .child(w.finish),
            ),
        )
        .node()
}

fn finish(s: Session, id: WalkId) {
    store::spawn(async move {
        s.commit_all().await;
        s.append(s.make(id, &[Kind::Finished(Nothing {})]), "")
            .await;
        s.go_instead(Route::Walk { id, second: false });
        s.send().await;
    });
}

fn commitment(s: Session, id: WalkId) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let known = s.walk_now(id).commitment;
    let text = RwSignal::new(known.as_ref().map(|it| it.text.clone()).unwrap_or_default());
    let by = RwSignal::new(known.and_then(|it| it.by));
    let field = Field {
        name: "commit",
        label: w.one_thing.to_owned(),
        hint: w.one_thing_hint.to_owned(),
        text: text.get_untracked(),
    };
    let say = move |words: String| {
        text.set(words.clone());
        vec![Kind::Committed(Commitment {
            text: words,
            by: by.get_untracked(),
        })]
    };
    let set_by = move |date: String| {
        let date =
            Some(date).filter(|date| !date.is_empty() && by.get_untracked().as_ref() != Some(date));
        by.set(date.clone());
        if !text.get_untracked().trim().is_empty() {
            s.record(
                id,
                &[Kind::Committed(Commitment {
                    text: text.get_untracked(),
                    by: date,
                })],
            );
        }
    };
    let now = store::now();
    let today = store::local(now);
    let week = store::date(now + i64::from(7 - today.weekday.min(7)) * DAY_MS);
    let fortnight = store::date(now + 14 * DAY_MS);
    let by_day = fill(
        w.by_day,
        &[("day", &store::local(now + 14 * DAY_MS).date(lang))],
    );
    let other = {
        let (week, fortnight) = (week.clone(), fortnight.clone());
        move || {
            by.get()
                .filter(|date| *date != week && *date != fortnight)
                .unwrap_or_default()
        }
    };
    let chip = move |date: String, name: String| {
        let chosen = date.clone();
        el("button")
            .attr("class", "chip")
            .attr("type", "button")
            .attr("aria-pressed", move || {
                pressed(by.get().as_ref() == Some(&chosen))
            })
            .on("click", move |_| set_by(date.clone()))
            .child(name)
    };
    many([
        (field.view(s, id, say)).node(),
        (el("div")
            .attr("class", "chips")
            .attr("role", "group")
            .attr("aria-label", w.by_when)
            .child(chip(week, w.this_week.to_owned()))
            .child(chip(fortnight, by_day))
            .child(
                el("label")
                    .attr("class", "chip")
                    .child(el("span").child(w.other_day))
                    .child(
                        el("input")
                            .attr("class", "input")
                            .attr("type", "date")
                            .value(other)
                            .on("change", move |event| set_by(written(&event))),
                    ),
            ))
        .node(),
    ])
    .node()
}
