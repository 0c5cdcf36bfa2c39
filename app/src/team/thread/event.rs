//! What happened to a thread, newest first: said, put together, taken apart, given.

use leptos::prelude::*;

use crate::{
    walk::{Lang, ThreadId, other_tongue, thread::Decision},
    words::{Mine, Thread, ThreadCare, ThreadFiles, decision, fill, quoted},
};

use super::{Event, Happened, page::said, same::doer};

pub(super) fn history(lang: Lang, events: &[Event]) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let lines = events.iter().map(|it| event(lang, it)).collect_view();
    let body = if events.is_empty() {
        view! { <p class="hint">{words.no_history}</p> }.into_any()
    } else {
        view! { <ul class="replies">{lines}</ul> }.into_any()
    };
    view! {
        <section class="stack" id="history">
            <h2>{words.history}</h2>
            {body}
        </section>
    }
}

fn event(lang: Lang, event: &Event) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let who = fill(
        words.said_by,
        &[
            ("name", doer(lang, &event.name)),
            ("date", &event.at.recently(lang)),
        ],
    );
    let by = match event.what {
        Happened::Decided(Decision::NotNow) => words.until_day,
        Happened::Joined(_) => ThreadCare::of(lang).joined_due,
        _ => words.by_day,
    };
    let day = event
        .day
        .map(|it| [" ", &fill(by, &[("day", &said(lang, it))])].concat());
    let why = match event.why.as_str() {
        "" => None,
        why => Some(view! {
            <span class="own-words" lang=other_tongue(lang, why)>
                {[" ", &quoted(why)].concat()}
            </span>
        }),
    };
    let other = other(&event.what).map(|id| {
        let see = ThreadCare::of(lang).see_other;
        view! {
            " "
            <a href=format!("/team/thread/{id}")>{see}</a>
        }
    });
    view! {
        <li>
            <p>
                <strong>{what(lang, event)}</strong>
                {". "}
                {who}
                {day}
                {why}
                {other}
            </p>
        </li>
    }
}

fn what(lang: Lang, event: &Event) -> String {
    let words = ThreadCare::of(lang);
    match &event.what {
        Happened::Decided(it) => decision(lang, *it).to_owned(),
        Happened::Joined(_) => words.joined.to_owned(),
        Happened::Apart(_) => words.taken_apart.to_owned(),
        Happened::Split(_, n) => fill(words.split_off, &[("n", &n.to_string())]),
        Happened::SplitFrom(_) => words.split_from.to_owned(),
        Happened::Given(None) => words.given_nobody.to_owned(),
        Happened::Given(Some(name)) if name.is_empty() => {
            fill(words.given, &[("name", Mine::of(lang).erased_person)])
        }
        Happened::Given(Some(name)) => fill(words.given, &[("name", name)]),
        Happened::View if event.why.is_empty() => words.view_gone.to_owned(),
        Happened::View => words.view_said.to_owned(),
        Happened::FileAdded => ThreadFiles::of(lang).added.to_owned(),
        Happened::FileRemoved => ThreadFiles::of(lang).removed.to_owned(),
    }
}

/// The other thread it has to do with.
fn other(what: &Happened) -> Option<ThreadId> {
    match what {
        Happened::Joined(id)
        | Happened::Apart(id)
        | Happened::Split(id, _)
        | Happened::SplitFrom(id) => Some(*id),
        Happened::Decided(_)
        | Happened::Given(_)
        | Happened::View
        | Happened::FileAdded
        | Happened::FileRemoved => None,
    }
}
