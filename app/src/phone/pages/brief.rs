//! The brief: whose shoes you walk in, what would count as having worked, the ground rules.

use crate::phone::signal::*;

use crate::phone::dom::{Html, IntoNode, el, many, shapes::icon};
use crate::phone::parts::{head, told};
use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::Glyph;
use crate::walk::{AtStep, AttemptMode, Kind, Lang, Situation, Started, Task};
use crate::words::{Phone, fill, limit};

/// The page.
pub fn page(s: Session, task: &str, situation: &str) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let Some(found) = untrack(|| s.task(task)) else {
        return gone(s);
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
        let chip = |it: &_| el("li").attr("class", "chip").child(limit(lang, *it));
        el("ul")
            .attr("class", "chips")
            .attr("aria-label", w.limits)
            .child(limits.iter().map(chip).collect::<Vec<_>>())
    });
    let minutes = fill(w.about_minutes, &[("m", &found.about_minutes.to_string())]);
    let others = others(s, &found, situation.as_ref());
    el("div")
        .attr("class", "phone")
        .child(head::titled(s, &Route::Today, &told.service()))
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen brief")
                .child(el("h1").attr("tabindex", "-1").child(told.title()))
                .child(text.map(|text| el("p").attr("class", "lead").child(text)))
                .child(chips)
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
                )
                .child(el("h2").attr("class", "subhead").child(w.as_anyone))
                .child(
                    el("ul")
                        .attr("class", "points")
                        .child(
                            el("li")
                                .child(icon(Glyph::Phone))
                                .child(el("span").child(w.own_phone)),
                        )
                        .child(
                            el("li")
                                .child(icon(Glyph::Lock))
                                .child(el("span").child(w.no_work_login)),
                        )
                        .child(
                            el("li")
                                .child(icon(Glyph::Call))
                                .child(el("span").child(w.ring_nobody)),
                        )
                        .child(
                            el("li")
                                .child(icon(Glyph::IdCard))
                                .child(el("span").child(w.use_brief)),
                        )
                        .child(safe(lang, &found)),
                )
                .child(others),
        )
        .child(
            el("footer")
                .attr("class", "thumbbar")
                .child(
                    el("div")
                        .attr("class", "pair")
                        .child(
                            el("a")
                                .attr("class", "button fit")
                                .attr("href", Route::Today.path())
                                .child(w.not_today),
                        )
                        .child(start_button(s, found, situation)),
                )
                .child(el("p").attr("class", "note").child(minutes)),
        )
        .node()
}

fn gone(s: Session) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    el("div")
        .attr("class", "phone")
        .child(head::titled(s, &Route::Today, ""))
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen")
                .child(el("h1").attr("tabindex", "-1").child(w.no_such_task))
                .child(
                    el("a")
                        .attr("class", "button wide")
                        .attr("href", Route::Tasks.path())
                        .child(w.choose_another),
                ),
        )
        .node()
}

/// How far to go without doing harm.
fn safe(lang: Lang, task: &Task) -> Html {
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
    el("li")
        .child(icon(Glyph::Hand))
        .child(
            el("span")
                .child(said)
                .child(el("span").attr("class", "hint").child(why)),
        )
        .node()
}

/// The task's other situations.
fn others(s: Session, task: &Task, here: Option<&Situation>) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let row = |it: &Situation| {
        let href = Route::Brief {
            task: task.id.clone(),
            situation: it.id.clone(),
        }
        .path();
        let title = it.title.get(lang).to_owned();
        el("li").child(
            el("a")
                .attr("class", "line")
                .attr("href", href)
                .child(icon(Glyph::Person))
                .child(el("span").child(el("strong").child(title)))
                .child(icon(Glyph::Chevron)),
        )
    };
    let other = |it: &&Situation| here.is_none_or(|here| here.id != it.id);
    let rows: Vec<_> = task.situations.iter().filter(other).map(row).collect();
    let some = !rows.is_empty();
    many([
        (some.then(|| el("h2").attr("class", "subhead").child(w.other_situations))).node(),
        (el("ul").attr("class", "rows").child(rows).child(
            el("li").child(
                el("a")
                    .attr("class", "line")
                    .attr("href", Route::Tasks.path())
                    .child(icon(Glyph::Walks))
                    .child(el("span").child(el("strong").child(w.choose_another)))
                    .child(icon(Glyph::Chevron)),
            ),
        ))
        .node(),
    ])
    .node()
}

fn start_button(s: Session, task: Task, situation: Option<Situation>) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let begun = StoredValue::new(false);
    let start = move |_| {
        if begun.get_value() {
            return;
        }
        begun.set_value(true);
        let started = Started {
            task: task.id.clone(),
            steps: u16::try_from(task.steps.len()).unwrap_or(u16::MAX),
            situation: situation.as_ref().map(|it| it.id.clone()),
            language: s.lang.get_untracked().code().to_owned(),
            again: None,
        };
        let id = s.new_walk();
        let facts = s.make(
            id,
            &[Kind::Started(started), Kind::StepOpened(AtStep { step: 0 })],
        );
        store::spawn(async move {
            s.append(facts, "").await;
            s.go_instead(Route::Walk { id, second: false });
            store::persist(true).await;
        });
    };
    el("button")
        .attr("class", "button primary")
        .attr("type", "button")
        .on("click", start)
        .child(w.start)
        .node()
}
