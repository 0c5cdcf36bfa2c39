//! Moments marked in passing with one tap, to be told about afterwards.

use leptos::prelude::*;

use super::Noted;
use crate::phone::pages::friction::About;
use crate::phone::parts::{press, said, undo};
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::Glyph;
use crate::walk::{Kind, Lang, Mark, Marker, MarkerWithdrawn, Walk};
use crate::words::{Common, Phone, fill};

/// A tap for what worked, and four markers.
pub fn quick(noted: Noted, step: u16) -> AnyView {
    let Noted {
        s, walk, bright, ..
    } = noted;
    let lang = s.lang.get_untracked();
    let chip = |it: &Mark| {
        let it = *it;
        press::button("chip", word(lang, it), move || {
            undo::mark(s, walk, step, it)
        })
    };
    let chips: Vec<AnyView> = Mark::ALL.iter().map(chip).collect();
    let worked = Common::of(lang).something_worked;
    view! {
        <div class="quick">
            <p class="hint small" id="mark-moment">{Phone::of(lang).mark_moment}</p>
            <div class="marks" role="group" aria-labelledby="mark-moment">{chips}</div>
            {press::with_icon("button wide", Glyph::Star, worked, move || bright.tap(step, None))}
        </div>
    }
    .into_any()
}

/// The row that opens what is still to be told.
pub fn row(noted: Noted, walk: &Walk) -> Option<AnyView> {
    let w = Phone::of(noted.s.lang.get_untracked());
    let n = untold(noted.s, walk).len();
    (n > 0).then(|| {
        let said = said::many(n, w.one_moment, w.n_moments);
        let open = move || noted.moments.open(move || list(noted));
        press::line(press::icon(Glyph::Clock), &said, "", "", open)
    })
}

/// All that is still to be told: each opens the sheet that fits it, or is taken away.
fn list(noted: Noted) -> AnyView {
    let lang = noted.s.lang.get_untracked();
    let title = Phone::of(lang).moments_here;
    let walk = noted.s.walk(noted.walk);
    let close = move || noted.moments.close();
    let lines = move || {
        let all = walk.with(|walk| untold(noted.s, walk));
        all.into_iter()
            .map(|marker| one(noted, lang, marker))
            .collect::<Vec<_>>()
    };
    let lines = view! { {lines} }.into_any();
    press::list(lang, "moments-title", title, lines, close)
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
    let tell = move || {
        noted.moments.close();
        if marker.mark == Mark::Good {
            noted.bright.tap(marker.step, Some(marker.id));
        } else {
            noted.sheet.open(About::Moment(marker));
        }
    };
    let take = move || {
        let kind = Kind::MarkerWithdrawn(MarkerWithdrawn { marker: marker.id });
        undo::remove(noted.s, noted.walk, marker.id.0, kind, w.moment_removed);
        noted.moments.close();
    };
    let mark = press::icon(Glyph::Clock);
    let line = press::line(mark, word(lang, marker.mark), "", &when, tell);
    let take = press::round(Glyph::Bin, &take_name, take);
    view! { <li class="moment">{line}{take}</li> }.into_any()
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
