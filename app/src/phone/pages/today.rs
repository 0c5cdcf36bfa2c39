//! Today: one thing to do next, how this month stands, what waits to be sent.

use leptos::prelude::*;

use super::notices;
use crate::phone::parts::{press, steps, tabs::tabs, told};
use crate::phone::place::Route;
use crate::phone::session::{Session, Whole};
use crate::phone::store;
use crate::ui::{Glyph, Icon};
use crate::walk::{Lang, Place, Task, WalkId};
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
                        <p class="hint">{date}</p>
                    </div>
                    <a class="icon-button ring" href=Route::Me.path() aria-label=w.you><Icon glyph=Glyph::Person /></a>
                </header>
                {notices::strips(s, w.still_walk)}
                {notices::shared(s)}
                {cadence(s, lang)}
                {move || card(s, &next(s))}
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
    }
    .path();
    view! {
        <section class="card next">
            <hgroup>
                <p class="eyebrow">{w.next_walk}</p>
                <h2>{told.title()}</h2>
                <p class="hint">{told.service()}</p>
            </hgroup>
            {steps::ahead(lang, task.steps.len())}
            <p class="about"><Icon glyph=Glyph::Clock />{about}</p>
            <a class="button primary wide big" href=brief>{w.read_brief}</a>
        </section>
        <a class="text-button" href=Route::Tasks.path()>{w.choose_another}</a>
    }
    .into_any()
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
    view! {
        <section class="card next paused">
            <hgroup>
                <p class="eyebrow">{at}</p>
                <h2>{told.title()}</h2>
                <p class="hint">{told.service()}</p>
            </hgroup>
            {steps::line(s, s.walk(id), true)}
            <a class="button primary wide big" href=Route::Walk { id, second: false }.path()>{on}</a>
        </section>
        <a class="text-button" href=Route::Tasks.path()>{w.choose_another}</a>
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
            view! {
                <section class="card again">
                    <div>
                        <h2 class="subhead">{said}</h2>
                        <p class="hint small">"“"{reply.text}"”"</p>
                    </div>
                    <a class="button wide" href=Route::History.path()><Icon glyph=Glyph::Reply />{w.see_replies}</a>
                </section>
            }
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
