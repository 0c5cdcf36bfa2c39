//! Today: one thing to do next, how this month stands, what waits to be sent.

use leptos::prelude::*;

use super::notices;
use crate::phone::parts::{again, press, steps, tabs::tabs, told};
use crate::phone::place::Route;
use crate::phone::session::{Session, Whole};
use crate::phone::store;
use crate::ui::{Glyph, Icon};
use crate::walk::{Lang, Place, Task, WalkId};
use crate::wire::Rewalk;
use crate::words::{Phone, dates, fill};

/// The page.
pub fn page(s: Session) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let now = store::local(store::now());
    let date = [dates::weekday_name(lang, now.weekday), " ", &now.date(lang)].concat();
    view! {
        <div class="phone">
            <main id="main" class="screen">
                <header class="today-top">
                    <div>
                        <h1 tabindex="-1">{w.today}</h1>
                        <p class="hint date">{date}</p>
                    </div>
                    <a class="icon-button ring" href=Route::Me.path() aria-label=w.you><Icon glyph=Glyph::Person /></a>
                </header>
                {notices::strips(s, w.still_walk)}
                {notices::shared(s)}
                {cadence(s, lang)}
                {move || card(s, &next(s))}
                {rewalks(s)}
                {replies(s)}
                {waiting(s)}
                {notices::refused(s)}
                {notices::newer(s)}
            </main>
            {tabs(s)}
        </div>
    }
    .into_any()
}

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

fn card(s: Session, next: &Next) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    match next {
        Next::Nothing => empty(w.nothing_yet, w.nothing_yet_why),
        Next::NotALeader => empty(w.not_a_leader, w.not_a_leader_why),
        Next::Paused(id, place) => paused(s, *id, *place),
        Next::Task(task, situation) => offered(s, task, situation),
    }
}

fn empty(title: &'static str, why: &'static str) -> AnyView {
    view! {
        <section class="card empty">
            <Icon glyph=Glyph::Target />
            <h2 class="subhead">{title}</h2>
            <p>{why}</p>
        </section>
    }
    .into_any()
}

fn offered(s: Session, task: &Task, situation: &str) -> AnyView {
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
    };
    let inside = vec![
        steps::ahead(lang, task.steps.len()),
        view! { <p class="about"><Icon glyph=Glyph::Clock />{about}</p> }.into_any(),
    ];
    let inside = inside.into_any();
    whats_next(
        "card next",
        w.next_walk,
        &told,
        inside,
        &brief,
        w.read_brief,
    )
}

fn paused(s: Session, id: WalkId, place: Place) -> AnyView {
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
    let line = steps::line(s, s.walk(id), true);
    let to = Route::Walk { id, second: false };
    whats_next("card next paused", &at, &told, line, &to, &on)
}

/// The one thing to do next.
fn whats_next(
    class: &'static str,
    eyebrow: &str,
    told: &told::Told,
    inside: AnyView,
    to: &Route,
    go: &str,
) -> AnyView {
    let choose = Phone::of(told.lang).choose_another;
    view! {
        <section class=class>
            <hgroup>
                <p class="eyebrow">{eyebrow.to_owned()}</p>
                <h2>{told.title()}</h2>
                <p class="hint">{told.service()}</p>
            </hgroup>
            {inside}
            <a class="button primary wide big" href=to.path()>{go.to_owned()}</a>
        </section>
        <a class="text-button" href=Route::Tasks.path()>{choose}</a>
    }
    .into_any()
}

/// "1 of 2 this month", with as many circles filled.
fn cadence(s: Session, lang: Lang) -> AnyView {
    let w = Phone::of(lang);
    let now = store::local(store::now());
    let finished = move || {
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
    };
    let month = dates::month_name(lang, now.month);
    let last = dates::day_month(lang, store::days_in_month(now), now.month);
    let said = move || match finished() {
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
    let dot = move |at: usize| move || if finished() > at { "done" } else { "" };
    view! {
        <p class="cadence">
            <span class="dots" aria-hidden="true"><span class=dot(0)></span><span class=dot(1)></span></span>
            {move || {
                let (said, more) = said();
                view! { <span><strong>{said}</strong><span class="hint small">{more}</span></span> }
            }}
        </p>
    }
    .into_any()
}

/// What teams ask to be walked again, and was not begun since on this phone or another.
fn rewalks(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let card = move |asked: &Rewalk| {
        let told = again::told(s, asked);
        let what = [&told.title(), ". ", &again::said(&told, asked)].concat();
        let brief = Route::Brief {
            task: asked.task.clone(),
            situation: asked.friction.to_string(),
        };
        news(w.asked_again, what, &brief, Glyph::Retry, w.walk_again)
    };
    let view = move || {
        s.briefing.with(|news| {
            let asked = news.iter().flat_map(|news| &news.rewalks);
            s.logs.with(|logs| {
                let begun = |it: &Rewalk| {
                    let mut logs = logs.iter();
                    logs.any(|(id, log)| it.is_answered_by(*id, &log.walk))
                };
                let open = asked.filter(|it| !begun(it));
                open.map(card).collect::<Vec<_>>()
            })
        })
    };
    view! { {view} }.into_any()
}

/// A card of news, with the way to it.
fn news(title: &str, said: String, to: &Route, glyph: Glyph, go: &'static str) -> AnyView {
    view! {
        <section class="card again">
            <div>
                <h2 class="subhead">{title.to_owned()}</h2>
                <p class="hint small">{said}</p>
            </div>
            <a class="button wide" href=to.path()><Icon glyph=glyph />{go}</a>
        </section>
    }
    .into_any()
}

/// Replies not yet looked at.
fn replies(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let lang = s.lang.get_untracked();
    let seen = store::replies_seen();
    let newest = move || {
        s.briefing.with(|news| {
            news.as_ref()?
                .replies
                .first()
                .filter(|reply| reply.id != seen)
                .cloned()
        })
    };
    let view = move || {
        newest().map(|reply| {
            let said = fill(w.replied, &[("service", reply.service_name.get(lang))]);
            let text = ["“", &reply.text, "”"].concat();
            news(&said, text, &Route::History, Glyph::Reply, w.see_replies)
        })
    };
    view! { {view} }.into_any()
}

/// What is saved here and not sent yet.
fn waiting(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let count = move || {
        s.logs.with(|logs| {
            logs.values()
                .filter(|log| !matches!(log.whole(), Whole::Sent { .. }))
                .count()
        })
    };
    let send = move || store::spawn(s.send());
    let view = move || {
        let count = count();
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
            view! {
                <section class="waiting">
                    <Icon glyph=Glyph::Phone />
                    <div><strong>{said}</strong><span class="hint small">{how}</span></div>
                    {press::button("text-button", w.send_now, send)}
                </section>
            }
        })
    };
    view! { {view} }.into_any()
}
