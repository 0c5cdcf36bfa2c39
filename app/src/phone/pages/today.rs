//! Today: one thing to do next, how this month stands, what waits to be sent.

use crate::phone::signal::*;

use super::notices;
use crate::phone::dom::{Html, IntoNode, el, many, shapes::icon};
use crate::phone::parts::{steps, tabs::tabs, told};
use crate::phone::place::Route;
use crate::phone::session::{Session, Whole};
use crate::phone::store;
use crate::ui::Glyph;
use crate::walk::{Lang, Place, Task, WalkId};
use crate::words::{Phone, dates, fill};

/// The page.
pub fn page(s: Session) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let now = store::local(store::now());
    let date = [dates::weekday_name(lang, now.weekday), " ", &now.date(lang)].concat();
    let next = Memo::new(move || next(s));
    el("div")
        .attr("class", "phone")
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen")
                .child(
                    el("header")
                        .attr("class", "today-top")
                        .child(
                            el("div")
                                .child(el("h1").attr("tabindex", "-1").child(w.today))
                                .child(el("p").attr("class", "hint").child(date)),
                        )
                        .child(
                            el("a")
                                .attr("class", "icon-button ring")
                                .attr("href", Route::Me.path())
                                .attr("aria-label", w.you)
                                .child(icon(Glyph::Person)),
                        ),
                )
                .child(notices::strips(s, w.still_walk))
                .child(cadence(s, lang))
                .child(move || next.with(|next| card(s, next)))
                .child(replies(s))
                .child(waiting(s))
                .child(notices::refused(s)),
        )
        .child(tabs(s))
        .node()
}

#[derive(Clone, PartialEq, Eq)]
enum Next {
    Nothing,
    NotALeader,
    Paused(WalkId, Place),
    Task(Box<Task>, String),
}

/// A walk on the go comes first; then the first task offered that this phone has not seen walked.
fn next(s: Session) -> Next {
    let paused = s.logs.with(|logs| {
        let open = |(id, log): (&WalkId, &crate::phone::session::Log)| match log.walk.place {
            Place::Brief | Place::Receipt => None,
            place => Some(Next::Paused(*id, place)),
        };
        logs.iter().rev().find_map(open)
    });
    if let Some(paused) = paused {
        return paused;
    }
    let walked = |task: &Task, situation: Option<&str>| {
        s.logs.with(|logs| {
            logs.values()
                .filter_map(|log| log.walk.started.as_ref())
                .any(|started| {
                    started.task == task.id
                        && situation.is_none_or(|it| started.situation.as_deref() == Some(it))
                })
        })
    };
    s.briefing.with(|news| {
        let Some(news) = news else {
            return Next::Nothing;
        };
        if !news.me.leader {
            return Next::NotALeader;
        }
        let fresh = news.tasks.iter().find(|task| !walked(task, None));
        let Some(task) = fresh.or(news.tasks.first()) else {
            return Next::Nothing;
        };
        let unseen = task
            .situations
            .iter()
            .find(|it| !walked(task, Some(&it.id)));
        let situation = unseen.or(task.situations.first()).map(|it| it.id.clone());
        Next::Task(Box::new(task.clone()), situation.unwrap_or_default())
    })
}

fn card(s: Session, next: &Next) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    match next {
        Next::Nothing => empty(w.nothing_yet, w.nothing_yet_why),
        Next::NotALeader => empty(w.not_a_leader, w.not_a_leader_why),
        Next::Paused(id, place) => paused(s, *id, *place),
        Next::Task(task, situation) => offered(s, task, situation),
    }
}

fn empty(title: &'static str, why: &'static str) -> Html {
    el("section")
        .attr("class", "card empty")
        .child(icon(Glyph::Target))
        .child(el("h2").attr("class", "subhead").child(title))
        .child(el("p").child(why))
        .node()
}

fn offered(s: Session, task: &Task, situation: &str) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let told = told::about(s, &task.id, Some(situation));
    let about = fill(
        w.about_steps,
        &[
            ("m", &task.about_minutes.to_string()),
            ("n", &task.steps.len().to_string()),
        ],
    );
    let brief = Route::Brief {
        task: task.id.clone(),
        situation: situation.to_owned(),
    }
    .path();
    many([
        (el("section")
            .attr("class", "card next")
            .child(
                el("hgroup")
                    .child(el("p").attr("class", "eyebrow").child(w.next_walk))
                    .child(el("h2").child(told.title()))
                    .child(el("p").attr("class", "hint").child(told.service())),
            )
            .child(steps::ahead(lang, task.steps.len()))
            .child(
                el("p")
                    .attr("class", "about")
                    .child(icon(Glyph::Clock))
                    .child(about),
            )
            .child(
                el("a")
                    .attr("class", "button primary wide big")
                    .attr("href", brief)
                    .child(w.read_brief),
            ))
        .node(),
        (el("a")
            .attr("class", "text-button")
            .attr("href", Route::Tasks.path())
            .child(w.choose_another))
        .node(),
    ])
    .node()
}

fn paused(s: Session, id: WalkId, place: Place) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let told = told::told(s, &s.walk_now(id));
    let step = match place {
        Place::Step { step } | Place::Away { step, .. } | Place::Back { step } => {
            Some((step + 1).to_string())
        }
        Place::Brief | Place::Finish | Place::Receipt => None,
    };
    let (at, on) = match &step {
        Some(n) => (
            fill(w.paused_at, &[("n", n)]),
            fill(w.carry_on_step, &[("n", n)]),
        ),
        None => (w.paused_end.to_owned(), w.carry_on.to_owned()),
    };
    many([
        (el("section")
            .attr("class", "card next paused")
            .child(
                el("hgroup")
                    .child(el("p").attr("class", "eyebrow").child(at))
                    .child(el("h2").child(told.title()))
                    .child(el("p").attr("class", "hint").child(told.service())),
            )
            .child(steps::line(s, s.walk(id), true))
            .child(
                el("a")
                    .attr("class", "button primary wide big")
                    .attr("href", Route::Walk { id, second: false }.path())
                    .child(on),
            ))
        .node(),
        (el("a")
            .attr("class", "text-button")
            .attr("href", Route::Tasks.path())
            .child(w.choose_another))
        .node(),
    ])
    .node()
}

/// "1 of 2 this month", with as many circles filled.
fn cadence(s: Session, lang: Lang) -> Html {
    let w = Phone::of(lang);
    let now = store::local(store::now());
    let finished = Memo::new(move || {
        let this_month = |at: i64| {
            let when = store::local(at);
            (when.year, when.month) == (now.year, now.month)
        };
        s.logs.with(|logs| {
            logs.values()
                .filter_map(|log| log.walk.finished_at)
                .filter(|at| this_month(*at))
                .count()
        })
    });
    let month = dates::month_name(lang, now.month);
    let last = dates::day_month(lang, store::days_in_month(now), now.month);
    let said = move || match finished.get() {
        0 => (
            fill(w.of_this_month, &[("k", "0")]),
            fill(w.two_by, &[("day", &last)]),
        ),
        1 => (
            fill(w.of_this_month, &[("k", "1")]),
            fill(w.one_more_by, &[("day", &last)]),
        ),
        2 => (
            fill(w.that_is_two, &[("month", month)]),
            w.more_if.to_owned(),
        ),
        n => (
            fill(w.that_is_more, &[("n", &n.to_string()), ("month", month)]),
            w.more_if.to_owned(),
        ),
    };
    let dot = move |at: usize| move || if finished.get() > at { "done" } else { "" };
    el("p")
        .attr("class", "cadence")
        .child(
            el("span")
                .attr("class", "dots")
                .attr("aria-hidden", "true")
                .child(el("span").attr("class", dot(0)))
                .child(el("span").attr("class", dot(1))),
        )
        .child(move || {
            let (said, more) = said();
            el("span")
                .child(el("strong").child(said))
                .child(el("span").attr("class", "hint small").child(more))
        })
        .node()
}

/// Replies not yet looked at.
fn replies(s: Session) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let lang = s.lang.get_untracked();
    let seen = store::replies_seen();
    let newest = Memo::new(move || {
        s.briefing.with(|news| {
            news.as_ref()?
                .replies
                .first()
                .filter(|reply| reply.id != seen)
                .cloned()
        })
    });
    let view = move || {
        newest.get().map(|reply| {
            let said = fill(w.replied, &[("service", reply.service_name.get(lang))]);
            el("section")
                .attr("class", "card again")
                .child(
                    el("div")
                        .child(el("h2").attr("class", "subhead").child(said))
                        .child(
                            el("p")
                                .attr("class", "hint small")
                                .child("“")
                                .child(reply.text)
                                .child("”"),
                        ),
                )
                .child(
                    el("a")
                        .attr("class", "button wide")
                        .attr("href", Route::History.path())
                        .child(icon(Glyph::Reply))
                        .child(w.see_replies),
                )
        })
    };
    view.node()
}

/// What is saved here and not sent yet.
fn waiting(s: Session) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let count = Memo::new(move || {
        s.logs.with(|logs| {
            logs.values()
                .filter(|log| !matches!(log.whole(), Whole::Sent { .. }))
                .count()
        })
    });
    let send = move |_| store::spawn(s.send());
    let view = move || {
        let count = count.get();
        (count > 0).then(|| {
            let said = if count == 1 {
                w.one_saved.to_owned()
            } else {
                fill(w.n_saved, &[("n", &count.to_string())])
            };
            let how = move || {
                if s.reached.get() {
                    w.waits_to_send
                } else {
                    w.sends_themselves
                }
            };
            el("section")
                .attr("class", "waiting")
                .child(icon(Glyph::Phone))
                .child(
                    el("div")
                        .child(el("strong").child(said))
                        .child(el("span").attr("class", "hint small").child(how)),
                )
                .child(
                    el("button")
                        .attr("class", "text-button")
                        .attr("type", "button")
                        .on("click", send)
                        .child(w.send_now),
                )
        })
    };
    view.node()
}
