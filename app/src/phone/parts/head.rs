//! The top of a screen inside a walk: the way out, the service, the clock.

use leptos::prelude::*;

use crate::phone::parts::press;
use crate::phone::place::Route;
use crate::phone::session::{Log, Session};
use crate::phone::store;
use crate::ui::{Glyph, Icon, IconLink};
use crate::walk::{AtStep, Interrupted, Kind, LONGEST_GAP_MS, Millis, Place, WalkId};
use crate::words::{Common, Phone, fill, length};

/// The top of a step: pause and close, the service, the wall clock.
pub fn walking(s: Session, id: WalkId, service: String) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let spent = move || {
        s.logs
            .with(|logs| logs.get(&id).map_or(0, |log| elapsed(log, s.now.get())))
    };
    let name = move || {
        fill(
            w.timer,
            &[("time", &length(lang, spent() / 60_000 * 60_000))],
        )
    };
    view! {
        <header class="top">
            {press::round(Glyph::Close, w.pause, move || pause(s, id))}
            <p class="top-title">{service}</p>
            <p class="timer" role="timer" aria-label=name><Icon glyph=Glyph::Clock />{move || clock(spent())}</p>
        </header>
    }
    .into_any()
}

/// The top of a screen with a title and a way back.
pub fn titled(s: Session, back: &Route, title: &str) -> AnyView {
    let name = Common::of(s.lang.get_untracked()).back;
    view! {
        <header class="top centred">
            <IconLink glyph=Glyph::Back name=name href=back.path() />
            <p class="top-title">{title.to_owned()}</p>
        </header>
    }
    .into_any()
}

/// Puts the walk aside. The time until it is taken up again does not count.
fn pause(s: Session, id: WalkId) {
    let place = s.walk_now(id).place;
    let (Place::Step { step } | Place::Back { step }) = place else {
        s.go(Route::Today);
        return;
    };
    let mut facts = s.make(id, &[Kind::Left(AtStep { step })]);
    if let Some(left) = facts.first().map(|fact| fact.id) {
        facts.extend(s.make(id, &[Kind::Interrupted(Interrupted { left })]));
    }
    store::spawn(async move {
        s.append(facts, "").await;
        s.go(Route::Today);
    });
}

/// Time on the walk so far: what the log says, and what has passed since its last fact.
pub fn elapsed(log: &Log, now: Millis) -> Millis {
    let running = matches!(
        log.walk.place,
        Place::Step { .. } | Place::Away { .. } | Place::Back { .. }
    );
    let since = log.facts.last().map_or(now, |fact| fact.at);
    let more = if running {
        now.saturating_sub(since)
    } else {
        0
    };
    let more = if (0..=LONGEST_GAP_MS).contains(&more) {
        more
    } else {
        0
    };
    log.walk.spent_ms().saturating_add(more)
}

/// "3:01".
pub fn clock(ms: Millis) -> String {
    let seconds = (ms / 1000).max(0);
    let rest = (seconds % 60).to_string();
    let zero = if rest.len() < 2 { "0" } else { "" };
    [&(seconds / 60).to_string(), ":", zero, &rest].concat()
}
