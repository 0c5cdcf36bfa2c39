//! The friction points of a walk: the row on a step, and the list.

use leptos::prelude::*;

use super::{said, steps, undo};
use crate::phone::pages::friction::{About, Sheet};
use crate::phone::session::Session;
use crate::ui::{Glyph, Icon, Mark};
use crate::walk::{Friction, FrictionId, FrictionWithdrawn, Kind, Walk, WalkId};
use crate::words::{Common, Phone, fill, severity};

/// The row that opens what was felt so far: the one point itself, or the list of them.
pub fn row(s: Session, walk: Memo<Walk>, sheet: Sheet) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let points = Memo::new(move |_| walk.with(|walk| standing(s, walk)));
    let view = move || {
        points.with(|points| {
            let last = points.last()?;
            let said = said::many(points.len(), w.one_friction, w.n_frictions);
            let only = (points.len() == 1).then_some(last.id);
            let mark = steps::shape(last.severity);
            let what = said::friction(lang, last);
            Some(view! {
                <li>
                    <button class="line" type="button" on:click=move |_| match only {
                        Some(id) => sheet.open(About::Point(id)),
                        None => sheet.list(),
                    }>
                        <Mark shape=mark /><span><strong>{said}</strong>" "<span class="hint">{what}</span></span>
                        <Icon glyph=Glyph::Chevron />
                    </button>
                </li>
            })
        })
    };
    view! { {view} }.into_any()
}

/// One point as a line: its mark, what it is called, its step and severity.
pub fn line(s: Session, point: &Friction, open: impl Fn() + 'static) -> AnyView {
    let lang = s.lang.get_untracked();
    let mark = steps::shape(point.severity);
    let what = said::friction(lang, point);
    let below = below(s, point);
    view! {
        <button class="line" type="button" on:click=move |_| open()>
            <Mark shape=mark /><span><strong>{what}</strong><span class="hint below">{below}</span></span>
            <Icon glyph=Glyph::Chevron />
        </button>
    }
    .into_any()
}

/// "Step 4, stopped me".
pub fn below(s: Session, point: &Friction) -> String {
    let lang = s.lang.get_untracked();
    let mut below = fill(
        Common::of(lang).step_n,
        &[("n", &(point.step + 1).to_string())],
    );
    if let Some(it) = point.severity {
        below.push_str(", ");
        below.push_str(&said::inside(severity(lang, it)));
    }
    below
}

/// The points that stand: without one that is being removed.
pub fn standing(s: Session, walk: &Walk) -> Vec<Friction> {
    let going = undo::going(s);
    walk.frictions
        .iter()
        .filter(|point| Some(point.id.0) != going)
        .cloned()
        .collect()
}

/// Takes a point away, unless that is undone within a few seconds.
pub fn remove(s: Session, walk: WalkId, friction: FrictionId) {
    let kind = Kind::FrictionWithdrawn(FrictionWithdrawn { friction });
    let said = Phone::of(s.lang.get_untracked()).removed;
    undo::remove(s, walk, friction.0, kind, said);
}
