//! The way of a thread from felt to confirmed: where it is on it, and when it got there.

use leptos::prelude::*;

use crate::{
    ui::{Mark, Shape},
    walk::{
        Lang,
        thread::{Decision, State},
    },
    words::{Thread, ThreadCare, When, thread_state},
};

use super::{Happened, ThreadPage};

/// Every thread's way. The last station only a re-walk reaches.
const WAY: [State; 5] = [
    State::New,
    State::Seen,
    State::Planned,
    State::Changed,
    State::Confirmed,
];

/// The stations with their days; none for a thread that left the way, with an explanation or a "not now".
pub(super) fn track(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let here = place(page.head.state);
    here.map(|here| {
        let station = |(at, state)| station(lang, page, state, at, here);
        // A team may change something without a plan.
        let on_it = |(at, state): &(usize, State)| {
            *state != State::Planned || *at >= here || when(page, *state).is_some()
        };
        let way = WAY.into_iter().enumerate().filter(on_it);
        let all: Vec<_> = way.map(station).collect();
        view! {
            <ol class="way" aria-label=Thread::of(lang).way>
                {all}
            </ol>
        }
    })
}

fn station(
    lang: Lang,
    page: &ThreadPage,
    state: State,
    at: usize,
    here: usize,
) -> impl IntoView + use<> {
    let when = when(page, state).filter(|_| at <= here);
    let open = at > here;
    let said = match (when, state) {
        (Some(when), _) => when.recently(lang),
        (None, State::Confirmed) if open => ThreadCare::of(lang).needs_rewalk.to_owned(),
        (None, _) => String::new(),
    };
    let class = if open {
        "ahead"
    } else if when.is_none() {
        "passed"
    } else {
        "reached"
    };
    let current = (at == here).then_some("step");
    view! {
        <li class=class aria-current=current>
            <Mark shape=Shape::of_state(if open { State::New } else { state }) />
            <span>{thread_state(lang, state)}</span>
            <span class="hint">{said}</span>
        </li>
    }
}

/// How far it is; what a re-walk did not find to hold is changed, and no more.
fn place(state: State) -> Option<usize> {
    match state {
        State::New => Some(0),
        State::Seen | State::Accepted => Some(1),
        State::Planned => Some(2),
        State::Changed | State::RewalkAsked | State::HalfFixed | State::NotFixed => Some(3),
        State::Confirmed => Some(4),
        State::Explained | State::NotNow => None,
    }
}

/// When it last got there, as far as somebody said so.
fn when(page: &ThreadPage, state: State) -> Option<When> {
    let decided = |is: fn(&Decision) -> bool| {
        let said = |it: &&super::Event| matches!(&it.what, Happened::Decided(it) if is(it));
        page.events.iter().find(said).map(|it| it.at)
    };
    match state {
        State::New => Some(page.head.first),
        State::Seen => decided(|it| matches!(it, Decision::Seen | Decision::Accepted)),
        State::Planned => decided(|it| *it == Decision::Planned),
        State::Changed => decided(|it| *it == Decision::Changed),
        State::Confirmed => page.head.held.map(|(_, at)| at),
        _ => None,
    }
}
