//! My walks: what became of each, and what the teams replied.

use std::rc::Rc;

use crate::phone::signal::*;

use super::{notices, receipt};
use crate::phone::dom::{
    Html, IntoNode, el, nothing,
    shapes::{badge, icon},
};
use crate::phone::parts::{said, tabs::tabs, told};
use crate::phone::place::Route;
use crate::phone::session::{Log, Session};
use crate::phone::store;
use crate::ui::Glyph;
use crate::walk::{Friction, Place, Walk, WalkId};
use crate::wire::Reply;
use crate::words::{Phone, dates, fill};

/// The page.
pub fn page(s: Session) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    effect(Rc::new(move || {
        s.briefing.with(|news| {
            if let Some(reply) = news.as_ref().and_then(|news| news.replies.first()) {
                store::see_reply(&reply.id);
            }
        });
    }));
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
                el("ul").attr("class", "walk-list").child(rows).node()
            }
        })
    };
    el("div")
        .attr("class", "phone")
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen history")
                .child(
                    el("header")
                        .attr("class", "today-top")
                        .child(el("h1").attr("tabindex", "-1").child(w.my_walks)),
                )
                .child(notices::strips(s, w.still_walk))
                .child(rows)
                .child(elsewhere(s))
                .child(notices::refused(s)),
        )
        .child(tabs(s))
        .node()
}

fn none(s: Session) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    el("section")
        .attr("class", "card empty")
        .child(icon(Glyph::Walks))
        .child(el("h2").attr("class", "subhead").child(w.no_walks))
        .child(el("p").child(w.no_walks_why))
        .node()
}

fn row(s: Session, id: WalkId, log: &Log) -> Html {
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
        badge(shape, word).node()
    } else {
        el("span").attr("class", "badge").child(w.on_the_go).node()
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
    el("li")
        .child(
            el("a")
                .attr("class", "card")
                .attr("href", Route::Walk { id, second: false }.path())
                .child(el("p").attr("class", "hint small").child(day))
                .child(el("h2").child(title))
                .child(
                    el("p")
                        .attr("class", "row")
                        .child(badge)
                        .child(said::place(lang, log.whole())),
                )
                .child(seen(s, walk))
                .child(replies),
        )
        .node()
}

/// "2 friction points", and how many of them the teams have read.
fn seen(s: Session, walk: &Walk) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let all = walk.frictions.len();
    if all == 0 {
        return nothing();
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
    el("p")
        .attr("class", "hint small")
        .child(felt)
        .child(read)
        .child(".")
        .node()
}

fn answer(s: Session, reply: &Reply) -> Html {
    let lang = s.lang.get_untracked();
    let said = fill(
        Phone::of(lang).replied,
        &[("service", reply.service_name.get(lang))],
    );
    el("p")
        .attr("class", "answer")
        .child(icon(Glyph::Reply))
        .child(
            el("span")
                .child(el("strong").child(said).child("."))
                .child(" “")
                .child(reply.text.clone())
                .child("”"),
        )
        .node()
}

/// Replies to walks that are on another phone.
fn elsewhere(s: Session) -> Html {
    let view = move || {
        s.briefing.with(|news| {
            let all = news
                .as_ref()
                .map(|news| news.replies.as_slice())
                .unwrap_or_default();
            let here = |reply: &&Reply| s.logs.with(|logs| !logs.contains_key(&reply.walk));
            let rows: Vec<_> = all
                .iter()
                .filter(here)
                .map(|reply| el("li").attr("class", "card").child(answer(s, reply)))
                .collect();
            (!rows.is_empty()).then(|| el("ul").attr("class", "walk-list").child(rows))
        })
    };
    view.node()
}
