//! The friction points of a walk: the row on a step, and the list.

use leptos::prelude::*;

use super::{press, said, steps, undo};
use crate::phone::pages::friction::{About, Sheet};
use crate::phone::session::Session;
use crate::ui::Mark;
use crate::walk::{Friction, FrictionId, FrictionWithdrawn, Kind, Walk, WalkId};
use crate::words::{Common, Phone, fill, severity};

/// The row that opens what was felt so far: the one point itself, or the list of them.
pub fn row(s: Session, walk: &Walk, sheet: Sheet) -> Option<AnyView> {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let points = standing(s, walk);
    let last = points.last()?;
    let said = said::many(points.len(), w.one_friction, w.n_frictions);
    let only = (points.len() == 1).then_some(last.id);
    let open = move || match only {
        Some(id) => sheet.open(About::Point(id)),
        None => sheet.list(),
    };
    let mark = view! { <Mark shape=steps::shape(last.severity) /> }.into_any();
    Some(press::line(
        mark,
        &said,
        said::friction(lang, last),
        "",
        open,
    ))
}

/// One point as a line: its mark, what it is called, its step and severity.
pub fn line(s: Session, point: &Friction, open: impl Fn() + 'static) -> AnyView {
    let what = said::friction(s.lang.get_untracked(), point);
    let mark = view! { <Mark shape=steps::shape(point.severity) /> }.into_any();
    press::line(mark, what, "", &below(s, point), open)
}

/// "Step 4, stopped me".
fn below(s: Session, point: &Friction) -> String {
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
