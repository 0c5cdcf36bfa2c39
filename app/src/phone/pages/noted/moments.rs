//! Moments marked in passing with one tap, to be told about afterwards.

use leptos::prelude::*;

use super::Noted;
use crate::phone::pages::friction::About;
use crate::phone::parts::{said, undo};
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::{Glyph, Icon};
use crate::walk::{Kind, Lang, Mark, Marker, MarkerWithdrawn, Walk};
use crate::words::{Common, Phone, fill};

/// A tap for what worked, and four markers.
pub fn quick(noted: Noted, step: u16) -> AnyView {
    let Noted {
        s, walk, bright, ..
    } = noted;
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let chip = |it: &Mark| {
        let it = *it;
        view! { <button class="chip" type="button" on:click=move |_| undo::mark(s, walk, step, it)>{word(lang, it)}</button> }
    };
    view! {
        <div class="quick">
            <p class="hint small" id="mark-moment">{w.mark_moment}</p>
            <div class="marks" role="group" aria-labelledby="mark-moment">{Mark::ALL.iter().map(chip).collect_view()}</div>
            <button class="button wide" type="button" on:click=move |_| bright.tap(step, None)>
                <Icon glyph=Glyph::Star />{Common::of(lang).something_worked}
            </button>
        </div>
    }
    .into_any()
}

/// The row that opens what is still to be told.
pub fn row(noted: Noted, walk: Memo<Walk>) -> AnyView {
    let w = Phone::of(noted.s.lang.get_untracked());
    let count = Memo::new(move |_| walk.with(|walk| untold(noted.s, walk).len()));
    let view = move || {
        let n = count.get();
        (n > 0).then(|| {
            let said = said::many(n, w.one_moment, w.n_moments);
            view! {
                <li>
                    <button class="line" type="button" on:click=move |_| noted.moments.open(())>
                        <Icon glyph=Glyph::Clock /><span><strong>{said}</strong></span><Icon glyph=Glyph::Chevron />
                    </button>
                </li>
            }
        })
    };
    view! { {view} }.into_any()
}

/// All that is still to be told: each opens the sheet that fits it, or is taken away.
pub fn list(noted: Noted) -> AnyView {
    let lang = noted.s.lang.get_untracked();
    let w = Phone::of(lang);
    let walk = noted.s.walk(noted.walk);
    let line = move |marker: Marker| one(noted, lang, marker);
    view! {
        <header class="sheet-head">
            <div><h2 id="moments-title" tabindex="-1">{w.moments_here}</h2></div>
            <button class="icon-button" type="button" aria-label=Common::of(lang).close on:click=move |_| noted.moments.close()><Icon glyph=Glyph::Close /></button>
        </header>
        <div class="sheet-body">
            <ul class="rows">{move || walk.with(|walk| untold(noted.s, walk)).into_iter().map(line).collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn one(noted: Noted, lang: Lang, marker: Marker) -> AnyView {
    let w = Phone::of(lang);
    let when = fill(
        w.step_time,
        &[
            ("n", &(marker.step + 1).to_string()),
            ("time", &store::local(marker.at).time()),
        ],
    );
    let take_name = [w.take_away, ": ", word(lang, marker.mark), ", ", &when].concat();
    let tell = move |_| {
        noted.moments.close();
        if marker.mark == Mark::Good {
            noted.bright.tap(marker.step, Some(marker.id));
        } else {
            noted.sheet.open(About::Moment(marker));
        }
    };
    let take = move |_| {
        let kind = Kind::MarkerWithdrawn(MarkerWithdrawn { marker: marker.id });
        undo::remove(noted.s, noted.walk, marker.id.0, kind, w.moment_removed);
        noted.moments.close();
    };
    view! {
        <li class="moment">
            <button class="line" type="button" on:click=tell>
                <span><strong>{word(lang, marker.mark)}</strong><span class="hint below">{when}</span></span><Icon glyph=Glyph::Chevron />
            </button>
            <button class="icon-button" type="button" aria-label=take_name on:click=take><Icon glyph=Glyph::Bin /></button>
        </li>
    }
    .into_any()
}

fn untold(s: Session, walk: &Walk) -> Vec<Marker> {
    let going = undo::going(s);
    let open = |it: &&Marker| !it.told && Some(it.id.0) != going;
    walk.markers.iter().filter(open).copied().collect()
}

fn word(lang: Lang, mark: Mark) -> &'static str {
    let w = Phone::of(lang);
    match mark {
        Mark::Good => w.good,
        Mark::Unsure => w.unsure,
        Mark::Stuck => w.mark_stuck,
        Mark::Question => w.mark_question,
    }
}
