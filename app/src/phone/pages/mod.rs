//! The screens, one file each, and which one is open.

mod answer;
mod back;
mod brief;
mod finish;
pub mod friction;
mod history;
mod me;
mod noted;
mod notices;
mod receipt;
mod reflect;
mod step;
mod tasks;
mod today;

use leptos::prelude::*;

use super::place::Route;
use super::session::{Log, NotTaken, Session};
use super::store;
use crate::walk::{Place, WalkId};

/// What is on the screen. Facts recorded on a screen do not draw it anew; only a change of this does.
#[derive(Clone, PartialEq, Eq)]
enum Screen {
    Opening,
    /// Nobody is known on this phone yet.
    Nobody,
    Today,
    Tasks,
    Brief {
        task: String,
        situation: String,
    },
    Step {
        id: WalkId,
        step: u16,
    },
    Back {
        id: WalkId,
        step: u16,
    },
    Finish {
        id: WalkId,
    },
    Reflect {
        id: WalkId,
    },
    Receipt {
        id: WalkId,
    },
    History,
    Me,
}

/// The screen that is open, in the language chosen.
pub fn screen(s: Session) -> impl IntoView {
    let open = Memo::new(move |_| open_screen(s));
    Effect::new(move || shared(s));
    let first = StoredValue::new(true);
    Effect::new(move || {
        let opening = open.with(|screen| *screen == Screen::Opening);
        store::arrive(s.lang.get(), first.get_value());
        if !opening {
            first.set_value(false);
        }
    });
    move || {
        s.lang.track();
        match open.get() {
            Screen::Opening => notices::opening(s),
            Screen::Nobody => notices::nobody(s),
            Screen::Today => today::page(s),
            Screen::Tasks => tasks::page(s),
            Screen::Brief { task, situation } => brief::page(s, &task, &situation),
            Screen::Step { id, step } => step::page(s, id, step),
            Screen::Back { id, step } => back::page(s, id, step),
            Screen::Finish { id } => finish::page(s, id),
            Screen::Reflect { id } => reflect::page(s, id),
            Screen::Receipt { id } => receipt::page(s, id),
            Screen::History => history::page(s),
            Screen::Me => me::page(s),
        }
    }
}

/// Leads what another app shares into the running walk.
fn shared(s: Session) {
    if !s.ready.get() || s.route.get() != Route::Share {
        return;
    }
    let walking = |log: &Log| {
        matches!(
            log.walk.place,
            Place::Step { .. } | Place::Away { .. } | Place::Back { .. }
        )
    };
    let running = s.logs.with_untracked(|logs| {
        let mut all = logs.iter().rev();
        all.find(|(_, log)| walking(log)).map(|(id, _)| *id)
    });
    let place = match running {
        _ if store::shared_too_soon() => {
            s.not_taken.set(Some(NotTaken::NotReady));
            Route::Today
        }
        None => {
            s.not_taken.set(Some(NotTaken::NoWalk));
            store::spawn(store::drop_shared());
            Route::Today
        }
        Some(id) => {
            s.shared.set(true);
            Route::Walk { id, second: false }
        }
    };
    s.go_instead(place);
}

fn open_screen(s: Session) -> Screen {
    if !s.ready.get() {
        return Screen::Opening;
    }
    if s.briefing.with(Option::is_none) && s.logs.with(std::collections::BTreeMap::is_empty) {
        return Screen::Nobody;
    }
    match s.route.get() {
        Route::Today => Screen::Today,
        Route::Tasks => Screen::Tasks,
        Route::Brief { task, situation } => Screen::Brief { task, situation },
        Route::History => Screen::History,
        Route::Me => Screen::Me,
        Route::Share => Screen::Opening,
        Route::Walk { id, second } => {
            match s.logs.with(|logs| logs.get(&id).map(|log| log.walk.place)) {
                None | Some(Place::Brief) => Screen::Today,
                Some(Place::Step { step } | Place::Away { step, .. }) => Screen::Step { id, step },
                Some(Place::Back { step }) => Screen::Back { id, step },
                Some(Place::Finish) if second => Screen::Reflect { id },
                Some(Place::Finish) => Screen::Finish { id },
                Some(Place::Receipt) => Screen::Receipt { id },
            }
        }
    }
}
