//! My walks: what became of each, and what the teams replied.

use leptos::prelude::*;

use super::{notices, receipt};
use crate::phone::parts::{said, tabs::tabs, told};
use crate::phone::place::Route;
use crate::phone::session::{Log, Session};
use crate::phone::store;
use crate::ui::{Badge, Glyph, Icon};
use crate::walk::{Friction, Place, Walk, WalkId};
use crate::wire::Reply;
use crate::words::{Phone, dates, fill};

/// The page.
pub fn page(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    Effect::new(move || {
        s.briefing.with(|news| {
            if let Some(reply) = news.as_ref().and_then(|news| news.replies.first()) {
                store::see_reply(&reply.id);
            }
        });
    });
    let rows = move || {
        s.logs.with(|logs| {
            let begun = logs
                .iter()
                .rev()
                .filter(|(_, log)| log.walk.started.is_some());
            let rows: Vec<_> = begun.map(|(id, log)| row(s, *id, log)).collect();
            if rows.is_empty() {
                none(s)
            } else {
                view! { <ul class="walk-list">{rows}</ul> }.into_any()
            }
        })
    };
    view! {
        <div class="phone">
            <main id="main" class="screen history">
                <header class="today-top"><h1 tabindex="-1">{w.my_walks}</h1></header>
                {notices::strips(s, w.still_walk)}
                {rows}
                {elsewhere(s)}
                {notices::refused(s)}
            </main>
            {tabs(s)}
        </div>
    }
    .into_any()
}

fn none(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    view! {
        <section class="card empty">
            <Icon glyph=Glyph::Walks />
            <h2 class="subhead">{w.no_walks}</h2>
            <p>{w.no_walks_why}</p>
        </section>
    }
    .into_any()
}

fn row(s: Session, id: WalkId, log: &Log) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let walk = &log.walk;
    let began = store::local(walk.started_at.unwrap_or_default());
    let day = [
        dates::weekday_name(lang, began.weekday),
        " ",
        &began.date(lang),
    ]
    .concat();
    let title = told::told(s, walk).title();
    let badge = if walk.place == Place::Receipt {
        let (shape, word) = receipt::outcome(lang, walk);
        view! { <Badge shape=shape word=word /> }.into_any()
    } else {
        view! { <span class="badge">{w.on_the_go}</span> }.into_any()
    };
    let replies = s.briefing.with(|news| {
        let all = news
            .as_ref()
            .map(|news| news.replies.as_slice())
            .unwrap_or_default();
        all.iter()
            .filter(|reply| reply.walk == id)
            .map(|reply| answer(s, reply))
            .collect::<Vec<_>>()
    });
    view! {
        <li>
            <a class="card" href=Route::Walk { id, second: false }.path()>
                <p class="hint small">{day}</p>
                <h2>{title}</h2>
                <p class="row">{badge}{said::place(lang, log.whole())}</p>
                {seen(s, walk)}
                {replies}
            </a>
        </li>
    }
    .into_any()
}

/// "2 friction points", and how many of them the teams have read.
fn seen(s: Session, walk: &Walk) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let all = walk.frictions.len();
    if all == 0 {
        return ().into_any();
    }
    let read = s.briefing.with(|news| {
        let seen = news
            .as_ref()
            .map(|news| news.seen.as_slice())
            .unwrap_or_default();
        walk.frictions
            .iter()
            .filter(|point: &&Friction| seen.iter().any(|it| it.friction == point.id))
            .count()
    });
    let felt = if all == 1 {
        w.one_friction.to_owned()
    } else {
        fill(w.n_frictions, &[("n", &all.to_string())])
    };
    let read = (read > 0).then(|| {
        [
            ". ",
            &fill(
                w.seen_k,
                &[("k", &read.to_string()), ("n", &all.to_string())],
            ),
        ]
        .concat()
    });
    view! { <p class="hint small">{felt}{read}"."</p> }.into_any()
}

fn answer(s: Session, reply: &Reply) -> AnyView {
    let lang = s.lang.get_untracked();
    let said = fill(
        Phone::of(lang).replied,
        &[("service", reply.service_name.get(lang))],
    );
    said::quote(&said, &reply.text)
}

/// Replies to walks that are on another phone.
fn elsewhere(s: Session) -> AnyView {
    let view = move || {
        s.briefing.with(|news| {
            let all = news
                .as_ref()
                .map(|news| news.replies.as_slice())
                .unwrap_or_default();
            let here = |reply: &&Reply| s.logs.with(|logs| !logs.contains_key(&reply.walk));
            let rows: Vec<AnyView> = all
                .iter()
                .filter(here)
                .map(|reply| view! { <li class="card">{answer(s, reply)}</li> }.into_any())
                .collect();
            (!rows.is_empty()).then(|| view! { <ul class="walk-list">{rows}</ul> })
        })
    };
    view! { {view} }.into_any()
}
